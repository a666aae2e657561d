using Parley.Kernels.Graphs;
using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Tables;

/// <summary>Equilibria where preferences are not known, or are strong, as text.</summary>
internal static class UncertainSection
{
    private const int MostStates = 60;

    public static void Write(Sheet sheet, StabilityResult result, StabilityWords words)
    {
        if (result.Uncertain is not { } uncertain) return;
        if (!uncertain.Attitudes.IsEmpty) WriteAttitudes(sheet, result, words, uncertain);
        if (uncertain.Strength is not null) WriteStrength(sheet, result, words, uncertain);
    }

    private static void WriteAttitudes(Sheet sheet, StabilityResult result, StabilityWords words, UncertainAnswers uncertain)
    {
        sheet.Heading("Where preferences are not known");
        var table = new SheetTable([new SheetColumn("Equilibrium"), .. uncertain.Attitudes.Select(a => new SheetColumn(a.Attitude.ToString().ToLowerInvariant()))]);
        foreach (var state in Enumerable.Range(0, result.Problem.StateCount).Where(s => uncertain.Attitudes.Any(a => a.ByConcept.Any(e => e.Contains(s)))).Take(MostStates))
            table.Add([words.Name(state), .. uncertain.Attitudes.Select(a => Senses(c => a.ByConcept[c].Contains(state)))]);
        sheet.Table(table);
        sheet.Note("Aggressive: every party would move on what is not known, and only what is known deters it. Certain: it moves, and is deterred, on what is known. "
            + "Mixed: it moves, and is deterred, on what is not known too. Cautious: it moves on what is known, and all else deters it.");
        sheet.Note("The tables above take each preference as it is ranked.");
    }

    private static void WriteStrength(Sheet sheet, StabilityResult result, StabilityWords words, UncertainAnswers uncertain)
    {
        sheet.Heading("How strong it is");
        var strength = uncertain.Strength!.Value; // asked before
        var table = new SheetTable(new SheetColumn("Equilibrium"), new SheetColumn("Strong in"), new SheetColumn("Weak in"));
        foreach (var state in Enumerable.Range(0, result.Problem.StateCount).Where(s => strength.Any(e => e.All.Contains(s))).Take(MostStates))
        {
            table.Add(
                words.Name(state),
                Senses(c => strength[c].Strong.Contains(state)),
                Senses(c => strength[c].All.Contains(state) && !strength[c].Strong.Contains(state)));
        }

        sheet.Table(table);
        sheet.Note("Strong: every improvement is answered by a state that is much worse. Weak: by one that is no better.");
    }

    private static string Senses(Func<int, bool> holds)
    {
        var found = Enumerable.Range(0, (int)StabilityConcept.Sequential + 1).Where(holds).Select(c => StabilityWords.Letters((StabilityConcept)c)).ToList();
        return found.Count == 0 ? "\u2013" : string.Join(", ", found);
    }
}
