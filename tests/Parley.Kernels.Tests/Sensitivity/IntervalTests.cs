using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>How often intervals of indices hold the known ones.</summary>
public class IntervalTests(ITestOutputHelper output)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Runs => [.. KnownFunction.All.SelectMany(f => new[] { (f.Name, 512), (f.Name, 200) })];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Intervals_of_indices_hold_the_known_ones_as_often_as_they_say(string name, int rows)
    {
        var known = KnownFunction.All.Single(f => f.Name == name);
        AssertHeld($"{name}, {rows} rows", [.. known.First, .. known.Total], seed =>
        {
            var result = VarianceIndices.Run(
                known.Function, UnitSequence.Independent(seed, 2 * known.Inputs), new() { Rows = rows, Confidence = 0.9 }, cancellationToken: Now);
            return [.. result.First, .. result.Total];
        });
    }

    [Theory]
    [InlineData("Sobol G")]
    [InlineData("product")]
    public void Intervals_of_mean_sizes_of_effects_hold_the_known_ones_as_often_as_they_say(string name)
    {
        const int paths = 20;
        var known = KnownFunction.All.Single(f => f.Name == name);
        AssertHeld($"{name}, {paths} paths", MeanSizes(known), seed =>
        {
            var effects = ElementaryEffects.Run(known.Function, known.Inputs, paths, seed, cancellationToken: Now);
            return [.. effects.Select(e => IndexEstimate.Around(e.MeanSize, e.StandardError, paths - 1, 0.9))];
        });
    }

    [Theory]
    [InlineData(0.9, 1, 6.313751514675043)]
    [InlineData(0.95, 1, 12.706204736174706)]
    [InlineData(0.95, 2, 4.302652729749464)]
    [InlineData(0.95, 9, 2.2621571627982053)]
    [InlineData(0.9, 19, 1.729132811521367)]
    [InlineData(0.99, 30, 2.7499956535672259)]
    [InlineData(0.95, 1_000_000, 1.9599663)]
    public void Students_quantiles_are_the_known_ones(double share, int degrees, double expected) =>
        Assert.Equal(expected, StudentCurve.Reach(share, degrees), degrees > 1_000 ? 1e-6 : 1e-10);

    [Fact]
    public void Intervals_hold_their_estimates_are_longer_the_surer_they_are_and_lean_where_the_estimate_is_skewed()
    {
        var (narrow, wide) = (IndexEstimate.Around(0.4, 0.1, 20, 0.9), IndexEstimate.Around(0.4, 0.1, 20, 0.99));
        Assert.True(wide.Low < narrow.Low && narrow.Low < 0.4 && 0.4 < narrow.High && narrow.High < wide.High);
        Assert.Equal(new(0.4, 0.4, 0.4), IndexEstimate.Around(0.4, 0, 1));

        foreach (var skewness in new[] { 1e-5, 0.01, 0.3, 1 })
        {
            var (right, left) = (IndexEstimate.Around(0.4, 0.1, 1.7, skewness), IndexEstimate.Around(0.4, 0.1, 1.7, -skewness));
            Assert.True(right.High - 0.4 > 0.4 - right.Low);
            Assert.Equal(right.High - 0.4, 0.4 - left.Low, 1e-12);
            Assert.Equal(0.4 - right.Low, left.High - 0.4, 1e-12);
            foreach (var (end, bent) in new[] { (right.Low, 1.7), (right.High, -1.7) })
            {
                var t = (0.4 - end) / 0.1;
                Assert.Equal(bent, t + skewness * t * t / 3 + skewness * skewness * t * t * t / 27 + skewness / 6, 1e-9);
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => IndexEstimate.Around(0, 1, 0));
        Assert.Throws<ArgumentException>(() => IndexEstimate.Around(0, 1, 5, 1));
    }

    private void AssertHeld(string what, double[] truths, Func<ulong, IndexEstimate[]> run)
    {
        var replications = Soak.Times(500);
        var held = new int[truths.Length];
        for (var seed = 0; seed < replications; seed++)
        {
            var intervals = run((ulong)seed);
            for (var k = 0; k < truths.Length; k++)
                if (intervals[k].Low <= truths[k] && truths[k] <= intervals[k].High) held[k]++;
        }

        output.WriteLine($"{what}: " + string.Join(", ", held.Select((h, k) => $"{truths[k]:0.000} in {100.0 * h / replications:0.0} %")));
        // Three standard deviations of the count: 0.04 of 500.
        var slack = Math.Max(0.02, 3 * Math.Sqrt(0.09 / replications));
        Assert.All(held, h => Assert.Equal(0.9, (double)h / replications, slack));
    }

    /// <summary>The mean size of a step of a half from every cell of four levels.</summary>
    private static double[] MeanSizes(KnownFunction known)
    {
        var cells = 1 << (2 * known.Inputs);
        var (means, row) = (new double[known.Inputs], new double[known.Inputs]);
        for (var cell = 0; cell < cells; cell++)
        {
            for (var j = 0; j < row.Length; j++) row[j] = ((cell >> (2 * j) & 3) + 0.5) / 4;
            var before = known.Function(row);
            for (var j = 0; j < row.Length; j++)
            {
                var at = row[j];
                row[j] = at < 0.5 ? at + 0.5 : at - 0.5;
                means[j] += Math.Abs(known.Function(row) - before) / 0.5 / cells;
                row[j] = at;
            }
        }

        return means;
    }
}
