using Parley.Cases.Overlays;
using Parley.Kernels.Sensitivity;
using Parley.Sensitivity;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>What a verdict hangs on, in words.</summary>
public static class SensitivityWords
{
    // Below it the margin does not move as far as it is shown.
    private const double LeastDeviation = 0.0005;

    /// <summary>Whether the margin moves over the draws at all.</summary>
    public static bool Moves(SensitivityResult result) => result.MarginDeviation >= LeastDeviation;

    /// <summary>The answer in a few sentences.</summary>
    public static string Summary(SensitivityResult result, CaseWords words)
    {
        var verdict = GradeWords.Of(result.Grade, result.IsDecided, words.Model);
        if (result.UndecidedDraws == result.Draws) return $"None of {NumberText.Count(result.Draws)} draws could be decided within the limit of the search, so nothing can be said of what the verdict hangs on.";
        var sentence = $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]} as asked; a deal in {Deals(result)} of {NumberText.Count(result.Draws - result.UndecidedDraws)} draws. {Turns(result, words)}";
        if (!Moves(result)) return sentence + $" The margin hardly moves: it is {RobustWords.Margin(result.Margin)} in nearly all draws, so no uncertain number matters much.";
        var first = Ranked(result).Take(3).Where(n => Measure(n) >= 0.05).ToList();
        if (result.TooFewDraws) return sentence + " Too few draws to say what part of the margin's spread each number explains.";
        return sentence + (first.Count == 0
            ? " No single number explains a twentieth of how far the margin varies."
            : $" How far it is to a deal hangs most on {CaseWords.Listed([.. first.Select((n, k) => $"\u201c{NumberWords.Of(n.Path, words)}\u201d ({RobustWords.Percent(Measure(n), 0)}{(k == 0 ? " of how far the margin varies" : string.Empty)})")])}.");
    }

    private static string Deals(SensitivityResult result) => result.DealProbability switch { 0 => "none", 1 => "all", var share => RobustWords.Percent(share) };

    private static string Turns(SensitivityResult result, CaseWords words)
    {
        if (result.FlipNumbers == 0) return string.Empty;
        var flips = result.Flips.Where(f => f.IsPlausible).ToList();
        return flips switch
        {
            [] => "No single number within its plausible range would change the verdict.",
            [var one] => $"One number alone would change the verdict within its plausible range: {NumberWords.Of(one.Path, words)}.",
            _ => $"{NumberText.Count(flips.Count)} numbers would each change the verdict within their plausible ranges.",
        };
    }

    /// <summary>The numbers, those first that explain most.</summary>
    public static IEnumerable<NumberSensitivity> Ranked(SensitivityResult result) =>
        result.Numbers.Select((n, k) => (n, k)).OrderByDescending(p => Measure(p.n)).ThenByDescending(p => p.n.Swing).ThenBy(p => p.k).Select(p => p.n);

    private static double Measure(NumberSensitivity number) => number.FirstOrder ?? number.Design?.Estimate ?? 0;

    /// <summary>What the budget left open, in a sentence or two; null where it left nothing.</summary>
    public static string? Open(SensitivityResult result)
    {
        var sentences = new List<string>();
        if (result.UndecidedDraws > 0)
            sentences.Add($"{NumberText.Count(result.UndecidedDraws)} of {NumberText.Count(result.Draws)} draws could not be decided within the limit of the search and are in no figure; they may well differ from the others.");
        if (result.BoundedDraws + result.OpenEvaluations > 0)
            sentences.Add($"In {NumberText.Count(result.BoundedDraws)} draws and {NumberText.Count(result.OpenEvaluations)} evaluations a lower bound stands in for the margin.");
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    /// <summary>Heading of what a design found.</summary>
    public static string Design(SensitivityDesign design) => design switch
    {
        SensitivityDesign.TotalIndices => "with others",
        SensitivityDesign.Screening => "effect",
        SensitivityDesign.ShapleyEffects => "fair share",
        _ => string.Empty,
    };

    /// <summary>What the columns are.</summary>
    public static string Explained(SensitivityResult result)
    {
        const string Text = "At low, at high: the margin with this number alone at the ends of its range. Alone: the part of the margin's variance that would vanish if this number were known (first-order Sobol index).";
        return Text + result.Design switch
        {
            SensitivityDesign.TotalIndices => " With others: the part that would be left if all others were known (total Sobol index); more than alone where numbers work together.",
            SensitivityDesign.Screening => " Effect: how far the margin moves, on average and whatever the sign, when the number crosses half of its distribution (Morris).",
            SensitivityDesign.ShapleyEffects => " Fair share: its part of the variance where numbers move together (Shapley effect); all parts sum to 100 %.",
            _ => string.Empty,
        };
    }

    /// <summary>What a box has of the draws.</summary>
    /// <param name="box">The box.</param>
    /// <param name="result">What it was found in.</param>
    /// <param name="share">What all draws have.</param>
    public static string Box(FoundBox box, SensitivityResult result, double share)
    {
        var what = result.BoxesOfDeals ? "a deal" : "no deal";
        var (density, overall) = (RobustWords.Percent(box.Density), RobustWords.Percent(share));
        return $"Of the draws with all of these {density} have {what}, against {overall} of all draws; {RobustWords.Percent(box.Coverage, 0)} of the draws with {what} are among them.";
    }

    /// <summary>Within which bounds a number has to be.</summary>
    public static string Bound(BoxBound bound) => (bound.Low, bound.High) switch
    {
        ({ } low, { } high) when low == high => Value(low),
        ({ } low, { } high) => $"{Value(low)} to {Value(high)}",
        ({ } low, null) => $"\u2265 {Value(low)}",
        (null, { } high) => $"\u2264 {Value(high)}",
        _ => "anything",
    };

    /// <summary>Whether the number is within its bounds as the case has it.</summary>
    public static bool IsWithin(BoxBound bound, double value) => !(value < bound.Low) && !(value > bound.High);

    /// <summary>A value of a number: to two decimals, small ones to two digits.</summary>
    public static string Value(double value)
    {
        var decimals = Math.Abs(value) is > 0 and < 1 ? Math.Min(4, 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)))) : 2;
        return NumberText.Typed(Math.Round((decimal)value, decimals));
    }

    /// <summary>What knowing something beforehand is worth beyond what chance makes of the estimate, and no more than knowing everything.</summary>
    public static double Worth(InformationValue value, InformationResult information) => Math.Clamp(value.Value - Math.Max(0, value.Chance), 0, Math.Max(0, information.Everything));

    /// <summary>What talks are worth as things are known.</summary>
    public static string Talks(InformationResult information)
    {
        var (chance, cost) = (RobustWords.Percent(information.DealProbability), RobustWords.Percent(information.CostOfTalks));
        var worth = information.IsWorthwhile
            ? $"As things are known it is worth sitting down: a deal has a probability of {chance}, and talks cost {cost} of what a deal is worth."
            : $"As things are known it is not worth sitting down: a deal has a probability of {chance}, and talks cost {cost} of what a deal is worth.";
        return worth + $" To know every number for certain beforehand would be worth {RobustWords.Percent(Math.Max(0, information.Everything), 2)} of a deal.";
    }
}
