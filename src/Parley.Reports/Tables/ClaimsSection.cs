using Parley.Claims;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>The claims of a case: which follow, what they hang on, and how they could all hold.</summary>
public static class ClaimsSection
{
    /// <summary>Everything that was asked about the claims.</summary>
    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Claims is not { Claims.IsEmpty: false } claims)
        {
            sheet.Blank();
            sheet.Line("This case makes no claims.");
            return;
        }

        sheet.Blank();
        var fails = claims.Claims.Any(c => c.Status == ClaimStatus.DoesNotFollow);
        sheet.Line(ClaimWords.Summary(claims), fails ? Ink.Middling : Ink.Good);
        sheet.Blank();
        WriteTable(sheet, answers, claims);
        WriteFragility(sheet, claims);
        WriteReconciliation(sheet, claims);
    }

    private static void WriteTable(Sheet sheet, CaseAnswers answers, ClaimsResult claims)
    {
        var table = new SheetTable(
            new SheetColumn("Claim", IsLabel: true),
            new SheetColumn("What it says"),
            new SheetColumn(string.Empty, IsLabel: true),
            new SheetColumn("What came out"));
        foreach (var claim in claims.Claims)
        {
            var parts = claim.Parts.Select(p => Mark(p, claim) + ClaimWords.Shown(p, answers.Words)).Distinct();
            table.Add(claim.Id, claim.Says ?? string.Empty, ClaimWords.Status(claim.Status), string.Join('\n', parts));
        }

        sheet.Table(table);
        sheet.Note("A claim follows when everything it says comes out of the numbers of the case. That shows that the argument is consistent, not that it is true.");
    }

    // Which of several parts does not come out.
    private static string Mark(ClaimPart part, ClaimResult claim) =>
        part.Holds == false && claim.Parts.Length > 1 ? "no: " : string.Empty;

    private static void WriteFragility(Sheet sheet, ClaimsResult claims)
    {
        if (claims.Fragility is not { } fragility) return;
        sheet.Heading("What they hang on");
        sheet.Line($"{NumberText.Count(fragility.Numbers)} numbers, one at a time, made a fifth smaller and larger and moved to the ends of their plausible "
            + $"ranges: {NumberText.Count(fragility.Checks)} checks of claims that follow; {(fragility.Breaks.IsEmpty ? "every one still comes out" : $"{NumberText.Count(fragility.Breaks.Length)} no longer come out")}.");
        if (fragility.Breaks.IsEmpty) return;
        sheet.Blank();
        var table = new SheetTable(
            [new SheetColumn("Claim", IsLabel: true)],
            [new SheetColumn("stops following when"), new SheetColumn("is"), new SheetColumn("from"), new SheetColumn("to")]);
        foreach (var claim in fragility.Supports.Where(s => !s.Numbers.IsEmpty))
            table.AddDetailed([claim.Claim], [.. fragility.Breaks.Where(b => b.Claim == claim.Claim).Select(Cells)]);
        sheet.Table(table);
        sheet.Note("Claims that are not listed survive every one of these changes.");
    }

    private static string[] Cells(ClaimBreak broken) =>
        [broken.Path, ClaimWords.Change(broken.Change), NumberText.Typed(broken.From), NumberText.Typed(broken.To) + (broken.IsOpen ? " (left open)" : string.Empty)];

    private static void WriteReconciliation(Sheet sheet, ClaimsResult claims)
    {
        if (claims.Reconciliation is not { } reconciliation) return;
        sheet.Heading("Numbers that suit all claims");
        foreach (var sentence in ClaimWords.Reconciled(reconciliation)) sheet.Line(sentence);
        if (!reconciliation.Found || reconciliation.Moved.IsEmpty) return;
        sheet.Blank();
        var table = new SheetTable(new SheetColumn("Number", IsLabel: true), new SheetColumn("as given", IsNumber: true), new SheetColumn("moved to", IsNumber: true));
        foreach (var moved in reconciliation.Moved) table.Add(moved.Path, NumberText.Typed(moved.From), NumberText.Typed(moved.To));
        sheet.Table(table);
    }
}
