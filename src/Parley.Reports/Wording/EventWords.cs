using System.Globalization;
using Parley.Cases.Events;
using Parley.History;

namespace Parley.Reports.Wording;

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
