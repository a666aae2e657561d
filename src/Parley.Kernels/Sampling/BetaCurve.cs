namespace Parley.Kernels.Sampling;

/// <summary>The beta distribution on [0, 1].</summary>
/// <remarks>Relative error about 1e-13 where a + b is at most 100; it grows with a + b, to about 1e-11 at 10^4.</remarks>
internal sealed class BetaCurve
{
    private const int MaxSteps = 100_000;

    private readonly double a;
    private readonly double b;
    private readonly double logArea;
    private readonly double middle;
    private readonly double spread;

    public BetaCurve(double a, double b)
    {
        (this.a, this.b) = (a, b);
        logArea = LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        // The log-odds are nearly normal where both shapes are 1 or more: their median and standard deviation, about.
        (middle, spread) = a >= 1 && b >= 1 ? (Math.Log((a - 1.0 / 3) / (b - 1.0 / 3)), Math.Sqrt(Part(a) + Part(b))) : (Math.Log(a / b), 0);

        static double Part(double shape) => (1 + (0.5 + 1 / (6 * shape)) / shape) / shape;
    }

    /// <summary>The share below the point whose log-odds ln(x / (1 - x)) is given.</summary>
    /// <remarks>
    /// Definition: x^a (1 - x)^b / (a B(a, b)) over a continued fraction, evaluated by Lentz's method, on the side where it converges fast.
    /// Source: DLMF, eq. 8.17.22; key "dlmf" in docs/references.bib.
    /// </remarks>
    public double Below(double logOdds) => Below(logOdds, Logistic(logOdds), Front(logOdds));

    private double Below(double logOdds, double x, double front) =>
        x < (a + 1) / (a + b + 2)
            ? front / a * Fraction(a, b, x)
            : 1 - front / b * Fraction(b, a, Logistic(-logOdds));

    /// <summary>The log-odds of the point below which a share lies.</summary>
    /// <param name="unit">In the open interval (0, 1).</param>
    /// <remarks>
    /// Definition: Halley's steps on the log-odds, halving the bracket where a step leaves it. With g = a - (a + b) x, the relative slope of the
    /// density, a step of length d ends d^3 (g^2 / 12 + (a + b) x (1 - x) / 6) from the point, about: where that is a last digit, it is the last step.
    /// </remarks>
    public double Quantile(double unit)
    {
        var (low, high) = (-745.0 / Math.Min(a, 1), 745.0 / Math.Min(b, 1));
        var at = Start(unit);
        for (var step = 0; step < 200; step++)
        {
            if (!(at > low && at < high)) at = low + (high - low) / 2;
            var (x, front) = (Logistic(at), Front(at));
            var miss = Below(at, x, front) - unit;
            if (miss > 0) high = at;
            else low = at;
            if (front == 0)
            {
                at = double.NaN; // too far out to tell which way: halve
                continue;
            }

            // The density by log-odds is x^a (1 - x)^b / B(a, b).
            var (newton, slope) = (miss / front, a - (a + b) * x);
            var bend = 1 - newton * slope / 2;
            var next = at - newton / Math.Max(bend, 0.5);
            var (length, digit) = (Math.Abs(next - at), 1e-16 * Math.Max(1, Math.Abs(at)));
            var ends = length * length * length * (slope * slope / 12 + (a + b) * x * (1 - x) / 6);
            if ((bend > 0.5 && ends <= digit) || length <= 4 * digit || high - low <= 4 * digit) return next;
            at = next;
        }

        return at;
    }

    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>x^a (1 - x)^b / B(a, b).</summary>
    private double Front(double logOdds) =>
        Math.Exp(-a * LogOfOnePlusExp(-logOdds) - b * LogOfOnePlusExp(logOdds) - logArea);

    // Beyond 40 the 1 is less than half a last digit.
    private static double LogOfOnePlusExp(double x) => x > 40 ? x : Math.Log(1 + Math.Exp(x));

    /// <summary>In a far tail the leading term alone gives the point; else what a normal distribution of the log-odds would have.</summary>
    private double Start(double unit)
    {
        var left = (Math.Log(unit) + Math.Log(a) + logArea) / a;
        if (left < -2) return left;
        var right = (Math.Log(1 - unit) + Math.Log(b) + logArea) / b;
        return right < -2 ? -right : spread == 0 ? middle : middle + spread * NormalCurve.Quantile(unit);
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
