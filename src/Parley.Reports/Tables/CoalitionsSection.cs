using Parley.Coalitions;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>Who could agree without whom, with three negotiators or more.</summary>
internal static class CoalitionsSection
{
    private const int MostRefusalsShown = 6;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Coalitions is not { Coalitions.IsEmpty: false } result) return;
        sheet.Heading("Who could agree without whom");
        var could = result.Coalitions.Where(c => c.CouldAgree).ToList();
        var couldNot = result.Coalitions.Where(c => !c.CouldAgree).ToList();
        if (could.Count > 0) WriteTable(sheet, answers, could);
        if (couldNot.Count > 0) sheet.Note(CouldNot(couldNot, could.Count == 0, answers.Words));
        sheet.Note("Each by its own means only; how those left out would react is not modelled.");
        if (result.InTheCore is { } core && answers.Verdict is { Grade: Grade.Deal }) sheet.Note(CoreSentence(core));
    }

    private static void WriteTable(Sheet sheet, CaseAnswers answers, List<CoalitionResult> coalitions)
    {
        var table = new SheetTable(
            [new SheetColumn("Could agree"), new SheetColumn("On")],
            [new SheetColumn("Gain"), new SheetColumn(string.Empty, IsNumber: true)]);
        foreach (var coalition in coalitions)
        {
            if (coalition.Package is not { } package) continue;
            table.AddDetailed(
                [answers.Words.Parties(coalition.Members), answers.Words.PackageLines(package.Changes)],
                [.. GainsOf(coalition, package.Gains, answers)]);
        }

        sheet.Table(table);
    }

    private static IEnumerable<string[]> GainsOf(
        CoalitionResult coalition, System.Collections.Immutable.ImmutableArray<Kernels.Exact.Rational> gains, CaseAnswers answers)
    {
        var parties = answers.Coalitions!.Parties; // a coalition is only written from its own result
        for (var i = 0; i < parties.Length; i++)
        {
            if (!coalition.Members.Contains(parties[i])) continue;
            yield return [answers.Words.Party(parties[i]), NumberText.Points(gains[i])];
        }
    }

    private static string CouldNot(List<CoalitionResult> coalitions, bool none, CaseWords words)
    {
        if (none) return "Nobody: no smaller group has anything that all its members would gain from.";
        var shown = coalitions.Take(MostRefusalsShown).Select(c => words.Parties(c.Members, "with"));
        var rest = coalitions.Count - MostRefusalsShown;
        return $"Could not: {string.Join("; ", shown)}{(rest > 0 ? $"; and {rest} other groups" : string.Empty)}.";
    }

    private static string CoreSentence(int core) => core switch
    {
        0 => "No deal among all of them is safe from this: for each, some side or group would rather go its own way.",
        1 => "One deal among all of them is safe from this: no group would rather go its own way.",
        _ => $"{core} deals among all of them are safe from this: no group would rather go its own way.",
    };
}
