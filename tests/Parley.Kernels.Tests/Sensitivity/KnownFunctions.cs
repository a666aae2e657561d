using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>Functions whose indices are known in closed form.</summary>
internal sealed record KnownFunction(string Name, RowFunction Function, double Mean, double Variance, double[] First, double[] Total)
{
    public int Inputs => First.Length;

    public override string ToString() => Name;

    public static IReadOnlyList<KnownFunction> All { get; } = [Ishigami(), SobolG(0, 1, 4.5, 9), Linear(1, 2, 3), Product(0.5, 1, 2)];

    /// <summary>sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, each x uniform between -pi and pi.</summary>
    private static KnownFunction Ishigami()
    {
        const double a = 7, b = 0.1;
        var fourth = Math.Pow(Math.PI, 4);
        var eighth = fourth * fourth;
        var (one, two, both) = ((1 + b * fourth / 5) * (1 + b * fourth / 5) / 2, a * a / 8, b * b * eighth * (1 / 18.0 - 1 / 50.0));
        var variance = one + two + both;
        return new(
            "Ishigami",
            u =>
            {
                double x1 = Math.PI * (2 * u[0] - 1), x2 = Math.PI * (2 * u[1] - 1), x3 = Math.PI * (2 * u[2] - 1);
                return Math.Sin(x1) + a * Math.Sin(x2) * Math.Sin(x2) + b * x3 * x3 * x3 * x3 * Math.Sin(x1);
            },
            a / 2,
            variance,
            [one / variance, two / variance, 0],
            [(one + both) / variance, two / variance, both / variance]);
    }

    /// <summary>PROD (|4 u - 2| + a) / (1 + a).</summary>
    private static KnownFunction SobolG(params double[] a) => OfProduct(
        "Sobol G",
        u =>
        {
            var product = 1.0;
            for (var j = 0; j < a.Length; j++) product *= (Math.Abs(4 * u[j] - 2) + a[j]) / (1 + a[j]);
            return product;
        },
        [.. a.Select(x => 1 / (3 * (1 + x) * (1 + x)))]);

    /// <summary>PROD (1 + w x / 2), x uniform with mean 0 and variance 1.</summary>
    private static KnownFunction Product(params double[] weights) => OfProduct(
        "product",
        u =>
        {
            var product = 1.0;
            for (var j = 0; j < weights.Length; j++) product *= 1 + weights[j] * Math.Sqrt(12) * (u[j] - 0.5) / 2;
            return product;
        },
        [.. weights.Select(w => w * w / 4)]);

    /// <summary>A product of independent factors of mean 1 and these variances.</summary>
    private static KnownFunction OfProduct(string name, RowFunction function, double[] variances)
    {
        var variance = variances.Aggregate(1.0, (p, v) => p * (1 + v)) - 1;
        return new(
            name, function, 1, variance,
            [.. variances.Select(v => v / variance)],
            [.. variances.Select(v => v * (variance + 1) / (1 + v) / variance)]);
    }

    /// <summary>SUM b z, z standard normal.</summary>
    private static KnownFunction Linear(params double[] weights)
    {
        var variance = weights.Sum(w => w * w);
        double[] shares = [.. weights.Select(w => w * w / variance)];
        return new("linear", LinearOf(weights), 0, variance, shares, shares);
    }

    public static RowFunction LinearOf(params double[] weights) => u =>
    {
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++) sum += weights[j] * NormalCurve.Quantile(u[j]);
        return sum;
    };
}
