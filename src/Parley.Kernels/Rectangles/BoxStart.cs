using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>Good sets of boxes to begin with: greedy ones under several weights, improved by single swaps.</summary>
/// <remarks>They only make the search short; no answer hangs on them.</remarks>
internal static class BoxStart<T>
    where T : struct, IBinaryInteger<T>
{
    private const int MostBoxesToSwap = 400;

    private const int MostSwaps = 50;

    /// <summary>By box, what it is worth over all parties, each counted in shares of all it could have.</summary>
    public static double[] Shares(BoxTask<T> task, int boxes)
    {
        var parties = task.Constant.Length;
        var shares = new double[boxes];
        for (var p = 0; p < parties; p++)
        {
            var total = 1.0;
            for (var b = 0; b < boxes; b++) total += double.CreateTruncating(task.Values[(b * parties) + p]);
            for (var b = 0; b < boxes; b++) shares[b] += double.CreateTruncating(task.Values[(b * parties) + p]) / total;
        }

        return shares;
    }

    /// <summary>Sets of boxes that meet, with one of each group; few, the same ones every time.</summary>
    public static IEnumerable<List<int>> Choices(BoxGraph graph, BoxTask<T> task, ulong[][] groups, CancellationToken cancellationToken)
    {
        var parties = task.Constant.Length;
        foreach (var mix in task.Goal is { } goal ? [Array.ConvertAll(goal, double.CreateTruncating)] : Mixes(parties, task, graph.Count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weights = new double[graph.Count];
            for (var b = 0; b < weights.Length; b++)
                for (var p = 0; p < parties; p++) weights[b] += mix[p] * double.CreateTruncating(task.Values[(b * parties) + p]);
            int[] order = [.. Enumerable.Range(0, weights.Length).OrderByDescending(b => weights[b])];
            foreach (var chosen in Improved(graph, weights, order))
                if (Array.TrueForAll(groups, g => BoxGraph.Overlap(chosen, g))) yield return Listed(chosen);
        }
    }

    // Weights that sum to a few steps, each party's in units of what it could have.
    private static IEnumerable<double[]> Mixes(int parties, BoxTask<T> task, int boxes)
    {
        var unit = new double[parties];
        for (var p = 0; p < parties; p++)
        {
            var total = 1.0;
            for (var b = 0; b < boxes; b++) total += double.CreateTruncating(task.Values[(b * parties) + p]);
            unit[p] = 1 / total;
        }

        var steps = parties switch { 1 => 1, 2 => 20, 3 => 5, 4 => 3, _ => 2 };
        return Compositions(parties, steps).Select(c => c.Select((share, p) => share * unit[p]).ToArray());
    }

    private static IEnumerable<int[]> Compositions(int parts, int sum)
    {
        if (parts == 1) return [[sum]];
        return Enumerable.Range(0, sum + 1).SelectMany(first => Compositions(parts - 1, sum - first).Select(rest => (int[])[first, .. rest]));
    }

    private static IEnumerable<ulong[]> Improved(BoxGraph graph, double[] weights, int[] order)
    {
        var chosen = new ulong[graph.Words];
        Fill(graph, chosen, order);
        yield return chosen;
        if (graph.Count > MostBoxesToSwap) yield break;
        for (var swap = 0; swap < MostSwaps; swap++)
        {
            if (Better(graph, chosen, weights, order) is not { } better) yield break;
            chosen = better;
            yield return chosen;
        }
    }

    private static ulong[]? Better(BoxGraph graph, ulong[] chosen, double[] weights, int[] order)
    {
        var now = Weight(chosen, weights);
        foreach (var box in order)
        {
            if (BoxGraph.Has(chosen, box)) continue;
            var other = (ulong[])chosen.Clone();
            BoxGraph.Without(other, graph.Apart(box));
            BoxGraph.Put(other, box);
            Fill(graph, other, order);
            if (Weight(other, weights) > now) return other;
        }

        return null;
    }

    private static void Fill(BoxGraph graph, ulong[] chosen, int[] order)
    {
        foreach (var box in order)
            if (!BoxGraph.Overlap(chosen, graph.Apart(box))) BoxGraph.Put(chosen, box);
    }

    private static double Weight(ulong[] chosen, double[] weights)
    {
        var sum = 0.0;
        for (var b = BoxGraph.Next(chosen, 0); b >= 0; b = BoxGraph.Next(chosen, b + 1)) sum += weights[b];
        return sum;
    }

    private static List<int> Listed(ulong[] chosen)
    {
        var boxes = new List<int>();
        for (var b = BoxGraph.Next(chosen, 0); b >= 0; b = BoxGraph.Next(chosen, b + 1)) boxes.Add(b);
        return boxes;
    }
}
