namespace Parley.Kernels.Graphs;

/// <summary>All that some parties can lead to from each state, by moves in which none moves twice in a row.</summary>
internal static class ReachSets
{
    /// <summary>R_H(s) for one state.</summary>
    /// <param name="graph">The moves.</param>
    /// <param name="coalition">H as bits.</param>
    /// <param name="state">s; it is in the set only where the sequence can come back.</param>
    /// <param name="allowed">Which moves count: mover, from, to; null for all.</param>
    public static StateSet From(ExplicitGraph graph, int coalition, int state, Func<int, int, int, bool>? allowed = null)
    {
        var reached = new StateSet(graph.StateCount);
        var seen = new StateSet(graph.StateCount * graph.PartyCount);
        var open = new Stack<(int State, int Last)>();
        open.Push((state, -1));
        while (open.TryPop(out var node))
        {
            for (var mover = 0; mover < graph.PartyCount; mover++)
            {
                if (mover == node.Last || (coalition >> mover & 1) == 0) continue;
                foreach (var to in graph.Moves(mover, node.State))
                {
                    var key = to * graph.PartyCount + mover;
                    if (seen.Contains(key) || (allowed is not null && !allowed(mover, node.State, to))) continue;
                    seen.Add(key);
                    reached.Add(to);
                    open.Push((to, mover));
                }
            }
        }

        return reached;
    }

    /// <summary>The same from every state.</summary>
    public static StateSet[] All(ExplicitGraph graph, int coalition, Func<int, int, int, bool>? allowed = null)
    {
        var all = new StateSet[graph.StateCount];
        for (var s = 0; s < all.Length; s++) all[s] = From(graph, coalition, s, allowed);
        return all;
    }
}
