using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.Overlays;

public class CaseEditTests
{
    private static readonly CaseModel Model = Samples.Read(Samples.Everything);

    [Fact]
    public void Without_a_date_the_last_one_holds()
    {
        Assert.Equal(ModelText.Of(Model), ModelText.Of(CaseEdit.Apply(Model, OverlaySelection.Default).Value));
        Assert.Equal(0.7m, Noise(new OverlaySelection { At = "2018" }));
    }

    [Fact]
    public void What_is_typed_wins_over_every_overlay()
    {
        Assert.Equal(0.4m, Noise(new OverlaySelection { At = "2018", Set = ["noise=0.4"] }));
    }

    [Fact]
    public void Obstacles_come_in_declaration_order_whatever_the_order_of_asking()
    {
        var model = Samples.Read(Samples.Small + "\nobstacles:\n  a: {set: {firm.no_deal: 1}}\n  b: {set: {firm.no_deal: 2}}\n");

        Assert.Equal(2m, CaseEdit.Apply(model, new OverlaySelection { Without = ["b", "a"] }).Value!.Parties[0].NoDeal.Coefficient);
    }

    [Fact]
    public void An_edit_takes_the_source_of_its_overlay()
    {
        var weights = CaseEdit.Apply(Model, new OverlaySelection { Under = "obama" }).Value!.Parties[0].Weights;

        Assert.Equal(["q01", "guess"], weights.Select(w => w.Value.Source));
    }

    [Theory]
    [InlineData("unknown-date", "2017", null, null, null, null, null)]
    [InlineData("unknown-leader", null, "obamma", null, null, null, null)]
    [InlineData("unknown-perception", null, null, "china", null, null, null)]
    [InlineData("unknown-story", null, null, null, "gain", null, null)]
    [InlineData("unknown-event", null, null, null, null, "thaws", null)]
    [InlineData("unknown-obstacle", null, null, null, null, null, "nose")]
    public void An_overlay_that_is_not_declared_is_told(string slug, string? at, string? under, string? seenBy, string? story, string? given, string? without)
    {
        var selection = new OverlaySelection { At = at, Under = under, SeenBy = seenBy, Story = story, Given = given is null ? [] : [given], Without = without is null ? [] : [without] };

        Assert.Equal([slug], CaseEdit.Apply(Model, selection).Diagnostics.Select(d => d.Slug));
    }

    [Fact]
    public void Every_listed_number_can_be_set_at_its_path()
    {
        foreach (var number in CaseNumbers.List(Model).Where(n => n.CanEdit))
        {
            var value = number.Kind == NumberKind.Delivery ? "0.77" : "77";
            var edited = CaseEdit.Apply(Model, new OverlaySelection { At = "2019", Set = [$"{number.Path}={value}"] });
            Assert.True(edited.Value is not null, string.Join('\n', edited.Diagnostics));
            var changed = CaseNumbers.List(edited.Value!).Single(n => n.Path == number.Path);
            Assert.Equal((number.Kind, value), (changed.Kind, changed.Number.Coefficient.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData("us.wieghts.econ=1", "unknown-path")]
    [InlineData("us.weights.ecno=1", "unknown-path")]
    [InlineData("us.votes=1", "wrong-role")]
    [InlineData("trade.open.maduro.geo.x=1", "unknown-path")]
    [InlineData("trade.open.delivery=0.5", "bad-edit")]
    [InlineData("trade.open.at_once.us=5", "bad-edit")]
    [InlineData("trade.close.delivery.control=0.5", "bad-edit")]
    [InlineData("trade.open.delivery.control=5", "bad-probability")]
    [InlineData("trade.status_quo=closed", "unknown-option")]
    [InlineData("trade.title=Trade", "unknown-path")]
    [InlineData("base.off_table=yes", "no-status-quo")]
    [InlineData("r1.in_force=maybe", "unknown-word")]
    [InlineData("noise=1*chorus", "cyclic-parameters")]
    [InlineData("noise", "bad-edit")]
    [InlineData("us.min_gain=-1", "out-of-range")]
    [InlineData("us.no_deal=x", "bad-number")]
    [InlineData("wage.us.x=1", "unknown-path")]
    [InlineData("=1", "bad-edit")]
    [InlineData("...=1", "unknown-path")]
    public void A_wrong_edit_is_told(string edit, string slug)
    {
        var edited = CaseEdit.Apply(Model, new OverlaySelection { Set = [edit] });

        Assert.Null(edited.Value);
        Assert.Equal(slug, Assert.Single(edited.Diagnostics).Slug);
    }

    [Fact]
    public void A_mistake_in_an_overlay_is_told_at_its_place()
    {
        var found = Samples.Findings(Samples.Small + "\nevents: {boom: {set: {firm.no_deel: 1, worker.no_deal: 1 @q9 (2..1)}}}\n");

        Assert.Equal("case.yaml:13:23: error unknown-path: Nothing stands at 'firm.no_deel': 'no_deel' is not there. Did you mean 'no_deal'?", found[0]);
        Assert.StartsWith("case.yaml:13:", found[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_given_model_stays_as_it_is()
    {
        var before = ModelText.Of(Model);

        CaseEdit.Apply(Model, new OverlaySelection { At = "2018", Given = ["thaw"], Without = ["noise"], Set = ["us.no_deal=9"] });

        Assert.Equal(before, ModelText.Of(Model));
    }

    [Fact]
    public void An_edit_may_go_beyond_the_scale_with_a_warning()
    {
        var edited = CaseEdit.Apply(Model, new OverlaySelection { Set = ["trade.close.us.geo=400"] });

        Assert.Equal(["beyond-scale"], edited.Diagnostics.Select(d => d.Slug));
        Assert.Equal(Severity.Warning, edited.Diagnostics[0].Severity);
        Assert.NotNull(edited.Value);
    }

    private static decimal Noise(OverlaySelection selection) =>
        CaseEdit.Apply(Model, selection).Value!.Parameters[0].Value!.Coefficient;
}
