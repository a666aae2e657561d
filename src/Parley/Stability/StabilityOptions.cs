using System.Collections.Immutable;
using Parley.Kernels.Graphs;

namespace Parley.Stability;

/// <summary>What is asked about the stability of a conflict.</summary>
public sealed record StabilityOptions
{
    /// <summary>The concepts wanted, in order; empty for all.</summary>
    public ImmutableArray<StabilityConcept> Concepts { get; init; } = [];

    /// <summary>The state looked at closely; null for the one that the conflict is in.</summary>
    public int? From { get; init; }

    /// <summary>Whether coalitions of two and more are looked at too.</summary>
    public bool Coalitions { get; init; }

    /// <summary>Threads for conflicts that are too large to list; the answer is the same.</summary>
    public int Threads { get; init; } = 2;
}
