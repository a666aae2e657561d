using System.Numerics;
using Parley.Cases.Model;
using static Parley.Verifier.Tests.Build;

namespace Parley.Verifier.Tests;

/// <summary>Leaves: which mixes of rows refute, and which rows may be used where.</summary>
public partial class CertificateCheckTests
{
    private const string JobProof = """{ "rows": [ { "consent": "firm", "times": "1" }, { "consent": "candidate", "times": "1" } ] }""";

    // Packages (firm, candidate): (50,10) (40,20) (30,25) (20,35); the best sum is 60 and 65 is needed.
    private static CaseModel JobOffer(decimal firm = 45, decimal candidate = 20) => Case(
        [Negotiator("firm", firm), Negotiator("candidate", candidate)],
        [
            Issue("salary", null, Option("80k", "firm 40", "candidate 10"), Option("90k", "firm 20", "candidate 25")),
            Issue("start", null, Option("now", "firm 10"), Option("later", "candidate 10")),
        ]);

    [Fact]
    public void Two_consents_that_ask_for_more_than_there_is_refute_a_deal()
    {
        Holds(JobOffer(), JobProof);
        Assert.Equal(1, Check(JobOffer(), JobProof).LeavesChecked);
    }

    [Theory]
    [InlineData("1/2", "1/2")]
    [InlineData("1000/3", "1001/3")]
    [InlineData("+7", "7")]
    public void Any_multipliers_that_refute_are_accepted(string firm, string candidate) =>
        Holds(JobOffer(), Rows(("consent", "firm", firm), ("consent", "candidate", candidate)));

