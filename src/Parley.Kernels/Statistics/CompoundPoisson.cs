using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Statistics;

/// <summary>How often something is expected, and what it adds each time.</summary>
/// <param name="Expected">Expected number, at least 0; the number is Poisson.</param>
/// <param name="Size">What one adds, of either sign.</param>
public readonly record struct PoissonMark(double Expected, Rational Size);

/// <summary>The distribution of a sum of independent Poisson numbers, each times its size.</summary>
public static class CompoundPoisson
{
    /// <summary>Values of a distribution at most.</summary>
    public const int MaxPoints = 1 << 18;

    /// <summary>Products for one step of a convolution at most.</summary>
    public const long MaxProducts = 1L << 26;

    private const double Negligible = 1e-18;

    /// <summary>Convolves the Poisson numbers on the coarsest lattice that holds every size.</summary>
    /// <remarks>
    /// Sizes are fractions, so all sums lie on multiples of their common divisor. Each number's chances are built outwards from its mode
    /// and cut where they fall below 1e-18 of it: what is left out is below 1e-15 in all, and nothing underflows however many are expected.
    /// Cost: points times the widths of the numbers (about 18 standard deviations each).
    /// Source: Panjer 1981, for the problem; key "panjer1981" in docs/references.bib.
    /// Differs from source: convolved number by number, since the recursion there takes sizes of one sign only.
    /// </remarks>
    /// <param name="marks">What adds up; those with nothing expected or size 0 add nothing.</param>
    /// <returns>The distribution; null where it would have more than <see cref="MaxPoints"/> values or take more than <see cref="MaxProducts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An expected number is negative or not finite.</exception>
    public static LatticeDistribution? Of(IEnumerable<PoissonMark> marks)
    {
        var kept = marks.GroupBy(m => m.Size).Select(g => new PoissonMark(g.Sum(m => Checked(m.Expected)), g.Key)).Where(m => m.Expected > 0 && !m.Size.IsZero).ToList();
        if (kept.Count == 0) return new(Rational.Zero, Rational.One, [1.0]);
        var denominator = Rational.CommonDenominator(kept.Select(m => m.Size));
        var divisor = kept.Aggregate(BigInteger.Zero, (d, m) => BigInteger.GreatestCommonDivisor(d, m.Size.Times(denominator)));
        var step = new Rational(divisor, denominator);
        double[] chances = [1.0];
        var first = BigInteger.Zero;
        foreach (var (expected, size) in kept)
        {
            var stride = size.Times(denominator) / divisor;
            var (least, numbers) = Poisson(expected);
            var points = chances.Length + (BigInteger.Abs(stride) * (numbers.Length - 1));
            if (points > MaxPoints || (long)chances.Length * numbers.Length > MaxProducts) return null;
            first += stride.Sign > 0 ? stride * least : stride * (least + numbers.Length - 1);
            chances = Convolved(chances, numbers, (int)stride, (int)points);
        }

        return new(step * first, step, ImmutableArray.Create(chances));
    }

    /// <summary>Chances of the numbers that are not negligible, from the least of them.</summary>
    private static (BigInteger Least, double[] Chances) Poisson(double expected)
    {
        var mode = Math.Floor(expected);
        List<double> below = [], above = [];
        var weight = 1.0;
        for (var n = mode; n >= 1 && (weight *= n / expected) > Negligible && below.Count <= MaxPoints; n--) below.Add(weight);
        weight = 1.0;
        for (var n = mode + 1; (weight *= expected / n) > Negligible && above.Count <= MaxPoints; n++) above.Add(weight);
        below.Reverse();
        double[] chances = [.. below, 1.0, .. above];
        var sum = chances.Sum();
        for (var k = 0; k < chances.Length; k++) chances[k] /= sum;
        return (new BigInteger(mode) - below.Count, chances);
    }

    private static double[] Convolved(double[] chances, double[] numbers, int stride, int points)
    {
        var result = new double[points];
        for (var n = 0; n < numbers.Length; n++)
        {
            var shift = stride > 0 ? stride * n : -stride * (numbers.Length - 1 - n);
            for (var k = 0; k < chances.Length; k++) result[shift + k] += chances[k] * numbers[n];
        }

        return result;
    }

    private static double Checked(double expected) => double.IsFinite(expected) && expected >= 0
        ? expected
        : throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expected number is finite and at least 0.");
}
