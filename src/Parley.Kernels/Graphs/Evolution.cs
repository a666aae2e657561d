using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Where a conflict can go from a state, how soon, by whose moves, and where it would stay.</summary>
/// <remarks>
/// Definition: a node is a state with the last to move; no party moves twice in a row, but it may move again after another.
/// Cost: O(parties * arcs).
/// Ties and edge cases: among shortest paths the first in the order of parties, then of states.
/// Source: Xu, Kilgour, Hipel and Kemkes 2010; key "xu2010" in docs/references.bib.
/// </remarks>
public sealed class Evolution
{
    private const int None = -1;

    private readonly ExplicitGraph graph;
    private readonly int coalition;
    private readonly bool improving;

    // Node state * (parties + 1) + last mover; the last place stands for nobody.
    private readonly int[] distance;
    private readonly int[] previous;
    private readonly List<int> reachedNodes = [];

    private Evolution(ExplicitGraph graph, int start, int coalition, bool improving)
    {
        (this.graph, this.coalition, this.improving, Start) = (graph, coalition, improving, start);
        distance = new int[graph.StateCount * (graph.PartyCount + 1)];
        previous = new int[distance.Length];
        Array.Fill(distance, None);
        Reached = new(graph.StateCount);
    }

    /// <summary>Where it starts.</summary>
    public int Start { get; }

    /// <summary>The start and all that can come of it.</summary>
    public StateSet Reached { get; }

    private int Width => graph.PartyCount + 1;

    /// <param name="graph">The moves.</param>
    /// <param name="start">The state at the outset.</param>
    /// <param name="improving">Only moves to states that the mover prefers.</param>
    /// <param name="coalition">Who moves, as bits; null for all.</param>
    public static Evolution From(ExplicitGraph graph, int start, bool improving, int? coalition = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start, (uint)graph.StateCount, nameof(start));
        var result = new Evolution(graph, start, coalition ?? (1 << graph.PartyCount) - 1, improving);
        result.Spread();
        return result;
    }

    /// <summary>
    /// Per state the smallest coalition whose moves lead there from the start, by size and then as bits in order of parties; 0 for the
    /// start itself, -1 where even all together cannot.
    /// </summary>
    /// <remarks>Cost: at worst one search for each coalition.</remarks>
    public static int[] SmallestCoalitions(ExplicitGraph graph, int start, CancellationToken cancellationToken = default)
    {
        var everyone = (1 << graph.PartyCount) - 1;
        var open = From(graph, start, improving: false).Reached.Count - 1;
        var found = new int[graph.StateCount];
        Array.Fill(found, None);
        found[start] = 0;
        for (var size = 1; size <= graph.PartyCount && open > 0; size++)
        {
            for (var set = 1; set <= everyone && open > 0; set++)
            {
                if (BitOperations.PopCount((uint)set) != size) continue;
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var state in From(graph, start, improving: false, set).Reached.ToArray())
                {
                    if (found[state] != None) continue;
                    found[state] = set;
                    open--;
                }
            }
        }

        return found;
    }

    /// <summary>The least number of moves to the state; -1 where it cannot be reached.</summary>
    public int Distance(int state) => Nearest(state) is var node && node == None ? None : distance[node];

    /// <summary>A shortest sequence of moves to the state; empty for the start and for what cannot be reached.</summary>
    public ImmutableArray<MoveStep> Path(int state)
    {
        var steps = new List<MoveStep>();
        for (var node = Nearest(state); node != None && distance[node] > 0; node = previous[node]) steps.Add(new(node % Width, node / Width));
        steps.Reverse();
        return [.. steps];
    }

    /// <summary>
    /// The sets of states that the conflict cannot leave once it is among them and in which each can follow on each; by their lowest state.
    /// A set of one is a state at which nobody has a move left whose turn it may be.
    /// </summary>
    /// <remarks>Strongly connected components of nodes without a way out (Tarjan's order, by an explicit stack).</remarks>
    public IReadOnlyList<StateSet> Absorbing()
    {
        var component = new StrongComponents(distance.Length, Next).Of(reachedNodes);
        var leaves = new HashSet<int>();
        foreach (var node in reachedNodes)
            foreach (var next in Next(node))
                if (component[next] != component[node]) leaves.Add(component[node]);
        var sets = new SortedDictionary<int, StateSet>();
        foreach (var node in reachedNodes)
        {
            if (leaves.Contains(component[node])) continue;
            if (!sets.TryGetValue(component[node], out var set)) sets[component[node]] = set = new(graph.StateCount);
            set.Add(node / Width);
        }

        // The same states may form several components that differ in who moved last.
        var distinct = new List<StateSet>();
        foreach (var set in sets.Values)
            if (!distinct.Exists(set.SameAs)) distinct.Add(set);
        distinct.Sort((a, b) => a.ToArray().AsSpan().SequenceCompareTo(b.ToArray()));
        return distinct;
    }

    private void Spread()
    {
        var first = Start * Width + graph.PartyCount;
        distance[first] = 0;
        reachedNodes.Add(first);
        Reached.Add(Start);
        for (var head = 0; head < reachedNodes.Count; head++)
        {
            foreach (var next in Next(reachedNodes[head]))
            {
                if (distance[next] != None) continue;
                distance[next] = distance[reachedNodes[head]] + 1;
                previous[next] = reachedNodes[head];
                reachedNodes.Add(next);
                Reached.Add(next / Width);
            }
        }
    }

    private List<int> Next(int node)
    {
        var (state, last) = (node / Width, node % Width);
        var next = new List<int>();
        for (var p = 0; p < graph.PartyCount; p++)
        {
            if (p == last || (coalition >> p & 1) == 0) continue;
            foreach (var to in graph.Moves(p, state))
                if (!improving || graph.Improves(p, state, to)) next.Add(to * Width + p);
        }

        return next;
    }

    private int Nearest(int state)
    {
        var best = None;
        for (var node = state * Width; node < (state + 1) * Width; node++)
            if (distance[node] != None && (best == None || distance[node] < distance[best])) best = node;
        return best;
    }
}
