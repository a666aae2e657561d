namespace Parley.Kernels.Sampling;

/// <summary>The standard normal distribution.</summary>
public static class NormalCurve
{
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>The height of the curve at <paramref name="x"/>.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / RootTwoPi;

    /// <summary>The share of the curve below <paramref name="x"/>; relative error about 1e-14, in the lower tail too.</summary>
    /// <remarks>
    /// Definition: within 2 of the middle the series x + x^3/3 + x^5/15 + ..., beyond it Laplace's continued fraction.
    /// Source: Marsaglia 2004, J. Statistical Software 11(4); key "marsaglia2004" in docs/references.bib.
    /// </remarks>
    public static double Below(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 0) return 1 - Below(-x);
        return x < -2 ? LowerTail(-x) : 0.5 - Density(x) * Series(-x);
    }

    /// <summary>The point below which the share <paramref name="unit"/> of the curve lies; relative error about 1e-15.</summary>
    /// <remarks>
    /// Source: Wichura 1988, Applied Statistics 37(3), algorithm AS 241, PPND16; key "wichura1988" in docs/references.bib.
    /// </remarks>
    /// <param name="unit">From 0 (gives minus infinity) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a share.</exception>
    public static double Quantile(double unit)
    {
        if (!(unit is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "A share lies between 0 and 1.");
        if (unit is 0 or 1) return unit == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var middle = unit - 0.5;
        if (Math.Abs(middle) <= 0.425) return middle * Ratio(0.180625 - middle * middle, MiddleOver, MiddleUnder);
        var depth = Math.Sqrt(-Math.Log(Math.Min(unit, 1 - unit)));
        var size = depth <= 5 ? Ratio(depth - 1.6, NearOver, NearUnder) : Ratio(depth - 5, FarOver, FarUnder);
        return middle < 0 ? -size : size;
    }

    private static double Series(double x)
    {
        var (sum, term) = (x, x);
        for (var k = 3; term > sum * 1e-17; k += 2) sum += term *= x * x / k;
        return sum;
    }

    /// <summary>Density(x) / (x + 1/(x + 2/(x + 3/(x + ...)))), from the inside out.</summary>
    private static double LowerTail(double x)
    {
        var fraction = x;
        for (var k = 90; k > 0; k--) fraction = x + k / fraction;
        return Density(x) / fraction;
    }

    private static double Ratio(double x, ReadOnlySpan<double> over, ReadOnlySpan<double> under) => Polynomial(x, over) / Polynomial(x, under);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var value = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--) value = value * x + coefficients[k];
        return value;
    }

    private static ReadOnlySpan<double> MiddleOver =>
    [
        3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static ReadOnlySpan<double> MiddleUnder =>
    [
        1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> NearOver =>
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> NearUnder =>
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarOver =>
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarUnder =>
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
