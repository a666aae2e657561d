using Parley.Cases.Model;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

/// <summary>Splits: what each side may take for granted, and that the sides leave nothing out.</summary>
public partial class CertificateCheckTests
{
    private const string TradeProof = """
        { "rule": "no_geo_for_econ",
          "notTriggered": { "rows": [ { "notTriggered": "no_geo_for_econ", "times": "2" }, { "consent": "us", "times": "1" }, { "candidate": "", "times": "9" } ] },
          "triggered": { "rows": [ { "rule": "no_geo_for_econ", "times": "1" }, { "triggered": "no_geo_for_econ", "times": "1" } ] } }
        """;

    private const string VoteProof = """
        { "votes": "vote", "notTriggered": null, "coalitions": [
          { "members": ["left", "centre"], "then": { "rows": [ { "bloc": "centre", "times": "1" } ] } },
          { "members": ["left", "right"], "then": { "rows": [ { "bloc": "left", "times": "1" }, { "bloc": "right", "times": "1" } ] } } ] }
        """;

    private const string QuorumProof = """
        { "signatories": [
          { "members": ["us", "iran"], "then": { "rows": [ { "consent": "iran", "times": "1" } ] } },
          { "members": ["us", "e3"], "then": { "rows": [ { "consent": "e3", "times": "1" } ] } } ] }
        """;

    private static CaseModel Trade(decimal lossInGeo = 30) => Case(
        [Negotiator("us"), Negotiator("ru")],
        [
            Issue("ukraine", "stay", Option("withdraw", $"ru.geo -{lossInGeo}", "us.geo 50")),
            Issue("sanctions", "on", Option("lifted", "ru.econ 40", "us.econ -10")),
        ],
        new RefusesTradeRule { Name = "no_geo_for_econ", Party = "ru", Gives = "geo", Gets = "econ", Tolerance = N(1) });

    private static CaseModel Vote(decimal needed = 60) => Case(
        [
            Negotiator("uk"), Negotiator("eu"), Ratifier("commons", votesNeeded: needed),
            Bloc("left", "commons", 50, 1), Bloc("centre", "commons", 30, 1), Bloc("right", "commons", 20, 1),
        ],
        [Issue("border", null, Option("hard", "left 9", "right -9"), Option("soft", "left -9", "right 9"))],
        new RatificationRule { Name = "vote", By = "commons", When = Refs("border") });

    private static CaseModel Quorum() => Case(
        [Negotiator("us"), Negotiator("iran", 1), Negotiator("e3", 1)],
        [Issue("cap", null, Option("low", "us 1"), Option("high", "us 2"))]) with
    {
        Signatories = new(["us"], 1, ["iran", "e3"], Cases.Diagnostics.SourceSpan.None),
    };

    private static CaseModel Listed(Rule rule) => Case(
        [Negotiator("us"), Negotiator("ru")],
        [
            Issue("sailors", "held", Option("release", "us 4", "ru -3")),
            Issue("contact", "none", Option("g20", "us -1", "ru 2"), Option("summit", "us -2", "ru 1")),
        ],
        rule);

    [Fact]
    public void A_refused_trade_is_refuted_on_both_sides()
    {
        Holds(Trade(), TradeProof);
        Assert.Equal(2, Check(Trade(), TradeProof).LeavesChecked);
        Refused(NotInForce(Trade()), TradeProof, "no rule 'no_geo_for_econ' is in force");
    }

    [Theory]
    [InlineData("""{ "triggered": "no_geo_for_econ", "times": "1" }""", """{ "triggered": "no_geo_for_econ", "times": "0" }""", "do not contradict")]
    [InlineData("""{ "consent": "us", "times": "1" }""", """{ "consent": "us", "times": "1/10" }""", "do not contradict")]
    [InlineData("""{ "candidate": "", "times": "9" }""", """{ "candidate": "", "times": "0" }""", "do not contradict")]
    [InlineData("""[ { "notTriggered": """, """[ { "triggered": """, "no split above asserts it")]
    [InlineData("""[ { "rule": """, """[ { "notTriggered": """, "no split above asserts it")]
    [InlineData("""[ { "notTriggered": """, """[ { "rule": """, "need not be triggered here")]
    public void A_damaged_proof_of_a_refused_trade_is_refused(string whole, string damaged, string because)
    {
        Assert.Contains(whole, TradeProof, StringComparison.Ordinal);
        Refused(Trade(), TradeProof.Replace(whole, damaged, StringComparison.Ordinal), because);
    }

