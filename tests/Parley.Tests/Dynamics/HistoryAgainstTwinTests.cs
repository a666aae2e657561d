using System.Globalization;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Cases.Text;
using Parley.Dynamics;
using Parley.History;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Tests.Claims;
using Parley.Tests.Shared;

namespace Parley.Tests.Dynamics;

/// <summary>The index over time, and its path, against slow, obvious twins.</summary>
public class HistoryAgainstTwinTests
{
    // b refuses by 3; luck alone and hope with calm together make a deal, storm takes the only issue away.
    private const string Case = """
        case: stall
        as_of: 2019-05-15
        parties: {a: {}, b: {no_deal: 6}}
        issues:
          price: {status_quo: none, none: {}, low: {a: 5, b: 3}}
        params: {scale: 2}
        events:
          luck: {per_year: 0.4, effect_on_index: 3*scale, set: {b.no_deal: 0}}
          hope: {per_year: 1, effect_on_index: -2.5, set: {price.low.b: 5}}
          calm: {per_year: 2, effect_on_index: 1, set: {b.no_deal: 4}}
          drizzle: {per_year: 3, effect_on_index: -1, set: {}}
          rumour: {effect_on_index: -1, set: {}}
          war: {per_year: 0.1, effect_on_index: -50, momentous: yes, set: {}}
        """;

    private static readonly CaseQuestion Asked = SmallClaims.Ask(Case);

    [Fact]
    public void Every_level_is_the_present_one_less_what_happened_since()
    {
        var random = new Random(60);
        for (var k = 0; k < Soak.Times(5_000); k++)
        {
            var (evidence, index) = Make(random);
            var period = (EventPeriod)random.Next(3);

            var history = HistoryAnalysis.Run(Asked.Problem, new() { Evidence = evidence, Index = index, Period = period, Quarters = 1 }, null, TestContext.Current.CancellationToken);

            if (evidence.History.IsEmpty)
            {
                Assert.Equal((null, 0), (history.End, history.Periods.Length));
                continue;
            }

            var effects = evidence.History.Select(e => (e.Day, Effect: EffectOf(e, index))).ToList();
            decimal Since(DateOnly day) => -40m - effects.Where(e => e.Day > day).Sum(e => e.Effect ?? 0m);
            Assert.Equal((Rational)(-40m - effects.Sum(e => e.Effect ?? 0m)), history.Before);
            Assert.Equal(effects.Select(e => e.Day).Order(), history.Events.Select(e => e.Event.Day));
            Assert.Equal(new DateOnly(2019, 5, 15), history.End);
            for (var p = 0; p < history.Periods.Length; p++)
            {
                var row = history.Periods[p];
                var next = p + 1 < history.Periods.Length ? history.Periods[p + 1].Start : new DateOnly(2100, 1, 1);
                var inside = effects.Where(e => e.Day >= row.Start && e.Day < next).ToList();
                Assert.Equal((inside.Count, inside.Count(e => e.Effect is null)), (row.Events, row.WithoutEffect));
                Assert.Equal(((Rational)inside.Sum(e => Math.Max(0m, e.Effect ?? 0m)), (Rational)inside.Sum(e => Math.Min(0m, e.Effect ?? 0m))), (row.Gains, row.Losses));
                Assert.Equal((Rational)Since(next.AddDays(-1)), row.Level);
            }

            AssertObserved(history, effects.ConvertAll(e => e.Effect ?? 0m));
        }
    }

    private static void AssertObserved(HistoryResult history, List<decimal> effects)
    {
        var first = history.Events[0].Event.Day;
        var quarters = (new DateTime(2019, 5, 15) - new DateTime(first.Year, ((first.Month + 2) / 3 * 3) - 2, 1)).TotalDays + 1;
        quarters /= 365.25 / 4;
        Assert.Equal(quarters < 1, history.Observed is null);
        if (history.Observed is not { } observed) return;
        Assert.Equal(quarters, observed.Quarters.ToDouble(), 1e-9);
        Assert.Equal((double)effects.Sum() / quarters, observed.PerQuarter.ToDouble(), 1e-9);
        Assert.Equal((double)effects.Sum(e => e * e) / quarters / quarters, observed.Variance.ToDouble(), 1e-9);
    }

