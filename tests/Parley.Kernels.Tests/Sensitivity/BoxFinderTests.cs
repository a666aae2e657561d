using Parley.Kernels.Sampling;
using Parley.Kernels.Sensitivity;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Sensitivity;

/// <summary>Boxes rich in hits: planted ones are found, and every step is the one that trying all steps finds.</summary>
public class BoxFinderTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void A_planted_box_is_found_with_the_inputs_that_bound_it_and_no_other()
    {
        var inputs = Inputs(2_000, 5);
        var hits = Enumerable.Range(0, 2_000).Select(i => inputs[1][i] < 0.4 && inputs[3][i] > 0.7).ToArray();

        var result = BoxFinder.Find(inputs, hits, new(), cancellationToken: Now);

        var box = Assert.Single(result.Boxes);
        Assert.Equal([1, 3], box.Bounds.Select(b => b.Input));
        Assert.Equal((null, 0.4), (box.Bounds[0].Low, Math.Round(box.Bounds[0].High!.Value, 1)));
        Assert.Equal((0.7, null), (Math.Round(box.Bounds[1].Low!.Value, 1), box.Bounds[1].High));
        Assert.InRange(box.Density, 0.9, 1);
        Assert.InRange(box.Coverage, 0.9, 1);
        Assert.All(box.QuasiP, p => Assert.InRange(p, 0, 1e-20));
        Assert.Equal(box.Bounds.Length, box.QuasiP.Length);
        Assert.Equal(hits.Count(h => h), result.Hits);
    }

    [Fact]
    public void Two_separate_boxes_are_found_one_after_the_other()
    {
        var inputs = Inputs(4_000, 3);
        var hits = Enumerable.Range(0, 4_000).Select(i => (inputs[0][i] < 0.25 && inputs[1][i] < 0.5) || inputs[2][i] > 0.9).ToArray();

        var result = BoxFinder.Find(inputs, hits, new() { LeastSupport = 0.03 }, cancellationToken: Now);

        Assert.InRange(result.Boxes.Length, 2, 3);
        Assert.InRange(result.Boxes.Sum(b => b.Coverage), 0.85, 1);
        Assert.All(result.Boxes.Take(2), b => Assert.InRange(b.Density, 0.85, 1));
    }

    [Fact]
    public void Where_nothing_is_to_be_found_bounds_are_no_surprise_and_without_hits_there_is_no_box()
    {
        var inputs = Inputs(500, 2);
        Assert.Empty(BoxFinder.Find(inputs, new bool[500], new(), cancellationToken: Now).Boxes);
        Assert.Empty(BoxFinder.Find(inputs, [.. Enumerable.Repeat(true, 500)], new(), cancellationToken: Now).Boxes);
        Assert.Empty(BoxFinder.Find([new double[500]], [.. Enumerable.Range(0, 500).Select(i => i % 2 == 0)], new(), cancellationToken: Now).Boxes);
        Assert.Throws<ArgumentException>(() => BoxFinder.Find(inputs, new bool[499], new(), cancellationToken: Now));
        Assert.Throws<ArgumentException>(() => BoxFinder.Find(inputs, new bool[500], new() { StepShare = 0.5 }, cancellationToken: Now));
        Assert.Throws<ArgumentException>(() => BoxFinder.Find([[double.NaN]], [true], new(), cancellationToken: Now));
    }

    [Fact]
    public void Steps_are_told_one_by_one_and_none_is_taken_once_it_is_cancelled()
    {
        var inputs = Inputs(2_000, 3);
        var hits = Enumerable.Range(0, 2_000).Select(i => inputs[1][i] < 0.4).ToArray();
        var all = new List<int>();
        BoxFinder.Find(inputs, hits, new(), new Told<int>(all.Add), Now);
        Assert.Equal(Enumerable.Range(1, all.Count), all);

        foreach (var last in new[] { 1, 5, all.Count - 1 })
        {
            using var source = new CancellationTokenSource();
            var told = 0;
            Assert.Throws<OperationCanceledException>(() => BoxFinder.Find(inputs, hits, new(), new Told<int>(step => { if ((told = step) == last) source.Cancel(); }), source.Token));
            Assert.Equal(last, told);
        }
    }

    [Theory]
    [InlineData(3, 10, 0.5)]
    [InlineData(7, 7, 0.3)]
    [InlineData(0, 5, 0.2)]
    [InlineData(40, 60, 0.5)]
    public void Quasi_p_values_are_binomial_tails(int hits, int draws, double probability)
    {
        var tail = Enumerable.Range(hits, draws - hits + 1).Sum(k => Choose(draws, k) * Math.Pow(probability, k) * Math.Pow(1 - probability, draws - k));

        Assert.Equal(tail, BoxFinder.AtLeast(hits, draws, probability), 1e-12);

        static double Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;
    }

    [Fact]
    public void Every_box_is_that_of_a_search_that_tries_all_steps()
    {
        var random = new Random(21);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            var (count, dimensions) = (random.Next(1, 40), random.Next(1, 4));
            var inputs = Enumerable.Range(0, dimensions).Select(_ => Enumerable.Range(0, count).Select(_ => (double)random.Next(random.Next(2, 30))).ToArray()).ToArray();
            var hits = Enumerable.Range(0, count).Select(i => random.Next(4) == 0 || inputs[0][i] > 12).ToArray();
            var options = new BoxFinderOptions { StepShare = random.Next(1, 5) / 10.0, LeastSupport = random.Next(0, 4) / 10.0, MaxBoxes = 2 };

            var result = BoxFinder.Find(inputs, hits, options, cancellationToken: Now);
            var twin = TwinBoxes.Find(inputs, hits, options);
            Assert.Equal(twin.Count, result.Boxes.Length);
            foreach (var (box, other) in result.Boxes.Zip(twin))
            {
                Assert.Equal(other.Bounds, box.Bounds.Select(b => (b.Input, b.Low, b.High)));
                Assert.Equal((other.Draws, other.Hits), (box.Draws, box.Hits));
                Assert.Equal((double)box.Hits / result.Hits, box.Coverage);
                Assert.All(other.QuasiP.Zip(box.QuasiP), p => Assert.Equal(p.First, p.Second, 1e-12));
            }
        }
    }

    private static double[][] Inputs(int draws, int count)
    {
        var sequence = UnitSequence.LatinHypercube(6, count, draws);
        var inputs = Enumerable.Range(0, count).Select(_ => new double[draws]).ToArray();
        var row = new double[count];
        for (var i = 0; i < draws; i++)
        {
            sequence.Fill(i, row);
            for (var j = 0; j < count; j++) inputs[j][i] = row[j];
        }

        return inputs;
    }
}