    [Fact]
    public void Huge_multipliers_are_accepted()
    {
        var huge = BigInteger.Pow(10, 3000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Holds(JobOffer(), Rows(("consent", "firm", huge), ("consent", "candidate", huge)));
    }

    [Fact]
    public void A_row_listed_twice_counts_twice() => Holds(
        JobOffer(),
        Rows(("consent", "firm", "1"), ("consent", "candidate", "2"), ("consent", "firm", "1"), ("consent", "candidate", "0")));

    [Theory]
    [InlineData("1", "0")]
    [InlineData("0", "1")]
    [InlineData("1", "1/2")]
    public void Multipliers_under_which_some_package_passes_are_refused(string firm, string candidate) =>
        Refused(JobOffer(), Rows(("consent", "firm", firm), ("consent", "candidate", candidate)), "do not contradict");

    [Fact]
    public void An_equality_is_no_refutation()
    {
        Holds(JobOffer(45, 15.0001m), JobProof);
        Refused(JobOffer(45, 15), JobProof, "the best left reaches 60 and 60 is needed");
    }

    [Fact]
    public void All_multipliers_zero_are_refused() => Refused(JobOffer(), Rows(("consent", "firm", "0")), "all multipliers are 0");

    [Fact]
    public void A_leaf_without_rows_is_refused() => Refused(JobOffer(), """{ "rows": [] }""", "all multipliers are 0");

    [Theory]
    [InlineData("-1")]
    [InlineData("-1/3")]
    public void A_negative_multiplier_is_refused(string times) =>
        Refused(JobOffer(), Rows(("consent", "firm", "1"), ("consent", "candidate", times)), "negative");

    [Fact]
    public void A_case_with_a_deal_refuses_the_same_certificate() => Refused(JobOffer(40, 20), JobProof, "do not contradict");

    [Fact]
    public void Minimum_gains_count_toward_the_bar()
    {
        var model = JobOffer(45, 15);
        Holds(model with { Parties = [model.Parties[0] with { MinGain = N(0.5m) }, model.Parties[1]] }, JobProof);
    }

    [Fact]
    public void A_floor_may_be_used_without_a_split()
    {
        var model = Case(
            [Negotiator("us"), Negotiator("ru")],
            [Issue("bases", "stay", Option("leave", "ru.geo -30", "us 5"))],
            new FloorRule { Name = "keep", Party = "ru", Dimension = "geo", Tolerance = N(2) });
        const string Proof = """{ "rows": [ { "rule": "keep", "times": "1" }, { "candidate": "", "times": "3" } ] }""";

        Holds(model, Proof);
        Refused(model, """{ "rows": [ { "rule": "keep", "times": "1" } ] }""", "do not contradict");
        Refused(model, """{ "rows": [ { "rule": "keep", "times": "1" }, { "candidate": "", "times": "2" } ] }""", "do not contradict");
        Refused(NotInForce(model), Proof, "no such rule is in force");
    }

    [Fact]
    public void A_ratification_of_every_deal_may_be_used_without_a_split()
    {
        var model = Case(
            [Negotiator("us"), Negotiator("ru"), Ratifier("duma", 3)],
            [Issue("bases", "stay", Option("leave", "ru 5", "us 5", "duma 2"))],
            new RatificationRule { Name = "consent_law", By = "duma" });

        Holds(model, """{ "rows": [ { "rule": "consent_law", "times": "1" } ] }""");
        Holds(model, """{ "rule": "consent_law", "notTriggered": null, "triggered": { "rows": [ { "rule": "consent_law", "times": "2/7" } ] } }""");
    }

    [Fact]
    public void A_listed_ratification_may_not_be_used_before_its_split()
    {
        var model = Case(
            [Negotiator("us"), Negotiator("ru"), Ratifier("duma", 3)],
            [Issue("bases", "stay", Option("leave", "ru 5", "us 5", "duma 2")), Issue("gas", "off", Option("on", "us -1", "ru -1"))],
            new RatificationRule { Name = "consent_law", By = "duma", When = Refs("bases.leave") });
        const string Left = """{ "rows": [ { "consent": "us", "times": "1" }, { "candidate": "", "times": "1/2" } ] }""";

        Refused(model, """{ "rows": [ { "rule": "consent_law", "times": "1" } ] }""", "need not be triggered");
        Holds(model, $$"""{ "rule": "consent_law", "notTriggered": {{Left}}, "triggered": { "rows": [ { "rule": "consent_law", "times": "1" } ] } }""");
        Refused(model, $$"""{ "rule": "consent_law", "triggered": { "rows": [ { "rule": "consent_law", "times": "1" } ] } }""", "missing but possible");
        Refused(model, $$"""{ "rule": "consent_law", "notTriggered": {{Left}} }""", "missing but possible");
    }

    [Theory]
    [InlineData("consent", "moon", "no negotiator")]
    [InlineData("bloc", "moon", "no split above")]
    [InlineData("rule", "moon", "no such rule")]
    [InlineData("triggered", "moon", "no such rule")]
    [InlineData("candidate", "moon", "it has no name")]
    public void A_row_of_nobody_is_refused(string kind, string name, string because) =>
        Refused(JobOffer(), Rows((kind, name, "1")), because);

    [Fact]
    public void An_issue_that_a_deal_must_settle_loses_its_status_quo()
    {
        var model = Case(
            [Negotiator("us"), Negotiator("ru")],
            [Issue("bases", "stay", Option("leave", "ru -5")), Issue("gas", "off", Option("on", "us 1", "ru 1"))]);
        const string Proof = """{ "rows": [ { "consent": "ru", "times": "1" } ] }""";

        Refused(model, Proof, "do not contradict");
        Holds(model with { DealMustSettle = ["bases"] }, Proof);
    }

    [Fact]
    public void Consent_may_not_be_used_where_a_candidate_can_do_without_it()
    {
        var model = Case(
            [Negotiator("a"), Negotiator("b"), Negotiator("c")],
            [
                Issue("pact", "none", Option("signed", "a -1", "b 5", "c -9") with { Needs = ["a", "b"] }),
                Issue("trade", "none", Option("open", "a -1", "b 5", "c -9")),
            ]);

        Holds(model, Rows(("consent", "a", "2"), ("candidate", "", "1")));
        Refused(model, Rows(("consent", "c", "1"), ("candidate", "", "1")), "a candidate is left that does not need it");
        Holds(model, """
            { "rule": "c",
              "triggered": { "rows": [ { "consent": "c", "times": "1" } ] },
              "notTriggered": { "rows": [ { "consent": "a", "times": "2" }, { "candidate": "", "times": "1" } ] } }
            """);
        Refused(model, """{ "rule": "c", "triggered": { "rows": [ { "consent": "c", "times": "1" } ] } }""", "missing but possible");
        Refused(model, """{ "rule": "c", "notTriggered": { "rows": [ { "consent": "a", "times": "2" }, { "candidate": "", "times": "1" } ] } }""", "missing but possible");
        Holds(model, """{ "rule": "a", "triggered": { "rows": [ { "consent": "a", "times": "2" }, { "candidate": "", "times": "1" } ] }, "notTriggered": { "rows": [ { "candidate": "", "times": "1" } ] } }""");
        Holds(model, """
            { "issue": "trade", "parts": [
              { "options": ["trade.open"], "then": { "rows": [ { "consent": "c", "times": "1" } ] } },
              { "options": ["trade.none"], "then": { "rows": [ { "consent": "a", "times": "2" }, { "candidate": "", "times": "1" } ] } } ] }
            """);
    }

    [Fact]
    public void A_numeric_issue_is_valued_between_its_breakpoints()
    {
        var wage = new Issue
        {
            Name = "wage",
            Options = [.. new[] { 2m, 3.5m, 5m }.Select(at => new Option { Name = at.ToString(System.Globalization.CultureInfo.InvariantCulture), At = at })],
            Scale = new(2, 5, 1.5m, [
                new("firm", [new(2, N(0)), new(5, N(-36))]),
                new("union", [new(2, N(-20)), new(5, N(16))])]),
        };
        const string Proof = """
            { "issue": "wage", "parts": [
              { "options": ["wage=2"], "then": { "rows": [ { "consent": "union", "times": "1" } ] } },
              { "options": ["wage=3.5", "wage=5"], "then": { "rows": [ { "consent": "firm", "times": "1" } ] } } ] }
            """;

        Holds(Case([Negotiator("firm", -17.99m), Negotiator("union", -19)], [wage]), Proof);
        Refused(Case([Negotiator("firm", -18m), Negotiator("union", -19)], [wage]), Proof, "{wage=3.5, wage=5}");
    }

    private static string Rows(params (string Kind, string Name, string Times)[] rows) =>
        $$"""{ "rows": [ {{string.Join(", ", rows.Select(r => $$"""{ "{{r.Kind}}": "{{r.Name}}", "times": "{{r.Times}}" }"""))}} ] }""";

    private static CaseModel NotInForce(CaseModel model) => model with { Rules = [.. model.Rules.Select(r => r with { InForce = false })] };
}
