using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Cases.Evidence;
using Parley.Cases.Overlays;
using Parley.Claims;
using Parley.Draws;
using Parley.Ledger;
using Parley.Problems;
using Parley.Results;
using Parley.Tests.Claims;
using Parley.Tests.Shared;

namespace Parley.Tests.Evidence;

/// <summary>The case's own chances against a count of draws, one forecast and one draw after the other.</summary>
public sealed class CaseChancesTests
{
    private static readonly int Cases = Soak.Times(5_000);

    private static readonly string[] Phrases = ["deal on swap", "deal on gift", "deal", "no deal", "deal on swap; deal"];

    private static readonly CaseQuestion Question = SmallClaims.Ask(SmallClaims.Trade + "  k: {expect: deal}\n");

    [Fact]
    public void Chances_are_the_shares_of_draws_in_which_it_follows()
    {
        var random = new Random(73);
        for (var k = 0; k < Cases; k++)
        {
            var evidence = Expecting(random, GeneratedEvidence.Make(random));
            var (draws, seed) = (random.Next(0, 9), (ulong)random.Next(50));
            var options = new LedgerOptions { Evidence = evidence, Judge = Judged, Draws = draws, Seed = seed, Threads = random.Next(1, 4) };

            var result = LedgerAnalysis.Run(Question, options, null, TestContext.Current.CancellationToken);

            foreach (var row in result.Forecasts)
            {
                var answers = row.Forecast.Expect is null ? [] : Answers(row.Forecast, draws, seed).OfType<bool>().ToList();
                if (answers.Count == 0)
                {
                    Assert.Null(row.Chance);
                    continue;
                }

                var chance = Assert.NotNull(row.Chance);
                Assert.Equal((answers.Count(a => a), answers.Count), (chance.Count, chance.Of));
                AssertWilson(chance.Low, chance);
                AssertWilson(chance.High, chance);
                Assert.True(chance.Low <= chance.Share && chance.Share <= chance.High);
            }

            AssertScore(result);
        }
    }

    // A made-up judge that looks at one number: it says nothing in the middle third, and of deals the opposite of no deal.
    private static bool? Judged(CaseQuestion question, ImmutableArray<ClaimPhrase> phrases) =>
        JudgedAt((double)CaseNumbers.Find(question.BaseCase, "b.no_deal", out _)!.Coefficient, phrases.Length, phrases[0] is VerdictPhrase { Expected: ExpectedVerdict.Deal }); // the case writes it

    private static bool? JudgedAt(double number, int phrases, bool turned) => number is > 3.4 and < 4.2 && phrases == 1 ? null : number > 4.2 != turned;

    private static IEnumerable<bool?> Answers(Forecast forecast, int draws, ulong seed)
    {
        var sample = new InputSample(Question, SamplingKind.Independent, seed, draws);
        var at = Enumerable.Range(0, sample.Numbers.Length).Single(j => sample.Numbers[j].Path == "b.no_deal");
        var values = new double[sample.Numbers.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            sample.Draw(draw, values);
            yield return JudgedAt(values[at], forecast.Phrases.Length, forecast.Phrases[0] is VerdictPhrase { Expected: ExpectedVerdict.Deal });
        }
    }

    private static CaseEvidence Expecting(Random random, CaseEvidence evidence) => evidence with
    {
        Forecasts =
        [
            .. evidence.Forecasts.Select((f, k) => random.Next(4) == 0 ? f : Forecast(Phrases[random.Next(Phrases.Length)], k) with
            {
                Probability = f.Probability, Resolved = f.Resolved, Horizon = random.Next(2) == 0 ? null : "2031",
            }),
        ],
    };

    private static Forecast Forecast(string expect, int k) =>
        new() { Name = $"f{k}", By = "s0", Probability = 0.5m, Expect = expect, Phrases = ClaimPhraseReader.Read(Question.BaseCase, expect).Phrases };

    private static void AssertWilson(double end, DrawShare chance) =>
        Assert.Equal((chance.Share - end) * (chance.Share - end), 1.959963984540054 * 1.959963984540054 * end * (1 - end) / chance.Of, 1e-9);

