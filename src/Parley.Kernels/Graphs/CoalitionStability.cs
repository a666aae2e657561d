namespace Parley.Kernels.Graphs;

/// <summary>Which states each coalition would keep, its members moving together.</summary>
/// <remarks>
/// Definition: R_H(s) by moves of members, none twice in a row. A coalition improvement is a state of R_H(s) that every member strictly
/// prefers to s. A state hurts H when some member likes it no better than s. Nash: no coalition improvement. General metarational: from each,
/// the others can lead to a state that hurts. Symmetric: and so does all that H can reach from there. Sequential: the others get there by
/// steps each of which improves for its mover.
/// Differs from source: in the sequential concept the others move one by one; Inohara and Hipel let their coalitions improve jointly too.
/// Cost: per coalition O(states * (arcs * parties + states)); there are 2^parties - 1 coalitions.
/// Source: Kilgour, Hipel, Fang and Peng 2001; key "kilgour2001" in docs/references.bib.
/// Source: Inohara and Hipel 2008; key "inohara2008" in docs/references.bib.
/// </remarks>
public sealed class CoalitionStability
{
    /// <summary>The coalition concepts: those of single parties up to the sequential one.</summary>
    private const int Concepts = (int)StabilityConcept.Sequential + 1;

    private readonly StateSet[] stable;

    private CoalitionStability(ExplicitGraph graph)
    {
        Graph = graph;
        stable = new StateSet[(1 << graph.PartyCount) * Concepts];
    }

    public ExplicitGraph Graph { get; }

    /// <param name="graph">The conflict, of at most 16 parties.</param>
    /// <param name="cancellationToken">Asked once for each coalition.</param>
    /// <exception cref="ArgumentException">More than 16 parties.</exception>
    public static CoalitionStability Solve(ExplicitGraph graph, CancellationToken cancellationToken = default)
    {
        if (graph.PartyCount > 16) throw new ArgumentException("At most 16 parties.", nameof(graph));
        var result = new CoalitionStability(graph);
        for (var coalition = 1; coalition < 1 << graph.PartyCount; coalition++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.Settle(coalition);
        }

        return result;
    }

    /// <summary>The states that the coalition would keep.</summary>
    /// <param name="coalition">Its members as bits, at least one.</param>
    /// <param name="concept">Nash, general or symmetric metarational, or sequential.</param>
    public StateSet Stable(int coalition, StabilityConcept concept)
    {
        if (coalition <= 0 || coalition >= 1 << Graph.PartyCount) throw new ArgumentException("Not a coalition.", nameof(coalition));
        if ((int)concept >= Concepts) throw new ArgumentException("Not a concept for coalitions.", nameof(concept));
        return stable[coalition * Concepts + (int)concept];
    }

    /// <summary>The states that every coalition, single parties included, would keep under the same concept.</summary>
    public StateSet StableForAll(StabilityConcept concept)
    {
        var all = StateSet.Full(Graph.StateCount);
        for (var coalition = 1; coalition < 1 << Graph.PartyCount; coalition++) all.IntersectWith(Stable(coalition, concept));
        return all;
    }

    private void Settle(int coalition)
    {
        var others = (1 << Graph.PartyCount) - 1 & ~coalition;
        var own = ReachSets.All(Graph, coalition);
        var free = ReachSets.All(Graph, others);
        var improving = ReachSets.All(Graph, others, Graph.Improves);
        for (var c = 0; c < Concepts; c++) stable[coalition * Concepts + c] = new(Graph.StateCount);
        for (var s = 0; s < Graph.StateCount; s++)
        {
            var hurts = Hurting(coalition, s);
            var (nash, general, symmetric, sequential) = (true, true, true, true);
            foreach (var q in own[s].ToArray())
            {
                if (hurts.Contains(q)) continue;
                nash = false;
                general &= Meets(free[q], hurts);
                sequential &= Meets(improving[q], hurts);
                symmetric &= Final(free[q].ToArray(), hurts, own);
            }

            ReadOnlySpan<bool> held = [nash, general, symmetric, sequential];
            for (var c = 0; c < Concepts; c++)
                if (held[c]) stable[coalition * Concepts + c].Add(s);
        }
    }

    /// <summary>The states that some member likes no better than this one.</summary>
    private StateSet Hurting(int coalition, int state)
    {
        var hurts = new StateSet(Graph.StateCount);
        for (var k = 0; k < Graph.StateCount; k++)
        {
            for (var p = 0; p < Graph.PartyCount; p++)
                if ((coalition >> p & 1) != 0 && !Graph.Improves(p, state, k)) hurts.Add(k);
        }

        return hurts;
    }

    private static bool Meets(StateSet reached, StateSet hurts)
    {
        for (var w = 0; w < reached.Words.Length; w++)
            if ((reached.Words[w] & hurts.Words[w]) != 0) return true;
        return false;
    }

    private static bool Final(ReadOnlySpan<int> ends, StateSet hurts, StateSet[] own)
    {
        foreach (var k in ends)
            if (hurts.Contains(k) && own[k].IsSubsetOf(hurts)) return true;
        return false;
    }
}
