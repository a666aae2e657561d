using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Conflicts;

/// <summary>Which states a party prefers.</summary>
public abstract record ConflictPreference
{
    private protected ConflictPreference()
    {
    }

    public SourceSpan Span { get; init; }

    /// <summary>Pairs of which it is not known which state is preferred, whatever the rest says.</summary>
    public ImmutableArray<StatePair> Unknown { get; init; } = [];

    /// <summary>Pairs of which the first state is much better than the second, whatever the rest says.</summary>
    public ImmutableArray<StatePair> Much { get; init; } = [];
}

/// <summary>Every state once, best first.</summary>
/// <param name="Groups">States of one group are equally good.</param>
public sealed record RankingPreference(ImmutableArray<ImmutableArray<StateKey>> Groups) : ConflictPreference;

/// <summary>A number for every state, higher is better.</summary>
public sealed record UtilityPreference(ImmutableArray<StateUtility> Utilities) : ConflictPreference;

/// <summary>Two states.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StatePair(StateKey First, StateKey Second);

/// <summary>A state and what it is worth.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StateUtility(StateKey State, decimal Utility);

/// <summary>Statements the party wants true, most important first.</summary>
/// <remarks>
/// Definition: a state is better if more statements of the first group hold in it; if as many, the second group decides,
/// and so on. With one statement in each group that is option prioritisation: statement j of k weighs 2^(k-j).
/// Ties and edge cases: without statements all states are equally good.
/// </remarks>
public sealed record StatementPreference(ImmutableArray<ImmutableArray<PlacedStatement>> Groups) : ConflictPreference;

/// <summary>A weight for each option: a state is worth the sum over the options taken in it.</summary>
/// <param name="Weights">By index of the option; 0 for an option that is not mentioned.</param>
public sealed record WeightPreference(ImmutableArray<decimal> Weights) : ConflictPreference;
