using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;

namespace Parley.Reports.Tables;

/// <summary>The deals that cannot be bettered for all at once.</summary>
public static class FrontierSection
{
    public static void WriteAll(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Frontier is not { } frontier) return;
        sheet.Heading("Deals that no other deal betters for everyone");
        if (frontier.Points.IsEmpty)
        {
            sheet.Note("None: no deal is acceptable.");
            return;
        }

        var gains = new PartyColumns(sheet, answers.Words, frontier.Parties);
        var table = new SheetTable(
            [new SheetColumn(string.Empty, IsNumber: true), new SheetColumn("Package"), .. gains.Columns],
            gains.DetailColumns("Gain"));
        for (var i = 0; i < frontier.Points.Length; i++)
        {
            var point = frontier.Points[i];
            gains.AddRow(table, [NumberText.Count(i + 1), answers.Words.PackageLines(point.Changes)], point.Gains);
        }

        sheet.Table(table);
        if (frontier.Completeness == Completeness.Truncated)
        {
            sheet.Note($"The first {frontier.Points.Length}; there may be more.");
        }

        sheet.Note("Moving from one to another, what one side gains another loses. Numbers are gains over no deal.");
        if (answers.Bargaining is null) return;
        sheet.Heading("What the classical solutions pick");
        AcceptableSection.WriteSolutions(sheet, answers);
    }
}
