using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>Which boxes have no package in common, as rows of bits.</summary>
internal sealed class BoxGraph
{
    private readonly ulong[][] _apart;

    public BoxGraph(IReadOnlyList<Box> boxes)
    {
        Count = boxes.Count;
        Words = (Count + 63) / 64;
        _apart = new ulong[Count][];
        for (var a = 0; a < Count; a++) _apart[a] = new ulong[Words];
        for (var a = 0; a < Count; a++)
        {
            for (var b = a + 1; b < Count; b++)
            {
                if (boxes[a].Meets(boxes[b])) continue;
                Put(_apart[a], b);
                Put(_apart[b], a);
            }
        }
    }

    public int Count { get; }

    /// <summary>Words of a set of boxes.</summary>
    public int Words { get; }

    /// <summary>The boxes that have no package in common with this one.</summary>
    public ReadOnlySpan<ulong> Apart(int box) => _apart[box];

    public static bool Has(ReadOnlySpan<ulong> set, int box) => (set[box >> 6] >> (box & 63) & 1) != 0;

    public static void Put(Span<ulong> set, int box) => set[box >> 6] |= 1UL << (box & 63);

    public static void Take(Span<ulong> set, int box) => set[box >> 6] &= ~(1UL << (box & 63));

    public static bool Overlap(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        for (var w = 0; w < a.Length; w++)
            if ((a[w] & b[w]) != 0) return true;
        return false;
    }

    public static void Without(Span<ulong> set, ReadOnlySpan<ulong> others)
    {
        for (var w = 0; w < set.Length; w++) set[w] &= ~others[w];
    }

    /// <summary>The least box of a set from one on; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<ulong> set, int from)
    {
        for (var w = from >> 6; w < set.Length; w++)
        {
            var word = set[w];
            if (w == from >> 6) word &= ulong.MaxValue << (from & 63);
            if (word != 0) return (w << 6) + BitOperations.TrailingZeroCount(word);
        }

        return -1;
    }
}
