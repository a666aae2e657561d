using System.Globalization;
using Parley.Draws;
using Parley.Robustness;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>How sure a verdict is, in words.</summary>
public static class RobustWords
{
    /// <summary>The answer in a sentence or two.</summary>
    public static string Summary(RobustResult result, CaseWords words)
    {
        var verdict = GradeWords.Of(result.AsAsked, true, words.Model);
        if (result.Numbers == 0) return $"No number of this case has a range, so nothing can vary: the verdict, {verdict}, is as sure as its numbers.";
        if (result.UndecidedDraws == result.Draws) return $"None of {NumberText.Count(result.Draws)} draws could be decided within the limit of the search, so nothing can be said of how sure the verdict is.";
        var (stands, deals) = (result.Stands, result.Grades.First(g => g.Grade == Grade.Deal).Share);
        var draws = $"{NumberText.Count(stands.Of)} draws of {Numbers(result.Numbers)}";
        if (result is { AsAsked: Grade.Deal, AsAskedIsDecided: true } && stands.Count < stands.Of)
        {
            var agrees = deals.Share switch { < 0.4 => "but in most draws there is none: there is one in", <= 0.6 => "but it is close to even: there is one in", _ => "and there is one in" };
            return $"As asked there is a deal, {agrees} {Percent(deals.Share)} ({Interval(deals)}) of {draws}.";
        }

        if (!result.AsAskedIsDecided) return $"As asked the verdict is open, for the search ended early. Of {draws}, {Percent(deals.Share)} ({Interval(deals)}) have a deal.";
        var share = stands.Count == stands.Of ? "all" : stands.Share < 0.5 ? $"only {Percent(stands.Share)}" : Percent(stands.Share);
        var sentence = $"The verdict, {verdict}, stands in {share} of {draws}.";
        if (result.AsAsked == Grade.Deal) return sentence + $" The probability of a deal is above {Percent(deals.Low, 2)}.";
        return sentence + (deals.Count == 0
            ? $" None has a deal: its probability is below {Percent(deals.High, 2)}."
            : $" The probability of a deal is {Percent(deals.Share, 2)} ({Interval(deals, 2)}).");
    }

    /// <summary>How the case as asked lies among the draws; null where it lies in their middle half.</summary>
    public static string? AsAsked(MarginSpread margin) => margin switch
    {
        { Deviation: 0 } => null,
        { BelowAsAsked: > 0.75 } => $"The case as asked is rosier than {Percent(margin.BelowAsAsked, 0)} of the draws.",
        { BelowAsAsked: < 0.25 } => $"The case as asked is gloomier than {Percent(1 - margin.BelowAsAsked, 0)} of the draws.",
        _ => null,
    };

    /// <summary>What the draws were.</summary>
    public static string Draws(RobustResult result)
    {
        var kind = result.Sampling switch
        {
            SamplingKind.LatinHypercube => "a Latin hypercube, so that the intervals are wider than need be",
            SamplingKind.Sobol => "scrambled Sobol points, so that the intervals are wider than need be",
            _ => "plain random draws",
        };
        var text = $"Seed {result.Seed.ToString(CultureInfo.InvariantCulture)}, {kind}; a triangle over the range of a number where the case names no other distribution.";
        if (result.Together > 0) text += $" {NumberText.Count(result.Together)} of the numbers move together (dependence).";
        if (Overlaid(result.Overlaid) is { } set) text += " " + set;
        if (result.Until is { } precision) text += " " + Until(result, precision);
        if (result.ExactDraws > 0) text += $" {NumberText.Count(result.ExactDraws)} draws were too close to call, or too large to search, in floating point and were judged exactly.";
        if (result.UndecidedDraws > 0) text += " " + Undecided(result);
        if (result.BoundedDraws > 0) text += $" In {NumberText.Count(result.BoundedDraws)} draws the margin is a lower bound, for the search for the best package ended early.";
        return text;
    }

    /// <summary>Uncertain numbers that do not vary, in a sentence; null where all do.</summary>
    public static string? Overlaid(IReadOnlyList<string> paths)
    {
        const int Most = 3;
        if (paths.Count == 0) return null;
        var more = paths.Count > Most ? $" and {NumberText.Count(paths.Count - Most)} more" : string.Empty;
        return $"Set by an overlay or --set, and so the same in every draw: {string.Join(", ", paths.Take(Most))}{more}.";
    }

    private static string Undecided(RobustResult result)
    {
        var deals = result.Grades.First(g => g.Grade == Grade.Deal).Share;
        var (least, most) = ((double)deals.Count / result.Draws, (double)(deals.Count + result.UndecidedDraws) / result.Draws);
        return $"{NumberText.Count(result.UndecidedDraws)} of {NumberText.Count(result.Draws)} draws could not be decided within the limit of the search. They count in no share, and may well differ from the others: of all draws between {Percent(least)} and {Percent(most)} have a deal.";
    }

    private static string Until(RobustResult result, double precision)
    {
        var widest = result.Grades.Max(g => (g.Share.High - g.Share.Low) / 2);
        return widest <= precision
            ? $"Ended after {NumberText.Count(result.Draws)} draws, when the share of every verdict was known to {Points(precision)} either way."
            : $"{NumberText.Count(result.Draws)} draws were not enough to know every share to {Points(precision)} either way; it is known to {Points(widest)}. Take more --draws.";
    }

    private static string Points(double share) => Math.Round((decimal)share * 100, 3) is var points && points == 1 ? "1 point" : NumberText.Typed(points) + " points";

    /// <summary>A margin with its sign, to three decimals, or as many as show the sign.</summary>
    public static string Margin(double value)
    {
        if (Math.Abs(value) >= 10_000) return value.ToString("+0.###E+0;-0.###E+0", CultureInfo.InvariantCulture).Replace('-', NumberText.Minus);
        var decimals = 3;
        while (decimals < 6 && value != 0 && Math.Abs(value) < Math.Pow(10, -decimals) / 2) decimals++;
        return (value > 0 ? "+" : string.Empty) + EvidenceText.Figure(value, decimals);
    }

    /// <summary>A share in percent; one that is neither 0 nor 1 does not read as if it were.</summary>
    public static string Percent(double share, int decimals = 1)
    {
        var (percent, least) = (share * 100, Math.Pow(10, -decimals));
        if (percent > 0 && percent < least / 2) return $"<{EvidenceText.Figure(least, decimals)}%";
        if (percent < 100 && percent > 100 - (least / 2)) return $">{EvidenceText.Figure(100 - least, decimals)}%";
        return EvidenceText.Figure(percent, decimals) + "%";
    }

    /// <summary>Wilson's interval.</summary>
    public static string Interval(DrawShare share, int decimals = 1) => $"{Percent(share.Low, decimals)} to {Percent(share.High, decimals)}";

    private static string Numbers(int count) => count == 1 ? "its one uncertain number" : $"its {NumberText.Count(count)} uncertain numbers";
}
