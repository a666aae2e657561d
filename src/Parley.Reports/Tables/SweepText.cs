using System.Collections.Immutable;
using Parley.Draws;
using Parley.Reports.Wording;
using Parley.Robustness;
using Parley.Sweeps;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>A sweep as a table, a row for each cell; and as CSV.</summary>
public static class SweepText
{
    private const int MostRows = 60;
    private const string Nothing = "–";

    public static void Write(Sheet sheet, SweepPart part)
    {
        var draws = part.DrawsPerCell switch { 0 => "as they stand", 1 => "with one draw in each", var n => $"with {NumberText.Count(n)} draws in each" };
        var cells = $"{NumberText.Count(part.Cells.Length)} {(part.Cells.Length == 1 ? "cell" : "cells")} {draws}";
        sheet.Line(part.Shards == 1 ? $"{cells}. {Summary(part)}" : $"Shard {part.Shard} of {part.Shards}: its share of {cells}.", Ink.Title);
        var axes = Axes(part).Select(a => new Axis(a.Name, a.Heading, a.Of, [.. part.Cells.Select(a.Of).Distinct(StringComparer.Ordinal)])).ToList();
        var common = axes.Where(a => a.Values is [var only] && only != Nothing).Select(a => $"{a.Name} {a.Values[0].ReplaceLineEndings(" ")}").ToList();
        if (common.Count > 0) sheet.Line($"In all of them: {string.Join(", ", common)}.");
        if (part.Shards > 1) return;
        var varied = axes.Where(a => a.Values.Count > 1).ToList();
        var idle = varied.Where(a => IsIdle(part, varied, a)).Select(a => a.Name).ToList();
        if (idle.Count > 0 && varied.Count > 0) sheet.Line($"By itself {string.Join(" or ", idle)} changes no verdict as asked.");
        sheet.Blank();
        WriteTable(sheet, part, varied);
        sheet.Note(part.DrawsPerCell == 0
            ? "Margin: above 0 a deal holds with that much to spare, below 0 it falls short by that much."
            : $"As asked: with the numbers as they stand. Deal{(HasTokens(part) ? ", tokens" : string.Empty)}: in what share of the draws; intervals are in --csv and --json.");
        if (!part.IsComplete) sheet.Note("In some cells the search left draws or margins open: those counts are in the file and in --csv.");
        if (part.DrawsPerCell > 0 && part.Cells.Any(c => !c.Cell.Selection.Set.IsEmpty)) sheet.Note("A number set in a cell is the same in all its draws.");
    }

    private static void WriteTable(Sheet sheet, SweepPart part, List<Axis> varied)
    {
        var hasTokens = HasTokens(part);
        var table = new SheetTable([.. varied.Select(a => new SheetColumn(a.Heading, IsLabel: true)), .. ResultColumns(part, hasTokens)], []);
        foreach (var cell in part.Cells.Take(MostRows)) table.Add([.. varied.Select(a => a.Of(cell)), .. Results(part, cell, hasTokens)]);
        sheet.Table(table);
        if (part.Cells.Length > MostRows) sheet.Note($"{NumberText.Count(part.Cells.Length - MostRows)} more cells are in the file.");
    }

    private static string Summary(SweepPart part)
    {
        var verdicts = part.Cells.GroupBy(c => Verdict(c.AsAsked!, HasTokens(part)), StringComparer.Ordinal).OrderByDescending(g => g.Count()); // one shard of one holds all of it
        var asked = $"As asked {string.Join(", ", verdicts.Select(g => $"{g.Key} in {NumberText.Count(g.Count())}"))}";
        var deals = part.Cells.Where(c => c.Draws.Decided > 0).Select(c => (double)c.Draws.Of(Grade.Deal) / c.Draws.Decided).ToList();
        if (deals.Count == 0) return asked + ".";
        var (least, most) = (RobustWords.Percent(deals.Min()), RobustWords.Percent(deals.Max()));
        return asked + (least == most ? $"; in each, {least} of the draws have a deal." : $"; between {least} and {most} of the draws have a deal.");
    }

    // Whether no verdict as asked differs between cells that differ along an axis only.
    private static bool IsIdle(SweepPart part, List<Axis> varied, Axis axis) => part.Cells
        .GroupBy(c => string.Join('\t', varied.Where(a => a != axis).Select(a => a.Of(c))), StringComparer.Ordinal)
        .All(g => g.Select(c => (c.AsAsked!.IsDecided, c.AsAsked.Grade)).Distinct().Count() == 1);

    // Cases without a threshold of substance know no tokens, only deals and none.
    private static bool HasTokens(SweepPart part) => part.Cells.Any(c => c.AsAsked is { Grade: Grade.Tokens } || c.Draws.Of(Grade.Tokens) > 0);

