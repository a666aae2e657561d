using System.Collections.Immutable;
using Parley.Cases.Conflicts;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Stability;

namespace Parley.Reports.Wording;

/// <summary>Parties, states, concepts and traces of a conflict in words.</summary>
public sealed class StabilityWords
{
    private const int MostAnswers = 4;

    private readonly ImmutableArray<string> _parties;
    private readonly StabilityProblem _problem;
    private readonly Func<StateLabel, string> _state;

    private StabilityWords(StabilityProblem problem, string title, ImmutableArray<string> parties, Func<StateLabel, string> state)
    {
        (_problem, Title, _parties, _state) = (problem, title, parties, state);
    }

    /// <summary>The words of a case.</summary>
    public static StabilityWords Of(StabilityProblem problem, CaseWords words) =>
        new(problem, words.CaseTitle, [.. problem.Parties.Select(words.Party)], l => l.Taken.IsEmpty ? "as it stands" : words.Package(l.Taken));

    /// <summary>The words of a conflict.</summary>
    public static StabilityWords Of(StabilityProblem problem, Conflict conflict)
    {
        var titles = conflict.Options.ToDictionary(o => o.Name, o => o.Title ?? CaseWords.Plain(o.Name));
        return new(problem, conflict.Title ?? CaseWords.Plain(conflict.Name), [.. conflict.Parties.Select(p => p.Title ?? CaseWords.Plain(p.Name))], l => l.Name + Described(l, titles));
    }

    /// <summary>What the conflict or case is called.</summary>
    public string Title { get; }

    public int PartyCount => _parties.Length;

    public string Party(int party) => _parties[party];

    /// <summary>Parties given as bits, in a list.</summary>
    public string Parties(int members) => CaseWords.Listed([.. _parties.Where((_, p) => (members >> p & 1) != 0)]);

    /// <summary>A state with what it is made of.</summary>
    public string State(int state) => _state(_problem.Label(state));

    /// <summary>A state that another perception of the conflict may have, with what it is made of.</summary>
    public string State(StateLabel label) => _state(label);

    /// <summary>A state by its name alone; what changes, in a case.</summary>
    public string Name(int state) => _problem.IsOfCase ? State(state) : _problem.Label(state).Name;

    /// <summary>"Nash", "GMR": what the field calls a concept.</summary>
    public static string Letters(StabilityConcept concept) => concept switch
    {
        StabilityConcept.Nash => "Nash",
        StabilityConcept.GeneralMetarational => "GMR",
        StabilityConcept.SymmetricMetarational => "SMR",
        StabilityConcept.Sequential => "SEQ",
        StabilityConcept.SymmetricSequential => "SSEQ",
        _ => "SIM",
    };

    /// <summary>What a concept asks, in half a sentence.</summary>
    public static string Meaning(StabilityConcept concept) => concept switch
    {
        StabilityConcept.Nash => "no move of its own is better for it",
        StabilityConcept.GeneralMetarational => "the others can answer each such move so that it is no better off",
        StabilityConcept.SymmetricMetarational => "as GMR, and the party cannot get out of that again",
        StabilityConcept.Sequential => "as GMR, and each step of the answer is better for the one who takes it",
        StabilityConcept.SymmetricSequential => "as SEQ, and the party cannot get out of that again",
        _ => "the others, moving at the same time for their own good, can make the move no better",
    };

    /// <summary>"every sense" where they are all the concepts asked for, else their letters.</summary>
    public static string Senses(ImmutableArray<StabilityConcept> concepts, StabilityResult result) =>
        concepts.Length == result.Concepts.Length ? "every sense" : string.Join(", ", concepts.Select(Letters));

    /// <summary>Steps one after another: "MoE to s2, then Uniroyal to s4".</summary>
    public string Steps(ImmutableArray<MoveStep> path) =>
        path.IsEmpty ? "it is there" : string.Join(", then ", path.Select(m => $"{Party(m.Mover)} to {Name(m.State)}"));

    /// <summary>Why a party keeps a state or leaves it.</summary>
    public string Why(StabilityWitness witness)
    {
        if (!witness.Stable)
        {
            if (witness.Answers.IsEmpty) return "some move of its own is better for it";
            var move = $"better for it is {Name(witness.Answers[0].Target)}";
            return witness.Concept == StabilityConcept.Nash ? move : move + ", and no answer takes that away";
        }

        if (witness.Answers.IsEmpty) return "no move of its own is better for it";
        var shown = string.Join("; ", witness.Answers.Take(MostAnswers).Select(Answer));
        var more = witness.Answers.Length - MostAnswers;
        return more <= 0 ? shown : $"{shown}; so with {more} more moves (--json has them)";
    }

    /// <summary>What keeping a state takes, whatever the ranking; null where that is too long to say.</summary>
    public string? Condition(PreferenceNeed need)
    {
        if (need.Condition.Length > 2 || need.Condition.Any(c => c.Length > 3)) return null;
        if (need.Condition.IsEmpty) return "keeps it whatever it prefers";
        return "keeps it exactly when " + string.Join(", and ", need.Condition.Select(c => CaseWords.Listed([.. c.Select(NotAbove)], "or")));
    }

    private string NotAbove(ImmutableArray<int> states) => states.Length == 1
        ? $"{Name(states[0])} is not above it"
        : $"none of {CaseWords.Listed([.. states.Select(Name)])} is above it";

    private string Answer(MoveAnswer answer)
    {
        var text = $"{Name(answer.Target)} would be better, but then {Steps(answer.Sanction)}";
        return answer.Escapes.IsEmpty ? text : text + $", and it gets no further than {CaseWords.Listed([.. answer.Escapes.Select(Name)], "or")}";
    }

    private static string Described(StateLabel label, Dictionary<string, string> titles)
    {
        if (label.Title is { } title) return $" ({title})";
        var made = label.Taken.Select(o => titles[o]).ToList();
        return made.Count == 0 || string.Join(" + ", label.Taken) == label.Name && made.SequenceEqual(label.Taken) ? string.Empty : $" ({string.Join("; ", made)})";
    }
}
