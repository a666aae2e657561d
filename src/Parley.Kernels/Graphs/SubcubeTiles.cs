using System.Numerics;

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
        BlockPlaces = new ulong[Bases.Length];
        for (var b = 0; b < Bases.Length; b++)
        {
            blockAt[Bases[b] = CubeShape.Deposit(b, apart)] = b;
            foreach (var offset in Offsets) BlockPlaces[b] |= 1UL << (Bases[b] + offset & (CubeShape.RowLength - 1));
        }
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

    /// <summary>Per block the places in a row that its states take, as bits.</summary>
    public ulong[] BlockPlaces { get; }

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
