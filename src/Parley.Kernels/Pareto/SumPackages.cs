using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>Packages whose value to each party is a sum over the issues.</summary>
public sealed class SumPackages : IValuedPackages
{
    private readonly BigInteger[][][] _values;
    private readonly SumScale _scale;
    private readonly SumFrontierOptions _limits;

    /// <param name="values">What each option is worth, by issue, option and party; more is better.</param>
    /// <param name="maxPoints">Points that <see cref="Within"/> hands back at most; as in <see cref="SumFrontierOptions"/>.</param>
    /// <param name="maxPartialPoints">Points that it keeps at most for any part of the issues; likewise.</param>
    /// <exception cref="ArgumentException">No issue, an issue without options, or options with unequal numbers of parties.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit below 1.</exception>
    public SumPackages(BigInteger[][][] values, int maxPoints = 1_000_000, int maxPartialPoints = 4_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPoints, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPartialPoints, 1);
        (_scale, _values) = (SumScale.Of(values), values);
        _limits = new() { MaxPoints = maxPoints, MaxPartialPoints = maxPartialPoints };
    }

    public int PartyCount => _scale.PartyCount;

    /// <inheritdoc/>
    /// <remarks>
    /// Each issue is decided alone. Among options of equal weight the best for the first party is taken, then for the second,
    /// and so on, then the first; so no package dominates the answer, whatever weights are 0. Cost: options times parties.
    /// </remarks>
    /// <exception cref="ArgumentException">A weight below 0, or weights for another number of parties.</exception>
    public BestPackage Best(IReadOnlyList<BigInteger> weights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != PartyCount || weights.Any(w => w.Sign < 0))
            throw new ArgumentException($"There must be {PartyCount} weights of at least 0.", nameof(weights));
        cancellationToken.ThrowIfCancellationRequested();
        var package = new int[_values.Length];
        var sums = new BigInteger[PartyCount];
        for (var i = 0; i < package.Length; i++)
        {
            var best = Weighted(_values[i][0], weights);
            for (var o = 1; o < _values[i].Length; o++)
            {
                var weighted = Weighted(_values[i][o], weights);
                var order = weighted.CompareTo(best);
                if (order == 0) order = _values[i][o].AsSpan().SequenceCompareTo(_values[i][package[i]]);
                if (order > 0) (best, package[i]) = (weighted, o);
            }

            for (var p = 0; p < sums.Length; p++) sums[p] += _values[i][package[i]][p];
        }

        return new(new(package, sums), IsProved: true);
    }

    /// <inheritdoc/>
    /// <remarks>Cost: see <see cref="SumFrontier"/>. Each point comes with its lexicographically smallest package.</remarks>
    public ValuedFrontier Within(IReadOnlyList<LinearCut> cuts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        var found = SumFrontier.Of(_scale, _limits with { Cuts = cuts }, SumTuning.Usual, cancellationToken);
        var points = new ValuedPackage[found.Points.Count];
        for (var k = 0; k < points.Length; k++) points[k] = new(found.Points[k].Canonical, found.Points[k].Values);
        return new(points, found.Status == SumFrontierStatus.Complete);
    }

    private static BigInteger Weighted(BigInteger[] values, IReadOnlyList<BigInteger> weights)
    {
        var sum = BigInteger.Zero;
        for (var p = 0; p < values.Length; p++) sum += weights[p] * values[p];
        return sum;
    }
}
