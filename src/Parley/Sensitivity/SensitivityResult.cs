using System.Collections.Immutable;
using Parley.Kernels.Sensitivity;
using Parley.Openings;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Sensitivity;

/// <summary>Which uncertain numbers the verdict hangs on, and what it would be worth to know them.</summary>
public sealed record SensitivityResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>Of the case as asked.</summary>
    public required Grade Grade { get; init; }

    /// <summary>False where a budget ran out before that verdict was known.</summary>
    public required bool IsDecided { get; init; }

    /// <summary>Its margin.</summary>
    public required double Margin { get; init; }

    /// <summary>The standard deviation of the margin over the draws.</summary>
    public required double MarginDeviation { get; init; }

    /// <summary>The share of draws with a deal.</summary>
    public required double DealProbability { get; init; }

    /// <summary>Paths of uncertain numbers that an overlay or edit sets, so that they do not vary.</summary>
    public required ImmutableArray<string> Overlaid { get; init; }

    /// <summary>Draws of the sample.</summary>
    public required int Draws { get; init; }

    /// <summary>Of these, left undecided by the budget; in no figure.</summary>
    public required int UndecidedDraws { get; init; }

    /// <summary>Of those decided, how many have a lower bound in place of their margin.</summary>
    public required int BoundedDraws { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Whether some numbers move together.</summary>
    public required bool IsDependent { get; init; }

    /// <summary>Every uncertain number, in the order of the file.</summary>
    public required ImmutableArray<NumberSensitivity> Numbers { get; init; }

    /// <summary>How the third column of every number was come by.</summary>
    public required SensitivityDesign Design { get; init; }

    /// <summary>Evaluations of the design.</summary>
    public required long DesignEvaluations { get; init; }

    /// <summary>Of these, those whose margin the budget left open; a lower bound stands in.</summary>
    public required long OpenEvaluations { get; init; }

    /// <summary>Whether too few draws were made for first-order indices and values of information.</summary>
    public required bool TooFewDraws { get; init; }

    /// <summary>Circumstances under which there is a deal (where the case has one as asked: under which there is none).</summary>
    public required BoxFinderResult? Boxes { get; init; }

    /// <summary>Whether the boxes are of draws with a deal.</summary>
    public required bool BoxesOfDeals { get; init; }

    /// <summary>Null where neither the case nor the asker says what talks cost.</summary>
    public required InformationResult? Information { get; init; }

    /// <summary>Values at which single numbers turn the verdict, those within their ranges first; as in what would open it.</summary>
    public required ImmutableArray<TippingPoint> Flips { get; init; }

    /// <summary>How many numbers were looked at for them; 0 when it was not asked for.</summary>
    public required int FlipNumbers { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>What a design found out about every number.</summary>
public enum SensitivityDesign
{
    /// <summary>Nothing: it was not asked for.</summary>
    None,

    /// <summary>Total indices.</summary>
    TotalIndices,

    /// <summary>Elementary effects: too many numbers for total indices, or a screening was asked for.</summary>
    Screening,

    /// <summary>Shapley effects, for numbers that move together.</summary>
    ShapleyEffects,
}

/// <summary>What one number has to do with the margin.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Value">As the case has it.</param>
/// <param name="AtLow">The margin and verdict with it at the low end of its range, all else as asked.</param>
/// <param name="AtHigh">At the high end.</param>
/// <param name="FirstOrder">Share of the margin's variance that would vanish if it alone were known, 0..1; null with too few draws.</param>
/// <param name="Design">Its total index, its Shapley effect, or the mean size of its elementary effect, with 95 % intervals; null without a design.</param>
public sealed record NumberSensitivity(string Path, double Value, TornadoEnd AtLow, TornadoEnd AtHigh, double? FirstOrder, IndexEstimate? Design)
{
    /// <summary>How far the margin moves over the number's range.</summary>
    public double Swing => Math.Abs(AtHigh.Margin - AtLow.Margin);
}

/// <summary>The case with one number at an end of its range.</summary>
/// <param name="Value">The end.</param>
/// <param name="Margin">The margin there.</param>
/// <param name="Grade">The verdict there; null where a budget left it open.</param>
public sealed record TornadoEnd(double Value, double Margin, Grade? Grade);

/// <summary>What it would be worth to know numbers before deciding whether to sit down; in shares of what a deal is worth.</summary>
public sealed record InformationResult
{
    /// <summary>What talks cost.</summary>
    public required double CostOfTalks { get; init; }

    /// <summary>The probability of a deal over the draws.</summary>
    public required double DealProbability { get; init; }

    /// <summary>Whether it is worth sitting down as things are known: the probability of a deal is at least the cost.</summary>
    public bool IsWorthwhile => DealProbability >= CostOfTalks;

    /// <summary>What knowing everything is worth.</summary>
    public required double Everything { get; init; }

    /// <summary>By number, what knowing it alone is worth, and what chance alone makes of the estimate.</summary>
    public required ImmutableArray<(string Path, InformationValue Value)> Numbers { get; init; }

    /// <summary>By group of numbers that stand under the same name, what knowing all of them is worth.</summary>
    public required ImmutableArray<(string Group, int Members, InformationValue Value)> Groups { get; init; }
}
