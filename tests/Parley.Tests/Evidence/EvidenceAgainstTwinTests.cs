using Parley.Agenda;
using Parley.Beliefs;
using Parley.Cases.Evidence;
using Parley.Hypotheses;
using Parley.Kernels.Exact;
using Parley.Ledger;
using Parley.Tests.Claims;
using Parley.Tests.Shared;

namespace Parley.Tests.Evidence;

/// <summary>The evidence side against slow, obvious twins on evidence made at random.</summary>
public class EvidenceAgainstTwinTests
{
    private static readonly int Cases = Soak.Times(5_000);
    private const double Near = 1e-9;

    private const string Stories = """
        case: trade
        parties: {a: {}, b: {}}
        issues: {price: {low: {a: 1, b: 1}}}
        stories: {x: {set: {}}, y: {set: {a.no_deal: 1}}, z: {set: {a.no_deal: 2}}}
        claims:

        """;

    [Fact]
    public void Beliefs_are_the_odds_multiplied()
    {
        var random = new Random(62);
        for (var k = 0; k < Cases; k++)
        {
            var evidence = GeneratedEvidence.Make(random);

            foreach (var belief in BeliefPooling.Run(evidence, null, TestContext.Current.CancellationToken).Beliefs)
            {
                var reports = evidence.Reports.Where(r => r.About == belief.About).ToList();
                var (odds, plus, minus) = Odds(evidence, reports, r => r.Chain);
                Assert.Equal((odds / (odds + 1)).ToDouble(), belief.Chance, Near);
                Assert.Equal(Math.Min(Math.Log(plus.ToDouble()), Math.Log(minus.ToDouble())) > 0.4, belief.IsContested);
                Assert.Equal(reports.Select(r => r.Chain[^1]).ToHashSet().Count == 1, belief.IsSingleSourced);
                var firsts = reports.Select(r => r.Chain[0]).ToHashSet();
                Assert.Equal(firsts.Count == 1 && reports.Exists(r => r.Chain.Length > 1), belief.Narrator is not null);
                if (belief.NarratedChance is not { } narrated) continue;
                var (apart, _, _) = Odds(evidence, reports, r => r.Chain.Length > 1 ? r.Chain[1..] : r.Chain);
                var trust = (Rational)evidence.Speakers.Single(s => s.Name == belief.Narrator).Reliability;
                Assert.Equal((trust * (apart / (apart + 1)) + (1 - trust) / 2).ToDouble(), narrated, Near);
            }
        }
    }

    [Fact]
    public void A_number_is_attributed_to_those_whose_reports_cite_the_same()
    {
        var random = new Random(51);
        string?[] cited = [null, "q1", "q2", "letter"];
        for (var k = 0; k < Cases; k++)
        {
            var made = GeneratedEvidence.Make(random);
            var evidence = made with
            {
                Reports = [.. made.Reports.Select(r => r with { Source = cited[random.Next(4)] })],
                Observations = [.. made.Observations.Select(o => o with { Source = cited[random.Next(4)] })],
            };

            var all = Attribution.All(evidence);

            foreach (var source in new[] { "q1", "q2", "letter" })
            {
                var chains = new List<(string Chain, Bias Bias, Rational Fidelity)>();
                foreach (var report in evidence.Reports)
                    if (report.Source == source) Note(report.Chain, report.Bias);
                foreach (var seen in evidence.Observations)
                    if (seen.Source == source && seen.Chain.Length > 0) Note(seen.Chain, seen.Bias);
                Assert.Equal(chains.Count > 0, all.ContainsKey(source));
                if (chains.Count == 0) continue;
                Assert.Equal(chains, all[source].Chains.Select(c => (string.Join(' ', c.Chain), c.Bias, (Rational)c.Fidelity)));
                var interested = chains.TrueForAll(c => c.Bias == Bias.SelfServing) && chains.Select(c => c.Chain.Split(' ')[^1]).Distinct().Count() == 1;
                Assert.Equal(interested, all[source].RestsOnInterest);

                void Note(IEnumerable<string> chain, Bias bias)
                {
                    var entry = (string.Join(' ', chain), bias, Fidelity(evidence, chain, bias));
                    if (!chains.Contains(entry)) chains.Add(entry);
                }
            }
        }
    }

