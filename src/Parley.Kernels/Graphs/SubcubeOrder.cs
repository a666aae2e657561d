using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>The states of each block from the best to the worst for one party, and sweeps that run along it.</summary>
/// <remarks>
/// Shapes: orderOf[tile * blocks + block], the number of an order; its k-th entry is the place of the k-th best from the block's base on,
/// and its top bit says that it is worse than the one before.
/// Cost: a walk over each block, and a sort of each block that differs from all before in the bits in which its states differ.
/// </remarks>
internal abstract class SubcubeOrder
{
    public static SubcubeOrder Build<T>(CubeShape shape, int party, CubeTable<T> values, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var tiles = new SubcubeTiles(shape, party);
        if (LaneTiles.Create(shape, tiles, party) is { } lanes) return LaneOrder.Make(lanes, values, threads);
        return tiles.TileLength <= 1 << 15
            ? SubcubeOrder<ushort>.Make(tiles, values, threads)
            : SubcubeOrder<uint>.Make(tiles, values, threads);
    }

    /// <summary>Whether the party can move at all.</summary>
    public abstract bool Moves { get; }

    /// <summary>The row bits that number what is swept at once.</summary>
    public abstract int GroupRows { get; }

    /// <summary>How many numbers a sweep needs room for.</summary>
    public abstract int BufferLength { get; }

    /// <summary>Lowers each number to the lowest among the party's improvements from there; in place.</summary>
    /// <param name="numbers">The table, and where it changed. Blocks without a change are left alone.</param>
    /// <param name="slab">The row bits that are the same for all.</param>
    /// <param name="rows">Those of <see cref="GroupRows"/> that are not.</param>
    /// <param name="from">The first of the groups that these number.</param>
    /// <param name="to">Beyond the last of them.</param>
    /// <param name="buffer">Room to work in.</param>
    /// <returns>Whether anything changed.</returns>
    public abstract bool Sweep<T>(SweptNumbers<T> numbers, int slab, int rows, int from, int to, T[] buffer)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>;
}

