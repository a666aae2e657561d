using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>Blocks of the same order share the walk along it, as many at once as a vector has lanes.</summary>
/// <remarks>
/// Shapes: per group the orders met in it, each with the lanes that have it; an order's k-th entry is the number e of the k-th best state,
/// its top bit says that it is worse than the one before. Where all states of a block are equal, no walk is kept.
/// Cost: for each group and order met in it a walk over a block for each vector that has such lanes.
/// </remarks>
internal sealed class LaneOrder : SubcubeOrder
{
    public const int Worse = 1 << 15;

    private readonly LaneTiles tiles;
    private readonly Walk[][] walks;

    private LaneOrder(LaneTiles tiles, Walk[][] walks) => (this.tiles, this.walks) = (tiles, walks);

    public override bool Moves => tiles.BlockLength > 1;

    public override int GroupRows => tiles.GroupRows;

    public override int BufferLength => tiles.BufferLength;

    public static LaneOrder Make<T>(LaneTiles tiles, CubeTable<T> values, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var shelf = new LaneShelf<T>();
        var found = new Walk[1 << BitOperations.PopCount((uint)tiles.GroupRows)][];
        Workers.Run(found.Length, threads, 2, (from, to) =>
        {
            var sort = new LaneSort<T>(shelf, tiles);
            for (var g = from; g < to; g++) found[g] = sort.Orders(values, CubeShape.Deposit(g, tiles.GroupRows));
        });
        return new(tiles, found);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Sweep<T>(SweptNumbers<T> numbers, int slab, int rows, int from, int to, T[] buffer)
    {
        var changed = false;
        for (var g = from; g < to; g++)
        {
            var group = slab | CubeShape.Deposit(g, rows);
            var lanes = Take(numbers.Pending, group);
            if (lanes == 0) continue;
            var here = walks[CubeShape.Extract(group, tiles.GroupRows)];
            var gathered = false;
            foreach (var walk in here)
            {
                if ((walk.Lanes & lanes) == 0) continue;
                if (!gathered) tiles.Gather(numbers.Table, group, buffer);
                gathered = true;
                Along(buffer, walk);
            }

            if (gathered) changed |= WriteBack(numbers, buffer, group);
        }

        return changed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Take(ulong[] pending, int group)
    {
        ulong lanes = 0;
        for (var s = 0; s < tiles.Sides.Length; s++)
        {
            ulong places = 0;
            foreach (var row in tiles.Rows)
            {
                ref var word = ref pending[group | row | tiles.Sides[s]];
                places |= word;
                word = 0;
            }

            lanes |= tiles.LanesOf(s, places);
        }

        return lanes;
    }

    private static void Along<T>(T[] buffer, Walk walk)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var count = Vector256<T>.Count;
        for (var lane = 0; lane < LaneTiles.Lanes; lane += count)
        {
            var lanes = walk.Lanes >> lane & (1UL << count) - 1;
            if (lanes != 0) Along(ref buffer[lane], walk.Order, Foreign<T>(lanes));
        }
    }

    /// <summary>Each state meets the lowest number among those strictly better; lanes of another order meet nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Along<T>(ref T column, ushort[] order, Vector256<T> foreign)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (lowest, better) = (Vector256<T>.AllBitsSet, Vector256<T>.AllBitsSet);
        foreach (var entry in order)
        {
            if ((entry & Worse) != 0) better = lowest | foreign;
            ref var here = ref Unsafe.Add(ref column, (nint)(entry & Worse - 1) * LaneTiles.Lanes);
            var value = Vector256.LoadUnsafe(ref here);
            Vector256.Min(value, better).StoreUnsafe(ref here);
            lowest = Vector256.Min(lowest, value);
        }
    }

    /// <summary>All bits in the lanes that are not named.</summary>
    private static Vector256<T> Foreign<T>(ulong lanes)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 4)
        {
            var bit = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);
            return Vector256.Equals(Vector256.Create((uint)lanes) & bit, Vector256<uint>.Zero).As<uint, T>();
        }

        if (Unsafe.SizeOf<T>() == 2)
        {
            var bit = Vector256.Create((ushort)1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
            return Vector256.Equals(Vector256.Create((ushort)lanes) & bit, Vector256<ushort>.Zero).As<ushort, T>();
        }

        // Eight bytes for each byte of the word, each looking at its own bit.
        var bytes = Vector256.Create(
            (lanes & 0xFF) * 0x0101010101010101, (lanes >> 8 & 0xFF) * 0x0101010101010101,
            (lanes >> 16 & 0xFF) * 0x0101010101010101, (lanes >> 24 & 0xFF) * 0x0101010101010101);
        var one = Vector256.Create(0x8040201008040201);
        return Vector256.Equals((bytes & one).AsByte(), Vector256<byte>.Zero).As<byte, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool WriteBack<T>(SweptNumbers<T> numbers, T[] buffer, int group)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var changed = false;
        for (var r = 0; r < tiles.Rows.Length; r++)
        {
            var part = tiles.Ungather(buffer.AsSpan(), r);
            for (var s = 0; s < tiles.Sides.Length; s++)
                changed |= numbers.Lower(group | tiles.Rows[r] | tiles.Sides[s], part.Slice(s * LaneTiles.Lanes, LaneTiles.Lanes));
        }

        return changed;
    }

    /// <summary>An order, and the lanes of a group that have it.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Walk(ushort[] Order, ulong Lanes);
}
