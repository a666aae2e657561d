using Parley.Kernels.Exact;

namespace Parley.Obstacles;

/// <summary>Estimates opening shares from random orders of taking obstacles away, where there are too many sets to look at all (docs/model.md, 34).</summary>
/// <remarks>
/// In each order the obstacle whose going completes the first correction set found is pivotal. Only the correction sets found so far count: a
/// bigger one that was not reached would be seen as closed, so the estimate is of the game up to that size.
/// Source: J. Castro, D. Gomez, J. Tejada 2009, Computers and Operations Research 36(5), pp. 1726-1730; key "castro2009" in docs/references.bib.
/// </remarks>
internal static class SampledShares
{
    private const int Orders = 10_000;

    /// <summary>By obstacle, the share of orders in which it is pivotal, and its standard error.</summary>
    public static (Rational[] Shares, double[] Errors) Estimate(int obstacles, Func<ulong, bool> opens)
    {
        var pivotal = new int[obstacles];
        var order = Enumerable.Range(0, obstacles).ToArray();
        var random = new Random(20190507); // equal questions, equal answers
        for (var draw = 0; draw < Orders; draw++)
        {
            random.Shuffle(order);
            var set = 0UL;
            foreach (var f in order)
            {
                set |= 1UL << f;
                if (!opens(set)) continue;
                pivotal[f]++;
                break;
            }
        }

        return (Array.ConvertAll(pivotal, p => new Rational(p, Orders)), Array.ConvertAll(pivotal, p => Error((double)p / Orders)));
    }

    private static double Error(double share) => Math.Sqrt(share * (1 - share) / Orders);
}