    private static string Verdict(AskedVerdict asked, bool hasTokens) => GradeWords.Of(asked.Grade, asked.IsDecided, hasTokens);

    // What may differ between cells, each with what a cell has of it. The heading of a path breaks at its points.
    private static IEnumerable<(string Name, string Heading, Func<SweepTally, string> Of)> Axes(SweepPart part)
    {
        yield return ("case", "Case", c => part.Cases[c.Cell.Case].Name);
        yield return ("date", "Date", c => c.Cell.Selection.At ?? Nothing);
        yield return ("leader", "Leader", c => c.Cell.Selection.Under ?? Nothing);
        yield return ("seen by", "Seen by", c => c.Cell.Selection.SeenBy ?? Nothing);
        yield return ("story", "Story", c => c.Cell.Selection.Story ?? Nothing);
        yield return ("given", "Given", c => Together(c.Cell.Selection.Given));
        yield return ("without", "Without", c => Together(c.Cell.Selection.Without));
        foreach (var path in part.Cells.SelectMany(c => c.Cell.Selection.Set).Select(PathOf).Distinct(StringComparer.Ordinal))
            yield return (path, path.Replace(".", ". ", StringComparison.Ordinal), c => c.Cell.Selection.Set.LastOrDefault(e => PathOf(e) == path)?[(path.Length + 1)..] ?? Nothing);
    }

    private static string PathOf(string edit) => edit.Split('=')[0];

    private static string Together(ImmutableArray<string> names) => names.IsEmpty ? Nothing : string.Join(" +\n", names);

    private static IEnumerable<SheetColumn> ResultColumns(SweepPart part, bool hasTokens)
    {
        if (part.DrawsPerCell == 0) return [new("Verdict", IsLabel: true), new("Margin", IsNumber: true)];
        SheetColumn[] tokens = hasTokens ? [new("Tokens only", IsNumber: true)] : [];
        return [new("As asked", IsLabel: true), new("Deal", IsNumber: true), .. tokens, new("Median margin", IsNumber: true)];
    }

    private static IEnumerable<string> Results(SweepPart part, SweepTally cell, bool hasTokens)
    {
        var (asked, tally) = (cell.AsAsked!, cell.Draws); // one shard of one holds all of it
        yield return Verdict(asked, hasTokens);
        if (part.DrawsPerCell == 0)
        {
            yield return RobustWords.Margin(asked.Margin);
            yield break;
        }

        foreach (var grade in hasTokens ? new[] { Grade.Deal, Grade.Tokens } : [Grade.Deal])
            yield return tally.Decided == 0 ? Nothing : RobustWords.Percent((double)tally.Of(grade) / tally.Decided);
        yield return tally.Decided == 0 ? Nothing : RobustWords.Margin(tally.MarginQuantile(0.5));
    }

    private sealed record Axis(string Name, string Heading, Func<SweepTally, string> Of, IReadOnlyList<string> Values);

    /// <summary>A row for each cell, safe to open in a spreadsheet.</summary>
    public static string Csv(SweepPart part)
    {
        var lines = new List<string> { "case,at,under,seen_by,story,given,without,set,as_asked,margin,draws,undecided,deal,tokens,nothing,deal_low,deal_high,margin_mean,margin_deviation,margin_5,margin_50,margin_95" };
        foreach (var cell in part.Cells)
        {
            var (s, t) = (cell.Cell.Selection, cell.Draws);
            var deals = DrawShare.Counted(string.Empty, t.Of(Grade.Deal), t.Decided);
            string?[] cells =
            [
                CsvText.Cell(part.Cases[cell.Cell.Case].Name), CsvText.Cell(s.At), CsvText.Cell(s.Under), CsvText.Cell(s.SeenBy), CsvText.Cell(s.Story),
                CsvText.Cell(string.Join('+', s.Given)), CsvText.Cell(string.Join('+', s.Without)), CsvText.Cell(string.Join(' ', s.Set)),
                cell.AsAsked is { } asked ? GradeWords.Slug(asked.Grade) : null, cell.AsAsked is { } m ? CsvText.Number(m.Margin) : null,
                CsvText.Number(t.Draws), CsvText.Number(t.Undecided), CsvText.Number(t.Of(Grade.Deal)), CsvText.Number(t.Of(Grade.Tokens)), CsvText.Number(t.Of(Grade.Nothing)),
                .. new[] { deals.Low, deals.High, t.MeanMargin, t.MarginDeviation, t.MarginQuantile(0.05), t.MarginQuantile(0.5), t.MarginQuantile(0.95) }
                    .Select(figure => t.Decided == 0 ? null : CsvText.Number(figure)),
            ];
            lines.Add(string.Join(',', cells));
        }

        return CsvText.Document(lines);
    }
}
