using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Obstacles;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Tables;

/// <summary>Why there is no deal, as text: what would have to go, what keeps every deal away, and what each obstacle has to do with it.</summary>
public static class WhyText
{
    private const int MostShown = 20;

    public static void Write(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Obstacles is not { } why) return;
        sheet.Blank();
        sheet.Line(WhySentence.Of(why, answers.Words), why.IsOpen ? Ink.Good : Ink.Bad);
        if (why.Obstacles.IsEmpty || why.IsOpen) return;
        if (why.Obstacles[0].IsGenerated)
            sheet.Note("These obstacles were made from the case itself: its implementers, ratifiers and rules, what nobody offers, and what makes life without a deal comfortable.");
        WriteOpenings(sheet, answers, why);
        WriteBlocks(sheet, answers, why);
        if (!why.CorrectionSets.IsEmpty) WriteBlame(sheet, answers, why);
    }

    private static string Title(ObstaclesResult why, string name) => why.Obstacles.First(o => o.Name == name).Title ?? CaseWords.Plain(name);

    private static string Titles(ObstaclesResult why, ImmutableArray<string> names, string between) => string.Join(between, names.Select(n => Title(why, n)));

    internal static void WriteOpenings(Sheet sheet, CaseAnswers answers, ObstaclesResult why)
    {
        if (why.CorrectionSets.IsEmpty) return;
        sheet.Heading("What would have to go");
        var table = new SheetTable(new("Without"), new("how much", IsNumber: true), new("the best deal then"));
        foreach (var set in why.CorrectionSets.Take(MostShown))
            table.Add(Titles(why, set.Members, "\nand "), Dose(set), set.Opens is { } opens ? answers.Words.PackageLines(opens.Package.Changes) : "\u2013");
        sheet.Table(table);
        More(sheet, why.CorrectionSets.Length);
        sheet.Note("Each line is enough, and nothing on it can be left out. How much: the least part of the change that opens a deal, all its numbers moving together"
            + (why.CorrectionSets.Any(s => s.ClosesAgain) ? "; * a larger part closes it again." : "."));
        if (!why.IsComplete) sheet.Note($"Every set of up to {why.CompleteToSize} was tried; larger ones may exist.");
    }

    private static string Dose(CorrectionSet set) => set.Dose is { } dose ? NumberText.Chance(dose) + (set.ClosesAgain ? "*" : string.Empty) : "\u2013";

    private static void More(Sheet sheet, int count)
    {
        if (count > MostShown) sheet.Note($"{count - MostShown} more; --json lists them all.");
    }

    private static void WriteBlocks(Sheet sheet, CaseAnswers answers, ObstaclesResult why)
    {
        if (why.BlockingSets.IsEmpty || why.BlockingSets[0].Members.IsEmpty) return;
        sheet.Heading("What keeps every deal away");
        var table = new SheetTable(new SheetColumn(string.Empty, IsNumber: true), new SheetColumn("As long as these stand together"));
        foreach (var (set, index) in why.BlockingSets.Take(MostShown).Select((s, k) => (s, k)))
            table.Add($"{index + 1}", Titles(why, set.Members, "; "));
        sheet.Table(table);
        More(sheet, why.BlockingSets.Length);
        sheet.Note("Each line blocks by itself, whichever other obstacles go, and would not without any one of its members.");
    }

    private static void WriteBlame(Sheet sheet, CaseAnswers answers, ObstaclesResult why)
    {
        sheet.Heading("What each has to do with it");
        var withDistance = why.Attributions.Any(a => a.DistanceShare is not null);
        var table = BlameTable(withDistance);
        foreach (var (blame, obstacle) in why.Attributions.Zip(why.Obstacles)) AddBlame(table, obstacle.Title ?? CaseWords.Plain(obstacle.Name), blame, withDistance);
        sheet.Table(table);
        if (why.Groups.Length > 1)
        {
            sheet.Blank();
            var groups = BlameTable(withDistance, "Group");
            foreach (var blame in why.Groups) AddBlame(groups, CaseWords.Plain(blame.Name), blame, withDistance);
            sheet.Table(groups);
        }

        sheet.Note("Different answers to one question; none of them alone is \u201Cthe cause\u201D. Role: enough alone \u2013 without it there is a deal; part \u2013 it belongs to an "
            + "opening; dummy \u2013 no opening needs it. Responsibility: one over the size of the smallest opening it belongs to. Opening share: of all orders in which obstacles could go, those in "
            + "which its going opens a deal (Shapley and Shubik). Banzhaf: of all sets of the others, those in which it decides."
            + (withDistance ? " Distance share: of the way to a deal that taking all away would close. Obstacles that each open alone tie in it, and a dummy can bring closer without ever opening." : string.Empty));
        if (why.Attributions.FirstOrDefault(a => a.OpeningShareError is not null) is not null)
            sheet.Note($"There were too many sets to try all: opening shares are estimated from random orders, give or take {why.Attributions.Max(a => a.OpeningShareError ?? 0) * 100:0.0} points.");
    }

    private static SheetTable BlameTable(bool withDistance, string first = "Obstacle")
    {
        List<SheetColumn> columns = [new(first), new("role", IsLabel: true), new("responsibility", IsNumber: true), new("opening share", IsNumber: true), new("Banzhaf", IsNumber: true)];
        if (withDistance) columns.Add(new("distance share", IsNumber: true));
        return new([.. columns]);
    }

    private static void AddBlame(SheetTable table, string title, Attribution blame, bool withDistance)
    {
        List<string> cells = [title, Role(blame), Duty(blame.Responsibility), Share(blame.OpeningShare), Share(blame.Banzhaf)];
        if (withDistance) cells.Add(Share(blame.DistanceShare));
        table.Add(cells);
    }

    private static string Role(Attribution blame) => (blame.ButFor, blame.Sufficient, blame.Relevant) switch
    {
        (true, true, _) => "alone decides",
        (true, _, _) => "enough alone",
        (_, true, _) => "blocks alone",
        (_, _, true) => "part",
        (_, _, false) => "dummy",
        _ => "not known",
    };

    private static string Duty(Rational? responsibility) => responsibility switch
    {
        null => "?",
        { IsZero: true } => "0",
        { } share => share.ToString(),
    };

    private static string Share(Rational? share) => share switch
    {
        null => "?",
        { IsZero: true } => "\u2013",
        { } known => NumberText.Share(known),
    };
}
