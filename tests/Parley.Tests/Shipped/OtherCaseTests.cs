using Parley.Cases.Overlays;
using Parley.Tests.BruteForce;
using Parley.Verdict;

namespace Parley.Tests.Shipped;

public class OtherCaseTests
{
    private static readonly OverlaySelection January2019 = new() { At = "jan_2019" };

    [Fact]
    public void The_job_offer_has_eleven_acceptable_packages_of_twenty_four()
    {
        var verdict = ShippedCase.Read(ShippedCase.JobOffer).Verdict();

        Assert.Equal(Grade.Deal, verdict.Grade);
        Assert.Equal((11, 24), (verdict.AcceptableCount, verdict.PackageCount));
    }

    [Fact]
    public void The_job_offers_Nash_solution_trades_salary_for_the_start() =>
        Assert.Equal(["salary.90k", "start.september", "remote.two_days", "position.analyst"], ShippedCase.Read(ShippedCase.JobOffer).Bargaining().Nash!.Options);

    [Fact]
    public void On_the_Nile_two_pairs_could_agree_but_not_the_third_nor_all()
    {
        var nile = ShippedCase.Read(ShippedCase.NileDam);
        var coalitions = nile.Coalitions().Coalitions;

        Assert.Equal(Grade.Nothing, nile.Verdict().Grade);
        Assert.Equal(
            ["egypt ethiopia False", "ethiopia sudan True", "egypt sudan True"],
            coalitions.Select(c => $"{string.Join(' ', c.Members.Order(StringComparer.Ordinal))} {c.CouldAgree}"));
    }

    [Fact]
    public void Outside_money_opens_twelve_packages_of_all_three_on_the_Nile()
    {
        var verdict = WithMoney().Verdict();

        Assert.Equal(Grade.Deal, verdict.Grade);
        Assert.Equal(12, verdict.AcceptableCount);
    }

    [Fact]
    public void Of_the_packages_that_money_opens_on_the_Nile_five_are_in_the_core_and_Nashs_is_one()
    {
        var nile = WithMoney();
        var twin = new TwinCase(nile.Effective, nile.Base);
        var coalitions = new TwinCoalitions(twin, new(twin));
        var nash = nile.Bargaining().Nash!.Options;
        var package = nash.Select((id, i) => Enumerable.Range(0, twin.Issues[i].Options.Length).Single(o => twin.IdOf(i, o) == id));

        Assert.Equal(5, nile.Coalitions().InTheCore);
        Assert.Equal(5, coalitions.InTheCore);
        Assert.Null(coalitions.BlockedBy([.. package]));
    }

    [Fact]
    public void In_January_2019_no_Brexit_deal_can_be_ratified()
    {
        var verdict = ShippedCase.Read(ShippedCase.Brexit, January2019).Verdict();

        Assert.Equal(Grade.Nothing, verdict.Grade);
        Assert.NotNull(verdict.Certificate);
    }

    [Fact]
    public void But_for_the_Commons_there_was_a_Brexit_deal_in_January_2019() =>
        Assert.Equal(Grade.Deal, ShippedCase.Read(ShippedCase.Brexit, January2019, "meaningful_vote.in_force=no").Verdict().Grade);

    [Theory]
    [InlineData("oct_2019")]
    [InlineData("jan_2020")]
    public void Later_there_is_a_Brexit_deal(string date)
    {
        var brexit = ShippedCase.Read(ShippedCase.Brexit, new() { At = date });

        Assert.Equal(Grade.Deal, brexit.Verdict().Grade);
        Assert.True(brexit.Deal("johnson_deal").Feasible);
    }

    [Theory]
    [InlineData("eu_firm_on_time")]
    [InlineData("arithmetic")]
    [InlineData("no_border_in_sea")]
    public void Each_Brexit_obstacle_taken_away_opens_January_2019(string obstacle) =>
        Assert.Equal(Grade.Deal, ShippedCase.Read(ShippedCase.Brexit, January2019 with { Without = [obstacle] }).Verdict().Grade);

    [Fact]
    public void Without_a_date_Brexit_is_asked_about_on_the_last_one() => Assert.Equal(
        ShippedCase.Read(ShippedCase.Brexit, new() { At = "jan_2020" }).Json(), ShippedCase.Read(ShippedCase.Brexit).Json());

    private static ShippedCase WithMoney() => ShippedCase.Read(ShippedCase.NileDam, new() { Given = ["big_money"] });
}
