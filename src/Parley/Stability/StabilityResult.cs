using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Results;

namespace Parley.Stability;

/// <summary>Which states each party would keep, and what becomes of the state that the conflict is in.</summary>
public sealed record StabilityResult
{
    /// <summary>The states, and what they are called.</summary>
    public required StabilityProblem Problem { get; init; }

    /// <summary>The concepts asked for that are defined here, in the order of the concepts.</summary>
    public required ImmutableArray<ConceptStability> Concepts { get; init; }

    /// <summary>By party, the states kept by one who looks ahead without limit; null unless two parties share at most <see cref="StabilityAnalysis.MaxForesight"/> states.</summary>
    public required ImmutableArray<StateSet>? NonMyopic { get; init; }

    /// <summary>The state looked at closely; null when none is told.</summary>
    public required StateStability? From { get; init; }

    /// <summary>Verdicts with their traces: on every state where there are at most <see cref="StabilityAnalysis.MaxTracedStates"/>, else on the state looked at.</summary>
    public required ImmutableArray<StabilityWitness> Witnesses { get; init; }

    /// <summary>Coalitions of two and more; null when they were not asked for, or moves are too many to list.</summary>
    public required CoalitionAnswers? Coalitions { get; init; }

    /// <summary>Where some preferences are not known or some are strong; null where none are, or states are too many.</summary>
    public required UncertainAnswers? Uncertain { get; init; }

    /// <summary>What was asked and could not be answered, if anything.</summary>
    public required ImmutableArray<StabilityGap> Gaps { get; init; }

    public Completeness Completeness => Gaps.IsEmpty ? Completeness.Exact : Completeness.Truncated;
}

/// <summary>Something asked for that was left out.</summary>
public enum StabilityGap
{
    /// <summary>Moves are too many to list, so it is not asked where the conflict could go and what it hangs on.</summary>
    Ways,

    /// <summary>Some verdict takes too many moves to trace.</summary>
    Traces,

    /// <summary>Coalitions: the states are too many.</summary>
    Coalitions,
}

/// <summary>One concept on all states.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Stable">By party, the states it would keep.</param>
/// <param name="Equilibria">The states that every party would keep.</param>
public sealed record ConceptStability(StabilityConcept Concept, ImmutableArray<StateSet> Stable, StateSet Equilibria);

/// <summary>One state looked at closely.</summary>
public sealed record StateStability
{
    public required int State { get; init; }

    /// <summary>For each concept in order, for each party in order: the verdict, and what it takes to check it; without traces where moves are too many to list.</summary>
    public required ImmutableArray<StabilityWitness> Verdicts { get; init; }

    /// <summary>Equilibria that the conflict can come to from here: those in most senses first, then the nearest.</summary>
    public required ImmutableArray<ReachedState> Reachable { get; init; }

    /// <summary>How many more equilibria can be come to than <see cref="Reachable"/> lists.</summary>
    public required int MoreReachable { get; init; }

    /// <summary>Equilibria that not even all parties together can move to.</summary>
    public required ImmutableArray<int> OutOfReach { get; init; }

    /// <summary>Sets of states that moves cannot leave once among them, by their lowest state.</summary>
    public required ImmutableArray<StateSet> Absorbing { get; init; }

    /// <summary>What would have to change in a party's preferences for it to leave the state, where it keeps it, or to keep it.</summary>
    public required ImmutableArray<PreferenceNeed> Needs { get; init; }

    /// <summary>Single statements whose loss or new place makes the state no equilibrium any more.</summary>
    public required ImmutableArray<StatementBreak> Breaks { get; init; }

    /// <summary>How many single changes of statements were tried.</summary>
    public required int ChangesTried { get; init; }
}

/// <summary>An equilibrium that can be come to.</summary>
/// <param name="State">The state.</param>
/// <param name="Concepts">Under which of the concepts asked for it is an equilibrium.</param>
/// <param name="Path">A shortest sequence of moves, no party twice in a row; empty for the state itself.</param>
/// <param name="ByImprovements">A shortest one in which each mover improves; null when there is none.</param>
/// <param name="Movers">The smallest coalition that can bring it about, as bits in the order of the parties.</param>
public sealed record ReachedState(
    int State, ImmutableArray<StabilityConcept> Concepts, ImmutableArray<MoveStep> Path, ImmutableArray<MoveStep>? ByImprovements, int Movers);

/// <summary>How a party's ranking hangs together with its verdict on a state.</summary>
/// <param name="Party">Index of the party.</param>
/// <param name="Concept">The concept.</param>
/// <param name="IsStable">The verdict now.</param>
/// <param name="Moved">
/// The fewest states that must rise above the state (where it is stable) or fall to it or below (where it is not) for the verdict to turn;
/// null where no ranking turns it.
/// </param>
/// <param name="Condition">
/// What keeping the state takes, whatever the ranking: of each clause one set of states must lie wholly at or below it in the party's ranking.
/// </param>
/// <param name="Rankings">How many strict rankings of all states make the party keep the state; null where counting took too long.</param>
/// <param name="Of">How many strict rankings there are.</param>
public sealed record PreferenceNeed(
    int Party,
    StabilityConcept Concept,
    bool IsStable,
    ImmutableArray<int>? Moved,
    ImmutableArray<ImmutableArray<ImmutableArray<int>>> Condition,
    System.Numerics.BigInteger? Rankings,
    System.Numerics.BigInteger Of);

/// <summary>A change of one statement after which a state is no equilibrium any more.</summary>
/// <param name="Change">Whose statement, and what becomes of it.</param>
/// <param name="Concept">The concept under which it was an equilibrium.</param>
/// <param name="Witness">Who leaves it then, and where to.</param>
public sealed record StatementBreak(StatementChange Change, StabilityConcept Concept, StabilityWitness Witness);

/// <summary>Equilibria where preferences are not known or are strong.</summary>
/// <param name="Attitudes">For each attitude to what is not known; empty where everything is known.</param>
/// <param name="Strength">By concept, from Nash to the sequential one; null where nothing is much better.</param>
public sealed record UncertainAnswers(ImmutableArray<AttitudeEquilibria> Attitudes, ImmutableArray<StrengthEquilibria>? Strength);

/// <summary>Equilibria when every party has one attitude.</summary>
/// <param name="Attitude">What a party makes of preferences that are not known.</param>
/// <param name="ByConcept">By concept, from Nash to the sequential one.</param>
public sealed record AttitudeEquilibria(UnknownAttitude Attitude, ImmutableArray<StateSet> ByConcept);

/// <summary>Equilibria by how much deters.</summary>
/// <param name="Strong">Each improvement is answered by something much worse.</param>
/// <param name="All">Each is answered by something no better.</param>
public sealed record StrengthEquilibria(StateSet Strong, StateSet All);

/// <summary>Coalitions of two parties and more.</summary>
/// <param name="Stable">
/// By concept, from Nash to the sequential one: the states that every coalition would keep, single parties included; null where states are
/// too many.
/// </param>
/// <param name="AtState">For the state looked at closely, each coalition of two and more, the small ones first; empty when no state is told.</param>
public sealed record CoalitionAnswers(ImmutableArray<StateSet>? Stable, ImmutableArray<CoalitionAtState> AtState);

/// <summary>A coalition at one state.</summary>
/// <param name="Members">As bits in the order of the parties.</param>
/// <param name="Keeps">The concepts under which it would keep the state; null where states are too many to say.</param>
/// <param name="Path">A shortest way to a state that every member prefers; null when there is none.</param>
public sealed record CoalitionAtState(int Members, ImmutableArray<StabilityConcept>? Keeps, ImmutableArray<MoveStep>? Path);
