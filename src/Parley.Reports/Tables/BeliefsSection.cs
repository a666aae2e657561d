using Parley.Beliefs;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>What to believe of each thing reported.</summary>
public static class BeliefsSection
{
    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Beliefs is not { } result) return;
        sheet.Blank();
        sheet.Line(BeliefWords.Summary(result));
        if (result.Beliefs.IsEmpty) return;
        sheet.Heading("What is reported");
        var table = new SheetTable(
            new SheetColumn("Reported"), new SheetColumn("Chance", IsNumber: true), new SheetColumn("Narrated", IsNumber: true), new SheetColumn("For", IsNumber: true), new SheetColumn("Against", IsNumber: true), new SheetColumn("Rests on"));
        foreach (var belief in result.Beliefs)
        {
            table.Add(
                CaseWords.Plain(belief.About), EvidenceText.Figure(belief.Chance, 2), belief.NarratedChance is { } narrated ? EvidenceText.Figure(narrated, 2) : "\u2013",
                EvidenceText.Figure(belief.For, 2), EvidenceText.Figure(belief.Against, 2), BeliefWords.Basis(belief));
        }

        sheet.Table(table);
        sheet.Note("Chance: from even odds and the reports alone. For and against: in nats; contested when both exceed 0.4. "
            + "Narrated: the chance when all comes through one narrator and his doubt is counted once.");
    }
}
