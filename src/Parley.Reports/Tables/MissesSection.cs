using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;

namespace Parley.Reports.Tables;

/// <summary>The packages that come closest without being acceptable, and who stands in the way.</summary>
internal static class MissesSection
{
    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Verdict is not { } verdict || verdict.NearMisses.IsEmpty) return;
        sheet.Heading("The closest misses");
        var table = new SheetTable(
            [new SheetColumn(string.Empty, IsNumber: true), new SheetColumn("Package")],
            [new SheetColumn("Who refuses"), new SheetColumn("Short by", IsNumber: true), new SheetColumn("Share", IsNumber: true)]);
        var rank = 0;
        foreach (var miss in verdict.NearMisses)
        {
            rank++;
            var broken = miss.Broken.OrderBy(r => r.Value).ToList();
            table.AddDetailed(
                [NumberText.Count(rank), answers.Words.PackageLines(miss.Package.Changes)],
                [.. broken.Select(row => RefusalCells(row, answers.Words))]);
        }

        sheet.Table(table);
        sheet.Note(
            "Short by: the points, or votes, that whoever refuses would still have to gain. Share: the same as a part of the "
            + "whole range of what is at stake for it. A dash: a rule that knows no degrees.");
    }

    private static string[] RefusalCells(RowOutcome row, CaseWords words) =>
        [ConditionWords.Refuser(row, words), ConditionWords.Shortfall(row), ConditionWords.ShareOfRange(row)];
}
