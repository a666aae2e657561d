using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Draws;
using Parley.Problems;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Verdict;

namespace Parley.Tests.Robustness;

/// <summary>Cases so small that probabilities, indices and values of information are known.</summary>
public class ClosedFormTests
{
    // A deal iff buyer.no_deal is at most 6, which is six draws in ten; what the seller could have elsewhere never matters.
    private const string Threshold = """
        case: threshold
        cost_of_talks: 0.5
        parties:
          seller: {no_deal: 1 (uniform 0..4)}
          buyer: {no_deal: 3 (uniform 0..10)}
        issues:
          contract:
            signed: {seller: 50, buyer: 6}
            burnt: {seller: -50, buyer: -4}
        """;

    // The margin is (4 - no_deal - min_gain) / 8.
    private const string Line = """
        case: line
        parties:
          seller: {}
          buyer: {no_deal: 1 (uniform 0..2), min_gain: 2 (uniform 0..4)}
        issues:
          contract:
            signed: {seller: 60, buyer: 4}
            burnt: {seller: -40, buyer: -4}
        """;

    [Fact]
    public void The_probability_of_a_deal_is_that_of_the_threshold()
    {
        var result = RobustAnalysis.Run(DrawnCases.Of(Threshold), new() { Draws = 20_000 }, cancellationToken: TestContext.Current.CancellationToken);
        var deals = result.Grades.Single(g => g.Grade == Grade.Deal).Share;
        Assert.InRange(0.6, deals.Low, deals.High);
        // (6 - 10 q) / 10, the margin at the share 1 - q of the draws, as long as the seller has more to spare.
        Assert.Equal(0.1, result.Margin.Quantiles.Single(q => q.Share == 0.5).Margin, 0.012);
        Assert.Equal(-0.35, result.Margin.Quantiles.Single(q => q.Share == 0.05).Margin, 0.006);
        Assert.Equal("buyer", Assert.Single(result.Binding).Name);
    }

    [Fact]
    public void Intervals_hold_the_probability_as_often_as_they_say()
    {
        var question = DrawnCases.Of(Threshold);
        var held = 0;
        const int Runs = 500;
        for (var seed = 1UL; seed <= Runs; seed++)
        {
            var deals = RobustAnalysis.Run(question, new() { Draws = 200, Seed = seed, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken)
                .Grades.Single(g => g.Grade == Grade.Deal).Share;
            if (deals.Low <= 0.6 && deals.High >= 0.6) held++;
        }

        // 95 % of 500 is 475; three standard deviations are 15, and Wilson's interval covers a little less or more as counts are whole.
        Assert.InRange(held, 455, 495);
    }

    [Fact]
    public void A_straight_line_has_the_indices_of_its_variances()
    {
        var result = SensitivityAnalysis.Run(DrawnCases.Of(Line), new() { Draws = 20_000, Rows = 1024 }, cancellationToken: TestContext.Current.CancellationToken);
        var (first, second) = (result.Numbers[0], result.Numbers[1]);

        Assert.Equal(["buyer.no_deal", "buyer.min_gain"], result.Numbers.Select(n => n.Path));
        Assert.Equal(0.2, first.FirstOrder!.Value, 0.015);
        Assert.Equal(0.8, second.FirstOrder!.Value, 0.015);
        Assert.Equal(0.2, first.Design!.Estimate, 0.02); // no interaction: total is alone
        Assert.Equal(0.8, second.Design!.Estimate, 0.02);
        Assert.Equal((0.25, 0.0), (first.AtLow.Margin, first.AtHigh.Margin));
        Assert.Equal((0.375, -0.125), (second.AtLow.Margin, second.AtHigh.Margin));
        Assert.Equal(Grade.Nothing, second.AtHigh.Grade);

        var screened = SensitivityAnalysis.Run(DrawnCases.Of(Line), new() { Draws = 500, Rows = 100, Screen = true }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(SensitivityDesign.Screening, screened.Design);
        // The margin falls by the width of the range over 8 from one end of the distribution to the other.
        Assert.Equal(2.0 / 8, screened.Numbers[0].Design!.Estimate, 1e-6);
        Assert.Equal(4.0 / 8, screened.Numbers[1].Design!.Estimate, 1e-6);
    }

    [Fact]
    public void Numbers_that_move_together_share_what_they_explain()
    {
        var together = Line + """

            dependence:
              rank_correlations:
                - [buyer.no_deal, buyer.min_gain, 0.6]
            """;
        var sample = new InputSample(DrawnCases.Of(together), SamplingKind.Independent, 5, 1);
        var pairs = new List<(double X, double Y)>();
        var values = new double[2];
        for (var draw = 0; draw < 20_000; draw++)
        {
            sample.Draw(draw, values);
            pairs.Add((values[0], values[1]));
        }

        // Both are uniform, so that the rank correlation is that of the values.
        Assert.Equal(0.6, Correlation(pairs), 0.015);
        var result = SensitivityAnalysis.Run(DrawnCases.Of(together), new() { Draws = 5_000, Rows = 4_096 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(SensitivityDesign.ShapleyEffects, result.Design);
        Assert.Equal(1, result.Numbers.Sum(n => n.Design!.Estimate), 1e-9);
        Assert.All(result.Numbers, n => Assert.True(n.FirstOrder > 0.35)); // each tells of the other too
    }

    [Fact]
    public void Without_uncertain_numbers_there_is_one_world()
    {
        var certain = Line.Replace(" (uniform 0..2)", string.Empty, StringComparison.Ordinal).Replace(" (uniform 0..4)", string.Empty, StringComparison.Ordinal);
        var result = RobustAnalysis.Run(DrawnCases.Of(certain), new() { Draws = 100 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Numbers);
        Assert.Equal(100, result.Stands.Count);
        Assert.Throws<ArgumentException>(() => SensitivityAnalysis.Run(DrawnCases.Of(certain), new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => RobustAnalysis.Run(DrawnCases.Of(Line), new() { Sampling = SamplingKind.LatinHypercube, Until = 0.1 }, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static double Correlation(List<(double X, double Y)> pairs)
    {
        var (mx, my) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        return pairs.Sum(p => (p.X - mx) * (p.Y - my)) / Math.Sqrt(pairs.Sum(p => (p.X - mx) * (p.X - mx)) * pairs.Sum(p => (p.Y - my) * (p.Y - my)));
    }
}
