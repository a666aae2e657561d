using Parley.Kernels.Graphs;

namespace Parley.Kernels.Tests.Graphs;

/// <summary>Small conflicts of every shape.</summary>
internal static class RandomConflict
{
    /// <summary>Explicit moves, mostly not transitive; few rank levels, so that ties are common.</summary>
    public static ExplicitGraph Explicit(Random random, int? parties = null, int? maxStates = null, bool strict = false, double densest = 0.45)
    {
        var n = parties ?? random.Next(2, 5);
        var m = random.Next(2, (maxStates ?? 8) + 1);
        var density = 0.1 + random.NextDouble() * (densest - 0.1);
        var arcs = new List<StateArc>[n];
        var ranks = new int[n][];
        for (var p = 0; p < n; p++)
        {
            arcs[p] = [];
            for (var s = 0; s < m; s++)
                for (var t = 0; t < m; t++)
                    if (s != t && random.NextDouble() < density) arcs[p].Add(new(s, t));
            ranks[p] = strict ? Shuffled(random, m) : Levels(random, m);
        }

        return new(m, arcs, ranks);
    }

    private static int[] Levels(Random random, int count)
    {
        var levels = random.Next(2, count + 2);
        var ranks = new int[count];
        for (var s = 0; s < count; s++) ranks[s] = random.Next(levels);
        return ranks;
    }

    private static int[] Shuffled(Random random, int count)
    {
        var ranks = Enumerable.Range(0, count).ToArray();
        random.Shuffle(ranks);
        return ranks;
    }
}
