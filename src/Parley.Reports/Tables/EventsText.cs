using System.Globalization;
using Parley.Cases.Events;
using Parley.History;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>A file of event data as text: what was read, and how it went over time.</summary>
public static class EventsText
{
    private const int MostTypes = 3;

    public static void Write(Sheet sheet, string name, EventFile file, EventHistory history, WrittenEvents? written = null)
    {
        sheet.Line($"{name} ({Set(file.Format)})", Ink.Title);
        sheet.Line(EventWords.Of(file), file.Broken == 0 ? Ink.Plain : Ink.Middling);
        if (written is { } into) sheet.Line(EventWords.Of(into));
        if (history.Counts.IsEmpty) return;
        sheet.Heading("Over time");
        var table = new SheetTable(
            new SheetColumn(history.Period.ToString(), IsLabel: true),
            new SheetColumn("Events", IsNumber: true),
            new SheetColumn("Cooperative", IsNumber: true),
            new SheetColumn("Conflictual", IsNumber: true),
            new SheetColumn("Mean", IsNumber: true),
            new SheetColumn("Most often"));
        foreach (var count in history.Counts)
        {
            table.Add(
                EventWords.Period(count.Start, history.Period),
                Number(count.Events),
                Number(count.Cooperative),
                Number(count.Conflictual),
                count.MeanIntensity is { } mean ? mean.ToString("+0.00;\u22120.00;0.00", CultureInfo.InvariantCulture) : "\u2013",
                string.Join(", ", count.Types.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(MostTypes).Select(t => $"{t.Key.ToLowerInvariant()} {Number(t.Value)}")));
        }

        sheet.Table(table);
        sheet.Note("Mean: of the intensities, from \u221210 (conflict) to +10 (cooperation); in GDELT and ICEWS Goldstein's scale. Machine-coded: one report may be many events, and many reports one.");
    }

    private static string Set(EventFormat format) => format switch
    {
        EventFormat.Icews => "ICEWS",
        EventFormat.Polecat => "POLECAT",
        EventFormat.Gdelt2 => "GDELT 2.0",
        EventFormat.Gdelt1 => "GDELT 1.0",
        _ => "GDELT 1.0, backfile",
    };

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
