using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Problems;

namespace Parley.Stability;

/// <summary>Which states parties take to be equilibria, which are, and where the conflict can rest.</summary>
public sealed record HypergameResult
{
    /// <summary>The conflict as it is, and as each party perceives it.</summary>
    public required HypergameProblem Problem { get; init; }

    /// <summary>The concepts asked for that are defined in every perception, in the order of the concepts.</summary>
    public required ImmutableArray<HypergameConcept> Concepts { get; init; }
}

/// <summary>One concept on a conflict that is perceived otherwise than it is.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="States">
/// The states that are an equilibrium to some party or in the conflict as it is, or an outcome: those of the conflict in their order, then
/// those that only parties see, in the order of the parties.
/// </param>
public sealed record HypergameConcept(StabilityConcept Concept, ImmutableArray<PerceivedState> States);

/// <summary>A state as the parties perceive it; sets of parties are bits in their order.</summary>
/// <param name="Label">What the state is called.</param>
/// <param name="IsActual">Whether the conflict as it is has the state.</param>
/// <param name="IsEquilibrium">Whether it is an equilibrium of the conflict as it is.</param>
/// <param name="SeenBy">The parties in whose perception the state is there.</param>
/// <param name="EquilibriumTo">The parties in whose perception it is an equilibrium.</param>
/// <param name="KeptBy">The parties that would keep it, each in its own perception.</param>
/// <param name="IsOutcome">Whether the state is there and every party would keep it.</param>
public sealed record PerceivedState(StateLabel Label, bool IsActual, bool IsEquilibrium, int SeenBy, int EquilibriumTo, int KeptBy, bool IsOutcome);
