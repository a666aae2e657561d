using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Conflicts;

/// <summary>A conflict as the graph model for conflict resolution sees it: parties, states, moves and preferences.</summary>
/// <remarks>
/// Definition: either options make the states (each set of options that is not infeasible is one, and a party moves by
/// changing any of its own options), or states and moves are listed (an explicit graph).
/// </remarks>
public sealed record Conflict
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    public string? Note { get; init; }

    public string? Source { get; init; }

    public required ImmutableArray<ConflictParty> Parties { get; init; }

    /// <summary>At most 30; none in an explicit graph.</summary>
    public ImmutableArray<ConflictOption> Options { get; init; } = [];

    /// <summary>No state satisfies any of these.</summary>
    public ImmutableArray<PlacedStatement> Infeasible { get; init; } = [];

    /// <summary>States that are one; a state that satisfies two of the statements belongs to the first.</summary>
    public ImmutableArray<CoalescedStates> SameState { get; init; } = [];

    /// <summary>All states of an explicit graph; with options, those that have a name.</summary>
    public ImmutableArray<NamedState> States { get; init; } = [];

    /// <summary>The moves of an explicit graph, one entry for each party in the order of the parties; none with options.</summary>
    public ImmutableArray<PartyMoves> Moves { get; init; } = [];

    /// <summary>The state the conflict is in; null when it is not told.</summary>
    public StateKey? StatusQuo { get; init; }

    /// <summary>One for each party, in the order of the parties.</summary>
    public required ImmutableArray<ConflictPreference> Preferences { get; init; }

    /// <summary>How parties see the conflict that see it otherwise than it is; at most one for each party.</summary>
    public ImmutableArray<ConflictPerception> Perceptions { get; init; } = [];

    public SourceSpan Span { get; init; }

    /// <summary>True when states and moves are listed, false when options make them.</summary>
    public bool IsGraph => Options.IsEmpty;

    /// <summary>The names of the options, in order.</summary>
    public ImmutableArray<string> OptionNames => [.. Options.Select(o => o.Name)];

    /// <summary>Whether a set of options can be taken at the same time.</summary>
    public bool IsFeasible(uint taken)
    {
        foreach (var pattern in Infeasible)
            if (pattern.Statement.Holds(taken))
                return false;
        return true;
    }

    /// <summary>The state that a set of options makes.</summary>
    public StateKey KeyOf(uint taken)
    {
        for (var i = 0; i < SameState.Length; i++)
            if (SameState[i].Where.Holds(taken))
                return new StateKey(StateKind.Coalesced, (uint)i);
        return new StateKey(StateKind.Options, taken);
    }

    /// <summary>The conflict as a party perceives it; the conflict itself where the party sees it as it is.</summary>
    /// <param name="party">The name of the party.</param>
    public Conflict AsSeenBy(string party)
    {
        if (Perceptions.FirstOrDefault(p => p.Party == party) is not { IsEmpty: false } perception) return this;
        var seen = this with { Infeasible = [.. Infeasible, .. perception.Infeasible], Perceptions = [] };
        var isThere = StatusQuo is { } now && (now.Kind != StateKind.Options || seen.IsFeasible(now.Value));
        return seen with
        {
            StatusQuo = isThere ? StatusQuo : null,
            Preferences = [.. Preferences.Select((own, p) => perception.Preferences.FirstOrDefault(t => t.Party == Parties[p].Name)?.Preference ?? own)],
        };
    }

    /// <summary>The bits of the options that a party decides on.</summary>
    public uint OptionsOf(string party)
    {
        var bits = 0u;
        for (var i = 0; i < Options.Length; i++)
            if (Options[i].Owner == party)
                bits |= 1u << i;
        return bits;
    }

    /// <summary>Whether one set of options can be left for another by the directions of the options.</summary>
    public bool MayChange(uint from, uint to)
    {
        for (var i = 0; i < Options.Length; i++)
        {
            var (before, after) = (from >> i & 1, to >> i & 1);
            if (before < after && Options[i].Direction == OptionDirection.Back) return false;
            if (before > after && Options[i].Direction == OptionDirection.Forward) return false;
        }
        return true;
    }

    /// <summary>The name of a state: its own, else a Y or N for each option.</summary>
    public string NameOf(StateKey key)
    {
        if (key.Kind == StateKind.Coalesced) return SameState[(int)key.Value].Name;
        if (key.Kind == StateKind.Listed) return States[(int)key.Value].Name;
        foreach (var state in States)
            if (state.Key == key)
                return state.Name;
        return PatternOf(key.Value);
    }

    /// <summary>A Y or N for each option.</summary>
    public string PatternOf(uint taken) =>
        string.Create(Options.Length, taken, static (letters, bits) =>
        {
            for (var i = 0; i < letters.Length; i++) letters[i] = (bits >> i & 1) != 0 ? 'Y' : 'N';
        });

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"conflict {Name}: {Parties.Length} parties, {Options.Length} options");
}
