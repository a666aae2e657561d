using Parley.Cases.Overlays;
using Parley.Claims;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Tests.Claims;

public class ClaimsAnalysisTests
{
    [Theory]
    [InlineData("no deal", true)]
    [InlineData("deal", false)]
    [InlineData("tokens only", true)]
    [InlineData("nothing", false)]
    [InlineData("nothing given storm", true)]
    [InlineData("deal given luck", true)]
    [InlineData("deal without comfort", true)]
    [InlineData("no deal without pride", true)]
    [InlineData("no deal at then without comfort", true)]
    [InlineData("deal without group home", true)]
    [InlineData("no deal on swap", true)]
    [InlineData("deal on swap without comfort", true)]
    [InlineData("b refuses on swap", true)]
    [InlineData("a accepts on swap", true)]
    [InlineData("a refuses on swap", false)]
    [InlineData("council refuses on swap at then", true)]
    [InlineData("deal but for b", true)]
    [InlineData("deal but for a", true)]
    [InlineData("deal but for b without comfort", false)]
    [InlineData("deal but for veto at then without comfort", true)]
    [InlineData("deal but for council at then without comfort", true)]
    [InlineData("deal but for veto without comfort", false)]
    [InlineData("a + b could not agree", true)]
    [InlineData("a + b could agree without comfort", true)]
    [InlineData("a refuses every trade of land for money", false)]
    [InlineData("b refuses every trade of money for land", true)]
    [InlineData("b refuses every trade of money for land without comfort", false)]
    [InlineData("a refuses every trade of money for land", false)]
    [InlineData("every deal includes fee.paid", false)]
    [InlineData("every deal includes fee.paid without comfort", true)]
    [InlineData("every deal includes flag.flown without comfort", false)]
    [InlineData("nash includes hill.b_holds without comfort", true)]
    [InlineData("nash includes hill.b_holds", false)]
    [InlineData("flag.flown is a token; flag.flown is acceptable", true)]
    [InlineData("fee.paid is acceptable", false)]
    [InlineData("fee.paid is acceptable without comfort", true)]
    [InlineData("fee.paid is substantive", true)]
    [InlineData("flag.flown is substantive", false)]
    [InlineData("nothing on topic land", true)]
    [InlineData("nothing on topic land without comfort", false)]
    [InlineData("opens only with pride and pay together", true)]
    [InlineData("opens only with comfort and pay together", false)]
    [InlineData("opens only with pride and pay together on swap", true)]
    [InlineData("opens only with pride and pay together given luck", false)]
    [InlineData("no event changes the verdict except luck, storm", true)]
    [InlineData("no event changes the verdict except luck", false)]
    [InlineData("no event changes the verdict except luck, storm, drizzle", false)]
    [InlineData("luck improves the verdict; storm worsens the verdict; drizzle worsens the verdict", true)]
    [InlineData("drizzle improves the verdict", false)]
    public void A_claim_follows_iff_its_phrases_come_out(string expect, bool follows) =>
        Assert.Equal(follows, Assert.Single(SmallClaims.Judge(expect).Claims).Follows);

    [Theory]
    [InlineData("delivery of hill.b_holds", "1/2")]
    [InlineData("worth of hill.b_holds to b", "10")]
    [InlineData("worth of hill.b_holds to council", "-1")]
    [InlineData("effect of fee.paid on a in money", "14")]
    [InlineData("standing effect of a on b in money", "-3")]
    [InlineData("needed_delivery of hill.b_holds for b on swap", "3/5")]
    [InlineData("needed_delivery of hill.b_holds for a on swap", "0")]
    [InlineData("terms_of_trade of b and a", "7/3")]
    [InlineData("responsibility of comfort", "1")]
    [InlineData("responsibility of pride", "1/2")]
    [InlineData("largest responsibility in group home", "1")]
    [InlineData("opening_share of comfort", "2/3")]
    [InlineData("opening_share of group away", "1/6")]
    public void A_measure_is_an_exact_figure(string measure, string value)
    {
        var claim = Assert.Single(SmallClaims.Judge($"{measure} > -100").Claims);

        Assert.Equal(value, Text(Figures(claim).Left.Value));
    }

    [Fact]
    public void Figures_are_compared_exactly_and_not_as_they_are_shown()
    {
        Assert.True(Assert.Single(SmallClaims.Judge("terms_of_trade of a and b > 2.3333; terms_of_trade of a and b < 2.3334").Claims).Follows);
        Assert.False(Assert.Single(SmallClaims.Judge("delivery of hill.b_holds < 0.5").Claims).Follows);
        Assert.True(Assert.Single(SmallClaims.Judge("delivery of hill.b_holds <= 0.5; delivery of hill.b_holds >= 0.5").Claims).Follows);
    }