    private static decimal? EffectOf(PastEvent past, RelationshipIndex index)
    {
        if (past.EffectOnIndex is { } own) return own.Coefficient;
        decimal? declared = past.Event switch { "luck" => 6m, "hope" => -2.5m, _ => null };
        return declared ?? past.Intensity?.Coefficient * index.PerIntensity?.Coefficient;
    }

    private static (CaseEvidence Evidence, RelationshipIndex Index) Make(Random random)
    {
        var lines = string.Concat(Enumerable.Range(0, random.Next(0, 9)).Select(k =>
        {
            var day = new DateOnly(2019, 5, 15).AddDays(-random.Next(0, 900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var date = random.Next(4) switch { 0 => day[..7], 1 => day + "/..", _ => day };
            var effect = random.Next(3) == 0 ? $", effect_on_index: {random.Next(-100, 101) / 10m}" : string.Empty;
            var named = random.Next(3) == 0 ? $", event: {new[] { "luck", "hope" }[random.Next(2)]}" : string.Empty;
            var intensity = random.Next(2) == 0 ? $", intensity: {random.Next(-100, 101) / 10m}" : string.Empty;
            return FormattableString.Invariant($"  e{k}: {{date: {date}{effect}{named}{intensity}}}\n");
        }));
        var factor = random.Next(2) == 0 ? ", per_intensity: 0.5" : string.Empty;
        var read = EvidenceFileReader.Read("e.yaml", $"evidence: stall\nhistory:\n{lines}relationship_index: {{start: -40, token_gain: 1, tokens_per_year: 2{factor}}}\n", Asked.BaseCase);
        Assert.Empty(read.Diagnostics);
        return (read.Value!, read.Value!.Index!);
    }

    [Fact]
    public void The_chance_that_no_two_neighbours_come_is_that_of_every_set_without_two()
    {
        var random = new Random(65);
        for (var k = 0; k < Soak.Times(5_000); k++)
        {
            var count = random.Next(1, 8);
            var chances = Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToList();
            var edges = Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a + 1, count - a - 1).Select(b => (a, b))).Where(_ => random.Next(3) == 0).ToList();
            var sum = 0.0;
            for (var set = 0; set < 1 << count; set++)
            {
                if (edges.Exists(e => (set >> e.a & 1) == 1 && (set >> e.b & 1) == 1)) continue;
                sum += Enumerable.Range(0, count).Aggregate(1.0, (product, v) => product * ((set >> v & 1) == 1 ? chances[v] : 1 - chances[v]));
            }

            Assert.Equal(sum, ChangeSearch.NoEdge([.. chances], [.. edges]), 1e-12);
        }
    }

    [Fact]
    public void The_path_moves_by_the_drift_and_spreads_by_the_variance()
    {
        var result = Path(6);

        Assert.Equal(Verdict.Grade.Nothing, result.Grade); // so tokens add nothing
        Assert.Equal((Rational)(0.4m * 6 - 1 * 2.5m + 2 * 1 - 3 * 1), result.Path.Drift.PerQuarter * 4);
        foreach (var point in result.Path.Points)
        {
            Assert.Equal(-40 + result.Path.Drift.After(point.Quarter), point.Ordinary.Mean);
            Assert.Equal(result.Path.Drift.VariancePerQuarter * point.Quarter, point.Ordinary.Variance);
            Assert.Equal(point.Ordinary.Mean - ((Rational)point.Quarter * 5 / 4), point.WithMomentous.Mean);
            Assert.Equal(point.Ordinary.Variance + ((Rational)point.Quarter * 250 / 4), point.WithMomentous.Variance);
            Assert.Equal(point.Ordinary.Quantiles.Order(), point.Ordinary.Quantiles);
            Assert.True(point.WithMomentous.Quantiles[0] <= point.Ordinary.Quantiles[0]);
        }

        Assert.Equal(new DateOnly(2019, 8, 15), result.Ends!.Value[0]);
    }

