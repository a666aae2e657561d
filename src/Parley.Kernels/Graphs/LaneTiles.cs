using System.Numerics;
using System.Runtime.CompilerServices;

namespace Parley.Kernels.Graphs;

/// <summary>Sub-cubes of one party's options laid side by side: 64 of them at a time, one for each lane.</summary>
/// <remarks>
/// Shapes: a group is read to buffer[e * 64 + lane], where e numbers the party's options from the lowest position up. For each option of the
/// party among the low six, a row bit of somebody else takes its place in the lane's number. Where there are not enough of these, lanes stay
/// empty. All options of the party are reversible.
/// </remarks>
internal sealed class LaneTiles
{
    public const int Lanes = CubeShape.RowLength;

    private const int MaxBlock = 1 << 15;

    private readonly SubcubeTiles tiles;
    private readonly int[] lowOwned;
    private readonly int[] rows;
    private readonly int[] sides;

    private LaneTiles(SubcubeTiles tiles, int low, int laneRows)
    {
        this.tiles = tiles;
        lowOwned = [.. Enumerable.Range(0, CubeShape.LowBits).Where(b => (low >> b & 1) != 0)];
        GroupRows = tiles.OtherRows & ~laneRows;
        rows = [.. Enumerable.Range(0, tiles.RowCount).Select(r => CubeShape.Deposit(r, tiles.OwnRows))];
        sides = [.. Enumerable.Range(0, 1 << BitOperations.PopCount((uint)laneRows)).Select(t => CubeShape.Deposit(t, laneRows))];
        for (var lane = 0; lane < Lanes; lane++)
            if (CubeShape.Extract(lane, low) < sides.Length) UsedLanes |= 1UL << lane;
    }

    /// <summary>The row bits that number the groups.</summary>
    public int GroupRows { get; }

    public int BlockLength => tiles.BlockLength;

    public int BufferLength => BlockLength * Lanes;

    /// <summary>Lanes that hold a block.</summary>
    public ulong UsedLanes { get; }

    /// <summary>Row bits of a group: those of the party's options.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Row bits of a group: those that take the place of the party's low options.</summary>
    public ReadOnlySpan<int> Sides => sides;

    /// <summary>Null where the party has options that go one way, or so many that few sub-cubes stand side by side.</summary>
    public static LaneTiles? Create(CubeShape shape, SubcubeTiles tiles, int party)
    {
        const int small = 1 << 16;
        if (tiles.Irreversible != 0 || tiles.BlockLength > MaxBlock) return null;
        if (tiles.BlockLength * Lanes > Math.Max(small, shape.RowCount * CubeShape.RowLength)) return null;
        var low = shape.Owned[party] & CubeShape.RowLength - 1;
        return new(tiles, low, LaneRows(shape, tiles.OtherRows, BitOperations.PopCount((uint)low)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather<T>(CubeTable<T> table, int group, Span<T> buffer)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var length = Lanes << lowOwned.Length;
        for (var r = 0; r < rows.Length; r++)
        {
            var into = buffer.Slice(r * length, length);
            for (var s = 0; s < sides.Length; s++) table.Row(group | rows[r] | sides[s]).CopyTo(into[(s * Lanes)..]);
            LaneSwap.Exchange(into, lowOwned);
        }
    }

    /// <summary>What belongs to one of <see cref="Rows"/>, put back: the rows of the cube by <see cref="Sides"/>, one after another.</summary>
    public Span<T> Ungather<T>(Span<T> buffer, int row)
        where T : unmanaged, IBinaryInteger<T>
    {
        var length = Lanes << lowOwned.Length;
        var part = buffer.Slice(row * length, length);
        LaneSwap.Exchange(part, lowOwned);
        return part;
    }

    /// <summary>The lanes whose blocks hold one of these places in the rows of one side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong LanesOf(int side, ulong places)
    {
        if (places == 0) return 0;
        for (var b = 0; b < lowOwned.Length; b++)
        {
            // Both values of an option lie in the same block; its place in the number goes to the side's bit.
            var shift = 1 << lowOwned[b];
            var low = LaneSwap.Without(lowOwned[b]);
            places = (places | places >> shift) & low;
            if ((side >> b & 1) != 0) places <<= shift;
        }

        return places;
    }

    /// <summary>Row bits to stand for low options, taken from all other parties in turn, so that each keeps some for itself.</summary>
    private static int LaneRows(CubeShape shape, int otherRows, int count)
    {
        var (taken, rest) = (0, otherRows);
        while (BitOperations.PopCount((uint)taken) < count && rest != 0)
        {
            var before = rest;
            foreach (var owned in shape.Owned)
            {
                var mine = rest & owned >> CubeShape.LowBits;
                if (mine == 0 || BitOperations.PopCount((uint)taken) == count) continue;
                taken |= mine & -mine;
                rest &= ~(mine & -mine);
            }

            // What is left is nobody's: it only fills a small game up.
            if (rest == before) break;
        }

        return taken;
    }
}
