using Parley.History;
using Parley.Kernels.Exact;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>What happened, and where it took the relationship index.</summary>
public static class HistorySection
{
    private const int MostEvents = 40;
    private const int MostPeriods = 40;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.History is not { } history) return;
        sheet.Blank();
        foreach (var sentence in IndexWords.Summary(history)) sheet.Line(sentence);
        if (history.Events.IsEmpty) return;
        WritePeriods(sheet, history);
        WriteEvents(sheet, history);
    }

    private static void WritePeriods(Sheet sheet, HistoryResult history)
    {
        sheet.Heading("The index over time");
        var first = Math.Max(0, history.Periods.Length - MostPeriods);
        var shown = history.Periods.Skip(first).ToList();
        var isUnknown = shown.Exists(p => p.WithoutEffect > 0);
        var table = new SheetTable(
        [
            new SheetColumn(history.Period.ToString(), IsLabel: true), new SheetColumn("Events", IsNumber: true),
            .. isUnknown ? [new SheetColumn("No effect given", IsNumber: true)] : Array.Empty<SheetColumn>(),
            new SheetColumn("Gains", IsNumber: true), new SheetColumn("Losses", IsNumber: true), new SheetColumn("Index", IsNumber: true),
        ]);
        foreach (var period in shown)
        {
            table.Add(
            [
                EventWords.Period(period.Start, history.Period), NumberText.Count(period.Events),
                .. isUnknown ? [period.WithoutEffect == 0 ? "\u2013" : NumberText.Count(period.WithoutEffect)] : Array.Empty<string>(),
                Change(period.Gains), Change(period.Losses), IndexWords.Level(period.Level),
            ]);
        }

        sheet.Table(table);
        sheet.Note("Gains and losses: the sum of all effects above 0, and of all below; \u2013 where there is none. Index: at the end of each, counted back from where it stands now. Shown within \u2212100 and 100.");
        if (first > 0) sheet.Note($"The first {NumberText.Count(first)} are not shown; --json has them.");
    }

    private static void WriteEvents(Sheet sheet, HistoryResult history)
    {
        sheet.Heading("What happened");
        var first = Math.Max(0, history.Events.Length - MostEvents);
        var table = new SheetTable(
            new SheetColumn("", IsNumber: true), new SheetColumn("Date", IsLabel: true), new SheetColumn("Event"), new SheetColumn("Effect", IsNumber: true), new SheetColumn("By", IsLabel: true), new SheetColumn("Index", IsNumber: true));
        for (var k = first; k < history.Events.Length; k++)
        {
            var row = history.Events[k];
            table.Add(
                NumberText.Count(k + 1), row.Event.Date, IndexWords.Name(row), row.Effect is { } effect ? IndexWords.Change(effect) : "\u2013", Origin(row.Origin), IndexWords.Level(row.After));
        }

        sheet.Table(table);
        sheet.Note("By: the event's own number, the event of the case that it is one of, or its intensity. Index: after it.");
        if (first > 0) sheet.Note($"The first {NumberText.Count(first)} are not shown; --json has them.");
    }

    private static string Change(Rational change) => change.IsZero ? "\u2013" : IndexWords.Change(change);

    private static string Origin(EffectOrigin origin) => origin switch
    {
        EffectOrigin.Own => "own",
        EffectOrigin.Event => "event",
        EffectOrigin.Intensity => "intensity",
        _ => "\u2013",
    };
}
