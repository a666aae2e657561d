using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>Sorts the states of a block by value, the best first, equal ones by place.</summary>
/// <remarks>
/// By counting, on those bits of the values in which the block's states differ, eight at a time. The lowest digit goes first,
/// each pass keeping what the passes before it have settled.
/// Cost: for a pass, two walks over the block and one over 256 counts; blocks differ mostly in few bits.
/// </remarks>
internal sealed class BlockSort(int length)
{
    private readonly int[] counts = new int[257];
    private readonly uint[] keys = new uint[length];
    private int[] from = new int[length];
    private int[] to = new int[length];

    /// <param name="tile">Values from the block's base on.</param>
    /// <param name="offsets">Where the block's states are.</param>
    /// <param name="entries">Receives the places, the best first; the top bit marks those that are worse than the one before.</param>
    public void Descending<T, TEntry>(ReadOnlySpan<T> tile, int[] offsets, Span<TEntry> entries)
        where T : unmanaged, IBinaryInteger<T>
        where TEntry : unmanaged
    {
        ref var values = ref MemoryMarshal.GetReference(tile);
        var (any, all) = (0u, uint.MaxValue);
        for (var e = 0; e < offsets.Length; e++)
        {
            var value = (uint)Width.Widen(Unsafe.Add(ref values, offsets[e]));
            keys[e] = value;
            any |= value;
            all &= value;
        }

        // Bits that all values share do not tell them apart.
        var varying = (int)(any & ~all);
        var bits = BitOperations.PopCount((uint)varying);
        for (var e = 0; e < keys.Length; e++)
        {
            keys[e] = (uint)CubeShape.Extract((int)~keys[e], varying);
            from[e] = e;
        }

        var passes = Math.Max(1, (bits + 7) / 8);
        var width = (bits + passes - 1) / passes;
        for (var p = 0; p < passes; p++) Pass(p * width, (1 << width) - 1);
        var markBit = Unsafe.SizeOf<TEntry>() * 8 - 1;
        var last = keys[from[0]];
        for (var k = 0; k < from.Length; k++)
        {
            var state = from[k];
            var key = keys[state];
            // Whether it differs from the last cannot be guessed, so the mark is the sign of a difference.
            var differs = (int)(-(long)(key ^ last) >>> 63);
            entries[k] = Width.Narrow<TEntry>((uint)(offsets[state] | differs << markBit));
            last = key;
        }
    }

    private void Pass(int shift, int mask)
    {
        var count = counts.AsSpan(0, mask + 2);
        count.Clear();
        foreach (var key in keys) count[((int)(key >> shift) & mask) + 1]++;
        for (var d = 1; d < count.Length; d++) count[d] += count[d - 1];
        foreach (var state in from) to[count[(int)(keys[state] >> shift) & mask]++] = state;
        (from, to) = (to, from);
    }
}
