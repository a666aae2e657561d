using System.Globalization;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Tests.BruteForce;

public class CaseGeneratorTests(ITestOutputHelper output)
{
    private const int Seeds = 500;

    [Fact]
    public void Five_hundred_cases_use_every_feature_and_give_every_verdict()
    {
        Dictionary<string, int> counts = [];
        for (var seed = 0; seed < Seeds; seed++)
        {
            var generated = CaseGenerator.Generate(seed);
            var twin = new TwinCase(generated.Effective, generated.Base);
            foreach (var feature in FeaturesOf(generated, twin).Distinct())
            {
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
            }
        }

        foreach (var (feature, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var share = 100.0 * count / Seeds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature,-40} {count,4} {share,5:0.0} %"));
        }

        string[] verdicts = ["verdict Deal", "verdict Tokens", "verdict Nothing"];
        Assert.All(verdicts, v => Assert.InRange(counts.GetValueOrDefault(v), Seeds / 10, Seeds));
        Assert.DoesNotContain(Expected, f => counts.GetValueOrDefault(f) < Seeds / 100);
    }

    [Fact]
    public void The_same_seed_gives_the_same_case()
    {
        var first = new TwinVerdict(Twin(7));
        var second = new TwinVerdict(Twin(7));

        Assert.Equal(first.Margin, second.Margin);
        Assert.Equal(first.Candidates.Select(c => c.Value), second.Candidates.Select(c => c.Value));
    }

    private static readonly string[] Expected =
    [
        "rule RefusesTradeRule", "rule RatificationRule", "rule PreconditionRule", "rule RedLineRule",
        "rule TogetherRule", "rule FloorRule", "rule not in force", "votes", "ratifier with own bar", "when any",
        "when issue", "when option", "several unlocks", "refused trade bites", "all status quo", "no status quo",
        "mixed status quo", "numeric issue",
        "points", "weights", "delivery single", "delivery channels", "sum parameter", "at once and if delivered",
        "threshold", "threshold zero", "unilateral", "unilateral status quo", "off table", "by one", "by some",
        "by all",
        "needs", "no deal", "min gain", "signatories", "must settle", "comparable", "deal feasible", "deal unavailable",
        "deal incomplete", "overlay", "free option", "joint repair", "tie for witness", "margin exactly zero",
        "margin unbounded", "no candidate", "near miss", "side deal", "blocked from the core", "four negotiators",
    ];

    private static TwinCase Twin(int seed)
    {
        var generated = CaseGenerator.Generate(seed);
        return new(generated.Effective, generated.Base);
    }

    private static IEnumerable<string> FeaturesOf(GeneratedCase generated, TwinCase twin)
    {
        var model = generated.Effective;
        if (!ReferenceEquals(model, generated.Base)) yield return "overlay";
        var options = model.Issues.SelectMany(i => i.Options).ToList();
        var open = model.Issues.Count(i => i.StatusQuo is null);
        yield return open == 0 ? "all status quo" : open == model.Issues.Length ? "no status quo" : "mixed status quo";
        if (model.Issues.Any(i => i.Scale is not null)) yield return "numeric issue";
        if (model.Issues.Any(i => i.OffTable)) yield return "off table";
        yield return model.Parties.Any(p => !p.Weights.IsEmpty) ? "weights" : "points";
        if (options.Any(o => o.Delivery is [{ Name: null }])) yield return "delivery single";
        if (options.Any(o => o.Delivery is [{ Name: not null }, ..])) yield return "delivery channels";
        if (model.Parameters.Any(p => !p.SumOf.IsEmpty)) yield return "sum parameter";
        var times = options.Select(o => o.Effects.Select(e => e.Time).Distinct().Count());
        if (times.Any(t => t == 2)) yield return "at once and if delivered";
        if (twin.Threshold is { } threshold) yield return threshold.IsZero ? "threshold zero" : "threshold";
        if (options.Any(o => o.Unilateral)) yield return "unilateral";
        var holding = model.Issues.SelectMany(i => i.Options.Where(o => o.Name == i.StatusQuo));
        if (holding.Any(o => o.Unilateral)) yield return "unilateral status quo";
        if (options.Any(o => o.By.Length == 1)) yield return "by one";
        if (options.Any(o => o.By.Length > 1)) yield return "by some";
        if (options.Any(o => o.By.Length == 0)) yield return "by all";
        if (options.Any(o => !o.Needs.IsEmpty)) yield return "needs";
        if (model.Negotiators.Any(p => !twin.NoDeal(p.Name).IsZero)) yield return "no deal";
        if (model.Negotiators.Any(p => !twin.MinGain(p.Name).IsZero)) yield return "min gain";
        if (twin.Negotiators.Length == 4) yield return "four negotiators";
        if (model.Signatories is not null) yield return "signatories";
        if (!model.DealMustSettle.IsEmpty) yield return "must settle";
        if (model.UtilitiesComparable) yield return "comparable";
        foreach (var feature in model.Rules.SelectMany(r => FeaturesOf(r, twin))) yield return feature;
        foreach (var feature in AnswersOf(twin)) yield return feature;
    }

