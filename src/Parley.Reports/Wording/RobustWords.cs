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
            ? $" None has a deal: its probability is below {Percent(deals.High)}."
            : $" The probability of a deal is {Percent(deals.Share)} ({Interval(deals)}).");
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
        if (result.ExactDraws > 0) text += $" {NumberText.Count(result.ExactDraws)} draws were too close to call in floating point and were judged exactly.";
        if (result.UndecidedDraws > 0) text += $" {NumberText.Count(result.UndecidedDraws)} draws could not be decided within the limit of the search and count in no share.";
        return text;
    }

    /// <summary>A probability; as many decimals as small and large ones need.</summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        var decimals = percent is > 0 and < 1 or > 99 and < 100 ? 2 : 1;
        return percent is > 0 and < 0.005 ? "<0.01%" : EvidenceText.Figure(percent, decimals) + "%";
    }

    /// <summary>Wilson's interval.</summary>
    public static string Interval(DrawShare share) => $"{Percent(share.Low)} to {Percent(share.High)}";

    private static string Numbers(int count) => count == 1 ? "its one uncertain number" : $"its {NumberText.Count(count)} uncertain numbers";
}