    // The odds for, exactly, and what each side multiplies them by.
    private static (Rational Odds, Rational Plus, Rational Minus) Odds(CaseEvidence evidence, List<Report> reports, Func<Report, IEnumerable<string>> chainOf)
    {
        var (plus, minus) = (Rational.One, Rational.One);
        foreach (var side in reports.GroupBy(r => (r.Chain[^1], r.Asserts)))
        {
            var best = side.Max(r => Fidelity(evidence, chainOf(r), r.Bias));
            var factor = (1 + best) / (1 - best);
            if (side.Key.Asserts) plus *= factor;
            else minus *= factor;
        }

        return (plus / minus, plus, minus);
    }

    private static Rational Fidelity(CaseEvidence evidence, IEnumerable<string> chain, Bias bias)
    {
        var product = bias == Bias.SelfServing ? (Rational)0.6m : bias == Bias.AgainstInterest ? (Rational)1.2m : 1;
        foreach (var name in chain) product *= (Rational)evidence.Speakers.Single(s => s.Name == name).Reliability;
        return product > (Rational)0.95m ? (Rational)0.95m : product;
    }

    [Fact]
    public void A_ritual_is_what_recurs_times_what_does_not_move()
    {
        var random = new Random(59);
        for (var k = 0; k < Cases; k++)
        {
            var evidence = GeneratedEvidence.Make(random) with { MeetingsAre = random.Next(3) switch { 0 => ["none"], 1 => ["war"], _ => [] } };
            var held = evidence.Meetings.Where(m => m.Held).ToList();
            var progress = held.ConvertAll(m => m.Topics.Sum(t => (double)t.Share * new[] { 0, 0.1, 1 }[(int)t.Outcome]));
            var sum = 0.0;
            for (var t = 1; t < held.Count; t++)
            {
                var recurs = 0.0;
                foreach (var now in held[t].Topics)
                    foreach (var then in held[t - 1].Topics)
                        if (now.Topic == then.Topic)
                            recurs += (double)Math.Min(now.Share, then.Share);
                sum += recurs * (1 - progress[t]);
            }

            var agenda = AgendaAnalysis.Talk(evidence);

            Assert.Equal(held.Count < 2, agenda.Ritual is null);
            if (agenda.Ritual is { } ritual) Assert.Equal(sum / (held.Count - 1), ritual.ToDouble(), Near);
            if (held.Count > 0) Assert.Equal(progress.Max(), agenda.MostProgress!.Value.ToDouble(), Near);
            foreach (var topic in new[] { "land", "money", "war", "sport", "none", "other" })
            {
                Assert.Equal(held.Exists(m => m.Topics.Any(t => t.Topic == topic) || evidence.MeetingsAre.Contains(topic)), agenda.IsRaised(topic));
                var shift = held.Count == 0 || !agenda.IsRaised(topic) ? 0m : held[^1].ShareOf(topic) - held[0].ShareOf(topic);
                Assert.Equal((Rational)shift, agenda.ShiftOf(topic));
            }
        }
    }

    [Fact]
    public void Stories_are_ranked_by_the_product_of_what_they_make_of_each_row()
    {
        var random = new Random(64);
        var question = SmallClaims.Ask(Stories + "  k: {expect: deal}\n");
        for (var k = 0; k < Cases; k++)
        {
            var evidence = GeneratedEvidence.Make(random);
            var predicted = new Dictionary<(string, string), bool>();
            foreach (var story in new[] { "x", "y", "z" })
                foreach (var row in evidence.Observations)
                    predicted[(story, row.Name)] = random.Next(2) == 0;
            var asked = new Dictionary<string, Queue<bool>>(StringComparer.Ordinal);
            foreach (var story in new[] { "x", "y", "z" })
                asked[story] = new(evidence.Observations.Where(o => o.Seen is not null).Select(o => predicted[(story, o.Name)]));

            var result = StoriesAnalysis.Run(question, new() { Evidence = evidence, Judge = (world, _) => asked[world.Selection.Story!].Dequeue() }, null, TestContext.Current.CancellationToken);

            var scores = Products(evidence, evidence.Observations, predicted);
            Assert.Equal(scores.Values.Select(s => s / scores.Values.Sum()), result.Stories.Select(s => s.Posterior), (a, b) => Math.Abs(a - b) < Near);
            var leader = First(scores);
            Assert.Equal(leader, result.Leader);
            foreach (var story in result.Stories)
            {
                Assert.Equal(evidence.Observations.Where(o => o.Seen is not null && !predicted[(story.Story, o.Name)]).Select(o => o.Name), story.Mispredicted);
                var against = evidence.Observations.Where(o => o.Seen is null && o.RatingOf(story.Story) < 0)
                    .Sum(o => -o.RatingOf(story.Story) * (decimal)Fidelity(evidence, o.Chain, o.Bias).ToDouble());
                Assert.Equal((double)against + 2 * story.Mispredicted.Length, (double)story.Inconsistency, 1e-6);
            }

            foreach (var row in evidence.Observations)
            {
                var without = First(Products(evidence, evidence.Observations.Where(o => o != row), predicted));
                Assert.Equal(without != leader, result.Flips.Any(f => f.Observation == row.Name && f.Change == RowChange.Removed && f.Leader == without));
                var rerated = row.Seen is null && new[] { "x", "y", "z" }.Any(s => Enumerable.Range(-2, 5).Any(v => First(Products(
                    evidence, evidence.Observations.Select(o => o == row ? Rerate(o, s, v) : o), predicted)) != leader));
                Assert.Equal(rerated, result.Flips.Any(f => f.Observation == row.Name && f.Change == RowChange.Rerated));
            }
        }
    }

