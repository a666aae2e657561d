using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>
/// Where one party's options lie: tiles hold all rows that differ only in its options; a block of a tile holds the states that differ
/// only in those it can change both ways.
/// </summary>
internal sealed class SubcubeTiles
{
    private readonly int[] blockAt;

    public SubcubeTiles(CubeShape shape, int party)
    {
        var own = shape.Owned[party];
        OwnRows = own >> CubeShape.LowBits;
        OtherRows = shape.AllRowBits & ~OwnRows;
        TileCount = 1 << BitOperations.PopCount((uint)OtherRows);
        RowCount = 1 << BitOperations.PopCount((uint)OwnRows);
        Both = Local(own & ~shape.Irreversible);
        Forward = Local(own & shape.Forward);
        Backward = Local(own & shape.Backward);
        BlockLength = 1 << BitOperations.PopCount((uint)Both);
        Offsets = new int[BlockLength];
        for (var e = 0; e < BlockLength; e++) Offsets[e] = CubeShape.Deposit(e, Both);
        var apart = TileLength - 1 & ~Both;
        Bases = new int[TileLength / BlockLength];
        blockAt = new int[TileLength];
        for (var b = 0; b < Bases.Length; b++) blockAt[Bases[b] = CubeShape.Deposit(b, apart)] = b;
    }

    public int OwnRows { get; }

    public int OtherRows { get; }

    public int TileCount { get; }

    /// <summary>Rows of a tile.</summary>
    public int RowCount { get; }

    public int TileLength => RowCount * CubeShape.RowLength;

    public int BlockLength { get; }

    /// <summary>Places of a block's states in the tile, from its base on.</summary>
    public int[] Offsets { get; }

    public int[] Bases { get; }

    public int Forward { get; }

    public int Backward { get; }

    public int Irreversible => Forward | Backward;

    private int Both { get; }

    public int BlockOf(int place) => blockAt[place];

    public int RowOf(int tile, int row) => CubeShape.Deposit(tile, OtherRows) | CubeShape.Deposit(row, OwnRows);

    public void Gather<T>(T[] data, int tile, Span<T> into)
    {
        for (var r = 0; r < RowCount; r++)
            data.AsSpan(RowOf(tile, r) * CubeShape.RowLength, CubeShape.RowLength).CopyTo(into[(r * CubeShape.RowLength)..]);
    }

    private int Local(int positions) =>
        CubeShape.Extract(positions >> CubeShape.LowBits, OwnRows) << CubeShape.LowBits | (positions & (CubeShape.RowLength - 1));
}

/// <summary>The states of each block from the best to the worst for one party, and sweeps that run along it.</summary>
/// <remarks>
/// Shapes: entries[(tile * blocks + block) * length + k], the place of the k-th best from the block's base on; its top bit says that it is
/// worse than the one before.
/// Cost: a radix sort of each block over those bits of the values in which its states differ.
/// </remarks>
internal abstract class SubcubeOrder
{
    public static SubcubeOrder Build<T>(CubeShape shape, int party, CubeTable<T> values, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var tiles = new SubcubeTiles(shape, party);
        return tiles.TileLength <= 1 << 15
            ? SubcubeOrder<ushort>.Make(tiles, values, threads)
            : SubcubeOrder<uint>.Make(tiles, values, threads);
    }

    /// <summary>Whether the party can move at all.</summary>
    public abstract bool Moves { get; }

