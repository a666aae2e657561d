using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Problems;
using Parley.Results;
using Parley.Robustness;
using Parley.Shared;
using Parley.Tests.Shared;
using Parley.Tests.Shipped;
using Parley.Verdict;

namespace Parley.Tests.Robustness;

public class RobustAnalysisTests
{
    private static readonly RobustOptions Plain = new() { CloserDraws = 0 };

    private static RobustResult Run(CaseQuestion question, RobustOptions options) =>
        RobustAnalysis.Run(question, options, null, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(SamplingKind.Independent)]
    [InlineData(SamplingKind.LatinHypercube)]
    [InlineData(SamplingKind.Sobol)]
    public void Threads_change_no_byte(SamplingKind sampling)
    {
        var question = DrawnCases.Shipped(ShippedCase.Founding);
        string Json(int threads) => DrawnCases.Json(
            question, Run(question, new() { Draws = 1_111, CloserDraws = 2, Sampling = sampling, Threads = threads }));

        var one = Json(1);
        Assert.Equal(one, Json(2));
        Assert.Equal(one, Json(8));
    }

    [Fact]
    public void A_Latin_hypercube_hits_a_probability_to_one_draw()
    {
        // Each thousandth of the first number's distribution is drawn from once, and a deal is where it is at most 7 of 0..10.
        var result = Run(DrawnCases.Of(SmallCases.Threshold), Plain with { Draws = 1_000, Sampling = SamplingKind.LatinHypercube });

        Assert.InRange(result.Grades[2].Share.Count, 699, 701);
    }

    [Fact]
    public void It_stops_once_every_share_is_known_well_enough()
    {
        var question = DrawnCases.Of(SmallCases.Threshold);
        var result = Run(question, Plain with { Draws = 100_000, Until = 0.015 });

        Assert.Equal(5_000, result.Draws); // half of Wilson's interval at 0.7 is 0.020 with 2,000 draws
        Assert.Equal([100L, 200, 500, 1_000, 2_000, 5_000], result.Convergence.Select(c => c.Draws));
        Assert.True(result.Convergence.SkipLast(1).All(c => c.Deals.High - c.Deals.Low > 0.03));
        Assert.All(result.Grades, g => Assert.True(g.Share.High - g.Share.Low <= 0.03));
        Assert.Equal(Completeness.Exact, result.Completeness);
        Assert.Equal(result.Grades.AsEnumerable(), Run(question, Plain with { Draws = 5_000 }).Grades);
    }

    [Fact]
    public void It_says_when_a_precision_was_not_reached()
    {
        var result = Run(DrawnCases.Of(SmallCases.Threshold), Plain with { Draws = 300, Until = 0.001 });

        Assert.Equal((300, Completeness.Truncated), (result.Draws, result.Completeness));
        Assert.Throws<ArgumentException>(() => Run(
            DrawnCases.Of(SmallCases.Threshold), Plain with { Until = 0.1, Sampling = SamplingKind.LatinHypercube }));
        Assert.Throws<ArgumentException>(() => Run(DrawnCases.Of(SmallCases.Threshold), Plain with { Draws = 0 }));
    }

    [Fact]
    public void The_closer_look_is_at_draws_that_were_made()
    {
        var result = Run(DrawnCases.Of(SmallCases.Threshold), new() { Draws = 100_000, Until = 0.2, CloserDraws = 150 });

        Assert.Equal((100L, 100), (result.Draws, result.Closer!.Draws));
    }

    [Fact]
    public void Draws_with_a_deal_have_no_blocking_set()
    {
        var question = DrawnCases.Of(SmallCases.Threshold);
        var result = Run(question, new() { Draws = 200, CloserDraws = 200 });

        var set = Assert.Single(result.Closer!.BlockingSets);
        Assert.Equal(["comfort"], set.Obstacles);
        Assert.Equal(200 - result.Grades[2].Share.Count, set.Share.Count);
        Assert.Equal(set.Share.Count, Assert.Single(result.Closer.CorrectionSets).Share.Count);
    }

    [Fact]
    public void Draws_left_undecided_are_in_no_other_count()
    {
        var result = Run(DrawnCases.Of(DrawnCases.Tie), Plain with { Draws = 1_000, MaxNodes = 1 });

        Assert.InRange(result.ExactDraws, 400, 600);
        Assert.Equal(result.ExactDraws, result.UndecidedDraws);
        Assert.Equal(1_000 - result.UndecidedDraws, result.Grades.Sum(g => g.Share.Count));
        Assert.All(result.Grades, g => Assert.Equal(1_000 - result.UndecidedDraws, g.Share.Of));
        Assert.Equal(Completeness.Truncated, result.Completeness);
        Assert.True(result.AsAskedIsDecided); // searched as far as the verdict alone would be
        Assert.Equal(0, Run(DrawnCases.Of(DrawnCases.Tie), Plain with { Draws = 1_000 }).UndecidedDraws);
    }

    [Fact]
    public void A_sum_that_cancels_is_judged_exactly()
    {
        // The three products cancel to the last digit, so that there is a deal; floating point makes -1.5e-5 of them.
        const string text = """
            parley: 1
            case: cancel
            dimensions: {a: a, b: b, c: c}
            parties:
              north: {weights: {a: 621594832.0169, b: 180043096.1924, c: 441551735.8245}}
              south: {no_deal: 0.5 (0..1) @guess}
            issues:
              bridge:
                closed: {north: -1, south: 0}
                always: {north: {a: 84.4869, b: -84.4869, c: -84.4869}, south: 45}
            """;
        var result = Run(DrawnCases.Of(text), Plain with { Draws = 100 });

        Assert.Equal((Grade.Deal, 100L, 100L), (result.AsAsked, result.Grades[2].Share.Count, result.ExactDraws));
        Assert.Equal(0, result.AsAskedMargin);
    }

