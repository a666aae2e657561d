using Parley.Cases.Overlays;
using Parley.Draws;
using Parley.Problems;
using Parley.Reports.Answers;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Sweeps;
using Parley.Tests.Shipped;
using Parley.Verdict;

namespace Parley.Tests.Robustness;

/// <summary>How sure the founding case's verdict is, against the prototype's figures and the exact engine.</summary>
public class FoundingCaseRobustnessTests
{
    private static readonly CaseQuestion Question = CaseQuestion.Ask(ShippedCase.Read(ShippedCase.Founding).Base, OverlaySelection.Default).Value!;

    [Fact]
    public void About_one_plausible_world_in_a_hundred_has_a_deal()
    {
        var result = RobustAnalysis.Run(Question, new() { CloserDraws = 0 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(134, result.Numbers);
        Assert.Equal(Grade.Tokens, result.AsAsked);
        var deals = result.Grades.Single(g => g.Grade == Grade.Deal).Share;
        // The prototype had 1.1 % of 20,000 draws, give or take 0.1.
        Assert.InRange(deals.Share, 0.008, 0.014);
        Assert.InRange(0.011, deals.Low, deals.High);
        Assert.Equal(result.Draws, result.Grades.Sum(g => g.Share.Count));
        double Quantile(double share) => result.Margin.Quantiles.Single(q => q.Share == share).Margin;
        Assert.Equal(-0.126, Quantile(0.05), 0.002);
        Assert.Equal(-0.076, Quantile(0.5), 0.002);
        Assert.Equal(-0.025, Quantile(0.95), 0.004);
        Assert.Equal(result.Draws - deals.Count, result.Binding.Sum(b => b.Count));
    }

    [Theory]
    [InlineData(SamplingKind.LatinHypercube)]
    [InlineData(SamplingKind.Sobol)]
    public void Even_draws_agree(SamplingKind sampling)
    {
        var even = RobustAnalysis.Run(Question, new() { CloserDraws = 0, Sampling = sampling, Draws = 8192 }, cancellationToken: TestContext.Current.CancellationToken);
        var plain = RobustAnalysis.Run(Question, new() { CloserDraws = 0, Seed = 3 }, cancellationToken: TestContext.Current.CancellationToken);

        // Standard errors: 0.0003 of either mean.
        Assert.Equal(plain.Margin.Mean, even.Margin.Mean, 0.0015);
        Assert.Equal(plain.Margin.Deviation, even.Margin.Deviation, 0.0015);
    }

    [Fact]
    public void Draws_one_by_one_through_the_exact_engine_give_the_same_counts()
    {
        const int draws = 150;
        var counted = RobustAnalysis.Run(Question, new() { CloserDraws = 0, Draws = draws, Seed = 11 }, cancellationToken: TestContext.Current.CancellationToken);
        var sample = new InputSample(Question, SamplingKind.Independent, 11, draws);
        var grades = new int[3];
        var (tokens, margins) = (new Dictionary<string, int>(StringComparer.Ordinal), 0.0);
        var values = new double[sample.Numbers.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            sample.Draw(draw, values);
            var verdict = VerdictAnalysis.Run(sample.Exact(values).Problem, new() { Certificate = false, NearMisses = 0 }, cancellationToken: TestContext.Current.CancellationToken);
            grades[(int)verdict.Grade]++;
            margins += (double)verdict.Margin / draws;
            foreach (var token in verdict.Tokens) tokens[token] = tokens.GetValueOrDefault(token) + 1;
        }

        Assert.Equal(grades, counted.Grades.Select(g => (int)g.Share.Count));
        Assert.Equal(margins, counted.Margin.Mean, 1e-6);
        Assert.Equal(tokens.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, (long)t.Value)), counted.Tokens.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (t.Name, t.Count)));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        string Text(int threads)
        {
            var robust = RobustAnalysis.Run(Question, new() { Draws = 3_000, CloserDraws = 3, Threads = threads }, cancellationToken: TestContext.Current.CancellationToken);
            var sensitivity = SensitivityAnalysis.Run(Question, new() { Draws = 2_000, Rows = 16, Threads = threads, Flips = false }, cancellationToken: TestContext.Current.CancellationToken);
            var stamp = new AnswerStamp { Version = "test", CaseHash = string.Empty, Overlays = Question.Selection };
            return Reports.Json.AnswersJson.Text(new CaseAnswers(Question.Model, stamp) { Robust = robust, Sensitivity = sensitivity });
        }

        var one = Text(1);
        Assert.Equal(one, Text(2));
        Assert.Equal(one, Text(8));
    }

    [Fact]
    public void A_precision_ends_the_draws()
    {
        var result = RobustAnalysis.Run(Question, new() { CloserDraws = 0, Draws = 100_000, Until = 0.01 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Draws < 100_000);
        Assert.All(result.Grades, g => Assert.True((g.Share.High - g.Share.Low) / 2 <= 0.01));
        Assert.Equal(Results.Completeness.Exact, result.Completeness);

        var short_ = RobustAnalysis.Run(Question, new() { CloserDraws = 0, Draws = 200, Until = 0.0001 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(200, short_.Draws);
        Assert.Equal(Results.Completeness.Truncated, short_.Completeness);
    }

    [Fact]
    public void Gas_and_Kyiv_are_what_the_margin_hangs_on()
    {
        var result = SensitivityAnalysis.Run(Question, new() { Rows = 64, Flips = true }, cancellationToken: TestContext.Current.CancellationToken);
        var ranked = result.Numbers.OrderByDescending(n => n.FirstOrder).ToList();

        Assert.Equal("lng.ru_yields.putin.geo", ranked[0].Path);
        Assert.InRange(ranked[0].FirstOrder!.Value, 0.22, 0.31); // 27 % in the prototype
        Assert.Equal(["ukraine.us_ceases.delivery.control", "ukraine.us_ceases.delivery.dependence"], ranked.Skip(1).Take(2).Select(n => n.Path).Order(StringComparer.Ordinal));
        Assert.True(result.Numbers.Sum(n => n.FirstOrder) <= 1.05);
        Assert.DoesNotContain(result.Flips, f => f.IsPlausible);
        var information = Assert.IsType<InformationResult>(result.Information);
        Assert.False(information.IsWorthwhile);
        Assert.All(information.Numbers, n => Assert.InRange(n.Value.Value, 0, 0.0005)); // the prototype: 0 for every number
        Assert.Contains(result.Boxes!.Boxes[0].Bounds, b => result.Numbers[b.Input].Path == "lng.ru_yields.putin.geo" && b.Low is not null);
        Assert.True(result.Boxes.Boxes[0].Coverage > 0.5);
    }

    [Fact]
    public void Every_analysis_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => RobustAnalysis.Run(Question, new(), cancellationToken: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => SensitivityAnalysis.Run(Question, new(), cancellationToken: source.Token));
        var plan = SweepPlan.Of([new("a", "0", Question.BaseCase)], new(), null, 1) with { Draws = 10 };
        Assert.ThrowsAny<OperationCanceledException>(() => SweepShard.Make(plan, new(), cancellationToken: source.Token));

        using var later = new CancellationTokenSource();
        var progress = new Stop(later);
        Assert.ThrowsAny<OperationCanceledException>(() => RobustAnalysis.Run(Question, new() { Draws = 1_000_000 }, progress, later.Token));
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<Results.AnalysisProgress>
    {
        public void Report(Results.AnalysisProgress value) => source.Cancel();
    }
}
