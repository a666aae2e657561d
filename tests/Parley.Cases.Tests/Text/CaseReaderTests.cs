using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.Text;

public class CaseReaderTests
{
    private static readonly CaseModel Model = Samples.Read(Samples.Everything);

    [Fact]
    public void The_head_of_a_case_is_read()
    {
        Assert.Equal("everything", Model.Name);
        Assert.Equal("All of it: every key", Model.Title);
        Assert.Equal("2019-05-15", Model.AsOf);
        Assert.Equal("A remark\non two lines\n", Model.Note);
        Assert.Equal(0.3m, Model.DefaultRange);
        Assert.Equal(["trade"], Model.DealMustSettle);
        Assert.True(Model.MoneyTransferable);
        Assert.True(Model.UtilitiesComparable);
        Assert.Equal((1, "us", "russia china"), (Model.Signatories!.AtLeast, Model.Signatories.All[0], string.Join(' ', Model.Signatories.Of)));
    }

    [Fact]
    public void Numbers_are_read_with_parameters_range_and_source()
    {
        var control = Option("trade", "open").Delivery[0].Chance;

        Assert.Equal((0.12m, new NumberRange(0.03m, 0.25m), "q02"), (control.Coefficient, control.Range!.Value, control.Source));
        Assert.Equal(["noise"], Model.Parties[0].NoDeal.Parameters);
        Assert.Equal(0.12m, Model.Parameters[1].Value!.Coefficient);
        Assert.Equal(["noise", "rest"], Model.Parameters[2].SumOf);
        Assert.Equal(new NumberRange(3m, 7m), Option("trade", "close").Effects[0].Amount.Range);
    }

    [Fact]
    public void A_default_range_spares_votes_and_zeros()
    {
        Assert.Equal(new NumberRange(0.42m, 0.78m), Model.Parties[0].Weights[0].Value.Range);
        Assert.Null(Model.Parties.Single(p => p.Name == "hawks").Votes!.Range);
        Assert.Null(Option("base", "80k").Effects[1].Amount.Range);
        Assert.Equal(new NumberRange(-13m, -7m), Option("trade", "open").Effects.Single(e => e.Time == EffectTime.AtOnce && e.Dimension == "econ").Amount.Range);
    }

    [Fact]
    public void A_source_is_inherited_from_the_option()
    {
        Assert.Equal("q02", Option("trade", "open").Size.Source);
        Assert.Equal("guess", Option("trade", "open").Effects.Single(e => e.Time == EffectTime.IfDelivered).Amount.Source);
        Assert.Equal("s1", Model.Parties[0].Weights[0].Value.Source);
    }

    [Fact]
    public void An_unlisted_status_quo_becomes_the_first_option()
    {
        Assert.Equal(["none", "open", "close"], Model.Issues[0].Options.Select(o => o.Name));
        Assert.Equal("none", Model.Issues[0].StatusQuo);
    }

    [Fact]
    public void A_numeric_issue_has_an_option_for_each_step()
    {
        var wage = Model.Issues[2];

        Assert.Equal(["2", "2.5", "3", "3.5", "4", "4.5", "5"], wage.Options.Select(o => o.Name));
        Assert.Equal("3", wage.StatusQuo);
        Assert.Equal("wage=3.5", wage.IdOf("3.5"));
        Assert.Equal([2.5m, 5m], wage.Scale!.Curves[1].Breakpoints.Select(b => b.At));
    }

    [Fact]
    public void Words_that_YAML_would_type_are_text()
    {
        Assert.Equal(["80k", "NO"], Model.Issues[1].Options.Select(o => o.Name));
        Assert.Equal(["2018", "2019"], Model.OverlaysOf(OverlayKind.Date).Select(o => o.Name));
        Assert.False(Model.Issues[1].OffTable);
        Assert.False(Model.Rules[0].InForce);
    }

