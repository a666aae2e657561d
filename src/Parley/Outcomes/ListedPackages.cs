using System.Numerics;
using Parley.Kernels.Pareto;

namespace Parley.Outcomes;

/// <summary>A space of packages that is a whole frontier: everything the solutions look for is on it.</summary>
internal sealed class ListedPackages(IReadOnlyList<ValuedPackage> points, int parties) : IValuedPackages
{
    public int PartyCount => parties;

    public BestPackage Best(IReadOnlyList<BigInteger> weights, CancellationToken cancellationToken)
    {
        ValuedPackage? best = null;
        var most = BigInteger.Zero;
        foreach (var point in points)
        {
            var sum = BigInteger.Zero;
            for (var p = 0; p < parties; p++) sum += weights[p] * point.Values[p];
            if (best is null || sum > most) (best, most) = (point, sum);
        }

        return new(best, true);
    }

    public ValuedFrontier Within(IReadOnlyList<LinearCut> cuts, CancellationToken cancellationToken) =>
        new([.. points.Where(point => cuts.All(cut => cut.Holds(point.Values)))], true);
}
