using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>Sorts the states of a block by value, the best first, equal ones by place; orders met before are not sorted again.</summary>
/// <remarks>
/// By counting, on those bits of the values in which the block's states differ.
/// Cost: for an order met before, two walks over the block; else for each pass two more and one over 256 counts.
/// </remarks>
internal sealed class BlockSort<TEntry>(OrderShelf<TEntry> shelf, int[] offsets)
    where TEntry : unmanaged
{
    private const int Near = 1024;

    private readonly OrderShelf<TEntry>.Known?[] near = new OrderShelf<TEntry>.Known?[Near];
    private readonly uint[] keys = new uint[offsets.Length];
    private readonly CountingSort sort = new(offsets.Length);

    /// <summary>The number of the block's order on the shelf; the top bit of an entry marks those that are worse than the one before.</summary>
    /// <param name="tile">Values from the block's base on.</param>
    public int Descending<T>(ReadOnlySpan<T> tile)
        where T : unmanaged
    {
        var bits = TakeKeys(tile);
        var hash = OrderShelf<TEntry>.Hash(keys);
        ref var close = ref near[hash % Near];
        if (close is not null && close.Keys.AsSpan().SequenceEqual(keys)) return close.Order;
        var found = shelf.Find(hash, keys) ?? shelf.Add(hash, keys, Sort(bits));
        if (found.Keys.Length > 0) close = found;
        return found.Order;
    }

    /// <summary>Inverted values without the bits that all of them share; returns how many bits are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeKeys<T>(ReadOnlySpan<T> tile)
        where T : unmanaged
    {
        ref var values = ref MemoryMarshal.GetReference(tile);
        var (any, all) = (0u, uint.MaxValue);
        for (var e = 0; e < keys.Length; e++)
        {
            var value = (uint)Width.Widen(Unsafe.Add(ref values, offsets[e]));
            keys[e] = value;
            any |= value;
            all &= value;
        }

        var varying = (int)(any & ~all);
        for (var e = 0; e < keys.Length; e++) keys[e] = (uint)CubeShape.Extract((int)~keys[e], varying);
        return BitOperations.PopCount((uint)varying);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TEntry[] Sort(int bits)
    {
        var sorted = sort.Ascending(keys, bits);
        var entries = new TEntry[sorted.Length];
        var mark = 1L << (Unsafe.SizeOf<TEntry>() * 8 - 1);
        for (var k = 0; k < sorted.Length; k++)
        {
            var worse = k > 0 && keys[sorted[k]] != keys[sorted[k - 1]];
            entries[k] = Width.Narrow<TEntry>(offsets[sorted[k]] + (worse ? mark : 0));
        }

        return entries;
    }
}
