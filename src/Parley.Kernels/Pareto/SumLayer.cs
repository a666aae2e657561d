using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>The undominated options of an issue.</summary>
/// <param name="Keys">Distinct, the greatest first.</param>
/// <param name="Options">For each key, the options that have it, rising.</param>
internal sealed record SumIssue<T>(T[] Keys, int[][] Options)
    where T : struct, IBinaryInteger<T>
{
    /// <summary>Cost: options times undominated options.</summary>
    public static SumIssue<T> Of(SumKeys<T> keys, BigInteger[][] options)
    {
        var all = Array.ConvertAll(options, o => keys.Pack(o));
        var order = new int[all.Length];
        for (var o = 0; o < order.Length; o++) order[o] = o;
        Array.Sort(order, (a, b) => all[a] != all[b] ? all[b].CompareTo(all[a]) : a.CompareTo(b));
        var (kept, behind) = (new List<T>(), new List<int[]>());
        for (var (k, end) = (0, 0); k < order.Length; k = end)
        {
            var key = all[order[k]];
            while (end < order.Length && all[order[end]] == key) end++;
            if (kept.Exists(other => keys.Covers(other, key))) continue;
            kept.Add(key);
            behind.Add(order[k..end]);
        }

        return new([.. kept], [.. behind]);
    }
}

/// <summary>Undominated sums over the issues from one on.</summary>
/// <param name="Keys">Distinct, the greatest first.</param>
/// <param name="IsCut">Whether there were more sums than the limit.</param>
internal readonly record struct SumLayer<T>(T[] Keys, bool IsCut);
