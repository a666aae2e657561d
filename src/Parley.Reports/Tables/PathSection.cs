using System.Globalization;
using Parley.Dynamics;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>Where the relationship index goes, and what would change the verdict on the way.</summary>
public static class PathSection
{
    private const int MostPairs = 10;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Path is not { } result) return;
        sheet.Blank();
        foreach (var sentence in IndexWords.Summary(result)) sheet.Line(sentence);
        sheet.Heading("The expected path");
        WriteBands(sheet, result, p => p.Ordinary);
        sheet.Note("Of all paths 5%, 25%, 50%, 75% and 95% are at or below these levels. Tokens at their mean, events as the case expects them, without momentous ones. Spread: one standard deviation. Shown within \u2212100 and 100.");
        if (!result.Momentous.IsEmpty) WriteMomentous(sheet, result, answers);
        WriteChanges(sheet, result, answers);
    }

    private static void WriteBands(Sheet sheet, PathResult result, Func<PathPoint, PathBand> band)
    {
        var table = new SheetTable(
        [
            new SheetColumn("Quarter", IsNumber: true), new SheetColumn("Until", IsLabel: true), new SheetColumn("Mean", IsNumber: true), new SheetColumn("Spread", IsNumber: true),
            .. IndexPath.Shares.Select(s => new SheetColumn(EvidenceText.Figure(s * 100, 0) + "%", IsNumber: true)),
        ]);
        foreach (var point in result.Path.Points)
        {
            var (levels, until) = (band(point), result.Ends is { } ends ? IndexWords.Day(ends[point.Quarter - 1]) : "\u2013");
            table.Add(
            [
                point.Quarter.ToString(CultureInfo.InvariantCulture), until, IndexWords.Level(levels.Mean), NumberText.Fixed(NumberText.Root(levels.Variance), 1),
                .. IndexPath.Shares.Select((_, k) => levels.Quantiles.IsEmpty ? "\u2013" : IndexWords.Level(levels.Quantiles[k])),
            ]);
        }

        sheet.Table(table);
    }

    private static void WriteMomentous(Sheet sheet, PathResult result, CaseAnswers answers)
    {
        sheet.Heading("With momentous events");
        WriteBands(sheet, result, p => p.WithMomentous);
        var events = result.Momentous.Select(s => $"{answers.Words.Overlay(Cases.Model.OverlayKind.Event, s.Event.Name)} ({IndexWords.Change(s.Effect)}, {NumberText.Fixed(s.PerYear, 2)} a year)");
        sheet.Note($"As often as the case says: {CaseWords.Listed([.. events])}. What else would change with them is not followed.");
    }

    private static void WriteChanges(Sheet sheet, PathResult result, CaseAnswers answers)
    {
        var (changes, words) = (result.Changes, answers.Words);
        sheet.Heading($"What would change the verdict (now: {GradeWords.Of(result.Grade, true, answers.Model)})");
        sheet.Line(IndexWords.Changes(result));
        if (!changes.Alone.IsEmpty)
        {
            var table = new SheetTable(new SheetColumn("Event"), new SheetColumn("A year", IsNumber: true), new SheetColumn("Then", IsLabel: true), new SheetColumn("Of these", IsNumber: true));
            foreach (var change in changes.Alone)
            {
                var name = words.Overlay(Cases.Model.OverlayKind.Event, change.Event.Name) + (change.Event.Momentous ? " (momentous)" : string.Empty);
                table.Add(name, NumberText.Fixed(change.PerYear, 2), GradeWords.Of(change.Grade, true, answers.Model), NumberText.Chance(change.Share));
            }

            sheet.Table(table);
            sheet.Note("Of these: how often each is the first of them to come; together 100%.");
        }

        foreach (var pair in changes.Pairs.Take(MostPairs))
            sheet.Note($"Only together: {words.Overlay(Cases.Model.OverlayKind.Event, pair.First.Name)}, and {words.Overlay(Cases.Model.OverlayKind.Event, pair.Second.Name)}: {GradeWords.Of(pair.Grade, true, answers.Model)}.");
        if (changes.Pairs.Length > MostPairs) sheet.Note($"{changes.Pairs.Length - MostPairs} more pairs are in --json.");
        sheet.Note("Each event is judged alone on the case as asked, then each pair of those that change nothing alone; three and more together are not followed.");
    }
}
