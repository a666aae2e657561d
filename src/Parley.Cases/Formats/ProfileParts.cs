using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>What each value of each issue adds to a side's utility, worked out by the scenario's own way with numbers.</summary>
/// <param name="Weights">By issue.</param>
/// <param name="Heights">By issue and value, before the weight.</param>
/// <param name="Constant">Added to every outcome.</param>
internal sealed record ProfileParts(ImmutableArray<ExactDecimal> Weights, ImmutableArray<ImmutableArray<Ratio>> Heights, Ratio Constant)
{
    public Ratio this[int issue, int value] => Ratio.Of(Weights[issue]) * Heights[issue][value];

    /// <summary>The parts of an additive profile; null when it has hyper-rectangles with conditions, or such as are clamped.</summary>
    public static ProfileParts? Of(Scenario scenario, ScenarioProfile profile)
    {
        if (profile.Issues.IsEmpty) return null;
        if (!profile.Rectangles.IsEmpty && scenario.Semantics == ScenarioSemantics.Genius) return null;
        if (profile.Rectangles.Any(r => !r.Conditions.IsEmpty)) return null;
        var heights = profile.Issues.Select((part, i) => HeightsOf(scenario.Semantics, part.Function, scenario.Issues[i].Values.Length));
        var constant = profile.Rectangles.Aggregate(ExactDecimal.Zero, (sum, r) => Decimals.Add(sum, r.Utility));
        return new([.. profile.Issues.Select(p => p.Weight)], [.. heights], Ratio.Of(constant));
    }

    /// <summary>The utility of an outcome.</summary>
    public Ratio Sum(ImmutableArray<int> outcome)
    {
        var sum = Constant;
        for (var i = 0; i < Weights.Length; i++) sum += this[i, outcome[i]];
        return sum;
    }

    /// <summary>The numbers of a value function as they enter the sum, before the weight.</summary>
    public static ImmutableArray<Ratio> HeightsOf(ScenarioSemantics semantics, ValueFunction function, int count)
    {
        var genius = semantics == ScenarioSemantics.Genius;
        if (function is LinearFunction line) return [.. Enumerable.Range(0, count).Select(k => Height(line, k, genius))];
        var values = ((TableFunction)function).Values; // the only other kind
        var most = values.Max();
        if (!genius) return [.. values.Select(Ratio.Of)];
        return most > ExactDecimal.Zero ? [.. values.Select(v => Ratio.Of(v) / Ratio.Of(most))] : [.. values.Select(_ => Ratio.Zero)];
    }

    private static Ratio Height(LinearFunction line, int step, bool clamped)
    {
        var height = Ratio.Of(Decimals.Add(Decimals.Multiply(line.Slope, step), line.Offset));
        if (!clamped) return height;
        return height < Ratio.Zero ? Ratio.Zero : height > Ratio.One ? Ratio.One : height;
    }

    /// <summary>The least whole number that makes finite decimals of all these fractions.</summary>
    public static BigInteger Ending(IEnumerable<Ratio> fractions)
    {
        var factor = BigInteger.One;
        foreach (var fraction in fractions)
        {
            var endless = fraction.Endless;
            factor *= endless / BigInteger.GreatestCommonDivisor(factor, endless);
        }
        return factor;
    }

    /// <summary>An outcome of exactly this utility; empty when none was found within the limit.</summary>
    public ImmutableArray<int> Find(Ratio utility)
    {
        var count = Weights.Length;
        var parts = Enumerable.Range(0, count).Select(i => Heights[i].Select((_, v) => this[i, v]).ToArray()).ToArray();
        var (least, most) = (new Ratio[count + 1], new Ratio[count + 1]);
        (least[count], most[count]) = (Ratio.Zero, Ratio.Zero);
        for (var i = count - 1; i >= 0; i--)
        {
            least[i] = least[i + 1] + parts[i].Aggregate((a, b) => a < b ? a : b);
            most[i] = most[i + 1] + parts[i].Aggregate((a, b) => a > b ? a : b);
        }
        var outcome = new int[count];
        var rests = new Ratio[count + 1];
        rests[0] = utility - Constant;
        if (rests[0] < least[0] || rests[0] > most[0]) return [];
        var (at, steps) = (0, 0);
        Array.Fill(outcome, -1);
        while (at >= 0 && steps++ < ScenarioLimits.SearchedOutcomes)
        {
            if (++outcome[at] == parts[at].Length)
            {
                outcome[at--] = -1;
                continue;
            }
            rests[at + 1] = rests[at] - parts[at][outcome[at]];
            if (rests[at + 1] < least[at + 1] || rests[at + 1] > most[at + 1]) continue;
            if (++at == count) return [.. outcome];
        }
        return [];
    }

    /// <summary>The least utility of all outcomes.</summary>
    public Ratio Least()
    {
        var sum = Constant;
        for (var i = 0; i < Weights.Length; i++) sum += Enumerable.Range(0, Heights[i].Length).Select(v => this[i, v]).Aggregate((a, b) => a < b ? a : b);
        return sum;
    }
}
