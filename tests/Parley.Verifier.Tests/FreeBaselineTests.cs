using Parley.Cases.Model;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

public class FreeBaselineTests
{
    private static readonly Party[] Two = [Negotiator("us", -5), Negotiator("ru", -5)];

    [Fact]
    public void Without_tokens_nothing_is_free() =>
        Assert.Equal(["none"], Free(Case(Two, [Issue("contact", "none", Option("g20", "us 2", "ru 2"))])));

    [Fact]
    public void A_token_that_its_givers_gain_from_is_free_whatever_the_others_think() =>
        Assert.Equal(["g20"], Free(WithTokens(Issue("contact", "none", Option("g20", "us 2", "ru -9") with { By = ["us"] }))));

    [Theory]
    [InlineData("us 0", "ru 0", 0)]
    [InlineData("us 2", "ru -1", 0)]
    [InlineData("us 2", "ru 2", 15)]
    public void An_option_that_gains_nothing_costs_a_giver_or_is_substantive_is_not_free(string us, string ru, int size) =>
        Assert.Equal(["none"], Free(WithTokens(Issue("contact", "none", Option("g20", us, ru) with { Size = N(size) }))));

    [Fact]
    public void The_free_option_is_the_best_for_the_worst_off_in_shares_of_its_range()
    {
        var options = new[] { Option("tilted", "us 5", "ru 0.5"), Option("even", "us 2", "ru 2"), Option("even_too", "us 2", "ru 2") };

        Assert.Equal(["even"], Free(WithTokens(Issue("contact", "none", options))));
    }

    [Fact]
    public void Ranges_come_from_the_base_case()
    {
        var effective = WithTokens(Issue("contact", "none", Option("tilted", "us 4", "ru 0.9"), Option("even", "us 2", "ru 2")));
        var wide = effective with { Issues = [Issue("contact", "none", Option("huge", "us 1000", "ru 1"))] };

        Assert.Equal(["even"], Free(effective));
        Assert.Equal(["tilted"], Free(effective, wide));
    }

    [Fact]
    public void Tokens_that_break_a_ratifiers_bar_only_together_are_both_reset()
    {
        var issue = (string name) => Issue(name, "none", Option("token", "us 2", "ru 2", "duma -1"));
        var model = WithTokens(issue("one"), issue("two"), Issue("three", "none", Option("token", "us 1", "ru 1"))) with
        {
            Parties = [.. Two, Ratifier("duma", -1)],
            Rules = [new RatificationRule { Name = "law", By = "duma", When = Refs("one.token", "two") }],
        };

        Assert.Equal(["none", "none", "token"], Free(model));
        Assert.Equal(["none", "none", "none"], Free(model with { Rules = [new RatificationRule { Name = "law", By = "duma" }] }));
        Assert.Equal(["token", "token", "token"], Free(model with { Rules = [] }));
    }

    [Fact]
    public void A_token_behind_a_closed_gate_or_a_red_line_is_not_free()
    {
        var model = WithTokens(Issue("contact", "none", Option("g20", "us 2", "ru 2")), Issue("sailors", "held", Option("release", "ru -3")));
        var gate = new PreconditionRule { Name = "gate", Unlocks = Refs("sailors.release"), For = Refs("contact.g20") };

        Assert.Equal(["none", "held"], Free(model with { Rules = [gate] }));
        Assert.Equal(["g20", "held"], Free(model with { Rules = [gate with { Unlocks = Refs("sailors.held") }] }));
        Assert.Equal(["g20", "held"], Free(model with { Rules = [gate with { InForce = false }] }));
        Assert.Equal(["none", "held"], Free(model with { Rules = [new RedLineRule { Name = "line", Party = "us", Never = Refs("contact") }] }));
    }

    [Fact]
    public void Delivery_is_one_less_the_chance_that_every_channel_fails()
    {
        var withdraw = Option("withdraw", "us.geo?100", "us.geo 1") with
        {
            Delivery = [new("willing", N(0.02m)), new("control", N(0.12m)), new("dependence", N(0.10m))],
        };
        var tables = new CaseTables(Case(Two, [Issue("venezuela", "stay", withdraw)]));

        Assert.Equal("2923/125", tables.Values(0, 0)[1].ToString());
    }

    private static CaseModel WithTokens(params Issue[] issues) => Case(Two, issues) with { SubstantiveFrom = N(15) };

    private static string[] Free(CaseModel model, CaseModel? baseModel = null)
    {
        var (tables, ranges) = (new CaseTables(model), new CaseTables(baseModel ?? model));
        var free = FreeBaseline.Of(tables, [.. model.Parties.Select(p => ranges.Range(ranges.Party(p.Name)))]);
        return [.. free.Select((o, i) => model.Issues[i].Options[o].Name)];
    }
}
