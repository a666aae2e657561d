using System.Collections.Immutable;

namespace Parley.Kernels.Graphs;

/// <summary>What the others do about one improvement.</summary>
/// <param name="Target">The state that the party would improve to.</param>
/// <param name="Sanction">
/// The others' moves one after another, from the target on; for simultaneous moves each mover's own move from the first state. Empty: they
/// can do nothing.
/// </param>
/// <param name="Escapes">Where the concept counts escapes: every state the party can move to from the end of the sanction, ascending.</param>
public sealed record MoveAnswer(int Target, ImmutableArray<MoveStep> Sanction, ImmutableArray<int> Escapes);

/// <summary>A verdict with what it takes to check it by hand.</summary>
/// <param name="Party">Whose verdict.</param>
/// <param name="State">On which state.</param>
/// <param name="Concept">In which sense.</param>
/// <param name="Stable">The verdict.</param>
/// <param name="Answers">Stable: one for every improvement, ascending by target. Not stable: the one improvement without an answer.</param>
public sealed record StabilityWitness(int Party, int State, StabilityConcept Concept, bool Stable, ImmutableArray<MoveAnswer> Answers);
