using Parley.Cases.Overlays;
using Parley.Kernels.Sensitivity;
using Parley.Sensitivity;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>What a verdict hangs on, in words.</summary>
public static class SensitivityWords
{
    /// <summary>The answer in a sentence or two.</summary>
    /// <param name="result">What came out.</param>
    /// <param name="named">What numbers are called.</param>
    public static string Summary(SensitivityResult result, Func<string, string> named)
    {
        var first = Ranked(result).Take(3).Where(n => Measure(n) >= 0.05).ToList();
        var spread = first.Count == 0
            ? "No single number explains a twentieth of the margin's spread."
            : $"What the spread of the margin comes from most: {Joined([.. first.Select(n => $"{named(n.Path)} ({RobustWords.Percent(Measure(n), 0)})")])}.";
        var flips = result.Flips.Count(f => f.IsPlausible);
        var turns = flips switch
        {
            0 => "No number turns the verdict alone within its plausible range.",
            1 => "One number turns the verdict alone within its plausible range.",
            _ => $"{NumberText.Count(flips)} numbers turn the verdict alone within their plausible ranges.",
        };
        return result.Design == SensitivityDesign.None && result.TooFewDraws ? turns : $"{spread} {turns}";
    }

    /// <summary>The numbers, those first that explain most.</summary>
    public static IEnumerable<NumberSensitivity> Ranked(SensitivityResult result) =>
        result.Numbers.Select((n, k) => (n, k)).OrderByDescending(p => Measure(p.n)).ThenByDescending(p => p.n.Swing).ThenBy(p => p.k).Select(p => p.n);

    private static double Measure(NumberSensitivity number) => number.FirstOrder ?? number.Design?.Estimate ?? 0;

    /// <summary>Heading of what a design found.</summary>
    public static string Design(SensitivityDesign design) => design switch
    {
        SensitivityDesign.TotalIndices => "total",
        SensitivityDesign.Screening => "effect",
        SensitivityDesign.ShapleyEffects => "Shapley",
        _ => string.Empty,
    };

    /// <summary>What the columns are.</summary>
    public static string Explained(SensitivityResult result)
    {
        var text = "Margin at low, at high: with this number alone at the ends of its range. Alone: the share of the margin's variance that would vanish if this number were known (first-order Sobol index).";
        return text + result.Design switch
        {
            SensitivityDesign.TotalIndices => " Total: the share that would be left if all others were known (total Sobol index); more than alone where numbers work together.",
            SensitivityDesign.Screening => " Effect: how far the margin moves, on average and whatever the sign, when the number crosses half of its distribution (Morris).",
            SensitivityDesign.ShapleyEffects => " Shapley: its part of the variance, shared fairly where numbers move together; all parts sum to 100 %.",
            _ => string.Empty,
        };
    }

    /// <summary>A box in plain words: under what circumstances.</summary>
    public static string Box(FoundBox box, SensitivityResult result, Func<string, string> named, double share)
    {
        var bounds = box.Bounds.Select(b => $"{named(result.Numbers[b.Input].Path)} {Bound(b)} (now {EvidenceText.Figure(result.Numbers[b.Input].Value, 2)})");
        var what = result.BoxesOfDeals ? "a deal" : "no deal";
        return $"Where {string.Join("; and ", bounds)}: {what} in {RobustWords.Percent(box.Density)} of {NumberText.Count(box.Draws)} draws, against {RobustWords.Percent(share)} overall; that is {RobustWords.Percent(box.Coverage, 0)} of all draws with {what}.";
    }

    /// <summary>What talks are worth as things are known.</summary>
    public static string Talks(InformationResult information)
    {
        var (chance, cost) = (RobustWords.Percent(information.DealProbability), RobustWords.Percent(information.CostOfTalks));
        var worth = information.IsWorthwhile
            ? $"As things are known it is worth sitting down: a deal has a probability of {chance}, and talks cost {cost} of what a deal is worth."
            : $"As things are known it is not worth sitting down: a deal has a probability of {chance}, and talks cost {cost} of what a deal is worth.";
        return worth + $" To know every number for certain beforehand would be worth {RobustWords.Percent(information.Everything, 2)} of a deal.";
    }

    private static string Bound(BoxBound bound) => (bound.Low, bound.High) switch
    {
        ({ } low, { } high) => $"is between {EvidenceText.Figure(low, 2)} and {EvidenceText.Figure(high, 2)}",
        ({ } low, null) => $"is at least {EvidenceText.Figure(low, 2)}",
        (null, { } high) => $"is at most {EvidenceText.Figure(high, 2)}",
        _ => "is anything",
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    private static string Joined(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => string.Empty,
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };
}
