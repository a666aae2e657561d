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
        var changedAt = new int[shape.RowCount];
        Array.Fill(changedAt, 1);
        var swept = new int[orders.Length];
        var stamp = 1;
        for (var (next, quiet) = (0, 0); quiet < opponents.Count; next = (next + 1) % opponents.Count)
        {
            var opponent = opponents[next];
            stamp++;
            var changed = orders[opponent].Sweep(table, changedAt, swept[opponent], stamp, threads);
            swept[opponent] = stamp;

            // Improvements of one party are transitive: what it has swept itself it need not sweep again.
            quiet = changed ? 1 : quiet + 1;
        }
    }
}
