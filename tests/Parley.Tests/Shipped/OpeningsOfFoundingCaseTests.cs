using System.Globalization;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Kernels.Exact;
using Parley.Openings;
using Parley.Problems;
using Parley.Results;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Tests.Shipped;

public class OpeningsOfFoundingCaseTests
{
    private static readonly Lazy<OpeningsResult> Founding = new(() => Openings(ShippedCase.Founding, OverlaySelection.Default));

    [Fact]
    public void Obama_would_have_refused_for_ideology_and_Trump_refuses_for_want_of_gain()
    {
        var trump = Refusal("trump", OverlaySelection.Default);
        var obama = Refusal("trump", new() { Under = "obama" });

        Assert.Equal("0.29", Rounded(Of(trump, "values").ObjectionShare, 2));
        Assert.Equal("0.83", Rounded(Of(obama, "values").ObjectionShare, 2));
        Assert.True(Of(trump, "econ").Ceiling <= 4);
        Assert.True(trump.Gain < 0 && obama.Gain < 0);
    }

    [Theory]
    [InlineData("lng.ru_yields.putin.geo", "-2993/200", "1.9")]
    [InlineData("syria.process.delivery.control", "141/368", "2.8")]
    [InlineData("ukraine.us_ceases.delivery.control", "2459/3969", "3.5")]
    [InlineData("ru_trade", "15", "4.7")]
    public void A_single_number_would_have_to_leave_its_plausible_range(string path, string to, string cost)
    {
        var tip = Founding.Value.TippingPoints.Single(t => t.Path == path);

        Assert.Equal(to, tip.To.ToString());
        Assert.Equal(cost, Rounded(tip.Cost!.Value, 1)); // it has a range
        Assert.True(tip is { Attained: true, IsSampled: false, IsPlausible: false, LeadsTo: Grade.Deal });
    }

    [Fact]
    public void What_gas_in_Europe_is_worth_to_Putin_is_the_nearest_door_and_none_is_plausible()
    {
        Assert.Equal(Completeness.Exact, Founding.Value.Completeness);
        Assert.Equal("lng.ru_yields.putin.geo", Founding.Value.TippingPoints[0].Path);
        Assert.DoesNotContain(Founding.Value.TippingPoints, t => t.IsPlausible);
        Assert.Null(Founding.Value.TippingPoints[^1].Cost);
    }

    [Fact]
    public void Only_a_momentous_event_changes_the_verdict_for_better_or_for_worse()
    {
        var events = Founding.Value.Events.Where(e => e.Kind == Cases.Model.OverlayKind.Event).ToList();

        Assert.Equal(12, events.Count);
        Assert.All(events.Where(e => !e.Momentous), e => Assert.Equal(Founding.Value.Grade, e.Grade));
        Assert.Equal((Grade.Deal, EventEffect.Opens), Outcome("regime_falls_open"));
        Assert.Equal((Grade.Nothing, EventEffect.Worse), Outcome("regime_falls_hard"));

        (Grade, EventEffect) Outcome(string name) => (events.Single(e => e.Name == name).Grade, events.Single(e => e.Name == name).Effect);
    }

    [Fact]
    public void In_January_2019_a_European_Union_that_feared_no_deal_more_would_have_opened_one()
    {
        var brexit = Openings(ShippedCase.Brexit, new() { At = "jan_2019" });

        Assert.Equal(("eu.no_deal", "30"), (brexit.TippingPoints[0].Path, brexit.TippingPoints[0].To.ToString()));
        Assert.True(brexit.TippingPoints[0].IsPlausible);
        Assert.Equal(EventEffect.Opens, brexit.Events.Single(e => e.Name == "oct_2019").Effect);
    }

    [Fact]
    public void With_a_deal_at_hand_the_question_is_what_would_close_it()
    {
        var job = Openings(ShippedCase.JobOffer, OverlaySelection.Default);

        Assert.Equal(Grade.Deal, job.Grade);
        Assert.Equal(["candidate.no_deal", "firm.no_deal"], job.TippingPoints.Select(t => t.Path));
        Assert.All(job.TippingPoints, t => Assert.True(t is { Attained: false, LeadsTo: Grade.Nothing }));
        Assert.Empty(job.Pairs);
    }

    private static OpeningsResult Openings(string path, OverlaySelection overlays)
    {
        var model = CaseFile.Read(Path.Combine(RepositoryFolders.Cases, path)).Value!; // shipped cases are without error
        return OpeningsAnalysis.Run(CaseQuestion.Ask(model, overlays).Value!, new()); // as above
    }

    private static PartyAnatomy Refusal(string party, OverlaySelection overlays) =>
        AnatomyAnalysis.Run(ShippedCase.Read(ShippedCase.Founding, overlays).Problem, new()).Parties.Single(p => p.Party == party);

    private static DimensionShare Of(PartyAnatomy anatomy, string dimension) => anatomy.Dimensions.Single(d => d.Dimension == dimension);

    private static string Rounded(Rational value, int decimals) => Math.Round((decimal)(double)value, decimals).ToString(CultureInfo.InvariantCulture);
}
