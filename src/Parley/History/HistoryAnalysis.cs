using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Dynamics;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.History;

/// <summary>What happened, and how it is counted.</summary>
public sealed record HistoryOptions
{
    /// <summary>The events.</summary>
    public required CaseEvidence Evidence { get; init; }

    /// <summary>Where the index stands and what intensities count.</summary>
    public required RelationshipIndex Index { get; init; }

    /// <summary>The length of a period.</summary>
    public EventPeriod Period { get; init; } = EventPeriod.Quarter;

    /// <summary>Quarters ahead that the expected path is followed, at least 1.</summary>
    public int Quarters { get; init; } = 4;

    /// <summary>Search nodes at most for the verdict, on which tokens hang.</summary>
    public long MaxNodes { get; init; } = 200_000;
}

/// <summary>Where did the relationship come from, and does it move as the case expects it to?</summary>
public static class HistoryAnalysis
{
    // A quarter of 365.25 days.
    private static readonly Rational DaysOfQuarter = new(1461, 16);

    /// <summary>Reconstructs the index backwards from the day up to which things are known, event by event.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 60 to 62. Exact. Ties and edge cases: events of one day in declaration order; an event without an effect
    /// moves nothing and is counted; without an as_of that has a last day, the day of the last event takes its place. Cost: one pass,
    /// a verdict, and what <see cref="IndexPath"/> takes.
    /// Source: Goldstein 1992, for the scale of intensities; key "goldstein1992" in docs/references.bib.
    /// </remarks>
    /// <param name="problem">The case as asked; effects are evaluated with its parameters.</param>
    /// <param name="options">What happened.</param>
    /// <param name="progress">Told of the path ahead.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    public static HistoryResult Run(CaseProblem problem, HistoryOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        progress?.Report(new("history", 0, 1));
        var index = options.Index;
        var verdict = VerdictAnalysis.Run(problem, new() { Certificate = false, NearMisses = 0, MaxNodes = options.MaxNodes, RefineNodes = options.MaxNodes }, null, cancellationToken);
        var expected = IndexPath.Of(index, problem, verdict.Grade, options.Quarters, progress, cancellationToken);
        var level = problem.Values.Evaluate(index.Start);
        var rows = ImmutableArray.CreateBuilder<HistoryRow>();
        foreach (var past in options.Evidence.History.OrderBy(e => e.Day).Reverse())
        {
            var (effect, origin) = Effect(past, problem, index);
            rows.Add(new(past, effect, origin, level - (effect ?? Rational.Zero), level));
            level -= effect ?? Rational.Zero;
        }

        rows.Reverse();
        var events = rows.ToImmutable();
        DateOnly? end = events.IsEmpty ? null : DaySpan.LastDay(options.Evidence.AsOf) ?? events[^1].Event.Day;
        return new()
        {
            Events = events,
            End = end,
            Before = level,
            Now = problem.Values.Evaluate(index.Start),
            Period = options.Period,
            Periods = end is { } last ? Periods(events, level, options.Period, last) : [],
            Observed = end is { } until ? Observe(events, until) : null,
            Expected = expected,
            Completeness = verdict.IsDecided && expected.HasQuantiles ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private static (Rational? Effect, EffectOrigin Origin) Effect(PastEvent past, CaseProblem problem, RelationshipIndex index)
    {
        var values = problem.Values;
        if (past.EffectOnIndex is { } own) return (values.Evaluate(own), EffectOrigin.Own);
        if (past.Event is { } name && problem.Model.OverlaysOf(OverlayKind.Event).FirstOrDefault(e => e.Name == name)?.EffectOnIndex is { } declared)
            return (values.Evaluate(declared), EffectOrigin.Event);
        if (past.Intensity is { } intensity && index.PerIntensity is { } factor) return (values.Evaluate(intensity) * values.Evaluate(factor), EffectOrigin.Intensity);
        return (null, EffectOrigin.None);
    }

    private static ImmutableArray<HistoryPeriod> Periods(ImmutableArray<HistoryRow> events, Rational before, EventPeriod period, DateOnly end)
    {
        var byStart = events.ToLookup(e => EventHistory.Start(e.Event.Day, period));
        var periods = ImmutableArray.CreateBuilder<HistoryPeriod>();
        var level = before;
        for (var start = EventHistory.Start(events[0].Event.Day, period); start <= end && start.Year < DateOnly.MaxValue.Year; start = EventHistory.Next(start, period))
        {
            var (gains, losses, unknown, count) = (Rational.Zero, Rational.Zero, 0, 0);
            foreach (var row in byStart[start])
            {
                count++;
                if (row.Effect is not { } effect) unknown++;
                else if (effect.Sign > 0) gains += effect;
                else losses += effect;
            }

            level += gains + losses;
            periods.Add(new(start, count, unknown, gains, losses, level));
        }

        return periods.ToImmutable();
    }

    private static ObservedDrift? Observe(ImmutableArray<HistoryRow> events, DateOnly end)
    {
        var from = EventHistory.Start(events[0].Event.Day, EventPeriod.Quarter);
        var quarters = (end.DayNumber - from.DayNumber + 1) / DaysOfQuarter;
        if (quarters < Rational.One) return null;
        var (sum, squares) = (Rational.Zero, Rational.Zero);
        foreach (var effect in events.Select(e => e.Effect ?? Rational.Zero))
        {
            sum += effect;
            squares += effect * effect;
        }

        return new(from, quarters, sum / quarters, squares / (quarters * quarters));
    }
}
