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
        var stands = result.Stands;
        var verdict = GradeWords.Of(result.AsAsked, true, words.Model);
        if (result.Numbers == 0) return $"No number of this case has a range, so nothing can vary: the verdict, {verdict}, is as sure as its numbers.";
        var sentence = $"The verdict, {verdict}, stands in {Percent(stands.Share)} of {NumberText.Count(stands.Of)} draws of {Numbers(result.Numbers)}.";
        var deals = result.Grades.First(g => g.Grade == Grade.Deal).Share;
        if (result.AsAsked == Grade.Deal) return sentence;
        return sentence + (deals.Count == 0
            ? $" None has a deal: its probability is below {Percent(deals.High, 2)}."
            : $" The probability of a deal is {Percent(deals.Share, 2)} ({Interval(deals, 2)}).");
    }

    /// <summary>How draws hang together.</summary>
    public static string Sampling(SamplingKind kind) => kind switch
    {
        SamplingKind.LatinHypercube => "a Latin hypercube",
        SamplingKind.Sobol => "scrambled Sobol points",
        _ => "independent draws",
    };

    /// <summary>What the draws were.</summary>
    public static string Draws(RobustResult result)
    {
        var text = $"Seed {result.Seed.ToString(CultureInfo.InvariantCulture)}, {Sampling(result.Sampling)}; every number from its own distribution, the triangle over its range where the case names no other.";
        if (result.ExactDraws > 0) text += $" {NumberText.Count(result.ExactDraws)} draws were too close to call, or too large to search, in floating point and were judged exactly.";
        if (result.UndecidedDraws > 0) text += $" {NumberText.Count(result.UndecidedDraws)} draws could not be decided within the limit of the search and count in no share.";
        if (result.BoundedDraws > 0) text += $" In {NumberText.Count(result.BoundedDraws)} draws the margin is a lower bound, for the search for the best package ended early.";
        return text;
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
