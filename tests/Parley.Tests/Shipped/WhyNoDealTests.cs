using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Obstacles;
using Parley.Problems;
using Parley.Results;
using Parley.Tests.Shared;

namespace Parley.Tests.Shipped;

/// <summary>Why the shipped cases have no deal: what follows from their numbers.</summary>
public class WhyNoDealTests
{
    private static readonly ObstaclesResult May = Why(ShippedCase.Founding);
    private static readonly ObstaclesResult November = Why(ShippedCase.Founding, new() { At = "nov_2018" });

    [Fact]
    public void In_May_2019_five_obstacles_would_each_be_enough_and_two_only_together() => Assert.Equal(
        [
            "kyiv_agency 0.62", "weak_brokers 0.34", "wont_trade_geo 0.70", "nothing_to_offer 0.36", "gas_is_strategic 0.58",
            "residual_chorus+no_urgency 0.94",
        ],
        May.CorrectionSets.Select(s => $"{string.Join('+', s.Members)} {Rounded(s.Dose!.Value, 2)}"));

    [Fact]
    public void In_May_2019_two_sets_keep_every_deal_away() => Assert.Equal(
        [
            "residual_chorus kyiv_agency weak_brokers wont_trade_geo nothing_to_offer gas_is_strategic",
            "kyiv_agency weak_brokers wont_trade_geo nothing_to_offer gas_is_strategic no_urgency",
        ],
        May.BlockingSets.Select(s => string.Join(' ', s.Members)));

    [Fact]
    public void Without_the_investigation_there_was_no_deal_in_November_2018_either()
    {
        Assert.DoesNotContain(November.CorrectionSets, s => s.Members is ["mueller"]);
        var before = ShippedCase.Read(ShippedCase.Founding, new() { At = "nov_2018" }).Verdict().Margin;
        var without = ShippedCase.Read(ShippedCase.Founding, new() { At = "nov_2018", Without = ["mueller"] }).Verdict().Margin;
        Assert.Equal("-0.130", Rounded(before, 3)); // the prototype, whose tokens ask all sides, has -0.127
        Assert.Equal("-0.086", Rounded(without, 3));
    }

    [Fact]
    public void In_November_2018_the_investigation_bears_little_of_it()
    {
        var mueller = Of(November, "mueller");

        Assert.Equal("1/2", mueller.Responsibility.ToString());
        Assert.Equal("0.065", Rounded(mueller.DistanceShare!.Value, 3));
        Assert.Equal("0.518", Rounded(Group(November, "gains").DistanceShare!.Value, 3));
        Assert.Equal("0.307", Rounded(Group(November, "control").DistanceShare!.Value, 3));
        Assert.True(mueller.OpeningShare < Of(November, "nothing_to_offer").OpeningShare);
    }

    [Fact]
    public void In_May_2019_the_investigation_is_a_dummy()
    {
        var mueller = Of(May, "mueller");

        Assert.False(mueller.Relevant);
        Assert.Equal((0, 0, 0), ((int)mueller.Responsibility!.Value.Sign, (int)mueller.OpeningShare!.Value.Sign, (int)mueller.DistanceShare!.Value.Sign));
    }

    [Fact]
    public void Venezuela_for_Ukraine_takes_control_over_both_clients()
    {
        var why = Why(ShippedCase.Founding, deal: "venezuela_for_ukraine");

        Assert.Equal(["kyiv_agency", "maduro_agency"], why.CorrectionSets[0].Members);
        Assert.All(why.CorrectionSets[1..], s => Assert.True(s.Members.Length > 2));
        Assert.Equal(["kyiv_agency"], why.BlockingSets[0].Members);
    }

    [Fact]
    public void Brexit_had_three_openings_of_one_step()
    {
        var why = Why(ShippedCase.Brexit, new() { At = "jan_2019" });

        Assert.Equal(3, why.CorrectionSets.Length);
        Assert.All(why.CorrectionSets, s => Assert.Single(s.Members));
    }

    [Fact]
    public void A_case_with_a_deal_has_nothing_to_explain()
    {
        var why = Why(ShippedCase.JobOffer);

        Assert.True(why.IsOpen);
        Assert.Empty(Assert.Single(why.CorrectionSets).Members);
        Assert.Empty(why.BlockingSets);
        Assert.All(why.Attributions, a => Assert.False(a.Relevant));
    }

