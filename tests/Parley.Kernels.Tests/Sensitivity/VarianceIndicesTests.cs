using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>First-order, total and Shapley indices and elementary effects of functions whose answers are known.</summary>
public class VarianceIndicesTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. KnownFunction.All.Select(f => f.Name)];

    private static KnownFunction Known(string name) => KnownFunction.All.Single(f => f.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Indices_from_sobol_points_are_the_known_ones(string name)
    {
        var known = Known(name);
        var result = VarianceIndices.Run(known.Function, UnitSequence.ScrambledSobol(1, 2 * known.Inputs), new() { Rows = 8_192 }, cancellationToken: Now);

        Assert.Equal(known.Mean, result.Mean, 0.02 * Math.Sqrt(known.Variance));
        Assert.Equal(known.Variance, result.Variance, 0.02 * known.Variance);
        Assert.Equal(8_192L * (known.Inputs + 2), result.Evaluations);
        for (var j = 0; j < known.Inputs; j++)
        {
            Assert.Equal(known.First[j], result.First[j].Estimate, 0.02);
            Assert.Equal(known.Total[j], result.Total[j].Estimate, 0.02);
        }
    }

    [Fact]
    public void Indices_are_the_same_on_any_number_of_threads_and_those_of_a_plain_double_loop()
    {
        var random = new Random(8);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            var (inputs, rows) = (random.Next(1, 5), random.Next(2, 9));
            var weights = Enumerable.Range(0, inputs).Select(_ => random.NextDouble() - 0.5).ToArray();
            RowFunction function = u =>
            {
                var (sum, product) = (0.0, 1.0);
                for (var j = 0; j < weights.Length; j++) (sum, product) = (sum + weights[j] * u[j], product * (u[j] + weights[j]));
                return 3 + sum + 5 * product;
            };
            var sequence = UnitSequence.Independent((ulong)draw, 2 * inputs);
            var results = new[] { 1, 2, 8 }
                .Select(threads => VarianceIndices.Run(function, sequence, new() { Rows = rows, Threads = threads }, cancellationToken: Now))
                .ToList();
            Assert.All(results, r => Assert.Equal(results[0].First.Concat(results[0].Total), r.First.Concat(r.Total)));

            var (first, total) = Twin(function, sequence, inputs, rows);
            for (var j = 0; j < inputs; j++)
            {
                Assert.Equal(first[j], results[0].First[j].Estimate, 1e-9 * Math.Max(1, Math.Abs(first[j])));
                Assert.Equal(total[j], results[0].Total[j].Estimate, 1e-9 * Math.Max(1, total[j]));
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0.1)]
    public void A_function_that_does_not_vary_has_indices_of_zero(double value)
    {
        var result = VarianceIndices.Run(_ => value, UnitSequence.Independent(1, 4), new() { Rows = 10 }, cancellationToken: Now);

        Assert.All(result.First.Concat(result.Total), i => Assert.Equal(new(0, 0, 0), i));
        Assert.Equal((value, 0), (result.Mean, result.Variance));
    }

    [Fact]
    public void An_input_that_does_nothing_is_known_to()
    {
        var result = VarianceIndices.Run(u => u[0], UnitSequence.Independent(1, 4), new() { Rows = 2 }, cancellationToken: Now);

        Assert.Equal(new(0, 0, 0), result.First[1]);
        Assert.Equal(new(0, 0, 0), result.Total[1]);
        Assert.InRange(result.Total[0].Low, 0, result.Total[0].Estimate);
    }

    [Fact]
    public void A_run_reports_how_far_it_is_stops_when_told_and_passes_on_failures()
    {
        var told = new List<double>();
        var sequence = UnitSequence.Independent(1, 2);
        VarianceIndices.Run(u => u[0], sequence, new() { Rows = 2_000 }, new Told<double>(told.Add), cancellationToken: Now);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);

        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => VarianceIndices.Run(
            u =>
            {
                source.Cancel();
                return u[0];
            },
            sequence, new() { Rows = 100_000 }, cancellationToken: source.Token));
        var calls = 0;
        using var soon = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => ElementaryEffects.Run(
            u =>
            {
                calls++;
                return u[0];
            },
            1_000, 2, 1, threads: 1, new Told<double>(_ => soon.Cancel()), soon.Token));
        Assert.Equal(1, calls); // in the middle of a path
        Assert.Throws<NotSupportedException>(() => VarianceIndices.Run(_ => throw new NotSupportedException(), sequence, new(), cancellationToken: Now));
        Assert.Throws<ArgumentException>(() => VarianceIndices.Run(u => u[0], UnitSequence.Independent(1, 3), new(), cancellationToken: Now));
        Assert.Throws<ArgumentException>(() => VarianceIndices.Run(u => u[0], UnitSequence.LatinHypercube(1, 2, 10), new() { Rows = 11 }, cancellationToken: Now));
    }

    [Fact]
    public void Elementary_effects_of_a_line_are_its_slopes_and_of_a_product_they_spread()
    {
        var line = ElementaryEffects.Run(u => 3 * u[0] - 2 * u[1], 3, 10, 1, cancellationToken: Now);
        Assert.Equal([3, -2, 0], line.Select(e => Math.Round(e.Mean, 12)));
        Assert.Equal([3, 2, 0], line.Select(e => Math.Round(e.MeanSize, 12)));
        Assert.All(line, e => Assert.Equal(0, e.Spread, 1e-12));

        // The effect of the one is what the other is, less the middle: +-1/8, +-3/8, each equally likely.
        var product = ElementaryEffects.Run(u => (u[0] - 0.5) * (u[1] - 0.5), 2, 4_000, 2, cancellationToken: Now);
        Assert.All(product, e => Assert.Equal(0, e.Mean, 4 * e.Spread / Math.Sqrt(4_000)));
        Assert.All(product, e => Assert.Equal(0.25, e.MeanSize, 4 * e.StandardError));
        Assert.All(product, e => Assert.Equal(Math.Sqrt(5) / 8, e.Spread, 0.01));
    }

    [Fact]
    public void Elementary_effects_are_the_same_on_any_number_of_threads_and_each_path_steps_once_an_input()
    {
        var rows = new List<double[]>();
        RowFunction function = u =>
        {
            lock (rows) rows.Add(u.ToArray());
            return u[0] * u[1] + Math.Sqrt(u[2]);
        };
        var one = ElementaryEffects.Run(function, 3, 20, 5, threads: 1, cancellationToken: Now);
        Assert.Equal(80, rows.Count);
        foreach (var path in rows.Chunk(4))
        {
            var moved = path.Zip(path.Skip(1), (a, b) => Enumerable.Range(0, 3).Single(j => a[j] != b[j])).ToList();
            Assert.Equal([0, 1, 2], moved.Order());
            Assert.All(path.SelectMany(u => u), u => Assert.Contains(u, new[] { 0.125, 0.375, 0.625, 0.875 }));
        }

        Assert.Equal(one, ElementaryEffects.Run(function, 3, 20, 5, threads: 8, cancellationToken: Now));
    }

    /// <summary>The same estimators by the book: matrices, then sums.</summary>
    private static (double[] First, double[] Total) Twin(RowFunction function, UnitSequence sequence, int inputs, int rows)
    {
        var (a, b) = (new double[rows][], new double[rows][]);
        for (var i = 0; i < rows; i++)
        {
            var draw = new double[2 * inputs];
            sequence.Fill(i, draw);
            (a[i], b[i]) = (draw[..inputs], draw[inputs..]);
        }

        var pooled = a.Concat(b).Select(u => function(u)).ToList();
        var mean = pooled.Average();
        var variance = pooled.Average(y => (y - mean) * (y - mean));
        var (first, total) = (new double[inputs], new double[inputs]);
        for (var j = 0; j < inputs; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                var mixed = (double[])a[i].Clone();
                mixed[j] = b[i][j];
                first[j] += (function(b[i]) - mean) * (function(mixed) - function(a[i])) / rows / variance;
                total[j] += Math.Pow(function(a[i]) - function(mixed), 2) / (2 * rows) / variance;
            }
        }

        return (first, total);
    }
}
