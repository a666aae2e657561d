using Parley.Cases.Model;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Tables;

/// <summary>Whether a case as it stands is stable, as text.</summary>
public static class StandingSection
{
    private const int MostEquilibria = 8;

    public static void WriteAll(Sheet sheet, CaseAnswers answers)
    {
        if (answers.Standing is not { } result) return;
        sheet.Blank();
        sheet.Line(StandingSentence.Of(result, answers.Words), Tone(result));
        WriteMoves(sheet, answers, result);
        WriteEvents(sheet, answers, result);
        WriteViews(sheet, answers, result);
        if (answers.Stability is { } graph) WriteGraph(sheet, answers, graph);
        else if (answers.StabilityRefused is { } reason) sheet.Line(reason, Ink.Middling);
        if (answers.Hypergame is { } hypergame)
            HypergameSection.Write(sheet, hypergame, StabilityWords.Of(hypergame.Problem.Actual, answers.Words), "As each side sees it: where it could rest");
        if (answers.HypergameRefused is { } unseen) sheet.Line(unseen, Ink.Middling);
    }

    private static Ink Tone(StandingResult result) => (result.IsStable, result.HasDeal) switch
    {
        (true, false) when result.SideDeals.IsEmpty => Ink.Good,
        (false, _) => Ink.Bad,
        _ => Ink.Middling,
    };

    private static void WriteMoves(Sheet sheet, CaseAnswers answers, StandingResult result)
    {
        sheet.Heading("What each could do alone");
        if (result.Moves.IsEmpty && result.Leaving.IsEmpty)
        {
            sheet.Note("Nothing: every change takes others (see \u201cby\u201d in docs/format.md).");
            return;
        }

        var table = new SheetTable(new SheetColumn("Side"), new SheetColumn("Move"), new SheetColumn("Brings it", IsNumber: true));
        for (var k = 0; k < result.Parties.Length; k++)
        {
            var side = answers.Words.Party(result.Parties[k]);
            if (!result.Leaving.IsEmpty)
            {
                table.Add(side, "leave: " + answers.Words.Deal(result.InForce!), NumberText.Points(result.Leaving[k].Outside - result.Leaving[k].Inside)); // leaving is only of a deal in force
                side = string.Empty;
            }

            foreach (var move in result.Moves.Where(m => m.Party == k).OrderByDescending(m => m.Gain))
            {
                table.Add(side, answers.Words.Option(move.Option) + Kind(move), NumberText.Points(move.Gain));
                side = string.Empty;
            }
        }

        sheet.Table(table);
        sheet.Note("From how things stand, one issue at a time, in each side's own points. Moves on several issues add up, so the best one is seen here too.");
    }

    private static string Kind(OwnMove move) => move.IsUnilateral ? " (a move against others)" : move.IsWithdrawal ? " (withdraws)" : string.Empty;

    private static void WriteEvents(Sheet sheet, CaseAnswers answers, StandingResult result)
    {
        if (result.Events.IsEmpty) return;
        sheet.Heading("What events would make of it");
        sheet.Note(StandingSentence.Events(result, answers.Words));
        var table = new SheetTable(new SheetColumn("Event"), new SheetColumn("It", IsLabel: true), new SheetColumn("Because"));
        foreach (var shock in result.Events.OrderByDescending(e => e.Breaks))
        {
            var name = answers.Words.Overlay(OverlayKind.Event, shock.Event) + (shock.IsMomentous ? "*" : string.Empty);
            table.Add(name, shock.Breaks ? "breaks" : "stands", Because(shock, answers, result));
        }

        sheet.Table(table);
        if (result.Events.Any(e => e.IsMomentous)) sheet.Note("* momentous, as the case has it.");
    }

    private static string Because(ShockView shock, CaseAnswers answers, StandingResult result)
    {
        var reasons = Enumerable.Range(0, result.Parties.Length)
            .Where(k => shock.Best[k].Gain.Sign > 0)
            .Select(k => StandingSentence.Gain(answers.Words.Party(result.Parties[k]), shock.Best[k], answers.Words))
            .ToList();
        if (shock.OpensDeal) reasons.Add("a deal opens");
        if (shock.HasDeal is null) reasons.Add("whether there is a deal was not settled");
        return reasons.Count == 0 ? "nobody gains by moving" : string.Join("; ", reasons);
    }

    private static void WriteViews(Sheet sheet, CaseAnswers answers, StandingResult result)
    {
        if (result.Views.All(v => v.Perception is null)) return;
        sheet.Heading("As each side sees it");
        var table = new SheetTable(new SheetColumn("As seen by"), new SheetColumn("It", IsLabel: true), new SheetColumn("Because"));
        foreach (var view in result.Views)
        {
            var gains = Enumerable.Range(0, result.Parties.Length)
                .Where(k => view.Best[k].Gain.Sign > 0)
                .Select(k => StandingSentence.Gain(answers.Words.Party(result.Parties[k]), view.Best[k], answers.Words))
                .ToList();
            table.Add(answers.Words.Party(view.Negotiator), gains.Count == 0 ? "stands" : "breaks", gains.Count == 0 ? "nobody gains by moving" : string.Join("; ", gains));
        }

        sheet.Table(table);
    }

    private static void WriteGraph(Sheet sheet, CaseAnswers answers, StabilityResult graph)
    {
        if (graph.From is not { } from) return;
        var words = StabilityWords.Of(graph.Problem, answers.Words);
        sheet.Heading("Who would keep it, in which sense");
        var parties = graph.Problem.Parties;
        var table = new SheetTable([new SheetColumn("Under", IsLabel: true), .. parties.Select((_, p) => new SheetColumn(words.Party(p))), new SheetColumn("Equilibria", IsNumber: true)]);
        foreach (var concept in graph.Concepts)
        {
            table.Add([
                StabilityWords.Letters(concept.Concept),
                .. parties.Select((_, p) => concept.Stable[p].Contains(from.State) ? "keeps it" : "leaves it"),
                StabilityText.Count(concept.Equilibria.Count),
            ]);
        }

        sheet.Table(table);
        sheet.Note($"Moves of one side at a time lead from how things stand to {StabilityText.Count(graph.Problem.StateCount)} states; the last column counts those that every side would keep.");
        foreach (var concept in graph.Concepts) sheet.Note($"{StabilityWords.Letters(concept.Concept)}: {StabilityWords.Meaning(concept.Concept)}.");
        if (from.Verdicts.Any(v => !v.Stable)) StabilityText.WriteVerdicts(sheet, graph, words);
        StabilityText.WriteCoalitions(sheet, graph, words);
        WriteReach(sheet, graph, words, from);
    }

    private static void WriteReach(Sheet sheet, StabilityResult graph, StabilityWords words, StateStability from)
    {
        var others = from.Reachable.Where(r => r.State != from.State).Take(MostEquilibria).ToList();
        if (others.Count == 0) return;
        sheet.Heading("Where else it could rest");
        var table = new SheetTable(new SheetColumn("What would be different"), new SheetColumn("Equilibrium in"), new SheetColumn("Takes moves of"), new SheetColumn("Each step an improvement", IsLabel: true));
        foreach (var other in others)
        {
            table.Add(
                words.State(other.State),
                StabilityWords.Senses(other.Concepts, graph),
                words.Parties(other.Movers),
                other.ByImprovements is null ? "no" : "yes");
        }

        sheet.Table(table);
        var rest = from.Reachable.Length + from.MoreReachable - others.Count - 1;
        if (rest > 0) sheet.Note($"{StabilityText.Count(rest)} more are kept by every side in some sense; --json has the nearest.");
    }
}
