using System.Collections.Immutable;
using Parley.Kernels.Graphs;

namespace Parley.Stability;

/// <summary>What is asked about a conflict that is perceived otherwise than it is.</summary>
public sealed record HypergameOptions
{
    /// <summary>The concepts wanted, in order; empty for all.</summary>
    public ImmutableArray<StabilityConcept> Concepts { get; init; } = [];
}
