using System.Runtime.CompilerServices;

namespace Parley.Kernels.Graphs;

/// <summary>Sorts numbers of few bits by counting, about eight bits at a time, the lowest first; equal ones stay in their order.</summary>
internal sealed class CountingSort(int length)
{
    private readonly int[] counts = new int[257];
    private int[] from = new int[length];
    private int[] to = new int[length];

    /// <summary>The places of the keys, the lowest key first.</summary>
    /// <param name="keys">As many as the length.</param>
    /// <param name="bits">How many low bits of the keys count.</param>
    /// <returns>Good until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Ascending(ReadOnlySpan<uint> keys, int bits)
    {
        for (var e = 0; e < from.Length; e++) from[e] = e;
        var passes = Math.Max(1, (bits + 7) / 8);
        var width = (bits + passes - 1) / passes;
        for (var p = 0; p < passes; p++) Pass(keys, p * width, (1 << width) - 1);
        return from;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pass(ReadOnlySpan<uint> keys, int shift, int mask)
    {
        var count = counts.AsSpan(0, mask + 2);
        count.Clear();
        foreach (var key in keys) count[((int)(key >> shift) & mask) + 1]++;
        for (var d = 1; d < count.Length; d++) count[d] += count[d - 1];
        foreach (var state in from) to[count[(int)(keys[state] >> shift) & mask]++] = state;
        (from, to) = (to, from);
    }
}