    /// <summary>Lowers each number to the lowest among the party's improvements from there; in place.</summary>
    /// <param name="table">All rows.</param>
    /// <param name="changedAt">Per row the sweep that last changed it.</param>
    /// <param name="after">Tiles without a row that changed later than this are left alone.</param>
    /// <param name="stamp">The number of this sweep.</param>
    /// <param name="threads">Tiles are worked on independently.</param>
    /// <returns>Whether anything changed.</returns>
    public abstract bool Sweep<T>(CubeTable<T> table, int[] changedAt, int after, int stamp, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>;
}

/// <summary>The same with entries of a known width.</summary>
internal sealed class SubcubeOrder<TEntry> : SubcubeOrder
    where TEntry : unmanaged, IBinaryInteger<TEntry>
{
    private static readonly TEntry Worse = TEntry.One << (Unsafe.SizeOf<TEntry>() * 8 - 1);

    private readonly SubcubeTiles tiles;
    private readonly TEntry[] entries;

    /// <summary>The values along the order; only where blocks must be compared with each other.</summary>
    private readonly uint[] sorted;

    private SubcubeOrder(SubcubeTiles tiles, TEntry[] entries, uint[] sorted) =>
        (this.tiles, this.entries, this.sorted) = (tiles, entries, sorted);

    public override bool Moves => tiles.BlockLength > 1 || tiles.Irreversible != 0;

    public static SubcubeOrder<TEntry> Make<T>(SubcubeTiles tiles, CubeTable<T> values, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var places = GC.AllocateUninitializedArray<TEntry>(tiles.TileCount * tiles.TileLength);
        var along = tiles.Irreversible == 0 ? [] : GC.AllocateUninitializedArray<uint>(places.Length);
        Workers.Run(tiles.TileCount, threads, (from, to) =>
        {
            var tile = new T[tiles.TileLength];
            var sort = new BlockSort(tiles.BlockLength);
            for (var t = from; t < to; t++)
            {
                tiles.Gather(values.Data, t, tile);
                for (var b = 0; b < tiles.Bases.Length; b++)
                {
                    var start = t * tiles.TileLength + b * tiles.BlockLength;
                    var into = places.AsSpan(start, tiles.BlockLength);
                    sort.Descending<T, TEntry>(tile.AsSpan(tiles.Bases[b]), tiles.Offsets, into);
                    if (along.Length == 0) continue;
                    for (var k = 0; k < into.Length; k++)
                        along[start + k] = uint.CreateTruncating(tile[tiles.Bases[b] + int.CreateTruncating(into[k] & ~Worse)]);
                }
            }
        });
        return new(tiles, places, along);
    }

    public override bool Sweep<T>(CubeTable<T> table, int[] changedAt, int after, int stamp, int threads)
    {
        var changes = 0;
        Workers.Run(tiles.TileCount, threads, (from, to) =>
        {
            var tile = new T[tiles.TileLength];
            var changed = false;
            for (var t = from; t < to; t++)
            {
                if (!Dirty(changedAt, t, after)) continue;
                tiles.Gather(table.Data, t, tile);
                for (var b = 0; b < tiles.Bases.Length; b++) Along(tile, t, b);
                if (tiles.Irreversible != 0)
                    for (var b = 0; b < tiles.Bases.Length; b++) Across(tile, t, b);
                changed |= WriteBack(tile, table, t, changedAt, stamp);
            }

            if (changed) Interlocked.Exchange(ref changes, 1);
        });
        return changes != 0;
    }

    private bool Dirty(int[] changedAt, int tile, int after)
    {
        for (var r = 0; r < tiles.RowCount; r++)
            if (changedAt[tiles.RowOf(tile, r)] > after) return true;
        return false;
    }

    private bool WriteBack<T>(T[] tile, CubeTable<T> table, int t, int[] changedAt, int stamp)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var changed = false;
        for (var r = 0; r < tiles.RowCount; r++)
        {
            var cubeRow = tiles.RowOf(t, r);
            var now = tile.AsSpan(r * CubeShape.RowLength, CubeShape.RowLength);
            var was = table.Row(cubeRow);
            if (now.SequenceEqual(was)) continue;
            now.CopyTo(was);
            changedAt[cubeRow] = stamp;
            changed = true;
        }

        return changed;
    }

    private int Start(int tile, int block) => tile * tiles.TileLength + block * tiles.BlockLength;

    /// <summary>Within a block: each state meets the lowest number among those strictly better.</summary>
    private void Along<T>(T[] tile, int t, int b)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tile), tiles.Bases[b]);
        ref var order = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), Start(t, b));
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
    private void Across<T>(T[] tile, int t, int b)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var target = tiles.Bases[b];
        var movable = (tiles.Forward & ~target) | (tiles.Backward & target);
        for (var sub = movable; sub != 0; sub = (sub - 1) & movable)
        {
            var source = target ^ sub;
            var (x, y) = (Start(t, b), Start(t, tiles.BlockOf(source)));
            var lowest = T.MaxValue;
            for (var (k, l) = (0, 0); k < tiles.BlockLength; k++)
            {
                for (; l < tiles.BlockLength && sorted[y + l] > sorted[x + k]; l++)
                    lowest = T.Min(lowest, tile[source + int.CreateTruncating(entries[y + l] & ~Worse)]);
                ref var here = ref tile[target + int.CreateTruncating(entries[x + k] & ~Worse)];
                here = T.Min(here, lowest);
            }
        }
    }
}
