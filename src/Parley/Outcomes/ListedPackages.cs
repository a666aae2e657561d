using System.Numerics;
using Parley.Kernels.Pareto;

namespace Parley.Outcomes;

/// <summary>A space of packages that is a whole frontier: everything the solutions look for is on it.</summary>
internal sealed class ListedPackages(OutcomeFrontier frontier, int parties) : IValuedPackages
{
    public int PartyCount => parties;

    public BestPackage Best(IReadOnlyList<BigInteger> weights, CancellationToken cancellationToken)
    {
        var (best, most) = (-1, BigInteger.Zero);
        for (var k = 0; k < frontier.Vectors.Count; k++)
        {
            var sum = BigInteger.Zero;
            for (var p = 0; p < parties; p++) sum += weights[p] * frontier.Vectors[k][p];
            if (best < 0 || sum > most) (best, most) = (k, sum);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new(best < 0 ? null : frontier.At(best), true);
    }

    public ValuedFrontier Within(IReadOnlyList<LinearCut> cuts, CancellationToken cancellationToken) => new(
        [.. Enumerable.Range(0, frontier.Vectors.Count).Where(k => cuts.All(cut => cut.Holds(frontier.Vectors[k]))).Select(frontier.At)],
        true);
}
