using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Numbers that one opponent lowers, and where they changed since it last did.</summary>
/// <param name="Of">What belongs to the table's numbers.</param>
/// <param name="Table">All rows; infeasible states hold the highest number.</param>
/// <param name="Pending">Per row the places that changed since this opponent's last sweep.</param>
/// <param name="Others">The same of the other opponents.</param>
internal sealed record SweptNumbers<T>(CubeSweep<T> Of, CubeTable<T> Table, ulong[] Pending, ulong[][] Others)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <summary>Puts new numbers into a row and tells the others where they are lower; whether they are anywhere.</summary>
    public bool Lower(int row, ReadOnlySpan<T> numbers)
    {
        var lowered = Of.Lower(Table.Row(row), numbers, row);
        if (lowered == 0) return false;
        foreach (var other in Others) other[row] |= lowered;
        return true;
    }
}

/// <summary>The lowest number that the others' improvements lead to, one opponent after another until nothing changes.</summary>
/// <remarks>
/// The options of the party that stays out do not change, so states that differ in its row bits have nothing to do with each other: the cube
/// falls into slabs, and each is settled on its own while it is near.
/// </remarks>
internal static class SequentialSweep
{
    /// <param name="sweep">What belongs to the table's numbers.</param>
    /// <param name="table">All rows; on entry each state's own number, infeasible ones the highest; on return the lowest reached.</param>
    /// <param name="party">Who does not move.</param>
    /// <param name="orders">Per party its order.</param>
    /// <param name="shape">The cube.</param>
    /// <param name="threads">The result is the only fixpoint, so it does not depend on them.</param>
    public static void Settle<T>(CubeSweep<T> sweep, CubeTable<T> table, int party, SubcubeOrder[] orders, CubeShape shape, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var opponents = new List<SubcubeOrder>();
        for (var p = 0; p < orders.Length; p++)
            if (p != party && orders[p].Moves) opponents.Add(orders[p]);
        if (opponents.Count == 0) return;
        var pending = new ulong[opponents.Count][];
        for (var o = 0; o < pending.Length; o++)
        {
            pending[o] = GC.AllocateUninitializedArray<ulong>(shape.RowCount);
            Array.Fill(pending[o], ulong.MaxValue);
        }

        var numbers = Array.ConvertAll(pending, p => new SweptNumbers<T>(sweep, table, p, Array.FindAll(pending, other => other != p)));
        var slabRows = opponents.Aggregate(shape.Owned[party] >> CubeShape.LowBits, (bits, o) => bits & o.GroupRows);
        var slabs = 1 << BitOperations.PopCount((uint)slabRows);
        var length = opponents.Max(o => o.BufferLength);
        var inside = slabs < 2 * threads ? threads : 1;
        Workers.Run(slabs, threads / inside, 2, (from, to) =>
        {
            var buffer = inside == 1 ? GC.AllocateUninitializedArray<T>(length) : [];
            for (var s = from; s < to; s++) Settle(opponents, numbers, CubeShape.Deposit(s, slabRows), slabRows, inside, buffer);
        });
    }

    private static void Settle<T>(
        List<SubcubeOrder> opponents, SweptNumbers<T>[] numbers, int slab, int slabRows, int threads, T[] buffer)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        for (var (next, quiet) = (0, 0); quiet < opponents.Count; next = (next + 1) % opponents.Count)
        {
            var (order, swept) = (opponents[next], numbers[next]);
            var rows = order.GroupRows & ~slabRows;
            var groups = 1 << BitOperations.PopCount((uint)rows);
            var changed = threads == 1
                ? order.Sweep(swept, slab, rows, 0, groups, buffer)
                : Divided(order, swept, slab, rows, groups, threads);

            // Improvements of one party are transitive: what it has swept itself it need not sweep again.
            quiet = changed ? 1 : quiet + 1;
        }
    }

    private static bool Divided<T>(SubcubeOrder order, SweptNumbers<T> numbers, int slab, int rows, int groups, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var changes = 0;
        Workers.Run(groups, threads, 2, (from, to) =>
        {
            var buffer = GC.AllocateUninitializedArray<T>(order.BufferLength);
            if (order.Sweep(numbers, slab, rows, from, to, buffer)) Interlocked.Exchange(ref changes, 1);
        });
        return changes != 0;
    }
}