/// <summary>The same with entries of a known width.</summary>
internal sealed class SubcubeOrder<TEntry> : SubcubeOrder
    where TEntry : unmanaged, IBinaryInteger<TEntry>
{
    private static readonly TEntry Worse = TEntry.One << (Unsafe.SizeOf<TEntry>() * 8 - 1);

    private readonly SubcubeTiles tiles;
    private readonly int[] orderOf;
    private readonly TEntry[][] orders;

    /// <summary>The values along the order, tile by tile; only where blocks must be compared with each other.</summary>
    private readonly uint[] sorted;

    private SubcubeOrder(SubcubeTiles tiles, int[] orderOf, TEntry[][] orders, uint[] sorted) =>
        (this.tiles, this.orderOf, this.orders, this.sorted) = (tiles, orderOf, orders, sorted);

    public override bool Moves => tiles.BlockLength > 1 || tiles.Irreversible != 0;

    public override int GroupRows => tiles.OtherRows;

    public override int BufferLength => tiles.TileLength;

    public static SubcubeOrder<TEntry> Make<T>(SubcubeTiles tiles, CubeTable<T> values, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var shelf = new OrderShelf<TEntry>();
        var blocks = tiles.Bases.Length;
        var numbers = new int[tiles.TileCount * blocks];
        var along = tiles.Irreversible == 0 ? [] : GC.AllocateUninitializedArray<uint>(values.Data.Length);
        Workers.Run(tiles.TileCount, threads, (from, to) =>
        {
            var tile = new T[tiles.TileLength];
            var sort = new BlockSort<TEntry>(shelf, tiles.Offsets);
            for (var t = from; t < to; t++)
            {
                tiles.Gather(values.Data, t, tile);
                for (var b = 0; b < blocks; b++)
                {
                    var number = sort.Descending<T>(tile.AsSpan(tiles.Bases[b]));
                    numbers[t * blocks + b] = number;
                    if (along.Length == 0) continue;
                    var order = shelf.Orders[number];
                    var into = along.AsSpan(t * tiles.TileLength + b * tiles.BlockLength, tiles.BlockLength);
                    for (var k = 0; k < into.Length; k++)
                        into[k] = (uint)Width.Widen(tile[tiles.Bases[b] + int.CreateTruncating(order[k] & ~Worse)]);
                }
            }
        });
        return new(tiles, numbers, shelf.Orders, along);
    }

    public override bool Sweep<T>(SweptNumbers<T> numbers, int slab, int rows, int from, int to, T[] buffer)
    {
        var changed = false;
        for (var g = from; g < to; g++)
        {
            var t = CubeShape.Extract(slab | CubeShape.Deposit(g, rows), tiles.OtherRows);
            var places = Take(numbers.Pending, t);
            if (places == 0) continue;
            tiles.Gather(numbers.Table.Data, t, buffer);
            for (var b = 0; b < tiles.Bases.Length; b++)
                if ((tiles.BlockPlaces[b] & places) != 0) Along(buffer, t, b);
            if (tiles.Irreversible != 0)
                for (var b = 0; b < tiles.Bases.Length; b++) Across(buffer, t, b);
            for (var r = 0; r < tiles.RowCount; r++)
                changed |= numbers.Lower(tiles.RowOf(t, r), buffer.AsSpan(r * CubeShape.RowLength, CubeShape.RowLength));
        }

        return changed;
    }

    private ulong Take(ulong[] pending, int tile)
    {
        ulong places = 0;
        for (var r = 0; r < tiles.RowCount; r++)
        {
            ref var row = ref pending[tiles.RowOf(tile, r)];
            places |= row;
            row = 0;
        }

        return places;
    }

    private int Start(int tile, int block) => tile * tiles.TileLength + block * tiles.BlockLength;

    private TEntry[] Order(int tile, int block) => orders[orderOf[tile * tiles.Bases.Length + block]];

    /// <summary>Within a block: each state meets the lowest number among those strictly better.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Along<T>(T[] tile, int t, int b)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tile), tiles.Bases[b]);
        ref var order = ref MemoryMarshal.GetArrayDataReference(Order(t, b));
        var shift = Unsafe.SizeOf<TEntry>() * 8 - 1;
        var places = (1L << shift) - 1;
        var (lowest, better) = ((long)uint.MaxValue, (long)uint.MaxValue);
        for (var k = 0; k < tiles.BlockLength; k++)
        {
            // Which way a comparison goes cannot be guessed, so minima are taken by the sign of a difference.
            var entry = Width.Widen(Unsafe.Add(ref order, k));
            ref var here = ref Unsafe.Add(ref at, (nint)(entry & places));
            var value = Width.Widen(here);
            better ^= (better ^ lowest) & -(entry >> shift);
            var over = value - better;
            here = Width.Narrow<T>(better + (over & over >> 63));
            over = value - lowest;
            lowest += over & over >> 63;
        }
    }

    /// <summary>From a block to those that its owner can reach for good: both lists are walked from the best down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Across<T>(T[] tile, int t, int b)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var target = tiles.Bases[b];
        var movable = (tiles.Forward & ~target) | (tiles.Backward & target);
        for (var sub = movable; sub != 0; sub = (sub - 1) & movable)
        {
            var source = target ^ sub;
            var (x, y) = (Start(t, b), Start(t, tiles.BlockOf(source)));
            var (here, there) = (Order(t, b), Order(t, tiles.BlockOf(source)));
            var lowest = T.MaxValue;
            for (var (k, l) = (0, 0); k < tiles.BlockLength; k++)
            {
                for (; l < tiles.BlockLength && sorted[y + l] > sorted[x + k]; l++)
                    lowest = T.Min(lowest, tile[source + int.CreateTruncating(there[l] & ~Worse)]);
                ref var number = ref tile[target + int.CreateTruncating(here[k] & ~Worse)];
                number = T.Min(number, lowest);
            }
        }
    }
}
