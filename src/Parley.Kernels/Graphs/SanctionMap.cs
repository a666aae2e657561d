using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>One step of a sequence: who moves, and to which state.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MoveStep(int Mover, int State);

/// <summary>From every state the lowest value that some parties can lead to, by moves in which none moves twice in a row.</summary>
/// <remarks>
/// Definition: nodes (q, k) say that k moves first from q. best(q, k) = min over t in R_k(q) of min(value(t), best(t, l)) over l other
/// than k. A party may move again after another has moved.
/// Cost: every node is reached once, from the lowest value upwards along turned arcs: O(parties * arcs) after sorting the values.
/// Ties: the lowest state among equal values, then the fewest moves, then the order of the search.
/// Source: Fang, Hipel and Kilgour 1993, ch. 3; key "fang1993" in docs/references.bib.
/// </remarks>
internal sealed class SanctionMap
{
    private const int None = -1;

    private readonly ExplicitGraph graph;
    private readonly int[] movers;
    private readonly int[] values;

    // By node q * movers.Length + (place of k in movers): the state led to, the next state, and the place of the mover after that.
    private readonly int[] led;
    private readonly int[] nextState;
    private readonly int[] nextPlace;

    private SanctionMap(ExplicitGraph graph, int[] movers, int[] values)
    {
        (this.graph, this.movers, this.values) = (graph, movers, values);
        led = new int[graph.StateCount * movers.Length];
        nextState = new int[led.Length];
        nextPlace = new int[led.Length];
        Array.Fill(led, None);
    }

    /// <param name="graph">The moves.</param>
    /// <param name="movers">A set of parties as bits: those who move.</param>
    /// <param name="values">Per state what is to be as low as possible.</param>
    /// <param name="improving">Only steps that improve on the last for their mover.</param>
    public static SanctionMap Build(ExplicitGraph graph, int movers, int[] values, bool improving)
    {
        var list = new List<int>();
        for (var p = 0; p < graph.PartyCount; p++)
            if ((movers >> p & 1) != 0) list.Add(p);
        var map = new SanctionMap(graph, [.. list], values);
        map.Fill(improving);
        return map;
    }

    /// <summary>The state of lowest value that the movers can lead to from here in one move or more; -1 where none can move.</summary>
    public int Worst(int state)
    {
        var place = BestPlace(state, None);
        return place == None ? None : led[state * movers.Length + place];
    }

    /// <summary>A sequence of moves from here to <see cref="Worst"/>.</summary>
    public MoveStep[] Path(int state)
    {
        var steps = new List<MoveStep>();
        for (var place = BestPlace(state, None); place != None;)
        {
            var node = state * movers.Length + place;
            state = nextState[node];
            steps.Add(new(movers[place], state));
            place = nextPlace[node];
        }

        return [.. steps];
    }

    private int BestPlace(int state, int except)
    {
        var best = None;
        for (var k = 0; k < movers.Length; k++)
        {
            var target = led[state * movers.Length + k];
            if (k == except || target == None) continue;
            if (best == None || values[target] < values[led[state * movers.Length + best]]) best = k;
        }

        return best;
    }

    private void Fill(bool improving)
    {
        var order = new int[graph.StateCount];
        for (var s = 0; s < order.Length; s++) order[s] = s;
        Array.Sort(order, (a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
        var queue = new int[led.Length];
        var (head, tail) = (0, 0);
        foreach (var target in order)
        {
            tail = Enter(target, None, target, improving, queue, tail);
            while (head < tail)
            {
                var node = queue[head++];
                var (state, place) = (node / movers.Length, node % movers.Length);
                tail = Enter(state, place, target, improving, queue, tail);
            }
        }
    }

    /// <summary>All who can step into the state and let the party at the place move on; that place is none at the end of a sequence.</summary>
    private int Enter(int state, int place, int target, bool improving, int[] queue, int tail)
    {
        for (var k = 0; k < movers.Length; k++)
        {
            if (k == place) continue;
            foreach (var from in graph.MovesInto(movers[k], state))
            {
                var node = from * movers.Length + k;
                if (led[node] != None || (improving && !graph.Improves(movers[k], from, state))) continue;
                (led[node], nextState[node], nextPlace[node]) = (target, state, place);
                queue[tail++] = node;
            }
        }

        return tail;
    }
}
