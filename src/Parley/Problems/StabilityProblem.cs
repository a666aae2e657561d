using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Kernels.Graphs;

namespace Parley.Problems;

/// <summary>A conflict as states, moves and rankings, and the way back to its names.</summary>
/// <remarks>
/// Shapes: a state is an index; with a graph into the states listed, without one into all sets of options (bit k for option k).
/// Either the graph is there, with every state and move listed, or the game, whose states are too many to list; for small
/// conflicts made of options both are.
/// </remarks>
public sealed class StabilityProblem
{
    private readonly Func<int, StateLabel> _label;
    private readonly Func<string, int?> _find;
    private readonly Dictionary<int, StateLabel> _labels = [];

    internal StabilityProblem(ExplicitGraph? graph, OptionGame? game, Func<int, StateLabel> label, Func<string, int?> find)
    {
        (Graph, Game, _label, _find) = (graph, game, label, find);
    }

    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>The state that the conflict is in; null when it is not told.</summary>
    public required int? Start { get; init; }

    /// <summary>Whether the states are packages of a case, named by what differs from how the case stands.</summary>
    public bool IsOfCase { get; init; }

    /// <summary>By party, the pairs of states that it compares otherwise than by rank; empty where there are none or states are not listed.</summary>
    internal ImmutableArray<UncertainPairs> Uncertain { get; init; } = [];

    /// <summary>Every state and move; null when they are too many.</summary>
    public ExplicitGraph? Graph { get; }

    /// <summary>The options that make the states; null where states are listed, or are made of more than options.</summary>
    public OptionGame? Game { get; }

    /// <summary>How many states there are; without a graph, infeasible ones too.</summary>
    public int StateCount => Graph?.StateCount ?? Game!.StateCount; // one of the two is there

    /// <summary>What a state is called.</summary>
    public StateLabel Label(int state)
    {
        if (!_labels.TryGetValue(state, out var label)) _labels[state] = label = _label(state);
        return label;
    }

    /// <summary>The state that a text names; null when it names none.</summary>
    public int? Find(string text) => _find(text);

    /// <summary>The set of options that a listed state is, as a state of the game; null without options.</summary>
    internal int? GameState(int state) => Graph is null ? state : Graph.Codes is { } codes ? (int)codes.Codes[state] : null;

    /// <summary>A problem, or why there is none.</summary>
    internal static Checked<StabilityProblem> Refused(string slug, string message) =>
        new(null, [new Diagnostic(Severity.Error, slug, SourceSpan.None, message)]);
}

/// <summary>Pairs of states that a party compares otherwise than by rank.</summary>
/// <param name="Unknown">It is not known which it prefers.</param>
/// <param name="Much">The first is much better.</param>
internal sealed record UncertainPairs(ImmutableArray<(int First, int Second)> Unknown, ImmutableArray<(int First, int Second)> Much);

/// <summary>What a state is called.</summary>
/// <param name="Name">How it is written, and found again.</param>
/// <param name="Title">Its title; null when it has none.</param>
/// <param name="Taken">The options it is made of: those taken, or in a case those that differ from how it stands.</param>
public sealed record StateLabel(string Name, string? Title, ImmutableArray<string> Taken);