    private static Observation Rerate(Observation row, string story, int value) =>
        row with { Ratings = [.. row.Ratings.Select(r => r.Story == story ? r with { Value = value } : r)] };

    private static Dictionary<string, double> Products(CaseEvidence evidence, IEnumerable<Observation> rows, Dictionary<(string, string), bool> predicted) =>
        new[] { "x", "y", "z" }.ToDictionary(s => s, s => rows.Aggregate(1.0, (p, o) => p * (o.Seen is null
            ? Math.Exp(0.7 * Fidelity(evidence, o.Chain, o.Bias).ToDouble() * o.RatingOf(s))
            : (double)(predicted[(s, o.Name)] ? 1 - o.MissRate : o.MissRate))));

    private static string First(Dictionary<string, double> scores) =>
        scores.Keys.First(s => scores.Values.All(v => v <= scores[s] * (1 + 1e-9)));

    [Fact]
    public void Forecasts_are_scored_one_by_one()
    {
        var random = new Random(67);
        var question = SmallClaims.Ask(Stories + "  k: {expect: deal}\n");
        for (var k = 0; k < Cases; k++)
        {
            var evidence = GeneratedEvidence.Make(random);
            var resolved = evidence.Forecasts.Where(f => f.Resolved is not null).ToList();

            var result = LedgerAnalysis.Run(question, new() { Evidence = evidence, Judge = (_, _) => null }, null, TestContext.Current.CancellationToken);

            if (resolved.Count == 0)
            {
                Assert.Empty(result.Scores);
                continue;
            }

            var all = result.Scores[0];
            Assert.Equal(resolved.Average(f => Math.Pow((double)f.Probability - (f.Resolved == true ? 1 : 0), 2)), all.Brier, Near);
            Assert.Equal(resolved.Average(f => -Math.Log((double)(f.Resolved == true ? f.Probability : 1 - f.Probability))), all.Log, Near);
            var pairs = resolved.Where(f => f.Resolved == true).SelectMany(h => resolved.Where(f => f.Resolved == false).Select(m => h.Probability > m.Probability ? 1 : h.Probability == m.Probability ? 0.5 : 0)).ToList();
            Assert.Equal(pairs.Count == 0 ? null : pairs.Average(), all.Discrimination);
            Assert.Equal(resolved.Count, result.Calibration.Sum(b => b.Count));
            foreach (var bin in result.Calibration)
            {
                var members = resolved.Where(f => f.Probability >= bin.From && (f.Probability < bin.To || bin.To == 1)).ToList();
                Assert.Equal((members.Count, members.Count(f => f.Resolved == true)), (bin.Count, bin.CameTrue));
                foreach (var end in new[] { bin.Low, bin.High }) AssertWilson(end, bin.CameTrue, bin.Count);
            }
        }
    }

    // An end of the interval is a share at which what was seen lies exactly 1.96 standard errors off.
    private static void AssertWilson(double end, int hits, int count)
    {
        var seen = (double)hits / count;
        Assert.Equal((seen - end) * (seen - end), 1.959963984540054 * 1.959963984540054 * end * (1 - end) / count, 1e-9);
    }
}
