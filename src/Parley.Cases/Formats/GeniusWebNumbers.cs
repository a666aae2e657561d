using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Weights that sum to 1 and values within 0..1 for one side, as GeniusWeb demands them.</summary>
/// <param name="Weights">By issue.</param>
/// <param name="Values">By issue and value.</param>
internal sealed record GeniusWebNumbers(ImmutableArray<ExactDecimal> Weights, ImmutableArray<ImmutableArray<ExactDecimal>> Values)
{
    /// <summary>The side's own numbers where they obey, else such as give a positive multiple of its utilities plus a constant.</summary>
    public static GeniusWebNumbers Of(ScenarioProfile profile, ProfileParts parts, WriterFindings findings)
    {
        if (AsTheyStand(parts) is { } own)
        {
            if (parts.Constant.Sign != 0) findings.Add(FormatMessages.Renumbered(profile.Name, "1", (Ratio.Zero - parts.Constant).ToString()));
            return own;
        }
        return Stretched(profile, parts, findings);
    }

    private static GeniusWebNumbers? AsTheyStand(ProfileParts parts)
    {
        var sum = parts.Weights.Aggregate(ExactDecimal.Zero, Decimals.Add);
        if (sum != ExactDecimal.One || parts.Weights.Any(w => w < ExactDecimal.Zero)) return null;
        if (parts.Heights.Any(h => h.Any(x => x < Ratio.Zero || x > Ratio.One || !x.Endless.IsOne))) return null;
        return new(parts.Weights, Decimal(parts.Heights.Select(h => h.AsEnumerable())));
    }

    private static ImmutableArray<ImmutableArray<ExactDecimal>> Decimal(IEnumerable<IEnumerable<Ratio>> heights) =>
        [.. heights.Select(h => h.Select(x => x.ToDecimal()!.Value).ToImmutableArray())]; // they were chosen to have an end

    /// <summary>Each issue's least part becomes 0, and a factor that ends all decimals brings the greatest below its weight.</summary>
    private static GeniusWebNumbers Stretched(ScenarioProfile profile, ProfileParts parts, WriterFindings findings)
    {
        var weights = Balanced(parts.Weights.Length);
        var raised = new Ratio[weights.Length][];
        var shift = parts.Constant;
        for (var i = 0; i < raised.Length; i++)
        {
            var issue = i;
            var own = parts.Heights[i].Select((_, v) => parts[issue, v]).ToArray();
            var least = own.Aggregate((a, b) => a < b ? a : b);
            raised[i] = [.. own.Select(p => p - least)];
            shift += least;
        }
        var factor = new Ratio(ProfileParts.Ending(raised.SelectMany(r => r)), 1);
        for (var i = 0; i < raised.Length; i++)
            while (Array.Exists(raised[i], p => p * factor > weights[i]))
                factor *= new Ratio(1, 10);
        findings.Add(FormatMessages.Renumbered(profile.Name, factor.ToString(), (Ratio.Zero - (shift * factor)).ToString()));
        return new([.. weights.Select(w => w.ToDecimal()!.Value)], Decimal(raised.Select((r, i) => r.Select(p => p * factor / weights[i])))); // halves have an end
    }

    /// <summary>Weights that are halves of halves, as even as can be, with the sum 1.</summary>
    private static Ratio[] Balanced(int count)
    {
        var depth = 0;
        while (1 << depth < count) depth++;
        var wide = (1 << depth) - count;
        return [.. Enumerable.Range(0, count).Select(i => new Ratio(i < wide ? 2 : 1, BigInteger.Pow(2, depth)))];
    }
}