    [Fact]
    public void Every_kind_of_rule_is_read()
    {
        Assert.Equal(
            ["RefusesTradeRule", "RatificationRule", "RatificationRule", "PreconditionRule", "RedLineRule", "TogetherRule", "FloorRule"],
            Model.Rules.Select(r => r.GetType().Name));
        Assert.Empty(((RatificationRule)Model.Rules[1]).When);
        Assert.Null(((RatificationRule)Model.Rules[2]).When[1].Option);
        Assert.Equal("3.5", ((PreconditionRule)Model.Rules[3]).For[1].Option);
    }

    [Fact]
    public void Overlays_come_kind_by_kind_in_declaration_order() =>
        Assert.Equal(
            ["Date 2018", "Date 2019", "Leader obama", "Perception us", "Story gains", "Event thaw", "Obstacle noise"],
            Model.Overlays.Select(o => $"{o.Kind} {o.Name}"));

    [Fact]
    public void Every_number_knows_its_place_in_the_text()
    {
        var lines = Samples.Everything.ReplaceLineEndings("\n").Split('\n');
        foreach (var number in CaseNumbers.List(Model))
        {
            var span = number.Number.Span;
            var written = lines[span.Line - 1].Substring(span.Column - 1, span.Length);
            Assert.Equal(written, Samples.Everything.ReplaceLineEndings("\n").Substring(span.Offset, span.Length));
            Assert.Contains(written[..1], "-0123456789", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_change_nothing()
    {
        var unix = Samples.Everything.ReplaceLineEndings("\n");
        var expected = ModelText.Of(Samples.Read(unix));

        Assert.Equal(expected, ModelText.Of(Samples.Read("\uFEFF" + unix.ReplaceLineEndings("\r\n"))));
        Assert.Equal(expected, ModelText.Of(Samples.Read(unix.ReplaceLineEndings("\r"))));
    }

    [Fact]
    public void Block_and_flow_form_read_alike()
    {
        const string block = """
            case: small
            parties:
              firm:
                no_deal: "45"
              worker:
                no_deal: '50'
            issues:
              salary:
                low:
                  firm: 40
                  worker: 0
                high: {"firm": 0, worker: 40}
              start:
                status_quo: june
                june:
                may:
                  by:
                    - firm
                  firm: -5
                  worker: 10
            """;

        Assert.Equal(ModelText.Of(Samples.Read(Samples.Small)), ModelText.Of(Samples.Read(block)));
    }

    [Fact]
    public void Many_errors_come_at_once_in_the_order_of_the_text()
    {
        const string text = """
            case: many
            title: Iran: the deal
            parties:
              us: {wieghts: {security: 1}, no_deal: 1,000}
              iran: {no_deal: @guess}
            issues:
              a:
                b:1
                c: {us: 0,5}
                d: {iram: 3}
            deals: {e: {a: f}}
            """;

        var found = CaseReader.Read("case.yaml", text);

        Assert.Null(found.Value);
        Assert.Equal(
            ["colon-in-text 2", "unknown-key 4", "bad-number 4", "no-number 5", "missing-space 8", "decimal-comma 9", "unknown-key 10", "unknown-option 11"],
            found.Errors.Select(d => $"{d.Slug} {d.Span.Line}").Where(d => !d.StartsWith("wrong-shape", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_message_asks_for_one_fix()
    {
        var found = Assert.Single(Samples.Findings(Samples.Small.Replace("worker: 40", "wroker: 40", StringComparison.Ordinal)));

        Assert.Equal("case.yaml:8:21: error unknown-key: 'wroker' is not a key of 'salary.high'. Did you mean 'worker'?", found);
    }

    [Fact]
    public void Warnings_leave_the_case_usable()
    {
        var read = CaseReader.Read("case.yaml", Samples.Small.Replace("case: small", "case: small\nnote: item #3", StringComparison.Ordinal));

        Assert.NotNull(read.Value);
        Assert.Equal([Severity.Warning], read.Diagnostics.Select(d => d.Severity));
    }

    private static Option Option(string issue, string name) =>
        Model.Issues.Single(i => i.Name == issue).Options.Single(o => o.Name == name);
}
