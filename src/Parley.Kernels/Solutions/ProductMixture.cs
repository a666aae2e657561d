using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>A mixture of vectors with nearly the greatest product of coordinates.</summary>
/// <remarks>
/// Method: share moves from the vector that adds least along the tangent to the one that adds most, as far as the product grows.
/// The result is rounded to fractions; how near it is, the caller finds out exactly.
/// Source: Frank and Wolfe 1956, Naval Research Logistics Quarterly 3(1-2), pp. 95-110; key "frank1956" in docs/references.bib.
/// Source: Lacoste-Julien and Jaggi 2015, Advances in Neural Information Processing Systems 28; key "lacoste2015" in docs/references.bib.
/// </remarks>
internal static class ProductMixture
{
    private const int MaxSteps = 1_000;
    private const double Enough = 1e-12;
    private const int Bits = 50;

    /// <param name="vectors">The last one above 0 in every coordinate; it is the start.</param>
    /// <returns>By vector, at least 0 with sum 1.</returns>
    public static Rational[] Of(double[][] vectors)
    {
        var shares = new double[vectors.Length];
        var start = Array.FindLastIndex(vectors, v => Array.TrueForAll(v, x => x > 0));
        shares[start] = 1;
        double[] mixed = [.. vectors[start]];
        for (var step = 0; step < MaxSteps; step++)
        {
            var (most, least) = Ends(vectors, shares, mixed);
            var direction = vectors[most].Zip(vectors[least], (a, b) => a - b).ToArray();
            if (Slope(mixed, direction, 0) <= Enough * mixed.Length) break;
            var length = Length(mixed, direction, shares[least]);
            if (length <= 0) break;
            shares[most] += length;
            shares[least] = length >= shares[least] ? 0 : shares[least] - length;
            for (var p = 0; p < mixed.Length; p++)
            {
                mixed[p] = 0;
                for (var k = 0; k < vectors.Length; k++) mixed[p] += shares[k] * vectors[k][p];
            }
        }

        var whole = Array.ConvertAll(shares, s => (BigInteger)Math.ScaleB(Math.Max(0, s), Bits));
        var sum = whole.Aggregate(BigInteger.Add);
        return Array.ConvertAll(whole, w => new Rational(w, sum));
    }

    private static (int Most, int Least) Ends(double[][] vectors, double[] shares, double[] mixed)
    {
        var (most, least) = (-1, -1);
        var (high, low) = (0.0, 0.0);
        for (var k = 0; k < vectors.Length; k++)
        {
            var slope = Slope(mixed, vectors[k], 0);
            if (most < 0 || slope > high) (most, high) = (k, slope);
            if (shares[k] > 0 && (least < 0 || slope < low)) (least, low) = (k, slope);
        }

        return (most, least);
    }

    // How fast the logarithm of the product grows, some way along.
    private static double Slope(double[] mixed, double[] direction, double length)
    {
        var slope = 0.0;
        for (var p = 0; p < mixed.Length; p++)
        {
            var at = mixed[p] + length * direction[p];
            if (at <= 0) return double.NegativeInfinity;
            slope += direction[p] / at;
        }

        return slope;
    }

    private static double Length(double[] mixed, double[] direction, double most)
    {
        if (Slope(mixed, direction, most) >= 0) return most;
        var (low, high) = (0.0, most);
        for (var k = 0; k < 60; k++)
        {
            var middle = (low + high) / 2;
            if (Slope(mixed, direction, middle) >= 0) low = middle;
            else high = middle;
        }

        return low;
    }
}
