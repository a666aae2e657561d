using System.Collections.Immutable;
using System.Globalization;
using Parley.Kernels.Graphs;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Tables;

/// <summary>Who keeps which state of a conflict, as text.</summary>
public static class StabilityText
{
    /// <summary>States up to which each has a row of its own.</summary>
    private const int MostRows = 60;

    /// <summary>Equilibria listed at most where states are many.</summary>
    private const int MostListed = 20;

    /// <summary>Sole changes of preferences listed at most.</summary>
    private const int MostBreaks = 12;

    /// <summary>The answer about a conflict of the graph model.</summary>
    public static void Write(Sheet sheet, ConflictAnswers answers)
    {
        var (conflict, result) = (answers.Conflict, answers.Stability);
        var words = StabilityWords.Of(result.Problem, conflict);
        sheet.Line(conflict.Title ?? CaseWords.Plain(conflict.Name), Ink.Title);
        var made = conflict.IsGraph ? string.Empty : $", {Counted(conflict.Options.Length, "option")}";
        sheet.Line($"{Counted(conflict.Parties.Length, "party", "parties")}{made}, {Count(result.Problem.StateCount)} states.", Ink.Faint);
        sheet.Blank();
        sheet.Line(Sentence(result, words), Tone(result));
        WriteStates(sheet, result, words);
        if (answers.Hypergame is { } hypergame) HypergameSection.Write(sheet, hypergame, words, "As each side sees it");
        UncertainSection.Write(sheet, result, words);
        WriteVerdicts(sheet, result, words);
        if (!result.Gaps.Contains(StabilityGap.Ways)) WriteReach(sheet, result, words);
        WriteCoalitions(sheet, result, words);
        WriteNeeds(sheet, result, words);
        WriteBreaks(sheet, result, words, conflict);
        WriteGaps(sheet, result);
        if (answers.HypergameRefused is { } reason) sheet.Line(reason, Ink.Middling);
    }