    [Theory]
    [InlineData(ShippedCase.Founding)]
    [InlineData(ShippedCase.NileDam)]
    [InlineData(ShippedCase.Brexit)]
    public void Generated_obstacles_explain_too(string path)
    {
        var question = Ask(path, new() { At = path == ShippedCase.Brexit ? "jan_2019" : null });

        var why = Run(question, new() { Generated = true });

        Assert.All(why.Obstacles, o => Assert.True(o.IsGenerated));
        Assert.NotEmpty(why.CorrectionSets);
        Assert.Equal(1, why.Attributions.Aggregate(Kernels.Exact.Rational.Zero, (sum, a) => sum + a.OpeningShare!.Value));
    }

    [Fact]
    public void What_opens_is_what_analyze_finds_without_the_obstacles()
    {
        foreach (var set in May.CorrectionSets)
        {
            var verdict = ShippedCase.Read(ShippedCase.Founding, new() { Without = set.Members }).Verdict();

            Assert.Equal(Verdict.Grade.Deal, verdict.Grade);
            Assert.Equal(verdict.Witness!.Package.Options, set.Opens!.Package.Options);
            Assert.All(set.Surplus, s => Assert.True(s.Sign >= 0));
        }
    }

    [Fact]
    public void Beyond_the_budget_the_answer_says_how_far_it_is_complete()
    {
        var why = Run(Ask(ShippedCase.Founding, new() { At = "nov_2018" }), new() { MaxWorlds = 40 });

        Assert.Equal((false, 1, Completeness.Truncated), (why.IsComplete, why.CompleteToSize, why.Completeness));
        Assert.Empty(why.BlockingSets);
        Assert.Equal(["weak_brokers", "nothing_to_offer", "gas_is_strategic"], why.CorrectionSets.Take(3).SelectMany(s => s.Members));
        Assert.All(why.Attributions, a => Assert.Null(a.DistanceShare));
        var sampled = Of(why, "nothing_to_offer");
        Assert.InRange((double)sampled.OpeningShare!.Value, 0.2, 0.4);
        Assert.InRange(sampled.OpeningShareError!.Value, 0.001, 0.006);
    }

    [Fact]
    public void What_is_typed_wins_over_an_obstacle_as_it_does_in_analyze()
    {
        var why = Run(Ask(ShippedCase.Founding, new() { Set = ["ru_trade=1"] }), new());

        Assert.DoesNotContain(why.CorrectionSets, s => s.Members.Contains("nothing_to_offer"));
    }

    [Fact]
    public void An_obstacle_taken_away_by_the_question_is_not_asked_about()
    {
        var why = Run(Ask(ShippedCase.Founding, new() { Without = ["ideology"] }), new());

        Assert.DoesNotContain(why.Obstacles, o => o.Name == "ideology");
        Assert.Equal(12, why.Obstacles.Length);
    }

    [Fact]
    public void An_explanation_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ObstaclesAnalysis.Run(Ask(ShippedCase.Founding), new(), null, stop.Token));
    }

    private static ObstaclesResult Run(CaseQuestion question, ObstaclesOptions options) =>
        ObstaclesAnalysis.Run(question, options, cancellationToken: TestContext.Current.CancellationToken);

    private static Attribution Of(ObstaclesResult why, string name) => why.Attributions.Single(a => a.Name == name);

    private static Attribution Group(ObstaclesResult why, string name) => why.Groups.Single(a => a.Name == name);

    private static ObstaclesResult Why(string path, OverlaySelection? overlays = null, string? deal = null) =>
        Run(Ask(path, overlays), new() { Deal = deal });

    private static CaseQuestion Ask(string path, OverlaySelection? overlays = null) =>
        CaseQuestion.Ask(CaseFile.Read(Path.Combine(RepositoryFolders.Cases, path)).Value!, overlays ?? OverlaySelection.Default).Value!;

    private static string Rounded(Kernels.Exact.Rational value, int decimals) =>
        value.ToDouble().ToString($"F{decimals}", System.Globalization.CultureInfo.InvariantCulture);
}
