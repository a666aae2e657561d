using Parley.Kernels.Sampling;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sampling;

/// <summary>Distributions against published values, their own densities and averages of their quantiles.</summary>
public class DistributionTests
{
    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.5, 0)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-9, -5.9978070150076865)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Normal_quantiles_are_the_known_ones(double unit, double expected)
    {
        Assert.Equal(expected, NormalCurve.Quantile(unit), 1e-13 * Math.Max(1, Math.Abs(expected)));
        Assert.Equal(unit, NormalCurve.Below(expected), 1e-13 * unit * Math.Max(1, expected * expected));
    }

    [Theory]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(-2, 0.022750131948179207)]
    [InlineData(-3, 0.0013498980316300946)]
    [InlineData(-6, 9.865876450376946e-10)]
    [InlineData(-20, 2.7536241186062337e-89)]
    [InlineData(3, 0.9986501019683699)]
    public void The_share_below_a_point_of_the_normal_curve_is_the_known_one(double x, double expected) =>
        Assert.Equal(expected, NormalCurve.Below(x), 2e-14 * expected);

    [Fact]
    public void Normal_quantiles_invert_the_curve()
    {
        var random = new CounterRandom(1);
        for (var draw = 0UL; draw < (ulong)Soak.Times(5_000); draw++)
        {
            var unit = random.Unit(draw, 0);
            if ((draw & 1) == 0) unit = Math.Pow(unit, 40);
            var x = NormalCurve.Quantile(unit);
            // A last digit of x is x^2 last digits of the share.
            Assert.Equal(unit, NormalCurve.Below(x), 2e-15 * Math.Max(20, x * x) * unit);
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(4, 9)]
    public void The_beta_curve_is_the_binomial_sum_where_its_parameters_are_whole(int a, int b)
    {
        var curve = new BetaCurve(a, b);
        for (var x = 0.01; x < 1; x += 0.07)
        {
            var n = a + b - 1;
            var sum = Enumerable.Range(a, n - a + 1).Sum(k => Choose(n, k) * Math.Pow(x, k) * Math.Pow(1 - x, n - k));
            Assert.Equal(sum, curve.Below(Math.Log(x / (1 - x))), 1e-13 * sum);
        }

        static double Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;
    }

    [Fact]
    public void Quantiles_of_generated_beta_curves_invert_them()
    {
        var random = new CounterRandom(2);
        for (var draw = 0UL; draw < (ulong)Soak.Times(5_000); draw++)
        {
            // Shapes from 1/500 to 500; units in both tails too.
            var (a, b) = (Math.Pow(500, 2 * random.Unit(draw, 0) - 1), Math.Pow(500, 2 * random.Unit(draw, 1) - 1));
            var unit = random.Unit(draw, 2);
            if (draw % 3 == 1) unit = Math.Pow(unit, 40);
            if (draw % 3 == 2) unit = 1 - Math.Pow(unit, 8) / 2;
            var curve = new BetaCurve(a, b);
            // The curve itself has some last digits of 1 above where most of it lies.
            Assert.Equal(unit, curve.Below(curve.Quantile(unit)), unit < 1e-4 ? 1e-11 * unit : 3e-13);
        }
    }

    [Fact]
    public void Quantiles_of_beta_curves_that_lie_at_the_ends_lie_at_their_own()
    {
        Assert.Equal(0, Distribution.Beta(0.081, 1.53).Quantile(1e-60));
        Assert.Equal(1, Distribution.Beta(0.44, 0.0145).Quantile(0.999999));
    }

    [Fact]
    public void The_beta_distribution_with_halves_is_the_arcsine_law()
    {
        var arcsine = Distribution.Beta(0.5, 0.5);
        foreach (var unit in new[] { 1e-8, 0.001, 0.1, 0.3, 0.5, 0.77, 0.999 })
        {
            var sine = Math.Sin(Math.PI * unit / 2);
            Assert.Equal(sine * sine, arcsine.Quantile(unit), 1e-12 * sine * sine);
        }

        Assert.Equal(Math.Sqrt(0.3), Distribution.Beta(2, 1).Quantile(0.3), 1e-14);
        Assert.Equal(Math.Pow(1e-3, 1 / 0.05), Distribution.Beta(0.05, 1).Quantile(1e-3), 1e-12 * Math.Pow(1e-3, 20));
    }

    [Fact]
    public void Beta_quantiles_invert_the_curve()
    {
        var random = new CounterRandom(2);
        for (var draw = 0UL; draw < (ulong)Soak.Times(5_000); draw++)
        {
            var (a, b) = (Math.Exp(8 * random.Unit(draw, 0) - 4), Math.Exp(8 * random.Unit(draw, 1) - 4));
            var unit = random.Unit(draw, 2);
            var curve = new BetaCurve(a, b);
            var at = curve.Quantile(unit);
            Assert.Equal(unit, curve.Below(at), 2e-12);
        }
    }

    [Fact]
    public void Logarithms_of_the_gamma_function_are_those_of_factorials()
    {
        var sum = 0.0;
        for (var n = 1; n < 170; n++)
        {
            Assert.Equal(sum, BetaCurve.LogGamma(n), 1e-14 * Math.Max(1, sum));
            sum += Math.Log(n);
        }

        Assert.Equal(Math.Log(Math.Sqrt(Math.PI)), BetaCurve.LogGamma(0.5), 1e-14);
    }

    public static TheoryData<string> Names => [.. Samples.Keys];

    private static readonly Dictionary<string, Distribution> Samples = new()
    {
        ["constant"] = Distribution.Constant(3),
        ["uniform"] = Distribution.Uniform(-1, 4),
        ["triangular"] = Distribution.Triangular(1, 2, 7),
        ["triangular at an end"] = Distribution.Triangular(1, 1, 7),
        ["normal"] = Distribution.Normal(2, 3),
        ["normal cut"] = Distribution.Normal(2, 3, 1, 9),
        ["normal cut far out"] = Distribution.Normal(0, 1, 8, 9),
        ["normal cut below"] = Distribution.Normal(0, 1, double.NegativeInfinity, -6),
        ["normal cut narrow"] = Distribution.Normal(0, 1000, 5, 6),
        ["log-normal"] = Distribution.LogNormal(2, 1.4),
        ["log-normal cut"] = Distribution.LogNormal(10, 3, 5, 100),
        ["beta"] = Distribution.Beta(2, 5, 10, 20),
        ["pert"] = Distribution.Pert(0, 1, 10),
        ["discrete"] = Distribution.Discrete([3, 1, 2, 3], [0.1, 0.2, 0.3, 0.4]),
    };

    /// <summary>Where each of the samples with a density has it, and its height but for a factor.</summary>
    private static readonly Dictionary<string, (double From, double To, Func<double, double> Height)> Densities = new()
    {
        ["uniform"] = (-1, 4, _ => 1),
        ["triangular"] = (1, 7, x => x < 2 ? (x - 1) / 1 : (7 - x) / 5),
        ["triangular at an end"] = (1, 7, x => 7 - x),
        ["normal"] = (-43, 47, x => Bell((x - 2) / 3)),
        ["normal cut"] = (1, 9, x => Bell((x - 2) / 3)),
        ["normal cut far out"] = (8, 9, x => Bell(x)),
        ["normal cut below"] = (-12, -6, x => Bell(x)),
        ["normal cut narrow"] = (5, 6, x => Bell(x / 1000)),
        ["log-normal"] = (0, 60, x => Bell(Math.Log(x / 2) / Math.Log(1.4)) / x),
        ["log-normal cut"] = (5, 100, x => Bell(Math.Log(x / 10) / Math.Log(3)) / x),
        ["beta"] = (10, 20, x => (x - 10) * Math.Pow(20 - x, 4)),
        ["pert"] = (0, 10, x => Math.Pow(x, 0.4) * Math.Pow(10 - x, 3.6)),
    };

    private static double Bell(double z) => Math.Exp(-z * z / 2);

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantiles_have_the_mean_and_the_variance_of_the_density(string name)
    {
        const int points = 200_000;
        var distribution = Samples[name];
        var values = Enumerable.Range(0, points).Select(k => distribution.Quantile((k + 0.5) / points)).ToList();
        var mean = values.Average();
        var (expected, variance) = Moments(name, points);

        Assert.Equal(expected, mean, 1e-4 * Math.Sqrt(variance) + 1e-12);
        Assert.Equal(variance, values.Average(v => (v - mean) * (v - mean)), 2e-3 * variance + 1e-12);
        Assert.Equal(values.Order(), values);
        Assert.Equal(distribution.Low, distribution.Quantile(0));
        Assert.Equal(distribution.High, distribution.Quantile(1));
        Assert.All(values, v => Assert.InRange(v, distribution.Low, distribution.High));
    }

    private static (double Mean, double Variance) Moments(string name, int cells)
    {
        if (name == "constant") return (3, 0);
        if (name == "discrete") return (2.3, 0.61);
        var (from, to, height) = Densities[name];
        var (weight, first, second) = (0.0, 0.0, 0.0);
        for (var k = 0; k < cells; k++)
        {
            var x = (k + 0.5) / cells * (to - from);
            var h = height(from + x);
            (weight, first, second) = (weight + h, first + h * x, second + h * x * x);
        }

        return (from + first / weight, second / weight - first / weight * (first / weight));
    }

    [Fact]
    public void Quantiles_of_simple_kinds_are_as_their_definitions_have_them()
    {
        Assert.Equal(1.5, Samples["uniform"].Quantile(0.5));
        Assert.Equal(2, Samples["triangular"].Quantile(1 / 6.0), 1e-15);
        Assert.Equal([1, 1, 2, 2, 3, 3], new[] { 0.01, 0.2, 0.21, 0.5, 0.51, 0.99 }.Select(Samples["discrete"].Quantile));
        Assert.Equal(Distribution.Beta(2, 5), Distribution.Beta(2, 5));
        Assert.Equal(Distribution.Discrete([1, 2], [0.5, 0.5]), Distribution.Discrete([2, 1], [0.5, 0.5]));
        Assert.Equal(Distribution.Constant(4), Distribution.Triangular(4, 4, 4));
    }

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Distribution.Triangular(1, 3, 2));
        Assert.Throws<ArgumentException>(() => Distribution.Uniform(double.NaN, 2));
        Assert.Throws<ArgumentException>(() => Distribution.Normal(0, 0));
        Assert.Throws<ArgumentException>(() => Distribution.Normal(0, 1, 60, 61));
        Assert.Throws<ArgumentException>(() => Distribution.Normal(0, 1, 2, 2));
        Assert.Throws<ArgumentException>(() => Distribution.LogNormal(1, 1));
        Assert.Throws<ArgumentException>(() => Distribution.Beta(0, 1));
        Assert.Throws<ArgumentException>(() => Distribution.Discrete([1, 2], [0.5, 0.6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Constant(1).Quantile(1.5));
    }

    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_intervals_are_those_of_the_published_examples(int hits, int count, double low, double high)
    {
        var interval = WilsonInterval.Of(hits, count);

        Assert.Equal(low, interval.Low, 5e-5);
        Assert.Equal(high, interval.High, 5e-5);
    }
}