    internal static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Counted(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{Count(count)} {many ?? one + "s"}";

    // What the state at hand is, in a sentence.
    private static string Sentence(StabilityResult result, StabilityWords words)
    {
        if (result.From is not { } from)
        {
            var found = result.Concepts.Select(c => $"{Count(c.Equilibria.Count)} under {StabilityWords.Letters(c.Concept)}");
            return $"Equilibria: {CaseWords.Listed([.. found])}. The file does not tell the status quo; --from STATE looks at a state closely.";
        }

        var held = result.Concepts.Where(c => c.Equilibria.Contains(from.State)).Select(c => StabilityWords.Letters(c.Concept)).ToList();
        var lost = result.Concepts.Where(c => !c.Equilibria.Contains(from.State)).Select(c => StabilityWords.Letters(c.Concept)).ToList();
        var state = words.State(from.State);
        if (lost.Count == 0) return $"Stable: everybody would keep {state}, in every sense asked for.";
        var leavers = from.Verdicts.Where(v => !v.Stable).Select(v => words.Party(v.Party)).Distinct().ToList();
        return held.Count == 0
            ? $"Not stable: {CaseWords.Listed(leavers)} would leave {state}."
            : $"Stable in some senses: everybody would keep {state} under {CaseWords.Listed(held)}, but not under {CaseWords.Listed(lost)}.";
    }

    private static Ink Tone(StabilityResult result)
    {
        if (result.From is not { } from) return Ink.Plain;
        var held = result.Concepts.Count(c => c.Equilibria.Contains(from.State));
        return held == 0 ? Ink.Bad : held == result.Concepts.Length ? Ink.Good : Ink.Middling;
    }

    private static void WriteStates(Sheet sheet, StabilityResult result, StabilityWords words)
    {
        var all = result.Problem.StateCount <= MostRows;
        var states = all
            ? Enumerable.Range(0, result.Problem.StateCount).ToList()
            : [.. Listed(result).Take(MostListed)];
        sheet.Heading(all ? "Who would keep which state" : "Equilibria");
        var table = new SheetTable([new SheetColumn("State"), .. result.Concepts.Select(c => new SheetColumn(StabilityWords.Letters(c.Concept), IsLabel: true))]);
        foreach (var state in states)
            table.Add([words.State(state), .. result.Concepts.Select(c => Keepers(c, state))]);
        sheet.Table(table);
        if (!all)
        {
            var counts = result.Concepts.Select(c => $"{StabilityWords.Letters(c.Concept)} {Count(c.Equilibria.Count)}");
            sheet.Note($"How many equilibria there are: {string.Join(", ", counts)}.");
        }

        sheet.Note("A party is shown by its number: " + string.Join(", ", result.Problem.Parties.Select((_, p) => $"{p + 1} {words.Party(p)}"))
            + ". \u201call\u201d: an equilibrium.");
        foreach (var concept in result.Concepts) sheet.Note($"{StabilityWords.Letters(concept.Concept)}: {StabilityWords.Meaning(concept.Concept)}.");
        if (result.NonMyopic is [var first, var second])
        {
            var kept = states.Where(s => first.Contains(s) && second.Contains(s)).Select(words.Name).ToList();
            sheet.Note($"Looking ahead without limit (non-myopic), both keep {(kept.Count == 0 ? "no state" : CaseWords.Listed(kept))}.");
        }
    }

    // The states that are equilibria in most senses first.
    private static IEnumerable<int> Listed(StabilityResult result) => result.Concepts
        .SelectMany(c => c.Equilibria.First(MostListed))
        .Distinct()
        .OrderByDescending(s => result.Concepts.Count(c => c.Equilibria.Contains(s)))
        .ThenBy(s => s);

    private static string Keepers(ConceptStability concept, int state)
    {
        if (concept.Equilibria.Contains(state)) return "all";
        var keepers = Enumerable.Range(0, concept.Stable.Length).Where(p => concept.Stable[p].Contains(state)).Select(p => p + 1);
        var text = string.Join(' ', keepers);
        return text.Length == 0 ? "\u2013" : text;
    }

    /// <summary>Each party's verdict on the state at hand, with the trace that shows it.</summary>
    internal static void WriteVerdicts(Sheet sheet, StabilityResult result, StabilityWords words)
    {
        if (result.From is not { } from) return;
        sheet.Heading($"Why: {words.Name(from.State)}");
        var table = new SheetTable(new SheetColumn("Party"), new SheetColumn("Under", IsLabel: true), new SheetColumn("It", IsLabel: true), new SheetColumn("Because"));
        for (var p = 0; p < result.Problem.Parties.Length; p++)
        {
            foreach (var group in from.Verdicts.Where(v => v.Party == p).GroupBy(v => (v.Stable, Why: words.Why(v))))
            {
                var isAll = group.Count() == result.Concepts.Length;
                table.Add(words.Party(p), isAll ? "all" : Senses(group.Select(v => v.Concept)), group.Key.Stable ? "keeps it" : "leaves it", group.Key.Why);
            }
        }

        sheet.Table(table);
    }

    private static void WriteReach(Sheet sheet, StabilityResult result, StabilityWords words)
    {
        if (result.From is not { } from) return;
        var others = from.Reachable.Where(r => r.State != from.State).ToList();
        sheet.Heading("Where it could go");
        if (others.Count == 0)
        {
            sheet.Note("Moves lead to no other equilibrium.");
        }
        else
        {
            var table = new SheetTable(new SheetColumn("Equilibrium"), new SheetColumn("Under"), new SheetColumn("Shortest way"), new SheetColumn("With every step an improvement"));
            foreach (var other in others)
            {
                table.Add(
                    words.Name(other.State),
                    StabilityWords.Senses(other.Concepts, result),
                    words.Steps(other.Path),
                    other.ByImprovements is { } path ? (path.AsSpan().SequenceEqual(other.Path.AsSpan()) ? "the same" : words.Steps(path)) : "no");
            }

            sheet.Table(table);
        }

        if (from.MoreReachable > 0) sheet.Note($"{Counted(from.MoreReachable, "more equilibrium", "more equilibria")} within reach not shown.");
        if (!from.OutOfReach.IsEmpty)
            sheet.Note($"Out of reach, whoever moves: {CaseWords.Listed([.. from.OutOfReach.Take(MostListed).Select(words.Name)])}.");
        if (from.Absorbing is [var only] && only.Count <= MostListed && only.Count < result.Problem.StateCount)
            sheet.Note($"Once there, no move leads away: {CaseWords.Listed([.. only.ToArray().Select(words.Name)])}.");
    }

    /// <summary>What coalitions would do, where they were asked about.</summary>
    internal static void WriteCoalitions(Sheet sheet, StabilityResult result, StabilityWords words)
    {
        if (result.Coalitions is not { } coalitions) return;
        sheet.Heading("Together");
        if (coalitions.AtState.IsEmpty && result.From is null) sheet.Note("Without a status quo no state is looked at; --from STATE names one.");
        if (result.From is { } from)
        {
            var table = new SheetTable(new SheetColumn("Coalition"), new SheetColumn("Would keep it under"), new SheetColumn("Better for every member"));
            foreach (var coalition in coalitions.AtState)
            {
                table.Add(
                    words.Parties(coalition.Members),
                    Kept(coalition.Keeps),
                    coalition.Path is { } path ? words.Steps(path) : "nothing it can bring about");
            }

            sheet.Table(table);
        }

        for (var c = 0; c < coalitions.Stable?.Length; c++)
        {
            var kept = coalitions.Stable.Value[c];
            var states = kept.First(MostListed).Select(words.Name).ToList();
            var more = kept.Count - states.Count;
            sheet.Note($"{StabilityWords.Letters((StabilityConcept)c)} for every coalition: {(states.Count == 0 ? "no state" : string.Join(", ", states))}{(more > 0 ? $" and {Count(more)} more" : string.Empty)}.");
        }
    }

    private static string Kept(ImmutableArray<StabilityConcept>? keeps) => keeps switch
    {
        null => "?",
        { IsEmpty: true } => "\u2013",
        { } senses => string.Join(", ", senses.Select(StabilityWords.Letters)),
    };

    private static void WriteNeeds(Sheet sheet, StabilityResult result, StabilityWords words)
    {
        if (result.From is not { Needs: { IsEmpty: false } needs } from) return;
        sheet.Heading($"What it hangs on: preferences and {words.Name(from.State)}");
        var table = new SheetTable(new SheetColumn("Party"), new SheetColumn("Under", IsLabel: true), new SheetColumn("Would turn if"), new SheetColumn("Keeps it in", IsNumber: true));
        foreach (var group in needs.GroupBy(n => (n.Party, Turns: Turns(n, words), Share: Share(n))).OrderBy(g => g.Key.Party))
            table.Add(words.Party(group.Key.Party), Senses(group.Select(n => n.Concept)), group.Key.Turns, group.Key.Share);
        sheet.Table(table);
        foreach (var group in needs.GroupBy(n => (n.Party, Text: words.Condition(n))).Where(g => g.Key.Text is not null))
            sheet.Note($"{words.Party(group.Key.Party)}, {string.Join(", ", group.Select(n => StabilityWords.Letters(n.Concept)))}: {group.Key.Text}.");
        sheet.Note("The last column: the share of all strict rankings of the states, counted exactly, in which the party would keep the state.");
    }

    /// <summary>Concepts one under another.</summary>
    private static string Senses(IEnumerable<StabilityConcept> concepts) => string.Join('\n', concepts.Select(StabilityWords.Letters));

    private static string Turns(PreferenceNeed need, StabilityWords words)
    {
        if (need.Moved is not { } moved) return "nothing: it keeps the state however it ranks the others";
        var names = CaseWords.Listed([.. moved.Select(words.Name)]);
        return need.IsStable ? $"{names} rose above it" : $"{names} fell to it or below";
    }

    private static string Share(PreferenceNeed need)
    {
        if (need.Rankings is not { } rankings) return "?";
        var share = new Kernels.Exact.Rational(rankings, need.Of);
        return share.Sign > 0 && share < new Kernels.Exact.Rational(1, 1000) ? "under 0.1%" : NumberText.Fixed(share * 100, 1) + "%";
    }

    private static void WriteBreaks(Sheet sheet, StabilityResult result, StabilityWords words, Cases.Conflicts.Conflict conflict)
    {
        if (result.From is not { ChangesTried: > 0 } from) return;
        sheet.Heading("What it hangs on: single statements");
        var total = from.Breaks.Select(b => b.Change).Distinct().Count();
        sheet.Note($"{Counted(from.ChangesTried, "change")} of one statement tried, each dropped or put in another place; {Count(total)} would end an equilibrium here.");
        if (total == 0) return;
        var table = new SheetTable(new SheetColumn("If"), new SheetColumn("No longer", IsLabel: true), new SheetColumn("Because"));
        foreach (var change in from.Breaks.GroupBy(b => b.Change).OrderBy(g => g.Key.To is null ? 0 : 1).Take(MostBreaks))
        {
            var first = change.First();
            table.Add(
                ChangeText(change.Key, conflict, words),
                Senses(change.Select(b => b.Concept)),
                $"{words.Party(first.Witness.Party)}: {words.Why(first.Witness)}");
        }

        sheet.Table(table);
        if (total > MostBreaks) sheet.Note($"{Count(total - MostBreaks)} more not shown.");
    }

    private static string ChangeText(StatementChange change, Cases.Conflicts.Conflict conflict, StabilityWords words)
    {
        var list = (Cases.Conflicts.StatementPreference)conflict.Preferences[change.Party]; // only statements are changed
        var statement = list.Groups[change.From][0].Statement.Write(conflict.OptionNames);
        var party = words.Party(change.Party);
        return change.To is { } to
            ? $"{party} put \u201c{statement}\u201d {Ordinal(to + 1)} instead of {Ordinal(change.From + 1)}"
            : $"{party} did not care for \u201c{statement}\u201d";
    }

    private static string Ordinal(int n) => n switch { 1 => "first", 2 => "second", 3 => "third", _ => n.ToString(CultureInfo.InvariantCulture) + "th" };

    private static void WriteGaps(Sheet sheet, StabilityResult result)
    {
        if (result.Gaps.IsEmpty) return;
        sheet.Blank();
        foreach (var gap in result.Gaps)
        {
            sheet.Line(
                gap switch
                {
                    StabilityGap.Ways => "Moves are too many to list: the verdicts are exact, but where it could go and what it hangs on is not asked.",
                    StabilityGap.Traces => "Some verdicts take too many moves to trace; they are exact, but shown without a trace.",
                    _ => $"Coalitions are looked at up to {Count(StabilityAnalysis.MaxCoalitionStates)} states.",
                },
                Ink.Middling);
        }
    }
}
