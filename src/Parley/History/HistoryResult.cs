using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Dynamics;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.History;

/// <summary>What happened, and the relationship index behind it (docs/model.md, 60 to 62).</summary>
public sealed record HistoryResult
{
    /// <summary>By day, events of one day in declaration order.</summary>
    public required ImmutableArray<HistoryRow> Events { get; init; }

    /// <summary>The day on which the index stands at <see cref="Now"/>; null without events.</summary>
    public required DateOnly? End { get; init; }

    /// <summary>The index before the first event.</summary>
    public required Rational Before { get; init; }

    /// <summary>The index now.</summary>
    public required Rational Now { get; init; }

    public required EventPeriod Period { get; init; }

    /// <summary>Every period from the first event to <see cref="End"/>, empty ones included.</summary>
    public required ImmutableArray<HistoryPeriod> Periods { get; init; }

    /// <summary>What the events did on average; null for less than a quarter of them.</summary>
    public required ObservedDrift? Observed { get; init; }

    /// <summary>What the case expects from here on.</summary>
    public required IndexPath Expected { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>Where an event's effect comes from.</summary>
public enum EffectOrigin
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>Its own number.</summary>
    Own,

    /// <summary>The event of the case of which it is an occurrence.</summary>
    Event,

    /// <summary>Its intensity, times what a point of it counts.</summary>
    Intensity,
}

/// <summary>A past event and the index around it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Effect">What it did to the index; null where nothing says.</param>
/// <param name="Origin">What says so.</param>
/// <param name="Before">The index before it.</param>
/// <param name="After">The index after it.</param>
public sealed record HistoryRow(PastEvent Event, Rational? Effect, EffectOrigin Origin, Rational Before, Rational After);

/// <summary>The events of a period and where they left the index.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Events">How many.</param>
/// <param name="WithoutEffect">How many of them nothing says the effect of.</param>
/// <param name="Gains">The sum of effects above 0.</param>
/// <param name="Losses">The sum of effects below 0.</param>
/// <param name="Level">The index at its end, or at the end of what is known.</param>
public sealed record HistoryPeriod(DateOnly Start, int Events, int WithoutEffect, Rational Gains, Rational Losses, Rational Level);

/// <summary>What past events did to the index per quarter.</summary>
/// <param name="From">The first day counted: of the calendar quarter of the first event.</param>
/// <param name="Quarters">Quarters of 365.25/4 days from there to the end.</param>
/// <param name="PerQuarter">The sum of effects, by quarter.</param>
/// <param name="Variance">The variance of that as an estimate, were events Poisson.</param>
public sealed record ObservedDrift(DateOnly From, Rational Quarters, Rational PerQuarter, Rational Variance);
