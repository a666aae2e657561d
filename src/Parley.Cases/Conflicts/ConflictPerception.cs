using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Conflicts;

/// <summary>How a party sees the conflict where it sees it otherwise than it is.</summary>
public sealed record ConflictPerception
{
    /// <summary>Name of the party whose perception it is.</summary>
    public required string Party { get; init; }

    /// <summary>What the party takes to be impossible beyond what is; none in an explicit graph.</summary>
    public ImmutableArray<PlacedStatement> Infeasible { get; init; } = [];

    /// <summary>What the party takes to be preferred, its own preference among them; the others are seen as they are.</summary>
    public ImmutableArray<PerceivedPreference> Preferences { get; init; } = [];

    /// <summary>Whether it says nothing, so that the party sees the conflict as it is.</summary>
    public bool IsEmpty => Infeasible.IsEmpty && Preferences.IsEmpty;

    public SourceSpan Span { get; init; }
}

/// <summary>What somebody takes a party to prefer.</summary>
/// <param name="Party">The party that is taken to prefer it.</param>
/// <param name="Preference">What it is taken to prefer.</param>
public sealed record PerceivedPreference(string Party, ConflictPreference Preference);