    private static IEnumerable<string> FeaturesOf(Rule rule, TwinCase twin)
    {
        yield return rule.InForce ? $"rule {rule.GetType().Name}" : "rule not in force";
        if (rule is PreconditionRule { Unlocks.Length: > 1 }) yield return "several unlocks";
        if (rule is not RatificationRule ratification) yield break;
        var ratifier = twin.PartyNamed(ratification.By);
        if (ratifier.VotesNeeded is not null) yield return "votes";
        if (ratifier.VotesNeeded is null && !twin.MinGain(ratifier.Name).IsZero) yield return "ratifier with own bar";
        if (ratification.When.IsEmpty) yield return "when any";
        if (ratification.When.Any(w => w.Option is null)) yield return "when issue";
        if (ratification.When.Any(w => w.Option is not null)) yield return "when option";
    }

    private static IEnumerable<string> AnswersOf(TwinCase twin)
    {
        var verdict = new TwinVerdict(twin);
        yield return $"verdict {verdict.Grade}";
        if (verdict.HasTokens) yield return $"threshold: verdict {verdict.Grade}";
        else yield return $"no threshold: verdict {verdict.Grade}";
        if (verdict.Tokens.Count > 0) yield return "free option";
        var issuesWithFree = twin.FreeOptions.Select(f => f.Issue).Distinct().Count();
        if (issuesWithFree > verdict.FreeBaseline.Count) yield return "joint repair";
        if (verdict.Candidates.Count == 0) yield return "no candidate";
        else if (verdict.UnreportedMargin is null) yield return "margin unbounded";
        else if (verdict.UnreportedMargin == Rational.Zero) yield return "margin exactly zero";
        if (verdict.Candidates.Count(c => c.Value == verdict.UnreportedMargin) > 1) yield return "tie for witness";
        if (verdict.NearMisses(5).Count > 0) yield return "near miss";
        var lone = verdict.Candidates.Where(c => c.Broken.Count == 1);
        if (lone.Any(c => c.Rows.Exists(r => r is { Kind: RowKind.RefusedTrade, Value.Sign: < 0 })))
        {
            yield return "refused trade bites";
        }

        var deals = new TwinDeals(twin, verdict).All;
        if (deals.Any(d => d.Feasible)) yield return "deal feasible";
        if (deals.Any(d => d.Unavailable.Count > 0)) yield return "deal unavailable";
        if (deals.Any(d => d.LeftUnsettled.Count > 0)) yield return "deal incomplete";
        var coalitions = new TwinCoalitions(twin, verdict);
        if (coalitions.SideDeals.Any(c => c.CouldAgree)) yield return "side deal";
        if (coalitions.InTheCore < verdict.AcceptableCount) yield return "blocked from the core";
        var bargaining = new TwinBargaining(twin, verdict);
        if (bargaining.Frontier().Count > 1) yield return "frontier of several";
        if (new TwinTrade(twin).AllTerms().Any(t => t.Product > 1)) yield return "terms above one";
    }
}
