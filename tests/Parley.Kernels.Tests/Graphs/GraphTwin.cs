using Parley.Kernels.Graphs;

namespace Parley.Kernels.Tests.Graphs;

/// <summary>The definitions word for word, with sets and no cleverness.</summary>
internal sealed class GraphTwin(ExplicitGraph graph)
{
    private readonly ExplicitGraph graph = graph;

    public static GraphStability Solve(ExplicitGraph graph) => GraphStability.Solve(graph, TestContext.Current.CancellationToken);

    public IEnumerable<int> Parties => Enumerable.Range(0, graph.PartyCount);

    public int[] R(int i, int s) => graph.Moves(i, s).ToArray();

    public int[] RPlus(int i, int s) => R(i, s).Where(q => Better(i, q, s)).ToArray();

    public bool Better(int i, int a, int b) => graph.Ranks(i)[a] > graph.Ranks(i)[b];

    /// <summary>R_H(s): grow the last-mover sets until nothing is new.</summary>
    public HashSet<int> Reach(IReadOnlyList<int> coalition, int s, bool improving)
    {
        var last = new Dictionary<int, HashSet<int>>();
        foreach (var j in coalition)
            foreach (var q in improving ? RPlus(j, s) : R(j, s))
                Note(q, j);
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var q in last.Keys.ToArray())
            {
                foreach (var j in coalition)
                {
                    if (last[q].SetEquals([j])) continue;
                    foreach (var t in improving ? RPlus(j, q) : R(j, q)) grew |= Note(t, j);
                }
            }
        }

        return [.. last.Keys];

        bool Note(int q, int j)
        {
            if (!last.TryGetValue(q, out var movers)) last[q] = movers = [];
            return movers.Add(j);
        }
    }

    public bool Stable(int i, int s, StabilityConcept concept)
    {
        var others = Parties.Where(j => j != i).ToArray();
        var improving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var final = concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
        return concept switch
        {
            StabilityConcept.Nash => RPlus(i, s).Length == 0,
            StabilityConcept.Simultaneous => RPlus(i, s).All(q => SomeCombinationHurts(i, s, q)),
            _ => RPlus(i, s).All(q => Reach(others, q, improving)
                .Any(k => !Better(i, k, s) && (!final || R(i, k).All(h => !Better(i, h, s))))),
        };
    }

    /// <summary>The verdict of a solver that forgets sanctions in which a party moves again after another has.</summary>
    public bool StableIfNobodyReturns(int i, int s, StabilityConcept concept)
    {
        if (concept is StabilityConcept.Nash or StabilityConcept.Simultaneous) return Stable(i, s, concept);
        var improving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var final = concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
        return RPlus(i, s).All(q => Leads(q, 1 << i));

        bool Leads(int from, int moved) => Parties.Where(j => (moved >> j & 1) == 0).Any(j => (improving ? RPlus(j, from) : R(j, from))
            .Any(k => (!Better(i, k, s) && (!final || R(i, k).All(h => !Better(i, h, s)))) || Leads(k, moved | 1 << j)));
    }

    private bool SomeCombinationHurts(int i, int s, int q)
    {
        var codes = graph.Codes!;
        IEnumerable<ulong> combined = [codes.Codes[q]];
        foreach (var j in Parties.Where(j => j != i))
        {
            var own = codes.OwnMasks[j];
            ulong[] choices = [codes.Codes[s], .. RPlus(j, s).Select(t => codes.Codes[t])];
            combined = combined.SelectMany(c => choices.Select(choice => (c & ~own) | (choice & own))).ToArray();
        }

        return combined.Any(c => codes.Codes.IndexOf(c) is >= 0 and var k && !Better(i, k, s));
    }
}
