using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Pareto;

/// <summary>What partial sums must reach so that the issues before them can still satisfy all cuts.</summary>
/// <remarks>
/// A cut on reduced sums u says: the sum of w[p] u[p] is at least L, rounded up to a whole number. The issues from i on must
/// bring at least L less the greatest weighted value of each issue before i, less what a grid may have cost them already.
/// Cuts on one party are kept as the least for that party.
/// </remarks>
internal sealed class SumRegion
{
    private readonly List<BigInteger[]> _weights = [];
    private readonly List<BigInteger[]> _joint = [];
    private readonly BigInteger[][] _single;
    private readonly BigInteger[] _reach;
    private readonly SumScale _scale;
    private readonly SumGrid _grid;

    public SumRegion(SumScale scale, IReadOnlyList<LinearCut> cuts, SumGrid grid)
    {
        (_scale, _grid) = (scale, grid);
        _reach = scale.Reach(0);
        _single = Array.ConvertAll(scale.Reduced, _ => new BigInteger[scale.PartyCount]);
        foreach (var cut in cuts) Add(cut);
    }

    /// <summary>The weights of cuts on several parties.</summary>
    public IReadOnlyList<BigInteger[]> Weights => _weights;

    /// <summary>How many bits the weighted sums and what they must reach need.</summary>
    public int Bits { get; private set; }

    /// <summary>By party, at least 0 and at most one more than any sum.</summary>
    public BigInteger[] Single(int issue) => _single[issue];

    /// <summary>By cut on several parties, at least 0 and at most one more than any weighted sum.</summary>
    public BigInteger[] Joint(int issue) => [.. _joint.Select(need => need[issue])];

    private void Add(LinearCut cut)
    {
        var weights = new BigInteger[_scale.PartyCount];
        var (least, divisor) = (cut.Least, BigInteger.Zero);
        for (var p = 0; p < weights.Length; p++)
        {
            weights[p] = cut.Weights[p] * _scale.Unit[p];
            least -= cut.Weights[p] * _scale.Base[p];
            divisor = BigInteger.GreatestCommonDivisor(divisor, weights[p]);
        }

        var single = Array.FindIndex(weights, w => !w.IsZero);
        if (single < 0)
        {
            // No package can change whether this holds.
            if (least.Sign > 0)
                foreach (var need in _single) need[0] = _reach[0] + 1;
            return;
        }

        for (var p = 0; p < weights.Length; p++) weights[p] /= divisor;
        var needs = Needs(weights, new Rational(least, divisor).Ceiling());
        if (Array.FindLastIndex(weights, w => !w.IsZero) == single)
        {
            for (var i = 0; i < needs.Length; i++) _single[i][single] = BigInteger.Max(_single[i][single], needs[i]);
            return;
        }

        _weights.Add(weights);
        _joint.Add(needs);
        Bits = Math.Max(Bits, (int)(Weighted(weights, _reach) + 1).GetBitLength());
    }

    // By issue, what the sums over the issues from it on must reach.
    private BigInteger[] Needs(BigInteger[] weights, BigInteger least)
    {
        var most = Weighted(weights, _reach) + 1;
        var needs = new BigInteger[_scale.Reduced.Length];
        for (var i = 0; i < needs.Length; i++)
        {
            var lossy = least - Weighted(weights, _grid.LossBefore(i));
            needs[i] = BigInteger.Max(BigInteger.Zero, BigInteger.Min(lossy, most));
            var best = BigInteger.Zero;
            foreach (var option in _scale.Reduced[i]) best = BigInteger.Max(best, Weighted(weights, option));
            least -= best;
        }

        return needs;
    }

    private static BigInteger Weighted(BigInteger[] weights, BigInteger[] values)
    {
        var sum = BigInteger.Zero;
        for (var p = 0; p < weights.Length; p++)
            if (!weights[p].IsZero) sum += weights[p] * values[p];
        return sum;
    }
}
