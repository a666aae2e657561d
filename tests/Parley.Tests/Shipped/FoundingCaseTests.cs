using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Verdict;

namespace Parley.Tests.Shipped;

public class FoundingCaseTests
{
    private static readonly ShippedCase Now = ShippedCase.Read(ShippedCase.Founding);

    [Fact]
    public void There_is_nothing_to_discuss_but_tokens()
    {
        var verdict = Now.Verdict();

        Assert.Equal(Grade.Tokens, verdict.Grade);
        Assert.True(verdict.IsDecided);
        Assert.NotNull(verdict.Certificate);
        Assert.Equal("-0.086", Rounded(verdict.Margin, 3));
        Assert.Equal(verdict.Margin, verdict.MarginUpper);
        Assert.Equal(0, verdict.AcceptableCount);
    }

    [Fact]
    public void The_tokens_are_the_six_of_the_column() => Assert.Equal(
        ["contact.call", "contact.g20", "aid.ship", "venezuela.assurances", "syria.process", "north_korea.consult"], Now.Verdict().Tokens);

    [Fact]
    public void The_package_nearest_to_a_deal_swaps_Kyiv_for_trade_and_gas() =>
        Assert.Equal(["ukraine.us_ceases", "ru_econ.offer", "lng.ru_yields"], Now.Verdict().Witness!.Package.Changes);

    [Theory]
    [InlineData("venezuela_for_ukraine")]
    [InlineData("syria_for_ukraine")]
    public void A_grand_bargain_leaves_both_worse_off(string name)
    {
        var deal = Now.Deal(name);

        Assert.False(deal.Feasible);
        Assert.Equal(2, deal.Surplus.Length);
        Assert.All(deal.Surplus, surplus => Assert.True(surplus.Sign < 0));
    }

    [Fact]
    public void Before_the_report_there_was_not_even_a_token() =>
        Assert.Equal(Grade.Nothing, ShippedCase.Read(ShippedCase.Founding, new() { At = "nov_2018" }).Verdict().Grade);

    [Fact]
    public void The_noise_of_the_investigation_is_what_took_the_tokens_away() =>
        Assert.Equal(Grade.Nothing, ShippedCase.Read(ShippedCase.Founding, OverlaySelection.Default, "mueller_noise=0.7").Verdict().Grade);

    [Fact]
    public void A_point_given_comes_back_as_less_than_a_point() =>
        Assert.Equal("0.73", Rounded(Now.Trade().Terms.Single().Product, 2));

    [Theory]
    [InlineData("ukraine.us_ceases", "0.21")]
    [InlineData("venezuela.withdraw", "0.22")]
    [InlineData("syria.drop_assad", "0.60")]
    public void Neither_side_can_deliver_what_it_would_promise(string option, string delivery) =>
        Assert.Equal(delivery, Rounded(Now.Trade().Options.Single(o => o.Id == option).Delivery, 2));

    [Fact]
    public void For_Venezuela_Putin_would_need_Kyiv_delivered_more_likely_than_not()
    {
        var deal = Now.Deal("venezuela_for_ukraine");
        var needed = deal.NeededDelivery.Single(n => n.Option == "ukraine.us_ceases").Needed[Now.Problem.Parties.IndexOf("putin")];

        Assert.NotNull(needed);
        Assert.Equal("0.553", Rounded(needed.Value, 3));
    }

    private static string Rounded(Rational value, int digits) =>
        value.ToDouble().ToString($"F{digits}", System.Globalization.CultureInfo.InvariantCulture);
}