    [Fact]
    public void Its_rows_may_not_be_used_above_the_split() =>
        Refused(Trade(), Rows(("rule", "no_geo_for_econ", "1"), ("consent", "us", "1")), "need not be triggered");

    [Fact]
    public void A_refused_trade_that_cannot_be_triggered_needs_no_proof_for_that_side()
    {
        const string OneSide = """
            { "rule": "no_geo_for_econ", "notTriggered": { "rows": [ { "consent": "us", "times": "1" } ] } }
            """;

        Refused(Trade(1), OneSide, "do not contradict");
        Refused(Trade(1.5m), OneSide, "missing but possible");
    }

    [Theory]
    [InlineData("""{ "rule": "gate", "notTriggered": NOT, "triggered": { "rows": [ { "consent": "ru", "times": "1" } ] } }""", true)]
    [InlineData("""{ "rule": "gate", "notTriggered": NOT, "triggered": { "empty": "sailors" } }""", false)]
    [InlineData("""{ "rule": "gate", "notTriggered": NOT }""", false)]
    public void A_triggered_precondition_leaves_only_what_unlocks_it(string proof, bool holds)
    {
        var model = Listed(new PreconditionRule { Name = "gate", Unlocks = Refs("sailors.release"), For = Refs("contact") });
        var not = """{ "rows": [ { "consent": "ru", "times": "1" }, { "candidate": "", "times": "1" } ] }""";

        Assert.Equal(holds, Check(model, proof.Replace("NOT", not, StringComparison.Ordinal)).Holds);
    }

    [Fact]
    public void Several_unlocks_of_one_issue_are_all_kept_and_those_of_two_issues_narrow_nothing()
    {
        var rule = new PreconditionRule { Name = "gate", Unlocks = Refs("contact.g20", "contact.summit"), For = Refs("sailors.release") };
        var proof = """
            { "rule": "gate", "notTriggered": { "rows": [ { "consent": "us", "times": "1" }, { "candidate": "", "times": "1/2" } ] },
              "triggered": { "issue": "contact", "parts": [
                { "options": ["contact.g20", "contact.none"], "then": { "rows": [ { "consent": "ru", "times": "1" } ] } },
                { "options": ["contact.summit"], "then": { "rows": [ { "consent": "ru", "times": "1" } ] } } ] } }
            """;

        Holds(Listed(rule), proof);
        Holds(Listed(rule), proof.Replace("""["contact.g20", "contact.none"]""", """["contact.g20"]""", StringComparison.Ordinal));
        Refused(
            Listed(rule with { Unlocks = Refs("contact.g20", "sailors.release") }),
            proof.Replace("""["contact.g20", "contact.none"]""", """["contact.g20"]""", StringComparison.Ordinal),
            "the split leaves out 'contact.none'");
    }

    [Fact]
    public void A_triggered_precondition_may_be_used_as_a_row()
    {
        var rule = new PreconditionRule { Name = "gate", Unlocks = Refs("contact.g20", "sailors.release"), For = Refs("contact.summit") };
        var model = Listed(rule) with { DealMustSettle = ["contact"] };
        const string Gate = """{ "rule": "gate", "notTriggered": NOT, "triggered": { "rows": [ { "rule": "gate", "times": "4" }, { "consent": "ru", "times": "1" } ] } }""";
        const string Not = """{ "rows": [ { "consent": "us", "times": "1" }, { "consent": "ru", "times": "4/3" } ] }""";
        const string Used = """{ "rows": [ { "rule": "gate", "times": "1" } ] }""";

        Refused(model, Used, "need not be triggered here");
        Refused(model, Gate.Replace("NOT", Used, StringComparison.Ordinal), "need not be triggered here");
        Refused(model, Gate.Replace("NOT", Not, StringComparison.Ordinal), "do not contradict");
        Assert.False(Check(model with { Issues = [model.Issues[0] with { OffTable = true }, model.Issues[1]] }, Used).Holds);
        Holds(
            model with { Issues = [model.Issues[0] with { OffTable = true }, model.Issues[1]] },
            """
            { "issue": "contact", "parts": [
              { "options": ["contact.summit"], "then": { "rule": "gate", "triggered": { "rows": [ { "rule": "gate", "times": "1" } ] } } },
              { "options": ["contact.g20"], "then": { "rows": [ { "consent": "us", "times": "1" } ] } } ] }
            """);
    }