    [Fact]
    public void No_chance_that_is_enough_counts_as_more_than_any()
    {
        var never = SmallClaims.Judge(
            "needed_delivery of hill.b_holds for b on swap > 1", overlays: OverlaySelection.Default with { Set = ["b.no_deal=40"] });

        Assert.True(Figures(Assert.Single(never.Claims)).Left.Never);
        Assert.True(Assert.Single(never.Claims).Follows);
    }

    [Theory]
    [InlineData("b would leave nothing_new", UnsupportedReason.NoSuchFigure)]
    [InlineData("topic land is never raised", UnsupportedReason.NoEvidence)]
    [InlineData("rumour is contested", UnsupportedReason.NoEvidence)]
    [InlineData("claim rumour rests on one source", UnsupportedReason.NoEvidence)]
    public void What_is_not_computed_is_neither_true_nor_false(string expect, UnsupportedReason reason)
    {
        var claim = Assert.Single(SmallClaims.Judge($"no deal; {expect}").Claims);

        Assert.Equal(ClaimStatus.Unsupported, claim.Status);
        Assert.Null(claim.Follows);
        Assert.Equal(reason, Assert.IsType<NothingShown>(claim.Parts[1].Shown).Reason);
        Assert.Equal(ClaimStatus.DoesNotFollow, Assert.Single(SmallClaims.Judge($"deal; {expect}").Claims).Status);
    }

    // The flag takes both. In the swap b has 10 less 6, and 4 without it, so it just stays; by the gift it only loses.
    [Theory]
    [InlineData("stable", true)]
    [InlineData("a would leave swap", false)]
    [InlineData("b would leave swap", false)]
    [InlineData("a would leave gift", false)]
    [InlineData("b would leave gift", true)]
    public void How_things_stand_and_who_would_leave_a_deal_are_computed(string expect, bool follows) =>
        Assert.Equal(follows, Assert.Single(SmallClaims.Judge(expect).Claims).Follows);

    [Theory]
    [InlineData("ritual > 0", UnsupportedReason.NoEvidence)]
    [InlineData("progress < 1", UnsupportedReason.NoEvidence)]
    [InlineData("salience_shift of land > 0", UnsupportedReason.NoEvidence)]
    [InlineData("drift after 1 quarter < 0", UnsupportedReason.NoEvidence)]
    [InlineData("belief in rumour < 0.5", UnsupportedReason.NoEvidence)]
    public void A_measure_that_is_not_computed_has_no_value(string expect, UnsupportedReason reason)
    {
        var claim = Assert.Single(SmallClaims.Judge(expect).Claims);

        Assert.Equal(ClaimStatus.Unsupported, claim.Status);
        Assert.Equal((null, reason), (Figures(claim).Left.Value, Figures(claim).Left.Unsupported));
    }

    [Fact]
    public void What_the_question_takes_away_bears_no_blame()
    {
        var result = SmallClaims.Judge("responsibility of pay < 0.1; blame of pay < 0.1", overlays: OverlaySelection.Default with { Without = ["pay"] });

        Assert.True(Assert.Single(result.Claims).Follows);
    }

    [Fact]
    public void A_phrase_lays_its_overlays_over_those_of_the_question()
    {
        var asked = OverlaySelection.Default with { At = "then", Without = ["pay"] };

        Assert.True(Assert.Single(SmallClaims.Judge("deal at now without pride", overlays: asked).Claims).Follows);
        Assert.False(Assert.Single(SmallClaims.Judge("deal without pride", overlays: asked).Claims).Follows);
    }

    [Fact]
    public void Swaps_are_tried_one_give_for_one_coin()
    {
        var free = SmallClaims.Judge("a refuses every trade of land for money");
        var bound = SmallClaims.Judge("a refuses every trade of land for money", overlays: OverlaySelection.Default with { Set = ["no_land_for_money.in_force=yes"] });

        Assert.Equal(new SwapsShown(1, 0, "hill.b_holds", "fee.paid"), Assert.Single(free.Claims).Parts[0].Shown);
        Assert.Equal(new SwapsShown(1, 1, null, null), Assert.Single(bound.Claims).Parts[0].Shown);
        Assert.True(Assert.Single(bound.Claims).Follows);
        Assert.Equal(new SwapsShown(0, 0, null, null), Assert.Single(SmallClaims.Judge("a refuses every trade of money for land").Claims).Parts[0].Shown);
    }

    [Fact]
    public void A_limit_leaves_a_claim_open_and_says_so()
    {
        var result = SmallClaims.Judge("every deal includes fee.paid without comfort", new() { MaxNodes = 0 });

        Assert.Equal((ClaimStatus.Unsupported, Completeness.Truncated), (Assert.Single(result.Claims).Status, result.Completeness));
    }

    private static FiguresShown Figures(ClaimResult claim) => Assert.IsType<FiguresShown>(claim.Parts[0].Shown);

    private static string Text(Rational? value) => value is { } v ? v.Denominator.IsOne ? $"{v.Numerator}" : $"{v.Numerator}/{v.Denominator}" : "none";
}
