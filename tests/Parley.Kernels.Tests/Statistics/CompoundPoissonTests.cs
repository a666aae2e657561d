using Parley.Kernels.Exact;
using Parley.Kernels.Statistics;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Statistics;

/// <summary>Sums of Poisson numbers against adding up every combination, and against drawing them.</summary>
public class CompoundPoissonTests
{
    [Fact]
    public void The_chances_are_those_of_every_combination_added_up()
    {
        var random = new Random(63);
        for (var draw = 0; draw < Soak.Times(5_000); draw++)
        {
            var marks = Marks(random, random.Next(1, 4), 0.6);
            var expected = Combinations(marks);

            var found = Of(marks)!;

            Assert.Equal(1, found.Chances.Sum(), 1e-12);
            for (var k = 0; k < found.Chances.Length; k++) Assert.Equal(expected.GetValueOrDefault(found.Value(k)), found.Chances[k], 1e-9);
            foreach (var bound in new[] { Rational.Zero, new Rational(random.Next(-20, 20), 4) })
                Assert.Equal(expected.Where(e => e.Key < bound).Sum(e => e.Value), found.Below(bound), 1e-8);
            foreach (var share in new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }) AssertQuantile(expected, found.Quantile(share), share);
        }
    }

    // At most so much lies below it, and at least so much at or below it.
    private static void AssertQuantile(Dictionary<Rational, double> expected, Rational value, double share)
    {
        Assert.True(expected.Where(e => e.Key < value).Sum(e => e.Value) < share + 1e-8);
        Assert.True(expected.Where(e => e.Key <= value).Sum(e => e.Value) > share - 1e-8);
    }

    private static Dictionary<Rational, double> Combinations(IEnumerable<PoissonMark> marks)
    {
        var chances = new Dictionary<Rational, double> { [Rational.Zero] = 1 };
        foreach (var (often, size) in marks)
        {
            var next = new Dictionary<Rational, double>();
            var chance = Math.Exp(-often);
            for (var n = 0; n < 14; chance *= often / ++n)
                foreach (var (sum, before) in chances) next[sum + (size * n)] = next.GetValueOrDefault(sum + (size * n)) + (before * chance);
            chances = next;
        }

        return chances;
    }

    [Fact]
    public void Mean_and_variance_are_those_of_the_closed_form()
    {
        var random = new Random(56);
        for (var draw = 0; draw < Soak.Times(500); draw++)
        {
            var marks = Marks(random, random.Next(1, 8), Math.Pow(10, random.Next(-3, 4)));

            if (Of(marks) is not { } found) continue;

            var mean = found.Chances.Select((c, k) => c * found.Value(k).ToDouble()).Sum();
            var variance = found.Chances.Select((c, k) => c * Math.Pow(found.Value(k).ToDouble() - mean, 2)).Sum();
            var (first, second) = (marks.Sum(m => m.Expected * m.Size.ToDouble()), marks.Sum(m => m.Expected * Math.Pow(m.Size.ToDouble(), 2)));
            Assert.Equal(first, mean, Math.Max(1, Math.Abs(first)) * 1e-8);
            Assert.Equal(second, variance, Math.Max(1, second) * 1e-8);
        }
    }

    [Fact]
    public void Drawn_sums_fall_below_a_bound_as_often()
    {
        const int Draws = 20_000;
        var random = new Random(2019);
        for (var draw = 0; draw < Soak.Times(20); draw++)
        {
            var marks = Marks(random, random.Next(2, 6), 2);
            var found = Of(marks)!;
            var (low, bound) = (0, found.Quantile(0.4));

            for (var k = 0; k < Draws; k++)
                if (marks.Aggregate(Rational.Zero, (sum, m) => sum + (m.Size * Drawn(random, m.Expected))) < bound) low++;

            Assert.Equal(found.Below(bound), (double)low / Draws, 0.02); // more than five standard errors
        }
    }

    // Exponential waiting times up to 1.
    private static int Drawn(Random random, double expected)
    {
        var (n, time) = (0, 0.0);
        while ((time -= Math.Log(1 - random.NextDouble()) / expected) < 1) n++;
        return n;
    }

    [Fact]
    public void Nothing_expected_is_certain_and_too_fine_a_lattice_is_refused()
    {
        Assert.Equal([1.0], Of([])!.Chances);
        Assert.Equal([1.0], Of([new(0, 3), new(2, 0)])!.Chances);
        Assert.Null(Of([new(1, 1), new(1, new Rational(1, 1_000_000))]));
        Assert.Null(Of([new(1e15, 1)]));
        Assert.Null(Of([new(3e7, 1), new(3e7, -1)])); // 100,000 numbers each: too many products
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([new(-1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([new(double.NaN, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([])!.Quantile(1));
    }

    [Fact]
    public void Periods_one_after_the_other_are_as_many_at_once()
    {
        var random = new Random(80);
        for (var draw = 0; draw < Soak.Times(300); draw++)
        {
            var marks = Marks(random, random.Next(1, 6), Math.Pow(10, random.Next(-2, 2)));
            var shares = new List<double>();

            var periods = CompoundPoisson.Over(marks, 7, new Told<double>(shares.Add), TestContext.Current.CancellationToken).ToList();

            Assert.Equal(shares.Order(), shares);
            foreach (var (n, found) in periods.Index())
            {
                var once = Of(marks.Select(m => m with { Expected = m.Expected * (n + 1) }))!;
                Assert.Equal(once.Step, found!.Step);
                for (var k = 0; k < found.Chances.Length; k++)
                    Assert.Equal(((found.Value(k) - once.First) / once.Step).ToDouble() is var at and >= 0 && at < once.Chances.Length ? once.Chances[(int)at] : 0, found.Chances[k], 1e-14);
                Assert.Equal(1, found.Chances.Sum(), 1e-13);
            }
        }
    }

    [Fact]
    public void Once_cancelled_no_number_is_added()
    {
        using var source = new CancellationTokenSource();
        var added = 0;
        List<PoissonMark> marks = [new(2, 1), new(3, -1), new(1, 5)];

        Assert.Throws<OperationCanceledException>(() => CompoundPoisson.Over(marks, 80, new Told<double>(_ => { if (++added == 5) source.Cancel(); }), source.Token).Count());
        Assert.Equal(5, added);
    }

    private static LatticeDistribution? Of(IEnumerable<PoissonMark> marks) => CompoundPoisson.Over(marks, 1, null, TestContext.Current.CancellationToken).Single();

    private static List<PoissonMark> Marks(Random random, int count, double often) =>
        [.. Enumerable.Range(0, count).Select(_ => new PoissonMark((random.NextDouble() * often) + 1e-6, new Rational(random.Next(-24, 25), 4)))];
}
