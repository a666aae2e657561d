using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>Values against thresholds, 64 states a word.</summary>
internal static class Verdicts
{
    /// <summary>Per concept the words of the states whose value is at least its threshold; null where there is none.</summary>
    public static ulong[]?[] Compare<T>(CubeShape shape, CubeTable<T> values, CubeTable<T>?[] thresholds, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var words = new ulong[]?[thresholds.Length];
        for (var c = 0; c < words.Length; c++)
            if (thresholds[c] is not null) words[c] = new ulong[shape.RowCount];
        Workers.Run(shape.RowCount, threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (var r = from; r < to; r++)
            {
                var row = values.Row(r);
                var feasible = shape.FeasibleWord(r);
                for (var c = 0; c < words.Length; c++)
                    if (thresholds[c] is { } threshold) words[c]![r] = CubeShape.Transpose(AtLeast<T>(row, threshold.RowOf(r)) & feasible);
            }
        });
        return words;
    }

    /// <summary>The places of a row where the first is at least the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtLeast<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> thresholds)
        where T : unmanaged, IBinaryInteger<T>
    {
        ref var a = ref MemoryMarshal.GetReference(values);
        ref var b = ref MemoryMarshal.GetReference(thresholds);
        ulong word = 0;
        for (var i = 0; i < CubeShape.RowLength; i += Vector256<T>.Count)
        {
            var (x, y) = (Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i));
            word |= (ulong)Vector256.Equals(Vector256.Max(x, y), x).ExtractMostSignificantBits() << i;
        }

        return word;
    }
}
