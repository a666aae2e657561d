using System.Collections.Immutable;

namespace Parley.Kernels.Graphs;

/// <summary>Which states each party would keep, under each concept.</summary>
/// <remarks>
/// Definition: s is stable for i when every improvement q of i from s meets a sanction. A concept says which sequences of the others
/// count and how bad their end must be; so all it takes is the lowest value v(q) that the others can lead to from q, where
/// v is the rank of i, or (where escapes count) the best rank that i can reach from there in one move or none: s is stable when
/// no improvement q has v(q) above the rank of s.
/// Ties and edge cases: a sequence that leads back to s is a sanction, since s is no better than s.
/// Cost: O(parties^2 * arcs) for the first five concepts; the simultaneous one is exponential in the number of parties.
/// Source: Fang, Hipel and Kilgour 1993; key "fang1993" in docs/references.bib.
/// </remarks>
public sealed class GraphStability
{
    /// <summary>How many concepts there are.</summary>
    public const int ConceptCount = (int)StabilityConcept.Simultaneous + 1;

    private readonly StateSet?[] stable;
    private readonly SanctionMap?[] sanctions;
    private readonly SimultaneousMoves? simultaneous;

    private GraphStability(ExplicitGraph graph)
    {
        Graph = graph;
        stable = new StateSet?[graph.PartyCount * ConceptCount];
        sanctions = new SanctionMap?[stable.Length];
        simultaneous = graph.Codes is null ? null : new(graph, graph.Codes);
    }

    public ExplicitGraph Graph { get; }

    /// <param name="graph">The conflict.</param>
    /// <param name="cancellationToken">Asked once for each party and concept.</param>
    public static GraphStability Solve(ExplicitGraph graph, CancellationToken cancellationToken = default)
    {
        var result = new GraphStability(graph);
        for (var p = 0; p < graph.PartyCount; p++)
        {
            var own = OwnBest(graph, p);
            for (var c = StabilityConcept.Nash; c <= StabilityConcept.Simultaneous; c++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                result.Settle(p, c, own);
            }
        }

        return result;
    }

    /// <summary>Whether the concept has an answer here: the simultaneous one needs to know what states are made of.</summary>
    public bool Defines(StabilityConcept concept) => concept != StabilityConcept.Simultaneous || simultaneous is not null;

    /// <summary>The states that the party would keep.</summary>
    /// <exception cref="ArgumentException">The concept is not defined on this graph.</exception>
    public StateSet Stable(int party, StabilityConcept concept) =>
        stable[Slot(party, concept)] ?? throw new ArgumentException("The graph does not say what states are made of.", nameof(concept));

    /// <summary>The states that every party would keep under the same concept.</summary>
    public StateSet Equilibria(StabilityConcept concept)
    {
        var all = StateSet.Full(Graph.StateCount);
        for (var p = 0; p < Graph.PartyCount; p++) all.IntersectWith(Stable(p, concept));
        return all;
    }

    /// <summary>States where every party is stable under at least one of the concepts, not all under the same.</summary>
    public StateSet MixedEquilibria(params ReadOnlySpan<StabilityConcept> concepts)
    {
        var all = new StateSet(Graph.StateCount);
        for (var s = 0; s < Graph.StateCount; s++)
        {
            var everyone = true;
            for (var p = 0; p < Graph.PartyCount && everyone; p++)
            {
                var one = false;
                foreach (var concept in concepts) one |= Stable(p, concept).Contains(s);
                everyone = one;
            }

            if (everyone) all.Add(s);
        }

        return all;
    }

    /// <summary>Why the verdict is what it is: an answer to every improvement, or one improvement that has none.</summary>
    public StabilityWitness Witness(int party, int state, StabilityConcept concept)
    {
        var isStable = Stable(party, concept).Contains(state);
        var answers = new List<MoveAnswer>();
        foreach (var target in Graph.Moves(party, state))
        {
            if (!Graph.Improves(party, state, target)) continue;
            var sanction = Sanction(party, state, target, concept);
            // A stable state has a sanction for every improvement, but under Nash, where it has no improvement.
            if (isStable) answers.Add(new(target, [.. sanction!], Escapes(party, sanction!, concept)));
            else if (sanction is null) return new(party, state, concept, false, [new(target, [], [])]);
        }

        return new(party, state, concept, isStable, [.. answers]);
    }

    /// <summary>Per state the best rank that the party can reach in one move or none.</summary>
    internal static int[] OwnBest(ExplicitGraph graph, int party)
    {
        var ranks = graph.Ranks(party);
        var best = ranks.ToArray();
        for (var s = 0; s < best.Length; s++)
            foreach (var t in graph.Moves(party, s))
                best[s] = Math.Max(best[s], ranks[t]);
        return best;
    }

    private static int Slot(int party, StabilityConcept concept) => party * ConceptCount + (int)concept;

    private static bool Escapable(StabilityConcept concept) =>
        concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;

    private void Settle(int party, StabilityConcept concept, int[] own)
    {
        if (!Defines(concept)) return;
        var values = Escapable(concept) ? own : Graph.Ranks(party).ToArray();
        if (concept is not (StabilityConcept.Nash or StabilityConcept.Simultaneous))
        {
            var others = (1 << Graph.PartyCount) - 1 & ~(1 << party);
            var improving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
            sanctions[Slot(party, concept)] = SanctionMap.Build(Graph, others, values, improving);
        }

        var set = new StateSet(Graph.StateCount);
        for (var s = 0; s < Graph.StateCount; s++)
            if (Holds(party, s, concept, values)) set.Add(s);
        stable[Slot(party, concept)] = set;
    }

    private bool Holds(int party, int state, StabilityConcept concept, int[] values)
    {
        var ranks = Graph.Ranks(party);
        var map = sanctions[Slot(party, concept)];
        foreach (var target in Graph.Moves(party, state))
        {
            if (ranks[target] <= ranks[state]) continue;
            if (concept == StabilityConcept.Nash) return false;
            if (map is null)
            {
                if (simultaneous!.Answer(party, state, target) is null) return false;
                continue;
            }

            var worst = map.Worst(target);
            if (worst < 0 || values[worst] > ranks[state]) return false;
        }

        return true;
    }

    private MoveStep[]? Sanction(int party, int state, int target, StabilityConcept concept)
    {
        if (concept == StabilityConcept.Nash) return null;
        if (sanctions[Slot(party, concept)] is not { } map) return simultaneous!.Answer(party, state, target);
        var worst = map.Worst(target);
        if (worst < 0 || Graph.Ranks(party)[worst] > Graph.Ranks(party)[state]) return null;
        if (Escapable(concept))
        {
            foreach (var escape in Graph.Moves(party, worst))
                if (Graph.Improves(party, state, escape)) return null;
        }

        return map.Path(target);
    }

    private ImmutableArray<int> Escapes(int party, MoveStep[] sanction, StabilityConcept concept) =>
        Escapable(concept) ? [.. Graph.Moves(party, sanction[^1].State)] : [];
}
