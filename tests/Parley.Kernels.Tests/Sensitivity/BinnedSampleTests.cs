using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>First-order indices and values of information from a sample, against the definition and closed forms.</summary>
public class BinnedSampleTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void Indices_and_values_are_those_of_the_definition_on_generated_samples()
    {
        var random = new Random(12);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            var draws = random.Next(BinnedSample.LeastDraws, 360);
            // Few distinct values: many ties.
            var input = Enumerable.Range(0, draws).Select(_ => (double)random.Next(random.Next(1, 40))).ToArray();
            var output = input.Select(x => random.Next(4) == 0 ? 0.5 : x + random.Next(20)).ToArray();
            var cost = random.Next(0, 30);
            var bins = TwinBins(input);

            var sample = BinnedSample.Of(input);
            Assert.Equal(TwinFirstOrder(bins, output), sample.FirstOrder(output), 1e-12);
            var value = InformationValue.OfInput(sample, output, cost, new(3), draw);
            Assert.Equal(TwinValue(bins, output, cost), value.Value, 1e-9);
            Assert.InRange(value.Chance, -1e-9, InformationValue.OfEverything(output, cost) + 1e-9);
            Assert.InRange(value.Value, -1e-9, InformationValue.OfEverything(output, cost) + 1e-9);
        }
    }

    [Fact]
    public void Indices_of_known_functions_come_out_of_one_sample()
    {
        const int draws = 20_000;
        foreach (var known in KnownFunction.All)
        {
            var (inputs, output) = Sample(known.Function, known.Inputs, draws);
            for (var j = 0; j < known.Inputs; j++)
                Assert.Equal(known.First[j], BinnedSample.Of(inputs[j]).FirstOrder(output), 0.03);
        }
    }

    [Fact]
    public void The_index_of_an_input_without_bearing_is_small_and_of_an_output_that_does_not_vary_zero()
    {
        var (inputs, _) = Sample(u => u[0], 2, 4_000);
        var sample = BinnedSample.Of(inputs[0]);

        Assert.InRange(sample.FirstOrder(inputs[1]), 0, 0.01);
        Assert.Equal(0, sample.FirstOrder(new double[4_000]));
        Assert.Equal(255.0 / 256 - 15.0 / 4_000, sample.FirstOrder(inputs[0]), 1e-4);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(-1.0)]
    public void Values_of_information_of_a_line_are_the_known_ones(double cost)
    {
        // y = x1 + x2 + x3 with standard deviations 1, 2, 2: knowing a part of deviation s is worth E max(0, s z - cost) - max(0, -cost).
        const int draws = 100_000;
        var (inputs, payoff) = Sample(KnownFunction.LinearOf(1, 2, 2), 3, draws);
        var noise = 4 * 3 / Math.Sqrt(draws);

        Assert.Equal(Known(3), InformationValue.OfEverything(payoff, cost), noise);
        Assert.Equal(Known(1), InformationValue.OfInput(BinnedSample.Of(inputs[0]), payoff, cost, new(1), 0).Value, noise);
        Assert.Equal(Known(2), InformationValue.OfInput(BinnedSample.Of(inputs[1]), payoff, cost, new(1), 1).Value, noise);
        var scores = inputs.Select(x => x.Select(NormalCurve.Quantile).ToArray()).ToList();
        var group = InformationValue.OfGroup([scores[0], scores[1]], payoff, cost, new(1), 7, cancellationToken: Now);
        Assert.Equal(Known(Math.Sqrt(5)), group.Value, noise);
        Assert.InRange(group.Chance, -1e-12, 0.03);

        double Known(double s) => s * NormalCurve.Density(cost / s) - cost * NormalCurve.Below(-cost / s) - Math.Max(0, -cost);
    }

    [Fact]
    public void Values_of_information_of_a_chance_are_the_known_ones()
    {
        // Success iff u1 + u2 > 1: given u1 its chance is u1, so that learning u1 at a cost of 0.7 is worth 0.3^2 / 2.
        const int draws = 100_000;
        var (inputs, payoff) = Sample(u => u[0] + u[1] > 1 ? 1 : 0, 3, draws);

        var value = InformationValue.OfInput(BinnedSample.Of(inputs[0]), payoff, 0.7, new(1), 0);
        Assert.Equal(0.045, value.Value, 0.004);
        Assert.Equal(0, value.Chance, 1e-12);
        Assert.Equal(0, InformationValue.OfInput(BinnedSample.Of(inputs[2]), payoff, 0.7, new(1), 2).Value, 1e-12);
        Assert.Equal(0.5 * 0.3, InformationValue.OfEverything(payoff, 0.7), 0.003);
        // Near the mean chance alone makes something of nothing, and says so.
        var near = InformationValue.OfInput(BinnedSample.Of(inputs[2]), payoff, 0.5, new(1), 2);
        Assert.InRange(near.Value, 1e-6, 0.01);
        Assert.InRange(near.Chance, 1e-6, 0.01);
    }

    [Fact]
    public void The_fit_of_a_group_leaves_residuals_without_any_of_its_terms()
    {
        var random = new Random(5);
        for (var draw = 0; draw < Soak.Times(300); draw++)
        {
            var (members, draws) = (random.Next(1, 4), random.Next(200, 260));
            var inputs = Enumerable.Range(0, members).Select(_ => Enumerable.Range(0, draws).Select(_ => random.NextDouble() * random.Next(1, 4)).ToArray()).ToList();
            // A member twice, or one that does not vary, adds nothing and harms nothing.
            if (draw % 3 == 0) inputs.Add(inputs[0]);
            if (draw % 3 == 1) inputs.Add(new double[draws]);
            var output = Enumerable.Range(0, draws).Select(i => inputs[0][i] * inputs[^1][i] + random.NextDouble()).ToArray();
            var fit = new QuadraticTerms(inputs, _ => { }).Fit(output);

            Assert.Equal(0, Enumerable.Range(0, draws).Average(i => output[i] - fit[i]), 1e-7);
            for (var p = 0; p < inputs.Count; p++)
            {
                Assert.Equal(0, Enumerable.Range(0, draws).Average(i => (output[i] - fit[i]) * inputs[p][i]), 1e-6);
                for (var q = 0; q <= p; q++)
                    Assert.Equal(0, Enumerable.Range(0, draws).Average(i => (output[i] - fit[i]) * inputs[p][i] * inputs[q][i]), 1e-6);
            }
        }
    }

    [Fact]
    public void The_worth_of_a_group_tells_how_far_it_is_and_ends_when_told_to()
    {
        var (inputs, payoff) = Sample(u => u[0] + u[1] > 1 ? 1 : 0, 12, 200_000);
        var shares = new List<double>();
        InformationValue.OfGroup(inputs, payoff, 0.5, new(1), 0, new Told<double>(shares.Add), Now);
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares.Count, 50, 1_000);

        using var source = new CancellationTokenSource();
        shares.Clear();
        Assert.Throws<OperationCanceledException>(() => InformationValue.OfGroup(
            inputs, payoff, 0.5, new(1), 0, new Told<double>(share => { shares.Add(share); source.Cancel(); }), source.Token));
        Assert.Single(shares);
    }

    [Fact]
    public void Samples_that_say_too_little_are_refused()
    {
        Assert.Throws<ArgumentException>(() => BinnedSample.Of(new double[319]));
        Assert.Throws<ArgumentException>(() => BinnedSample.Of([.. new double[400], double.NaN]));
        Assert.Throws<ArgumentException>(() => BinnedSample.Of(new double[320]).FirstOrder(new double[321]));
        Assert.Throws<ArgumentException>(() => InformationValue.OfGroup([new double[100], new double[100]], new double[100], 0, new(1), 0, cancellationToken: Now));
        Assert.Equal(120, InformationValue.LeastDraws(2));
    }

    private static (double[][] Inputs, double[] Output) Sample(RowFunction function, int count, int draws)
    {
        var inputs = Enumerable.Range(0, count).Select(_ => new double[draws]).ToArray();
        var output = new double[draws];
        var sequence = UnitSequence.LatinHypercube(4, count, draws);
        var row = new double[count];
        for (var i = 0; i < draws; i++)
        {
            sequence.Fill(i, row);
            for (var j = 0; j < count; j++) inputs[j][i] = row[j];
            output[i] = function(row);
        }

        return (inputs, output);
    }

    /// <summary>The bin of each draw, by counting who comes before it.</summary>
    private static int[] TwinBins(double[] input)
    {
        var bins = new int[input.Length];
        for (var i = 0; i < input.Length; i++)
        {
            var before = 0;
            for (var k = 0; k < input.Length; k++)
                if (input[k] < input[i] || (input[k] == input[i] && k < i)) before++;
            bins[i] = before * 16 / input.Length;
        }

        return bins;
    }

    private static double TwinFirstOrder(int[] bins, double[] output)
    {
        var mean = output.Average();
        var variance = output.Average(y => (y - mean) * (y - mean));
        if (variance == 0) return 0;
        var between = 0.0;
        for (var b = 0; b < 16; b++)
        {
            var members = output.Where((_, i) => bins[i] == b).ToList();
            between += members.Count * Math.Pow(members.Average() - mean, 2) / output.Length;
        }

        return Math.Max(0, (between - 15 * variance / output.Length) / variance);
    }

    private static double TwinValue(int[] bins, double[] output, double cost) =>
        Enumerable.Range(0, 16).Sum(b =>
        {
            var members = output.Where((_, i) => bins[i] == b).ToList();
            return (double)members.Count / output.Length * Math.Max(0, members.Average() - cost);
        }) - Math.Max(0, output.Average() - cost);
}
