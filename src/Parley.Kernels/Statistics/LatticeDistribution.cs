using System.Collections.Immutable;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Statistics;

/// <summary>Chances on equally spaced values.</summary>
/// <param name="First">The least value that has a chance.</param>
/// <param name="Step">The distance from one value to the next, above 0.</param>
/// <param name="Chances">By value, its chance; not empty, summing to 1 up to rounding.</param>
public sealed record LatticeDistribution(Rational First, Rational Step, ImmutableArray<double> Chances)
{
    /// <summary>The k-th value, from 0.</summary>
    public Rational Value(int k) => First + (Step * k);

    /// <summary>The least value whose chance together with those below it is at least some share.</summary>
    /// <param name="share">Above 0, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public Rational Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var sum = 0.0;
        var k = 0;
        while (k < Chances.Length - 1 && (sum += Chances[k]) < share) k++;
        return Value(k);
    }

    /// <summary>The chance of a value strictly below some bound.</summary>
    public double Below(Rational bound)
    {
        var sum = 0.0;
        for (var k = 0; k < Chances.Length && Value(k) < bound; k++) sum += Chances[k];
        return Math.Min(1, sum);
    }

    /// <summary>The same chances on values moved by a constant.</summary>
    public LatticeDistribution Moved(Rational by) => this with { First = First + by };
}