    [Fact]
    public void A_red_line_needs_no_proof_for_its_triggered_side()
    {
        var model = Listed(new RedLineRule { Name = "line", Party = "us", Never = Refs("contact") });
        const string Rest = """{ "rows": [ { "consent": "ru", "times": "1" }, { "candidate": "", "times": "1" } ] }""";

        Holds(model, $$"""{ "rule": "line", "notTriggered": {{Rest}}, "triggered": null }""");
        Holds(model, $$"""{ "rule": "line", "notTriggered": {{Rest}}, "triggered": { "empty": "contact" } }""");
        Refused(model, Rest, "do not contradict");
        Refused(NotInForce(model), $$"""{ "rule": "line", "notTriggered": {{Rest}} }""", "no rule 'line'");
        Refused(model, """{ "rule": "line", "triggered": null }""", "missing but possible");
    }

    [Fact]
    public void Options_that_come_together_are_imposed_together()
    {
        var model = Listed(new TogetherRule { Name = "swap", Options = Refs("sailors.release", "contact.g20") });
        const string Together = """{ "rows": [ { "consent": "ru", "times": "1" } ] }""";
        const string Apart = """{ "rows": [ { "consent": "us", "times": "1" }, { "candidate": "", "times": "1" } ] }""";

        Holds(model, $$"""{ "rule": "swap", "notTriggered": {{Apart}}, "triggered": {{Together}} }""");
        Refused(model, $$"""{ "rule": "swap", "notTriggered": {{Together}}, "triggered": {{Together}} }""", "swap not triggered");
        Refused(model, $$"""{ "rule": "swap", "notTriggered": {{Apart}}, "triggered": {{Apart}} }""", "swap triggered");

        var impossible = Listed(new TogetherRule { Name = "swap", Options = Refs("contact.summit", "contact.g20") });
        const string ReleaseOnly = """{ "rows": [ { "consent": "ru", "times": "1" }, { "candidate": "", "times": "1" } ] }""";
        Holds(impossible, $$"""{ "rule": "swap", "notTriggered": {{ReleaseOnly}}, "triggered": { "empty": "contact" } }""");
        Holds(impossible, $$"""{ "rule": "swap", "notTriggered": {{ReleaseOnly}} }""");
    }

    [Fact]
    public void A_vote_is_refuted_coalition_by_coalition()
    {
        Holds(Vote(), VoteProof);
        Refused(Vote(50), VoteProof, "the winning coalition {left} contains none");
        Refused(Vote(0), VoteProof, "the winning coalition {} contains none");
        Holds(Vote(101), """{ "votes": "vote", "coalitions": [] }""");
        Refused(Vote(100), """{ "votes": "vote", "coalitions": [] }""", "{left, centre, right}");
    }

    [Theory]
    [InlineData("[\"left\", \"centre\"]", "[\"left\", \"centre\", \"right\"]", "winning coalition {left, centre}")]
    [InlineData("[\"left\", \"right\"]", "[\"left\", \"uk\"]", "winning coalition {left, right}")]
    [InlineData("\"bloc\": \"centre\"", "\"bloc\": \"right\"", "no split above asserts that it consents")]
    [InlineData("\"bloc\": \"right\", \"times\": \"1\"", "\"bloc\": \"right\", \"times\": \"0\"", "do not contradict")]
    [InlineData("\"bloc\": \"centre\"", "\"rule\": \"vote\"", "the rule has no row")]
    public void A_damaged_proof_of_a_vote_is_refused(string whole, string damaged, string because)
    {
        Assert.Contains(whole, VoteProof, StringComparison.Ordinal);
        Refused(Vote(), VoteProof.Replace(whole, damaged, StringComparison.Ordinal), because);
    }

