using System.Globalization;
using Parley.Cases.Events;
using Parley.Cases.Evidence;
using Parley.History;

namespace Parley.Reports.Wording;

/// <summary>Where events were written, and what became of them.</summary>
/// <param name="File">The evidence file.</param>
/// <param name="Addition">How many were written, and why the others were not.</param>
public sealed record WrittenEvents(string File, HistoryAddition Addition);

/// <summary>What was read of event data, in words.</summary>
public static class EventWords
{
    /// <summary>How many lines came to what.</summary>
    public static string Of(EventFile file)
    {
        var parts = new List<string> { $"{Count(file.Lines, "line")}: {Count(file.Events.Length, "event")} kept" };
        if (file.NotWanted > 0) parts.Add($"{Number(file.NotWanted)} not between the actors asked for");
        if (file.Repeated > 0) parts.Add($"{Number(file.Repeated)} told again");
        if (file.Broken > 0) parts.Add($"{Number(file.Broken)} that cannot be read");
        return string.Join(", ", parts) + ".";
    }

    /// <summary>What became of events that were to be written.</summary>
    public static string Of(WrittenEvents written)
    {
        var (added, known, later) = (written.Addition.Added, written.Addition.Known, written.Addition.Later);
        var parts = new List<string> { $"{Count(added, "event")} written to {written.File}" };
        if (known > 0) parts.Add($"{Number(known)} that {(known == 1 ? "was" : "were")} there already or came twice");
        if (later > 0) parts.Add($"{Number(later)} later than its as_of, left out");
        return string.Join(", ", parts) + ".";
    }

    /// <summary>"2019-05", "2019 Q2", "2019".</summary>
    public static string Period(DateOnly start, EventPeriod period) => period switch
    {
        EventPeriod.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        EventPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year} Q{((start.Month - 1) / 3) + 1}"),
        _ => start.Year.ToString(CultureInfo.InvariantCulture),
    };

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";
}
