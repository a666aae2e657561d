using Parley.Kernels.Sensitivity;
using Parley.Problems;
using Parley.Results;
using Parley.Sensitivity;
using Parley.Shared;
using Parley.Tests.Shipped;
using Parley.Verdict;

namespace Parley.Tests.Robustness;

public class SensitivityAnalysisTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void What_is_worth_finding_out_is_as_in_closed_form(double cost)
    {
        const double chance = 0.7;
        var information = Run(DrawnCases.Of(SmallCases.Threshold), new() { CostOfTalks = cost, Rows = 0, Flips = false }).Information!; // there is a cost
        var (sampled, unknown) = (information.DealProbability, Math.Max(0, chance - cost));

        Assert.Equal(chance, sampled, 0.02); // four standard errors
        Assert.Equal(chance * (1 - cost) - unknown, information.Everything, 0.01);
        Assert.Equal(sampled * (1 - cost) - Math.Max(0, sampled - cost), information.Everything, 1e-9);
        Assert.Equal(["one.no_deal", "pact.signed.two"], information.Numbers.Select(n => n.Path));
        // Of sixteen bins eleven lie wholly below the threshold, and a fifth of the twelfth does.
        Assert.Equal((11 * (1 - cost) + Math.Max(0, 0.2 - cost)) / 16 - unknown, information.Numbers[0].Value.Value, 0.012);
        Assert.InRange(information.Numbers[0].Value.Chance, -1e-9, 0.005);
        Assert.InRange(information.Numbers[1].Value.Value, -1e-9, 0.005);
        Assert.Equal(cost <= sampled, information.IsWorthwhile);
        Assert.Empty(information.Groups); // one number stands alone under either name
    }

    [Fact]
    public void Talks_that_cost_what_they_promise_are_worth_it()
    {
        // One draw in two has a deal, whatever the seed makes of it: the cost is set to just that share.
        var question = DrawnCases.Of(SmallCases.Threshold);
        var share = Run(question, new() { CostOfTalks = 0.1, Rows = 0, Flips = false }).Information!.DealProbability; // there is a cost

        Assert.True(Run(question, new() { CostOfTalks = share, Rows = 0, Flips = false }).Information!.IsWorthwhile); // as before
        Assert.False(Run(question, new() { CostOfTalks = share + 1e-6, Rows = 0, Flips = false }).Information!.IsWorthwhile); // as before
    }

    [Fact]
    public void Ends_of_the_tornado_are_exact()
    {
        var result = Run(DrawnCases.Of(DrawnCases.Linear), new() { Rows = 0, Draws = 320 });
        var (y, x) = (result.Numbers[0], result.Numbers[1]);

        AssertEnd(0, 4.5, Grade.Deal, y.AtLow);
        AssertEnd(4, 0.5, Grade.Deal, y.AtHigh);
        AssertEnd(3, 1, Grade.Deal, x.AtLow);
        AssertEnd(6, 4, Grade.Deal, x.AtHigh);
        Assert.Equal(4 / 4.5, y.Swing, 1e-12);
        Assert.Equal(3 / 4.5, x.Swing, 1e-12);

        static void AssertEnd(double value, double slack, Grade grade, TornadoEnd end)
        {
            Assert.Equal((value, grade), (end.Value, end.Grade));
            Assert.Equal(slack / 4.5, end.Margin, 1e-12);
        }
    }

    [Fact]
    public void The_value_that_turns_the_verdict_is_found()
    {
        var result = Run(DrawnCases.Of(SmallCases.Threshold), new() { Rows = 0 });

        Assert.Equal("one.no_deal", result.Flips[0].Path);
        Assert.Equal(7, (double)result.Flips[0].To, 1e-9);
        Assert.Equal(Grade.Deal, result.Grade);
        var box = Assert.Single(result.Boxes!.Boxes); // three draws in ten are without a deal
        Assert.False(result.BoxesOfDeals);
        Assert.True(box.Density > 0.99);
    }

    [Fact]
    public void Too_few_draws_give_no_indices_and_no_values()
    {
        var result = Run(DrawnCases.Of(SmallCases.Threshold), new() { Draws = 319, Rows = 0, Flips = false });

        Assert.True(result.TooFewDraws);
        Assert.Null(result.Information);
        Assert.All(result.Numbers, n => Assert.Null(n.FirstOrder));
        Assert.All(result.Numbers, n => Assert.Null(n.Design));
        Assert.False(Run(DrawnCases.Of(SmallCases.Threshold), new() { Draws = 320, Rows = 0, Flips = false }).TooFewDraws);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        foreach (var path in new[] { ShippedCase.Founding, "teaching/gas-transit.yaml" })
        {
            var question = DrawnCases.Shipped(path);
            string Json(int threads, bool screen) => DrawnCases.Json(
                question, sensitivity: Run(question, new() { Draws = 700, Rows = 8, Screen = screen, Threads = threads, Flips = false, CostOfTalks = 0.1 }));
            foreach (var screen in new[] { false, true })
            {
                var one = Json(1, screen);
                Assert.Equal(one, Json(2, screen));
                Assert.Equal(one, Json(8, screen));
            }
        }
    }

    [Fact]
    public void Draws_left_undecided_are_in_no_figure()
    {
        var result = Run(DrawnCases.Of(DrawnCases.Tie), new() { Draws = 1_000, MaxNodes = 1, Rows = 0, Flips = false, CostOfTalks = 0.5 });

        Assert.InRange(result.UndecidedDraws, 400, 600);
        Assert.Equal(Completeness.Truncated, result.Completeness);
        Assert.True(result.IsDecided);
        Assert.Equal(0, result.DealProbability); // what was decided has no deal
        Assert.Equal(0, Assert.IsType<InformationResult>(result.Information).DealProbability);
        Assert.Contains(result.Numbers, n => n.AtLow.Grade is null || n.AtHigh.Grade is null);
    }

    [Fact]
    public void A_margin_that_never_moves_hangs_on_nothing()
    {
        var result = Run(DrawnCases.Shipped(ShippedCase.Brexit), new() { Draws = 500, Rows = 16, Flips = false });

        Assert.All(result.Numbers, n => Assert.Equal((0, 0, 0), (n.FirstOrder!.Value, n.Design!.Estimate, n.Swing))); // enough draws, and a design
    }

    [Theory]
    [InlineData("draws")]
    [InlineData("rows of the design")]
    public void A_run_that_is_cancelled_does_not_answer(string phase)
    {
        using var source = new CancellationTokenSource();
        var progress = new Stopper(step =>
        {
            if (step.Phase == phase) source.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => SensitivityAnalysis.Run(
            DrawnCases.Shipped(ShippedCase.Founding), new() { Draws = 2_000, Rows = 64, Threads = 2 }, progress, source.Token));
        Assert.True(source.IsCancellationRequested);
    }

    private static SensitivityResult Run(CaseQuestion question, SensitivityOptions options) =>
        SensitivityAnalysis.Run(question, options, null, TestContext.Current.CancellationToken);
}
