using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>The lowest number that the others' improvements lead to, one opponent after another until nothing changes.</summary>
internal static class SequentialSweep
{
    /// <param name="table">All rows; on entry each state's own number, infeasible ones the highest; on return the lowest reached.</param>
    /// <param name="party">Who does not move.</param>
    /// <param name="orders">Per party its order.</param>
    /// <param name="shape">The cube.</param>
    /// <param name="threads">The result is the only fixpoint, so it does not depend on them.</param>
    public static void Settle<T>(CubeTable<T> table, int party, SubcubeOrder[] orders, CubeShape shape, int threads)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var opponents = new List<int>();
        for (var p = 0; p < orders.Length; p++)
            if (p != party && orders[p].Moves) opponents.Add(p);
        var pending = new ulong[opponents.Count][];
        for (var o = 0; o < pending.Length; o++)
        {
            pending[o] = GC.AllocateUninitializedArray<ulong>(shape.RowCount);
            Array.Fill(pending[o], ulong.MaxValue);
        }

        for (var (next, quiet) = (0, 0); quiet < opponents.Count; next = (next + 1) % opponents.Count)
        {
            var (turn, others) = (next, new List<ulong[]>(pending));
            others.RemoveAt(turn);
            var changed = orders[opponents[turn]].Sweep(table, pending[turn], others, threads);

            // Improvements of one party are transitive: what it has swept itself it need not sweep again.
            quiet = changed ? 1 : quiet + 1;
        }
    }
}
