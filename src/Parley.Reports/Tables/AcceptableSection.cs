using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Reports.Tables;

/// <summary>What is jointly acceptable: gestures, and deals where there are any.</summary>
internal static class AcceptableSection
{
    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Verdict is not { } verdict) return;
        sheet.Heading("What is jointly acceptable");
        if (verdict.Grade == Grade.Deal)
        {
            WriteSolutions(sheet, answers);
            if (verdict.HasTokens && !verdict.Tokens.IsEmpty) sheet.Blank();
        }

        if (verdict.HasTokens && (verdict.Grade != Grade.Deal || !verdict.Tokens.IsEmpty)) WriteTokens(sheet, answers, verdict);
        if (verdict.Grade == Grade.Deal) return;
        if (!verdict.HasTokens)
        {
            sheet.Note($"Nothing: none of the {NumberText.Count(verdict.PackageCount)} packages meets every condition of a deal.");
        }
    }

    /// <summary>The best deals by each yardstick, those that coincide in one row.</summary>
    public static void WriteSolutions(Sheet sheet, CaseAnswers answers)
    {
        var picks = Picks(answers);
        if (picks.Count == 0) return;
        var parties = answers.Verdict?.Parties ?? answers.Frontier?.Parties ?? answers.Bargaining?.Parties ?? [];
        var gains = new PartyColumns(sheet, answers.Words, parties);
        var table = new SheetTable(
            [new SheetColumn("Best deal by", IsLabel: true), new SheetColumn("Package"), .. gains.Columns],
            gains.DetailColumns("Gain"));
        foreach (var (names, package) in picks)
        {
            gains.AddRow(table, [string.Join("\n", names), answers.Words.PackageLines(package.Changes)], package.Gains);
        }

        sheet.Table(table);
        sheet.Note("Numbers are gains over no deal, in each side's own points; they do not compare between sides.");
        if (answers.Bargaining is not null)
        {
            var safest = answers.Verdict is null ? string.Empty : "Safest: the tightest condition has most to spare. ";
            var utilitarian = answers.Bargaining.Utilitarian is null ? string.Empty : " Utilitarian: largest sum of gains.";
            sheet.Note(
                safest + "Nash: largest product of gains. Kalai\u2013Smorodinsky: equal shares of the best each could hope "
                + "for. Egalitarian: most for whoever gains least." + utilitarian);
        }
    }

    private static List<(List<string> Names, PackageView Package)> Picks(CaseAnswers answers)
    {
        var picks = new List<(List<string> Names, PackageView Package)>();
        if (answers.Verdict is { Grade: Grade.Deal, Witness: { } witness }) Pick("Safest", witness.Package);
        if (answers.Bargaining is { } solutions)
        {
            Pick("Nash", solutions.Nash);
            Pick("Kalai\u2013Smorodinsky", solutions.KalaiSmorodinsky);
            Pick("Egalitarian", solutions.Egalitarian);
            Pick("Utilitarian", solutions.Utilitarian);
        }

        return picks;

        void Pick(string name, PackageView? package)
        {
            if (package is null) return;
            var same = picks.FindIndex(p => p.Package.Options.SequenceEqual(package.Options));
            if (same < 0) picks.Add(([name], package));
            else picks[same].Names.Add(name);
        }
    }

    private static void WriteTokens(Sheet sheet, CaseAnswers answers, VerdictResult verdict)
    {
        if (verdict.Tokens.IsEmpty)
        {
            sheet.Note(verdict.Grade == Grade.Tokens
                ? "No gesture alone, but some of them together."
                : "Nothing: every gesture has a giver who does not want it, or someone who loses by it.");
        }
        else
        {
            var worth = new PartyColumns(sheet, answers.Words, verdict.Parties);
            var table = new SheetTable([new SheetColumn("Gesture"), .. worth.Columns], worth.DetailColumns("Worth to"));
            foreach (var token in verdict.Tokens)
            {
                worth.AddRow(table, [answers.Words.Option(token)], WorthOf(answers, token));
            }

            sheet.Table(table);
            sheet.Note("Worth in each side's own points, over the status quo. Those who make these gestures want them anyway.");
        }

        if (!verdict.FreeBaseline.IsEmpty)
        {
            sheet.Note($"What happens without a deal, and what a deal has to beat: {answers.Words.Package(verdict.FreeBaseline)}.");
        }
    }

    private static ImmutableArray<Rational> WorthOf(CaseAnswers answers, string option) =>
        answers.Trade?.Options.FirstOrDefault(o => o.Id == option)?.Worth ?? [];
}