    [Fact]
    public void A_vote_that_is_not_needed_for_every_deal_needs_both_sides()
    {
        var model = Vote();
        model = model with { Rules = [new RatificationRule { Name = "vote", By = "commons", When = Refs("border.hard") }] };

        Refused(model, VoteProof, "'vote not triggered' is missing but possible");
    }

    [Fact]
    public void Signatories_are_refuted_set_by_set()
    {
        Holds(Quorum(), QuorumProof);
        Refused(Quorum(), Rows(("consent", "iran", "1")), "not settled yet");
        Refused(Quorum(), QuorumProof.Replace("\"consent\": \"e3\"", "\"consent\": \"iran\"", StringComparison.Ordinal), "it need not sign here");
        Refused(Quorum(), QuorumProof.Replace("[\"us\", \"e3\"]", "[\"us\", \"iran\", \"e3\"]", StringComparison.Ordinal), "{us, e3}");
        Refused(Quorum(), QuorumProof.Replace("[\"us\", \"e3\"]", "[\"us\", \"moon\"]", StringComparison.Ordinal), "{us, e3}");
    }

    [Theory]
    [InlineData("""["salary.80k"]""", """["salary.90k"]""", true, "")]
    [InlineData("""["salary.80k"]""", """[]""", false, "leaves out 'salary.90k'")]
    [InlineData("""["salary.80k", "salary.90k"]""", """["salary.90k"]""", false, "twice")]
    [InlineData("""["salary.80k"]""", """["salary.90k", "salary.70k"]""", false, "'salary.70k' is no option")]
    [InlineData("""["salary.80k", "salary.90k"]""", """[]""", true, "")]
    public void The_parts_of_an_issue_cover_it_and_do_not_overlap(string first, string second, bool holds, string because)
    {
        var tree = $$"""
            { "issue": "salary", "parts": [ { "options": {{first}}, "then": {{JobProof}} }, { "options": {{second}}, "then": {{JobProof}} } ] }
            """;

        if (holds) Holds(JobOffer(), tree);
        else Refused(JobOffer(), tree, because);
    }

    [Fact]
    public void Splits_may_be_repeated_and_options_already_gone_may_be_listed()
    {
        var inner = $$"""
            { "issue": "salary", "parts": [
              { "options": ["salary.90k"], "then": { "empty": "salary" } }, { "options": ["salary.80k"], "then": {{JobProof}} } ] }
            """;

        Holds(JobOffer(), $$"""
            { "issue": "salary", "parts": [ { "options": ["salary.80k"], "then": {{inner}} }, { "options": ["salary.90k"], "then": {{JobProof}} } ] }
            """);
    }

    [Fact]
    public void An_issue_with_an_option_left_is_not_empty()
    {
        Refused(JobOffer(), """{ "empty": "salary" }""", "still has the option '80k'");
        Refused(JobOffer(), """{ "empty": "weather" }""", "no issue 'weather'");
    }

    [Fact]
    public void Moves_that_are_unilateral_or_off_the_table_are_no_terms()
    {
        var model = Listed(new RedLineRule { Name = "line", Party = "us", Never = Refs("contact") });
        var (sailors, contact) = (model.Issues[0], model.Issues[1]);
        var threat = sailors with { Options = [.. sailors.Options.Select(o => o.Name == "release" ? o with { Unilateral = true } : o)] };

        Holds(model with { Issues = [threat, contact with { OffTable = true }] }, Rows(("candidate", "", "1")));
        Refused(model with { Issues = [sailors, contact with { OffTable = true }] }, Rows(("candidate", "", "1")), "do not contradict");
        Refused(model with { Issues = [threat, contact] }, Rows(("candidate", "", "1")), "do not contradict");
    }

    [Fact]
    public void A_refusal_names_the_node()
    {
        var outcome = Check(Trade(), TradeProof.Replace("\"triggered\": \"no_geo_for_econ\", \"times\": \"1\"", "\"consent\": \"moon\", \"times\": \"1\"", StringComparison.Ordinal));

        Assert.StartsWith("At root / no_geo_for_econ triggered: the consent of 'moon'", outcome.Refusal, StringComparison.Ordinal);
    }
}
