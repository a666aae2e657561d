using System.Collections.Immutable;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Obstacles;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Comparisons;

/// <summary>The same case under several selections of overlays, side by side, and what makes the difference.</summary>
public sealed record ComparisonResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>In the order asked for; the others are compared with the first.</summary>
    public required ImmutableArray<ComparedColumn> Columns { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>The case under one selection.</summary>
public sealed record ComparedColumn
{
    public required OverlaySelection Selection { get; init; }

    /// <summary>The verdict, with the nearest miss at most and without a proof.</summary>
    public required VerdictResult Verdict { get; init; }

    /// <summary>What would have to go, without witnesses and distances; null when the case has too many obstacles to ask.</summary>
    public required ObstaclesResult? Obstacles { get; init; }

    /// <summary>The named deals, in declaration order.</summary>
    public required ImmutableArray<ComparedDeal> Deals { get; init; }

    /// <summary>What stands otherwise than in the first column, greatest effect first; empty for the first.</summary>
    public required ImmutableArray<ComparedChange> Changes { get; init; }
}

/// <summary>A named deal in one column.</summary>
/// <param name="Name">The deal.</param>
/// <param name="Title">Its title, where it has one.</param>
/// <param name="Feasible">Whether it would be accepted.</param>
/// <param name="Margin">Its margin; -1 where it names an option that cannot be a term.</param>
public sealed record ComparedDeal(string Name, string? Title, bool Feasible, Rational Margin);

/// <summary>What differs between two effective cases.</summary>
public enum ChangeKind
{
    /// <summary>A parameter: a number that others multiply by, or a sum of such.</summary>
    Parameter,

    /// <summary>Another number.</summary>
    Number,

    /// <summary>Whether a rule is in force.</summary>
    RuleInForce,

    /// <summary>What holds today on an issue.</summary>
    StatusQuo,

    /// <summary>Whether an issue is off the table.</summary>
    OffTable,

    /// <summary>Whether an option is a unilateral move.</summary>
    Unilateral,
}

/// <summary>One thing that stands otherwise than in the first column.</summary>
public sealed record ComparedChange
{
    /// <summary>Its path, as an edit would name it.</summary>
    public required string Path { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>What stands there in the first column, as an edit would say it; null where nothing does.</summary>
    public required string? From { get; init; }

    /// <summary>What stands there in this column; null where nothing does.</summary>
    public required string? To { get; init; }

    /// <summary>What the first column would be with this one change; null where it cannot be made alone.</summary>
    public required ChangeAlone? Alone { get; init; }
}

/// <summary>The first column with one change.</summary>
/// <param name="Grade">Its verdict.</param>
/// <param name="Margin">Its margin.</param>
/// <param name="Effect">Its margin less that of the first column.</param>
public sealed record ChangeAlone(Grade Grade, Rational Margin, Rational Effect);
