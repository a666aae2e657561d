using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Parley.Verdict;

namespace Parley.Draws;

/// <summary>What came of a number of draws. Tallies of different draws of one question add up, in any order, to the last bit.</summary>
public sealed record DrawTally
{
    /// <summary>Margins are counted in this many steps from -1 to 1.</summary>
    public const int Steps = 20_000;

    /// <summary>Shares of the draws whose margins are shown.</summary>
    public static ImmutableArray<double> QuantileShares { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    internal const double MillionthsPerUnit = 1_000_000;

    // Beyond it only the size of the numbers that somebody chose shows.
    private const double MostMargin = 1_000_000;

    private const double StepsPerUnit = Steps / 2.0;

    /// <summary>Draws made.</summary>
    public required long Draws { get; init; }

    /// <summary>Of these, left undecided by a budget; in no other count.</summary>
    public required long Undecided { get; init; }

    /// <summary>Of these, judged exactly because floating point could not tell.</summary>
    public required long Exact { get; init; }

    /// <summary>Of those decided, how many have a lower bound in place of their margin.</summary>
    public required long Bounded { get; init; }

    /// <summary>By verdict, least to most: nothing, tokens, a deal.</summary>
    public required ImmutableArray<long> Grades { get; init; }

    /// <summary>By option, in how many draws it was a token.</summary>
    public required ImmutableArray<NamedCount> Tokens { get; init; }

    /// <summary>By named deal, in how many draws all would accept it.</summary>
    public required ImmutableArray<NamedCount> Accepted { get; init; }

    /// <summary>By condition, in how many draws without a deal it fell short first at a best package.</summary>
    public required ImmutableArray<NamedCount> Binding { get; init; }

    /// <summary>By step of a ten-thousandth from -1 (step 0) to 1, how many margins, where there are any; those above 1 stand at 1.</summary>
    public required ImmutableArray<(int Step, long Count)> MarginSteps { get; init; }

    /// <summary>Sum of the margins, each rounded to a millionth, in millionths; those above a million stand at it.</summary>
    public required Int128 MarginSum { get; init; }

    /// <summary>Sum of their squares.</summary>
    public required Int128 MarginSquares { get; init; }

    public long Decided => Draws - Undecided;

    /// <summary>The mean of the margins; 0 without draws.</summary>
    public double MeanMargin => Decided == 0 ? 0 : (double)MarginSum / Decided / MillionthsPerUnit;

    /// <summary>The standard deviation of the margins; 0 below two draws.</summary>
    public double MarginDeviation
    {
        get
        {
            if (Decided < 2) return 0;
            var spread = (double)(((BigInteger)Decided * MarginSquares) - BigInteger.Pow(MarginSum, 2));
            return Math.Sqrt(Math.Max(0, spread) / Decided / (Decided - 1)) / MillionthsPerUnit;
        }
    }

    public long Of(Grade grade) => Grades[(int)grade];

    /// <summary>The least step that a share of the margins reach or stay below; 0 without draws.</summary>
    /// <param name="share">0..1.</param>
    public double MarginQuantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Decided));
        var seen = 0L;
        foreach (var (step, count) in MarginSteps)
        {
            seen += count;
            if (seen >= rank) return (step - StepsPerUnit) / StepsPerUnit;
        }

        return 0;
    }

    /// <summary>The share of the margins below a value, ties by half; 0 without draws.</summary>
    public double ShareBelow(double margin)
    {
        var at = StepOf(margin);
        var twice = MarginSteps.Sum(s => s.Step < at ? 2 * s.Count : s.Step == at ? s.Count : 0);
        return Decided == 0 ? 0 : twice / 2.0 / Decided;
    }

    /// <summary>The margins counted from one value to before another, without gaps, of equal width; 0 is an edge. Empty without draws.</summary>
    public ImmutableArray<(double From, double To, long Count)> MarginBins()
    {
        const int Most = 40;
        if (MarginSteps.IsEmpty) return [];
        var width = Math.Max(1, (MarginSteps[^1].Step - MarginSteps[0].Step + Most) / Most);
        int BinOf(int step) => (int)Math.Floor((step - StepsPerUnit) / width);
        var first = BinOf(MarginSteps[0].Step);
        var counts = new long[BinOf(MarginSteps[^1].Step) - first + 1];
        foreach (var (step, count) in MarginSteps) counts[BinOf(step) - first] += count;
        return [.. counts.Select((count, k) => ((k + first) * width / StepsPerUnit, (k + 1 + first) * width / StepsPerUnit, count))];
    }

    /// <summary>Whether another tally counts the same things.</summary>
    public bool IsLike(DrawTally other) => IsLike(Tokens, other.Tokens) && IsLike(Accepted, other.Accepted) && IsLike(Binding, other.Binding);

    /// <summary>Adds the tally of other draws of the same question.</summary>
    /// <exception cref="ArgumentException">It is of another question: its names differ.</exception>
    public DrawTally Plus(DrawTally other) => !IsLike(other) ? throw new ArgumentException("The tallies are of different questions.", nameof(other)) : new()
    {
        Draws = Draws + other.Draws,
        Undecided = Undecided + other.Undecided,
        Exact = Exact + other.Exact,
        Bounded = Bounded + other.Bounded,
        Grades = [.. Grades.Zip(other.Grades, (a, b) => a + b)],
        Tokens = Sum(Tokens, other.Tokens),
        Accepted = Sum(Accepted, other.Accepted),
        Binding = Sum(Binding, other.Binding),
        MarginSteps = [.. MarginSteps.Concat(other.MarginSteps).GroupBy(s => s.Step, (step, all) => (step, all.Sum(s => s.Count))).OrderBy(s => s.step)],
        MarginSum = MarginSum + other.MarginSum,
        MarginSquares = MarginSquares + other.MarginSquares,
    };

    /// <summary>A margin in millionths.</summary>
    internal static long MillionthsOf(double margin) => (long)Math.Round(Math.Min(margin, MostMargin) * MillionthsPerUnit);

    internal static int StepOf(double margin) => (int)Math.Clamp(Math.Round((margin + 1) * StepsPerUnit), 0, Steps);

    private static ImmutableArray<NamedCount> Sum(ImmutableArray<NamedCount> a, ImmutableArray<NamedCount> b) =>
        [.. a.Zip(b, (x, y) => x with { Count = x.Count + y.Count })];

    private static bool IsLike(ImmutableArray<NamedCount> a, ImmutableArray<NamedCount> b) =>
        a.Select(n => n.Name).SequenceEqual(b.Select(n => n.Name), StringComparer.Ordinal);
}

/// <summary>How often something held.</summary>
/// <param name="Name">Of an option, a deal, a negotiator, a rule.</param>
/// <param name="Count">In how many draws.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NamedCount(string Name, long Count);
