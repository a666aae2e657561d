using System.Numerics;
using BenchmarkDotNet.Attributes;
using Parley.Kernels.Graphs;

namespace Parley.Bench.Graphs;

/// <summary>How many rankings keep a state, and the nearest that does and that does not, where about 40 states bear on the verdict.</summary>
/// <remarks>What the focal party prefers to the state now is, for want of a better draw, what the second party would keep.</remarks>
public class InverseStabilityBench
{
    private const int Relevant = 40;

    private ExplicitGraph _graph = Make(1, 1);
    private StateSet _preferred = new(Relevant + 1);

    /// <summary>How moves are drawn.</summary>
    [Params(1, 2)]
    public int Seed { get; set; }

    /// <summary>How many moves the focal party has from the state; few moves meet many sanctions each, which is hardest to count.</summary>
    [Params(3, 14)]
    public int OwnMoves { get; set; }

    [Params(
        StabilityConcept.Nash, StabilityConcept.GeneralMetarational, StabilityConcept.SymmetricMetarational,
        StabilityConcept.Sequential, StabilityConcept.SymmetricSequential)]
    public StabilityConcept Concept { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _graph = Make(Seed, OwnMoves);
        _preferred = GraphStability.Solve(_graph).Stable(1, StabilityConcept.GeneralMetarational);
    }

    [Benchmark]
    public BigInteger CountAndNearest()
    {
        var inverse = InverseStability.Build(_graph, 0, 0, Concept);
        var count = inverse.CountStrictRankings()!.Value; // without a budget there is one
        var moved = inverse.NearestStabilising(_preferred).Length + (inverse.NearestDestabilising(_preferred)?.Length ?? 0);
        return count + moved;
    }

    // The focal party has its first moves from the state and escapes from the rest; each of two others has an eighth of all moves between those.
    private static ExplicitGraph Make(int seed, int ownMoves)
    {
        var random = new Random(seed);
        var arcs = new List<StateArc>[3];
        for (var p = 0; p < arcs.Length; p++)
        {
            arcs[p] = [];
            for (var s = 0; s <= Relevant; s++)
                for (var t = 1; t <= Relevant; t++)
                    if (s != t && IsMove(random, ownMoves, p, s, t)) arcs[p].Add(new(s, t));
        }

        return new(Relevant + 1, arcs, [.. arcs.Select(_ => Ranking(random))]);
    }

    private static bool IsMove(Random random, int ownMoves, int party, int from, int to)
    {
        if (party == 0 && from == 0) return to <= ownMoves;
        var among = to > ownMoves && from > (party == 0 ? ownMoves : 0);
        return among && random.Next(8) == 0;
    }

    private static int[] Ranking(Random random)
    {
        var ranks = Enumerable.Range(0, Relevant + 1).ToArray();
        random.Shuffle(ranks);
        return ranks;
    }
}
