using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>The vectors that no other vector equals or beats in every coordinate.</summary>
internal static class Skyline
{
    /// <summary>Whether <paramref name="a"/> is at least <paramref name="b"/> in every coordinate.</summary>
    public static bool Covers<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, IBinaryInteger<T>
    {
        for (var k = 0; k < a.Length; k++)
            if (a[k] < b[k]) return false;
        return true;
    }

    /// <summary>Indices of the undominated vectors, one for each distinct one, in the order given.</summary>
    /// <remarks>Cost: number of vectors times number kept, after sorting by the sum of coordinates.</remarks>
    public static List<int> Of<T>(IReadOnlyList<T[]> vectors, CancellationToken cancellationToken)
        where T : struct, IBinaryInteger<T>
    {
        var order = Enumerable.Range(0, vectors.Count)
            .Select(k => (Index: k, Sum: vectors[k].Aggregate(T.Zero, (s, v) => s + v)))
            .OrderByDescending(v => v.Sum)
            .ThenBy(v => v.Index)
            .Select(v => v.Index);
        var kept = new List<int>();
        foreach (var k in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!kept.Exists(j => Covers<T>(vectors[j], vectors[k]))) kept.Add(k);
        }

        kept.Sort();
        return kept;
    }
}
