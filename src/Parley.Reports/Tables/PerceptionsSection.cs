using Parley.Perceptions;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>Who sees a deal, and which of the named deals.</summary>
public static class PerceptionsSection
{
    public static void WriteAll(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Perceptions is not { } result) return;
        sheet.Blank();
        sheet.Line(PerceptionWords.Of(result, answers.Words), Tone(result));
        if (!result.IsDeclared) return;
        WriteVerdicts(sheet, answers, result);
        if (!result.Deals.IsEmpty) WriteDeals(sheet, answers, result);
    }

    private static Ink Tone(PerceptionsResult result) => result.Agreement switch
    {
        _ when !result.IsDeclared => Ink.Plain,
        ViewAgreement.AgreedDeal => Ink.Good,
        ViewAgreement.AgreedNo or ViewAgreement.Illusory => Ink.Bad,
        _ => Ink.Middling,
    };

    private static void WriteVerdicts(Sheet sheet, CaseAnswers answers, PerceptionsResult result)
    {
        sheet.Heading("Is there a deal?");
        var table = new SheetTable(
            new SheetColumn("As seen"), new SheetColumn("Own view of", IsLabel: true), new SheetColumn("Verdict", IsLabel: true), new SheetColumn("Margin", IsNumber: true));
        foreach (var view in Shown(result))
        {
            var owner = view.Negotiator is { } party ? answers.Words.Party(party) : "\u2013";
            table.Add(PerceptionWords.View(view, answers.Words), owner, GradeWords.Of(view.Grade, view.IsDecided, answers.Model), GradeWords.Margin(view.Margin, view.MarginUpper));
        }

        sheet.Table(table);
        var without = result.Parties.Where((_, k) => result.Own[k].Perception is null).ToList();
        if (without.Count > 0)
        {
            sheet.Note($"{answers.Words.Parties(without)} {(without.Count == 1 ? "has" : "have")} no perception of "
                + $"{(without.Count == 1 ? "its" : "their")} own in the file and {(without.Count == 1 ? "counts" : "count")} as seeing the case as it stands.");
        }
    }

    private static IEnumerable<PerceivedCase> Shown(PerceptionsResult result) =>
        result.Own.Where(v => v.Perception is not null).Prepend(result.Case).Concat(result.Others);

    private static void WriteDeals(Sheet sheet, CaseAnswers answers, PerceptionsResult result)
    {
        sheet.Heading("The named deals");
        var surplus = new PartyColumns(sheet, answers.Words, result.Parties);
        var last = surplus.Fit ? surplus.Columns : [new SheetColumn("Margin", IsNumber: true)];
        var table = new SheetTable([new SheetColumn("Deal, and as seen"), new SheetColumn("Accepted", IsLabel: true), .. last]);
        for (var k = 0; k < result.Deals.Length; k++)
        {
            var deal = result.Deals[k];
            var name = $"{deal.Title ?? CaseWords.Plain(deal.Name)}: {PerceptionWords.Word(deal.Agreement)}";
            table.Add([name, .. Enumerable.Repeat(string.Empty, table.Columns.Count - 1)]);
            foreach (var view in Shown(result))
                table.Add(Cells(view.Deals[k], "  " + PerceptionWords.View(view, answers.Words), surplus.Fit, result.Parties.Length));
        }

        sheet.Table(table);
        sheet.Note(surplus.Fit
            ? "The sides' columns: what each would gain beyond the least it must have if the case were as seen, in its own points; below zero it refuses."
            : "Margin: by how much every condition holds if the case were as seen; below zero some condition fails.");
        sheet.Note("After a deal's name, how the sides' own views compare with the case: agreed no, agreed deal; illusory: every side sees a deal that is none; "
            + "missed: some side does not see a deal that is one; split: there is none, and some side sees one.");
    }

    private static string[] Cells(PerceivedDeal deal, string view, bool withSurplus, int parties)
    {
        string[] lead = [view, deal.Feasible ? "yes" : "no"];
        if (!withSurplus) return [.. lead, NumberText.Margin(deal.Margin)];
        return [.. lead, .. deal.Surplus.IsEmpty ? Enumerable.Repeat("\u2013", parties) : deal.Surplus.Select(NumberText.Points)];
    }
}
