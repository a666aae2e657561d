using Parley.Cases.Overlays;
using Parley.Reports.Wording;
using Parley.Robustness;
using Parley.Sweeps;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>A sweep as a table, a row for each cell; and as CSV.</summary>
public static class SweepText
{
    private const int MostRows = 60;

    public static void Write(Sheet sheet, SweepPart part)
    {
        var cells = NumberText.Count(part.Cells.Length) + (part.Cells.Length == 1 ? " cell" : " cells");
        sheet.Line(part.Shards == 1
            ? $"{cells}, {NumberText.Count(part.DrawsPerCell)} draws in each."
            : $"Shard {part.Shard} of {part.Shards}: its share of {cells} with {NumberText.Count(part.DrawsPerCell)} draws in each.", Ink.Title);
        if (part.Shards > 1) return;
        sheet.Blank();
        var table = new SheetTable(
            new SheetColumn("Case", IsLabel: true), new SheetColumn("Under"), new SheetColumn("As asked", IsLabel: true), new SheetColumn("Margin", IsNumber: true),
            new SheetColumn("Deals", IsNumber: true), new SheetColumn("Tokens only", IsNumber: true), new SheetColumn("Nothing", IsNumber: true), new SheetColumn("Median margin", IsNumber: true));
        foreach (var cell in part.Cells.Take(MostRows)) table.Add(Cells(part, cell));
        sheet.Table(table);
        if (part.Cells.Length > MostRows) sheet.Note($"{NumberText.Count(part.Cells.Length - MostRows)} more cells are in the file.");
    }

    private static string[] Cells(SweepPart part, SweepTally cell)
    {
        var (asked, tally) = (cell.AsAsked!, cell.Draws); // one shard of one holds all of it
        string Share(Grade grade) => tally.Decided == 0 ? "–" : RobustWords.Percent((double)tally.Of(grade) / tally.Decided);
        return
        [
            part.Cases[cell.Cell.Case].Name,
            Under(cell.Cell.Selection),
            asked.IsDecided ? GradeWords.Slug(asked.Grade) : "open",
            EvidenceText.Figure(asked.Margin, 3),
            Share(Grade.Deal),
            Share(Grade.Tokens),
            Share(Grade.Nothing),
            tally.Decided == 0 ? "–" : EvidenceText.Figure(tally.MarginQuantile(0.5), 3),
        ];
    }

    private static string Under(OverlaySelection selection)
    {
        var words = new List<string>();
        if (selection.At is { } at) words.Add("at " + at);
        if (selection.Under is { } under) words.Add("under " + under);
        if (selection.SeenBy is { } seen) words.Add("seen by " + seen);
        if (selection.Story is { } story) words.Add("story " + story);
        if (!selection.Given.IsEmpty) words.Add("given " + string.Join(" + ", selection.Given));
        if (!selection.Without.IsEmpty) words.Add("without " + string.Join(" + ", selection.Without));
        words.AddRange(selection.Set);
        return words.Count == 0 ? "as it stands" : string.Join(", ", words);
    }

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
                CsvText.Number(deals.Low), CsvText.Number(deals.High), CsvText.Number(t.MeanMargin), CsvText.Number(t.MarginDeviation),
                CsvText.Number(t.MarginQuantile(0.05)), CsvText.Number(t.MarginQuantile(0.5)), CsvText.Number(t.MarginQuantile(0.95)),
            ];
            lines.Add(string.Join(',', cells));
        }

        return CsvText.Document(lines);
    }
}