    [Fact]
    public void A_quorum_names_the_condition_of_those_who_would_sign()
    {
        // a and b could nearly agree; c, who need not sign, is far off and comes last.
        const string text = """
            parley: 1
            case: quorum
            signatories: {at_least: 2, of: [a, b, c]}
            parties: {a: {no_deal: 1 (uniform 1.1..2) @guess}, b: {}, c: {}}
            issues:
              pact: {status_quo: apart, apart: {}, signed: {a: 1, b: 1, c: -9}}
            """;
        var result = Run(DrawnCases.Of(text), Plain with { Draws = 100 });

        Assert.Equal([("a", 100L)], result.Binding.Select(b => (b.Name, b.Count)));
    }

    [Fact]
    public void Without_candidates_nothing_binds()
    {
        const string text = """
            parley: 1
            case: none
            substantive_from: 5
            parties: {one: {min_gain: 1 (0..2) @guess}, two: {}}
            issues:
              pact: {status_quo: apart, apart: {}, signed: {size: 1, one: 1, two: 1}}
            """;
        var result = Run(DrawnCases.Of(text), Plain with { Draws = 100 });

        Assert.Equal((100L, 0), (result.Grades[1].Share.Count, result.Binding.Length));
        Assert.Equal((-1, 0), (result.Margin.Mean, result.Margin.Deviation));
        Assert.All(result.Margin.Quantiles, q => Assert.Equal(-1, q.Margin));
    }

    [Fact]
    public void Without_ranges_every_draw_is_the_case_itself()
    {
        var question = DrawnCases.Of(SmallCases.Threshold.Replace(" (uniform 0..10)", "", StringComparison.Ordinal).Replace(" (uniform 1..2)", "", StringComparison.Ordinal));
        var result = Run(question, Plain with { Draws = 50 });

        Assert.Equal((0, 50L, 50L), (result.Numbers, result.Grades[2].Share.Count, result.Stands.Count));
        Assert.Equal((0.142857, 0), (result.Margin.Mean, result.Margin.Deviation));
    }

    [Fact]
    public void Huge_margins_spoil_no_sum()
    {
        const string text = """
            parley: 1
            case: huge
            parties: {one: {no_deal: -5 (uniform -1000000000..-1) @guess}, two: {no_deal: -1000000000}}
            issues:
              pact: {status_quo: apart, apart: {}, signed: {one: 0.0001, two: 0.0001}}
            """;
        var result = Run(DrawnCases.Of(text), Plain with { Draws = 2_000 });

        Assert.Equal(1e6, result.Margin.Mean, 1e3); // margins of up to 1e13 stand at a million
        Assert.InRange(result.Margin.Deviation, 0, 5e4);
    }

    [Fact]
    public void Numbers_that_move_together_do_so_as_stated()
    {
        const int draws = 20_000;
        var sample = new InputSample(DrawnCases.Shipped("teaching/gas-transit.yaml"), SamplingKind.Independent, 1, draws);
        var columns = sample.Numbers.Select(_ => new double[draws]).ToArray();
        var values = new double[columns.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            sample.Draw(draw, values);
            for (var j = 0; j < values.Length; j++) columns[j][draw] = values[j];
        }

        double[] Column(string path) => columns[sample.Numbers.Select(n => n.Path).ToList().IndexOf(path)];
        Assert.True(sample.IsDependent);
        Assert.Equal(0.7, RankCorrelation(Column("contract.one_year.delivery"), Column("contract.ten_years.delivery")), 0.02);
        Assert.Equal(6 / Math.PI * Math.Asin(0.8 * 0.6 / 2), RankCorrelation(Column("gas_price"), Column("demand")), 0.02);
        Assert.Equal(0, RankCorrelation(Column("gas_price"), Column("transit.no_deal")), 0.03);
    }

    [Fact]
    public void A_run_that_is_cancelled_does_not_answer()
    {
        var question = DrawnCases.Shipped(ShippedCase.Founding);
        using var cancelled = new CancellationTokenSource();
        void CancelAt(string phase, RobustOptions options)
        {
            using var source = new CancellationTokenSource();
            var seen = false;
            var progress = new Stopper(step =>
            {
                if (step.Phase != phase) return;
                seen = true;
                source.Cancel();
            });
            Assert.ThrowsAny<OperationCanceledException>(() => RobustAnalysis.Run(question, options, progress, source.Token));
            Assert.True(seen);
        }

        CancelAt("draws", Plain with { Draws = 1_000_000 });
        CancelAt("claims and blocking sets", new() { Draws = 100, CloserDraws = 100 });
        Assert.ThrowsAny<OperationCanceledException>(() => RobustAnalysis.Run(question, Plain, null, new(canceled: true)));
    }

    // Pearson's correlation of ranks; ties, which six decimals hardly leave, in order of draws.
    private static double RankCorrelation(double[] x, double[] y)
    {
        static double[] Ranks(double[] of)
        {
            var ranks = new double[of.Length];
            foreach (var (index, rank) in Enumerable.Range(0, of.Length).OrderBy(k => of[k]).Select((k, rank) => (k, rank))) ranks[index] = rank;
            return ranks;
        }

        var (a, b) = (Ranks(x), Ranks(y));
        var mean = (a.Length - 1) / 2.0;
        var spread = a.Sum(r => (r - mean) * (r - mean));
        return a.Zip(b, (r, s) => (r - mean) * (s - mean)).Sum() / spread;
    }
}

/// <summary>Told of progress at once, on the thread that reports.</summary>
internal sealed class Stopper(Action<AnalysisProgress> told) : IProgress<AnalysisProgress>
{
    public void Report(AnalysisProgress value) => told(value);
}
