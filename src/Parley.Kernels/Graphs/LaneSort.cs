using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>Finds the orders of the blocks of a group; only blocks that differ from all before are sorted.</summary>
/// <remarks>
/// A block's key is its values without the bits that all of them share: equal keys, equal orders. Keys are hashed a vector of blocks at a time,
/// and what a hash finds is compared whole.
/// </remarks>
internal sealed class LaneSort<T>(LaneShelf<T> shelf, LaneTiles tiles)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int Near = 1024;

    private readonly LaneShelf<T>.Known?[] near = new LaneShelf<T>.Known?[Near];
    private readonly T[] buffer = GC.AllocateUninitializedArray<T>(tiles.BufferLength);
    private readonly T[] keys = new T[tiles.BlockLength];
    private readonly uint[] inverted = new uint[tiles.BlockLength];
    private readonly CountingSort sort = new(tiles.BlockLength);
    private readonly List<(LaneShelf<T>.Known Known, ulong Lanes)> found = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LaneOrder.Walk[] Orders(CubeTable<T> values, int group)
    {
        tiles.Gather(values, group, buffer);
        found.Clear();
        for (var lane = 0; lane < LaneTiles.Lanes; lane += Vector256<T>.Count)
            if (tiles.UsedLanes >> lane != 0) FindOrders(lane);
        var walks = new LaneOrder.Walk[found.Count(f => f.Known.Order.Length > 0)];
        var at = 0;
        foreach (var (known, lanes) in found)
            if (known.Order.Length > 0) walks[at++] = new(known.Order, lanes);
        return walks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindOrders(int first)
    {
        Span<uint> hashes = stackalloc uint[Vector256<T>.Count];
        var varying = Hash(ref buffer[first], hashes);
        var rest = tiles.UsedLanes >> first & (1UL << Vector256<T>.Count) - 1;
        while (rest != 0)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            var hash = hashes[lane];
            var same = 0UL;
            for (var bits = rest; bits != 0; bits &= bits - 1)
                if (hashes[BitOperations.TrailingZeroCount(bits)] == hash) same |= bits & (~bits + 1);
            var (known, matched) = Find(hash, ref buffer[first], varying, same, 1UL << lane);
            if (known is null)
            {
                known = Add(hash, first + lane, varying[lane]);
                matched = (same & (same - 1)) == 0 ? same : Match(ref buffer[first], keys, varying) & same;
            }

            if (known.Keys.Length > 0) near[hash % Near] = known;
            Note(known, matched << first);
            rest &= ~matched;
        }
    }

    /// <summary>The order known for the wanted lane, and which of the lanes of the same hash have it too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (LaneShelf<T>.Known? Known, ulong Lanes) Find(uint hash, ref T column, Vector256<T> varying, ulong same, ulong wanted)
    {
        if (near[hash % Near] is { } close && close.Hash == hash)
        {
            var matched = Match(ref column, close.Keys, varying) & same;
            if ((matched & wanted) != 0) return (close, matched);
        }

        for (var known = shelf.Find(hash); known is not null; known = known.Next)
        {
            var matched = Match(ref column, known.Keys, varying) & same;
            if ((matched & wanted) != 0) return (known, matched);
        }

        return (null, 0);
    }

    private void Note(LaneShelf<T>.Known known, ulong lanes)
    {
        for (var f = 0; f < found.Count; f++)
        {
            if (!ReferenceEquals(found[f].Known, known)) continue;
            found[f] = (known, found[f].Lanes | lanes);
            return;
        }

        found.Add((known, lanes));
    }

    /// <summary>Sorts a block whose key was not on the shelf when it was looked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private LaneShelf<T>.Known Add(uint hash, int lane, T varying)
    {
        var bits = (int)Width.Widen(varying);
        for (var e = 0; e < keys.Length; e++)
        {
            keys[e] = buffer[e * LaneTiles.Lanes + lane] & varying;
            inverted[e] = (uint)CubeShape.Extract((int)~Width.Widen(keys[e]), bits);
        }

        if (bits == 0) return shelf.Add(hash, keys, []);
        var sorted = sort.Ascending(inverted, BitOperations.PopCount((uint)bits));
        var order = new ushort[sorted.Length];
        for (var k = 0; k < order.Length; k++)
            order[k] = (ushort)(sorted[k] | (k > 0 && keys[sorted[k]] != keys[sorted[k - 1]] ? LaneOrder.Worse : 0));
        return shelf.Add(hash, keys, order);
    }

    /// <summary>Per lane the bits in which its values differ, and a hash of the values without the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<T> Hash(ref T column, Span<uint> hashes)
    {
        var (any, all) = (Vector256<T>.Zero, Vector256<T>.AllBitsSet);
        for (var e = 0; e < keys.Length; e++)
        {
            var value = Vector256.LoadUnsafe(ref column, (nuint)(e * LaneTiles.Lanes));
            any |= value;
            all &= value;
        }

        var varying = Vector256.AndNot(any, all);
        var (first, second) = (varying, varying);
        for (var e = 0; e < keys.Length; e++)
        {
            // Numbers that repeat late are mixed in, so that no two places count the same.
            var value = Vector256.LoadUnsafe(ref column, (nuint)(e * LaneTiles.Lanes)) & varying;
            var place = Vector256.Create(Width.Narrow<T>(e * 37 + (e >> 6) * 101));
            first = Turn(first, 5) + (value ^ place);
            second = Turn(second, 3) ^ (value + place);
        }

        for (var lane = 0; lane < hashes.Length; lane++)
        {
            const uint prime = 2654435761;
            var hash = (uint)Width.Widen(first[lane]) * prime ^ (uint)Width.Widen(second[lane]);
            hash *= prime;
            hashes[lane] = hash ^ hash >> 15;
        }

        return varying;
    }

    /// <summary>Multiplies by a small odd number, with shifts and sums because bytes have no product.</summary>
    private static Vector256<T> Turn(Vector256<T> x, int odd)
    {
        var twice = x + x;
        return odd == 3 ? twice + x : twice + twice + x;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Match(ref T column, T[] key, Vector256<T> varying)
    {
        var differ = Vector256<T>.Zero;
        for (var e = 0; e < key.Length; e++)
            differ |= Vector256.LoadUnsafe(ref column, (nuint)(e * LaneTiles.Lanes)) & varying ^ Vector256.Create(key[e]);
        return Vector256.Equals(differ, Vector256<T>.Zero).ExtractMostSignificantBits();
    }
}
