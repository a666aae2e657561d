namespace Parley.Kernels.Graphs;

/// <summary>Stability where improving and deterring are any relations between states, not read from one ranking.</summary>
/// <remarks>
/// Definition: as in <see cref="GraphStability"/>, with improvements, deterring ends and expected improving steps as the relations say.
/// Shapes: the ranks of the graph are not looked at.
/// Cost: O(parties * states * (states + arcs)) and bits for each pair of states.
/// </remarks>
public sealed class RelationStability
{
    private const int Concepts = (int)StabilityConcept.SymmetricSequential + 1;

    private readonly StateSet[] stable;
    private readonly int partyCount;

    private RelationStability(ExplicitGraph graph)
    {
        partyCount = graph.PartyCount;
        stable = new StateSet[partyCount * Concepts];
        for (var k = 0; k < stable.Length; k++) stable[k] = new(graph.StateCount);
    }

    /// <param name="graph">The moves.</param>
    /// <param name="relations">Per party, over pairs of states.</param>
    /// <exception cref="ArgumentException">Sizes do not agree.</exception>
    public static RelationStability Solve(ExplicitGraph graph, IReadOnlyList<PairRelations> relations)
    {
        var (n, m) = (graph.PartyCount, graph.StateCount);
        if (relations.Count != n) throw new ArgumentException("Relations for each party.", nameof(relations));
        foreach (var r in relations)
        {
            if (r.Improves.Length != m * m || r.Deters.Length != m * m || r.Follows.Length != m * m)
                throw new ArgumentException("An entry for each pair of states.", nameof(relations));
        }

        var result = new RelationStability(graph);
        for (var party = 0; party < n; party++)
        {
            var others = (1 << n) - 1 & ~(1 << party);
            var free = ReachSets.All(graph, others);
            var improving = ReachSets.All(graph, others, (mover, from, to) => relations[mover].Follows[from * m + to]);
            result.Settle(graph, party, relations[party], free, improving);
        }

        return result;
    }

    /// <summary>The states that the party would keep; not for simultaneous moves.</summary>
    public StateSet Stable(int party, StabilityConcept concept)
    {
        if ((int)concept >= Concepts) throw new ArgumentException("Not for simultaneous moves.", nameof(concept));
        return stable[party * Concepts + (int)concept];
    }

    /// <summary>The states that every party would keep under the same concept.</summary>
    public StateSet Equilibria(StabilityConcept concept)
    {
        var all = StateSet.Full(stable[0].StateCount);
        for (var p = 0; p < partyCount; p++) all.IntersectWith(Stable(p, concept));
        return all;
    }

    private void Settle(ExplicitGraph graph, int party, PairRelations relations, StateSet[] free, StateSet[] improving)
    {
        var m = graph.StateCount;
        for (var s = 0; s < m; s++)
        {
            var deters = relations.Deters.AsSpan(s * m, m);
            Span<bool> held = [true, true, true, true, true];
            foreach (var q in graph.Moves(party, s))
            {
                if (!relations.Improves[s * m + q]) continue;
                held[(int)StabilityConcept.Nash] = false;
                held[(int)StabilityConcept.GeneralMetarational] &= Deterred(graph, party, free[q], deters, final: false);
                held[(int)StabilityConcept.SymmetricMetarational] &= Deterred(graph, party, free[q], deters, final: true);
                held[(int)StabilityConcept.Sequential] &= Deterred(graph, party, improving[q], deters, final: false);
                held[(int)StabilityConcept.SymmetricSequential] &= Deterred(graph, party, improving[q], deters, final: true);
            }

            for (var c = 0; c < Concepts; c++)
                if (held[c]) stable[party * Concepts + c].Add(s);
        }
    }

    private static bool Deterred(ExplicitGraph graph, int party, StateSet ends, ReadOnlySpan<bool> deters, bool final)
    {
        foreach (var k in ends.ToArray())
        {
            var counts = deters[k];
            if (counts && final)
                foreach (var h in graph.Moves(party, k)) counts &= deters[h];
            if (counts) return true;
        }

        return false;
    }
}
