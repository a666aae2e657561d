using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Conflicts;

/// <summary>A party to the conflict (in the graph model: a decision maker).</summary>
public sealed record ConflictParty(string Name, string? Title, SourceSpan Span);

/// <summary>Which ways an option can be moved.</summary>
public enum OptionDirection
{
    /// <summary>It can be taken and given up.</summary>
    Both,

    /// <summary>It can be taken, and then stays taken.</summary>
    Forward,

    /// <summary>It can be given up, and then stays given up.</summary>
    Back,
}

/// <summary>Something that one party does or does not do.</summary>
public sealed record ConflictOption
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Name of the party that decides on it.</summary>
    public required string Owner { get; init; }

    public OptionDirection Direction { get; init; }

    public SourceSpan Span { get; init; }
}

/// <summary>States that nobody tells apart: all that satisfy the statement are one.</summary>
public sealed record CoalescedStates(string Name, Statement Where, SourceSpan Span);

/// <summary>What kind of thing a key leads to.</summary>
public enum StateKind
{
    /// <summary>The set of options taken: bit k for the option at index k.</summary>
    Options,

    /// <summary>Index in <see cref="Conflict.SameState"/>.</summary>
    Coalesced,

    /// <summary>Index in <see cref="Conflict.States"/> of an explicit graph.</summary>
    Listed,
}

/// <summary>Names one state of a conflict.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StateKey(StateKind Kind, uint Value);

/// <summary>A state with a name: any state of an explicit graph, or one of those made by options.</summary>
public sealed record NamedState(string Name, string? Title, StateKey Key, SourceSpan Span);

/// <summary>A step in an explicit graph: indices in <see cref="Conflict.States"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StateMove(int From, int To);

/// <summary>The steps that one party can take in an explicit graph.</summary>
public sealed record PartyMoves(string Party, ImmutableArray<StateMove> Moves);
