namespace Parley.Kernels.Sampling;

/// <summary>The beta distribution on [0, 1].</summary>
/// <remarks>Relative error about 1e-13 where a + b is at most 100; it grows with a + b, to about 1e-11 at 10^4.</remarks>
internal sealed class BetaCurve
{
    private const int MaxSteps = 100_000;

    private readonly double a;
    private readonly double b;
    private readonly double logArea;

    public BetaCurve(double a, double b)
    {
        (this.a, this.b) = (a, b);
        logArea = LogGamma(a) + LogGamma(b) - LogGamma(a + b);
    }

    /// <summary>The share below the point whose log-odds ln(x / (1 - x)) is given.</summary>
    /// <remarks>
    /// Definition: x^a (1 - x)^b / (a B(a, b)) over a continued fraction, evaluated by Lentz's method, on the side where it converges fast.
    /// Source: DLMF, eq. 8.17.22; key "dlmf" in docs/references.bib.
    /// </remarks>
    public double Below(double logOdds)
    {
        var (x, rest) = (Logistic(logOdds), Logistic(-logOdds));
        return x < (a + 1) / (a + b + 2)
            ? Front(logOdds) / a * Fraction(a, b, x)
            : 1 - Front(logOdds) / b * Fraction(b, a, rest);
    }

    /// <summary>The log-odds of the point below which a share lies.</summary>
    /// <param name="unit">In the open interval (0, 1).</param>
    /// <remarks>Definition: Newton's steps on the log-odds, halving the bracket where a step leaves it.</remarks>
    public double Quantile(double unit)
    {
        var (low, high) = (-745.0 / Math.Min(a, 1), 745.0 / Math.Min(b, 1));
        var at = Start(unit);
        for (var step = 0; step < 200; step++)
        {
            if (!(at > low && at < high)) at = low + (high - low) / 2;
            var miss = Below(at) - unit;
            if (miss > 0) high = at;
            else low = at;
            // The density by log-odds is x^a (1 - x)^b / B(a, b).
            var next = at - miss / Front(at);
            if (Math.Abs(next - at) <= 4e-16 * Math.Max(1, Math.Abs(at)) || high - low <= 4e-16 * Math.Max(1, Math.Abs(at))) return next;
            at = next;
        }

        return at;
    }

    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>x^a (1 - x)^b / B(a, b).</summary>
    private double Front(double logOdds) =>
        Math.Exp(-a * Math.Log(1 + Math.Exp(-logOdds)) - b * Math.Log(1 + Math.Exp(logOdds)) - logArea);

    /// <summary>In a far tail the leading term alone gives the point; else the middle is where to begin.</summary>
    private double Start(double unit)
    {
        var left = (Math.Log(unit) + Math.Log(a) + logArea) / a;
        if (left < -2) return left;
        var right = (Math.Log(1 - unit) + Math.Log(b) + logArea) / b;
        return right < -2 ? -right : Math.Log(a / b);
    }

    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / Away(1 - (a + b) * x / (a + 1));
        var fraction = d;
        for (var m = 1; m < MaxSteps; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Away(1 + even * d);
            c = Away(1 + even / c);
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Away(1 + odd * d);
            c = Away(1 + odd / c);
            var factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-16) break;
        }

        return fraction;

        static double Away(double value) => Math.Abs(value) < tiny ? tiny : value;
    }

    /// <summary>Stirling's series from 16 on, and Gamma(x + 1) = x Gamma(x) below.</summary>
    internal static double LogGamma(double x)
    {
        var product = 1.0;
        for (; x < 16; x++) product *= x;
        var square = 1 / (x * x);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(product);
    }
}
