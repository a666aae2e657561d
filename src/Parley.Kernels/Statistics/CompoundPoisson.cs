using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
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

    /// <summary>The distributions of the sum over one period, over two, and so on, each from the one before it.</summary>
    /// <remarks>
    /// Sizes are fractions, so all sums lie on multiples of their common divisor. Each number's chances are built outwards from its mode
    /// and cut where they fall below 1e-18 of it, and as much is cut off either end of a sum: what is left out is below 1e-15 in all for each
    /// hundred numbers added, and nothing underflows however many are expected.
    /// Cost: for each period and number, the points of the sum times the width of the number in one period (about 18 standard deviations).
    /// Source: Panjer 1981, for the problem; key "panjer1981" in docs/references.bib.
    /// Differs from source: convolved number by number, since the recursion there takes sizes of one sign only.
    /// </remarks>
    /// <param name="marks">What adds up in a period; those with nothing expected or size 0 add nothing.</param>
    /// <param name="periods">How many periods, at least 0.</param>
    /// <param name="progress">Told the share of the numbers added in all periods, after each.</param>
    /// <param name="cancellationToken">Looked at before each number is added.</param>
    /// <returns>By period, made as it is asked for; null from where it would have more than <see cref="MaxPoints"/> values or take more than <see cref="MaxProducts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An expected number is negative or not finite, or there are fewer than no periods.</exception>
    public static IEnumerable<LatticeDistribution?> Over(
        IEnumerable<PoissonMark> marks, int periods, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        var kept = marks.GroupBy(m => m.Size).Select(g => new PoissonMark(g.Sum(m => Checked(m.Expected)), g.Key)).Where(m => m.Expected > 0 && !m.Size.IsZero).ToList();
        return kept.Count == 0
            ? Enumerable.Repeat(new LatticeDistribution(Rational.Zero, Rational.One, [1.0]), periods)
            : Convolved(kept, periods, progress, cancellationToken);
    }

    private static IEnumerable<LatticeDistribution?> Convolved(List<PoissonMark> kept, int periods, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var denominator = Rational.CommonDenominator(kept.Select(m => m.Size));
        var divisor = kept.Aggregate(BigInteger.Zero, (d, m) => BigInteger.GreatestCommonDivisor(d, m.Size.Times(denominator)));
        var step = new Rational(divisor, denominator);
        var numbers = kept.ConvertAll(m => (Stride: m.Size.Times(denominator) / divisor, Poisson: Poisson(m.Expected)));
        double[]? chances = [1.0];
        var first = BigInteger.Zero;
        for (var period = 0; period < periods; period++)
        {
            for (var k = 0; k < numbers.Count; k++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (stride, (least, own)) = numbers[k];
                if (chances is not null) (first, chances) = Plus(first, chances, stride, least, own);
                progress?.Report((period + (k + 1.0) / numbers.Count) / periods);
            }

            yield return chances is null ? null : new(step * first, step, ImmutableCollectionsMarshal.AsImmutableArray(chances));
        }
    }

    /// <summary>A sum, from its first point, and another number; none where that is too much.</summary>
    private static (BigInteger First, double[]? Chances) Plus(BigInteger first, double[] chances, BigInteger stride, BigInteger least, double[] numbers)
    {
        var points = chances.Length + (BigInteger.Abs(stride) * (numbers.Length - 1));
        if (points > MaxPoints || (long)chances.Length * numbers.Length > MaxProducts) return (first, null);
        first += stride.Sign > 0 ? stride * least : stride * (least + numbers.Length - 1);
        var sum = Convolved(chances, numbers, (int)stride, (int)points);
        var (from, to) = (0, sum.Length);
        for (var cut = 0.0; (cut += sum[from]) <= Negligible;) from++;
        for (var cut = 0.0; (cut += sum[to - 1]) <= Negligible;) to--;
        return (first + from, from == 0 && to == sum.Length ? sum : sum[from..to]);
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
            AddTo(result.AsSpan(shift, chances.Length), chances, numbers[n]);
        }

        return result;
    }

    private static void AddTo(Span<double> sum, ReadOnlySpan<double> chances, double factor)
    {
        var sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        var parts = MemoryMarshal.Cast<double, Vector<double>>(chances);
        for (var v = 0; v < sums.Length; v++) sums[v] += parts[v] * factor;
        for (var k = sums.Length * Vector<double>.Count; k < sum.Length; k++) sum[k] += chances[k] * factor;
    }

    private static double Checked(double expected) => double.IsFinite(expected) && expected >= 0
        ? expected
        : throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expected number is finite and at least 0.");
}