    // The slow twin: the events of many futures drawn one by one, by waiting times.
    [Fact]
    public void Drawn_futures_end_below_the_quantiles_and_change_the_verdict_as_often()
    {
        const int Futures = 40_000;
        var result = Path(3);
        (string Name, double Rate, double Effect)[] events = [("luck", 0.4, 6), ("hope", 1, -2.5), ("calm", 2, 1), ("drizzle", 3, -1)];
        var random = new Random(8);
        var (levels, lower, lowerStill, alone, withPairs) = (new List<double>(), 0, 0, 0, 0);
        for (var k = 0; k < Futures; k++)
        {
            var (byQuarter, came) = (new double[3], new HashSet<string>());
            foreach (var (name, rate, effect) in events)
                for (var time = Wait(random, rate); time < 0.75; time += Wait(random, rate))
                {
                    byQuarter[(int)(time * 4)] += effect;
                    came.Add(name);
                }

            levels.Add(-40 + byQuarter.Sum());
            if (byQuarter[0] < 0) lower++;
            if (byQuarter[0] < 0 && byQuarter[1] < 0) lowerStill++;
            if (came.Contains("luck")) alone++;
            if (came.Contains("luck") || (came.Contains("hope") && came.Contains("calm"))) withPairs++;
        }

        const double Off = 0.0125; // five standard errors of a share
        Assert.Equal(result.Path.Fall!.LowerAfterOne, (double)lower / Futures, Off);
        Assert.Equal(result.Path.Fall.LowerStillAfterTwo, (double)lowerStill / Futures, Off);
        Assert.Equal(result.Changes.ChanceAlone[2], (double)alone / Futures, Off);
        Assert.Equal(result.Changes.ChanceWithPairs[2], (double)withPairs / Futures, Off);
        for (var q = 0; q < IndexPath.Shares.Length; q++)
        {
            var level = result.Path.Points[2].Ordinary.Quantiles[q].ToDouble();
            Assert.True(levels.Count(l => l < level - 1e-9) < (IndexPath.Shares[q] + Off) * Futures);
            Assert.True(levels.Count(l => l <= level + 1e-9) > (IndexPath.Shares[q] - Off) * Futures);
        }
    }

    private static double Wait(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    [Fact]
    public void Events_are_judged_alone_and_then_in_pairs()
    {
        var changes = Path(4).Changes;

        Assert.Equal(5, changes.Judged); // a rumour has no rate
        var luck = Assert.Single(changes.Alone);
        Assert.Equal(("luck", Verdict.Grade.Deal, Rational.One), (luck.Event.Name, luck.Grade, luck.Share));
        Assert.Equal(("hope", "calm"), Assert.Single(changes.Pairs.Select(p => (p.First.Name, p.Second.Name))));
        Assert.Equal(1 - Math.Exp(-0.4), changes.ChanceAlone[3], 1e-12);
        Assert.Equal(1 - (Math.Exp(-0.4) * (1 - ((1 - Math.Exp(-1)) * (1 - Math.Exp(-2))))), changes.ChanceWithPairs[3], 1e-12);
    }

    [Fact]
    public void Too_many_events_for_pairs_and_quarters_out_of_range_are_told()
    {
        var few = PathAnalysis.Run(Asked, Options(1) with { MaxPairEvents = 3 }, null, TestContext.Current.CancellationToken);

        Assert.Equal((false, Results.Completeness.Truncated), (few.Changes.PairsJudged, few.Completeness));
        Assert.Throws<ArgumentOutOfRangeException>(() => Path(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Path(PathOptions.MostQuarters + 1));
    }

    private static PathResult Path(int quarters) => PathAnalysis.Run(Asked, Options(quarters), null, TestContext.Current.CancellationToken);

    private static PathOptions Options(int quarters) => new() { Index = Make(new Random(1)).Index, AsOf = "2019-05-15", Quarters = quarters };
}