    // Each question once: expectation, horizon and outcome.
    private static void AssertScore(LedgerResult result)
    {
        var scored = result.Forecasts.Where(f => f is { Chance: not null, Forecast.Resolved: not null }).ToList();
        if (scored.Count == 0)
        {
            Assert.Null(result.Case);
            return;
        }

        var questions = new List<ScoredForecast>();
        foreach (var row in scored)
            if (!questions.Exists(q => q.Forecast.Expect == row.Forecast.Expect && q.Forecast.Horizon == row.Forecast.Horizon && q.Forecast.Resolved == row.Forecast.Resolved))
                questions.Add(row);
        var (brier, log) = (0.0, 0.0);
        foreach (var row in questions)
        {
            var chance = Assert.NotNull(row.Chance);
            var right = row.Forecast.Resolved == true ? chance.Share : 1 - chance.Share;
            brier += (1 - right) * (1 - right);
            log -= right == 0 ? Math.Log(1 / (2.0 * chance.Of)) : right == 1 ? Math.Log(1 - (1 / (2.0 * chance.Of))) : Math.Log(right);
        }

        Assert.Equal(questions.Count, result.Case!.Own.Resolved);
        Assert.Equal(brier / questions.Count, result.Case.Own.Brier, 1e-12);
        Assert.Equal(log / questions.Count, result.Case.Own.Log, 1e-12);
        Assert.Equal(scored.Average(f => (double)f.Brier!.Value), result.Case.Forecasters.Brier, 1e-12); // resolved
        Assert.Equal(scored.Count, result.Case.Forecasters.Resolved);
    }

    [Fact]
    public void The_phrases_of_claims_are_judged_in_every_draw()
    {
        var evidence = new CaseEvidence { Case = "trade", Forecasts = [.. Phrases.Select((p, k) => Forecast(p, k))] };
        var judge = PhraseJudge.Of(new(), TestContext.Current.CancellationToken);

        var result = LedgerAnalysis.Run(Question, new() { Evidence = evidence, Judge = judge, Draws = 60, Seed = 5 }, null, TestContext.Current.CancellationToken);

        var sample = new InputSample(Question, SamplingKind.Independent, 5, 60);
        var values = new double[sample.Numbers.Length];
        var counts = new int[Phrases.Length];
        for (var draw = 0; draw < 60; draw++)
        {
            sample.Draw(draw, values);
            for (var k = 0; k < Phrases.Length; k++)
                if (judge(sample.Exact(values), evidence.Forecasts[k].Phrases) == true) counts[k]++;
        }

        Assert.Equal(counts.Select(c => (long)c), result.Forecasts.Select(f => f.Chance!.Value.Count)); // each is judged
        Assert.Contains(counts, c => c is > 0 and < 60);
        Assert.Equal(result.Forecasts[2].Chance!.Value.Of, result.Forecasts[2].Chance!.Value.Count + result.Forecasts[3].Chance!.Value.Count); // deal, no deal
    }

    [Fact]
    public void Nothing_is_drawn_where_nothing_is_uncertain()
    {
        var question = SmallClaims.Ask(SmallClaims.Trade.Replace("default_range: 50%\n", string.Empty, StringComparison.Ordinal) + "  k: {expect: deal}\n");
        var evidence = new CaseEvidence { Case = "trade", Forecasts = [Forecast("deal", 0)] };

        var result = LedgerAnalysis.Run(question, new() { Evidence = evidence, Judge = PhraseJudge.Of(new(), TestContext.Current.CancellationToken) }, null, TestContext.Current.CancellationToken);

        Assert.Equal((0, 0L), (result.Numbers, result.Draws));
        Assert.Null(result.Forecasts[0].Chance);
        Assert.NotNull(result.Forecasts[0].FollowsFromCase);
    }

    [Fact]
    public void Cancelling_ends_the_draws_and_progress_never_goes_back()
    {
        var evidence = new CaseEvidence { Case = "trade", Forecasts = [Forecast("deal", 0)] };
        using var cancellation = new CancellationTokenSource();
        var told = new List<long>();
        var progress = new Told(p =>
        {
            if (p.Phase != "draws") return;
            told.Add(p.Done);
            if (told.Count == 20) cancellation.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => LedgerAnalysis.Run(
            Question, new() { Evidence = evidence, Judge = PhraseJudge.Of(new(), TestContext.Current.CancellationToken), Draws = 1_000_000 }, progress, cancellation.Token));
        Assert.True(told.Count is >= 20 and < 1_000);
        Assert.Equal(told.Distinct().Order(), told);
    }

    private sealed class Told(Action<AnalysisProgress> tell) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => tell(value);
    }
}
