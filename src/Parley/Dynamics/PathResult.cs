using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Dynamics;

/// <summary>Where the relationship index is expected to go, and whether the verdict changes on the way.</summary>
public sealed record PathResult
{
    /// <summary>The verdict as asked.</summary>
    public required Grade Grade { get; init; }

    public required IndexPath Path { get; init; }

    /// <summary>By quarter its last day, counted from the day up to which things are known; null without such a day.</summary>
    public required ImmutableArray<DateOnly>? Ends { get; init; }

    /// <summary>Momentous events that move the index.</summary>
    public required ImmutableArray<IndexShock> Momentous { get; init; }

    public required VerdictChanges Changes { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>Events under which the verdict is another, and how likely one comes.</summary>
public sealed record VerdictChanges
{
    /// <summary>Events with a rate that were judged, each alone.</summary>
    public required int Judged { get; init; }

    /// <summary>Those that change the verdict alone, in declaration order.</summary>
    public required ImmutableArray<VerdictChange> Alone { get; init; }

    /// <summary>Pairs of the others that change it together, in declaration order.</summary>
    public required ImmutableArray<VerdictChangeByPair> Pairs { get; init; }

    /// <summary>False where there were too many events to judge pairs.</summary>
    public required bool PairsJudged { get; init; }

    /// <summary>The chance by quarter that an event of <see cref="Alone"/> has come.</summary>
    public required ImmutableArray<double> ChanceAlone { get; init; }

    /// <summary>The chance by quarter that one of those or both of a pair have come.</summary>
    public required ImmutableArray<double> ChanceWithPairs { get; init; }
}

/// <summary>An event that alone changes the verdict.</summary>
/// <param name="Event">The event.</param>
/// <param name="PerYear">Its expected number a year.</param>
/// <param name="Grade">The verdict with it.</param>
/// <param name="Share">The chance that it is the first of them, whenever that is.</param>
public sealed record VerdictChange(Overlay Event, Rational PerYear, Grade Grade, Rational Share);

/// <summary>Two events that only together change the verdict.</summary>
/// <param name="First">The one declared first.</param>
/// <param name="Second">The other.</param>
/// <param name="Grade">The verdict with both.</param>
public sealed record VerdictChangeByPair(Overlay First, Overlay Second, Grade Grade);
