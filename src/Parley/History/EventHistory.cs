using System.Collections.Immutable;
using Parley.Cases.Events;

namespace Parley.History;

/// <summary>How long the periods are that events are counted in.</summary>
public enum EventPeriod
{
    Month,
    Quarter,
    Year,
}

/// <summary>Events counted period by period.</summary>
/// <param name="Period">The length of a period.</param>
/// <param name="Counts">Every period from the first event to the last, empty ones included.</param>
public sealed record EventHistory(EventPeriod Period, ImmutableArray<PeriodCount> Counts)
{
    /// <summary>Counts events by their date.</summary>
    public static EventHistory Of(EventFile file, EventPeriod period)
    {
        if (file.Events.IsEmpty) return new(period, []);
        var byStart = file.Events.ToLookup(e => Start(e.Date, period));
        var counts = ImmutableArray.CreateBuilder<PeriodCount>();
        for (var start = Start(file.Events[0].Date, period); start <= file.Events[^1].Date; start = Next(start, period))
            counts.Add(PeriodCount.Of(start, [.. byStart[start]]));
        return new(period, counts.ToImmutable());
    }

    /// <summary>The first day of the period that a day lies in.</summary>
    internal static DateOnly Start(DateOnly day, EventPeriod period) => period switch
    {
        EventPeriod.Month => new(day.Year, day.Month, 1),
        EventPeriod.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new(day.Year, 1, 1),
    };

    /// <summary>The first day of the next period.</summary>
    internal static DateOnly Next(DateOnly start, EventPeriod period) => period switch
    {
        EventPeriod.Month => start.AddMonths(1),
        EventPeriod.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };
}

/// <summary>The events of one period.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Events">How many.</param>
/// <param name="Cooperative">How many have an intensity above 0.</param>
/// <param name="Conflictual">How many have one below 0.</param>
/// <param name="MeanIntensity">The mean of those that have an intensity, exact to 28 digits; null when none has.</param>
/// <param name="Types">By type, how many; types without events are left out.</param>
public sealed record PeriodCount(
    DateOnly Start, int Events, int Cooperative, int Conflictual, decimal? MeanIntensity, ImmutableSortedDictionary<string, int> Types)
{
    internal static PeriodCount Of(DateOnly start, IReadOnlyCollection<DatedEvent> events)
    {
        var intensities = events.Where(e => e.Intensity is not null).Select(e => e.Intensity!.Value).ToList();
        return new(
            start,
            events.Count,
            intensities.Count(v => v > 0),
            intensities.Count(v => v < 0),
            intensities.Count == 0 ? null : intensities.Average(),
            events.Where(e => e.Type is not null).GroupBy(e => e.Type!).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }
}
