using Parley.Cases.Claims;
using Parley.Cases.Evidence;
using Parley.Claims;
using Parley.Draws;
using Parley.Dynamics;
using Parley.History;
using Parley.Ledger;
using Parley.Results;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Sweeps;
using Parley.Tests.Robustness;
using Parley.Tests.Shared;
using Parley.Tests.Shipped;

namespace Parley.Tests.Running;

public partial class CancellationTests
{
    private const int Threads = 2;

    private static readonly CaseEvidence Evidence = EvidenceFileReader.Read(
        "evidence.yaml",
        File.ReadAllText(Path.Combine(RepositoryFolders.Cases, "us-russia-2019", "evidence.yaml")),
        ShippedCase.Read(ShippedCase.Founding).Base).Value!; // shipped evidence has no errors

    private static readonly Dictionary<string, (string[] Phases, Action<IProgress<AnalysisProgress>, CancellationToken> Run)> Long = new()
    {
        ["sensitivity"] = (
            ["ends of ranges", "draws", "ranks of numbers", "indices of numbers", "rows of the design", "tipping points", "steps of boxes", "worth of numbers", "draws of groups of numbers"],
            (told, token) => SensitivityAnalysis.Run(
                DrawnCases.Shipped(ShippedCase.Founding), new() { Draws = 3_000, Rows = 8, CostOfTalks = 0.1, Threads = Threads }, told, token)),
        ["screening"] = (
            ["ends of ranges", "draws", "ranks of numbers", "indices of numbers", "rows of the design", "worth of numbers"],
            (told, token) => SensitivityAnalysis.Run(
                DrawnCases.Shipped("teaching/gas-transit.yaml"), new() { Draws = 400, Rows = 300, Screen = true, Flips = false, CostOfTalks = 0.1, Threads = Threads }, told, token)),
        ["robust"] = (
            ["draws", "claims and blocking sets"],
            (told, token) => RobustAnalysis.Run(DrawnCases.Shipped(ShippedCase.Founding), new() { Draws = 500, CloserDraws = 20, Threads = Threads }, told, token)),
        ["path"] = (
            ["path", "events by quarter", "events"],
            (told, token) => PathAnalysis.Run(DrawnCases.Shipped(ShippedCase.Founding), new() { Index = Evidence.Index!, Quarters = 40 }, told, token)), // the founding case has an index
        ["history"] = (
            ["history", "events by quarter"],
            (told, token) => HistoryAnalysis.Run(ShippedCase.Read(ShippedCase.Founding).Problem, new() { Evidence = Evidence, Index = Evidence.Index! }, told, token)), // as above
        ["forecast"] = (
            ["forecasts", "draws"],
            (told, token) => LedgerAnalysis.Run(
                DrawnCases.Shipped(ShippedCase.Founding),
                new() { Evidence = Forecasts(), Judge = PhraseJudge.Of(new() { Evidence = Evidence }, token), Draws = 40, Threads = Threads },
                told,
                token)),
        ["sweep"] = (
            ["cells checked", "draws in cells"],
            (told, token) => SweepShard.Make(
                SweepPlan.Of([new("case.yaml", "00", DrawnCases.Of(DrawnCases.Linear).BaseCase)], new() { Set = [["one.min_gain=0", "one.min_gain=1"]] }, null, 1) with { Draws = 2_500 },
                new() { Threads = Threads },
                told,
                token)),
    };

    public static TheoryData<string> LongNames => [.. Long.Keys];

    [Theory]
    [MemberData(nameof(LongNames))]
    public void Every_phase_tells_how_far_it_is_and_ends_soon_when_it_is_cancelled(string name)
    {
        var (phases, run) = Long[name];
        var told = new Dictionary<string, List<AnalysisProgress>>(StringComparer.Ordinal);
        run(
            new Stopper(step =>
            {
                if (!told.TryGetValue(step.Phase, out var own)) told.Add(step.Phase, own = []);
                own.Add(step);
            }),
            TestContext.Current.CancellationToken);
        Assert.Subset(told.Keys.ToHashSet(), phases.ToHashSet());
        Assert.All(told.Values, own => Assert.Equal(own.Select(s => s.Done).Order(), own.Select(s => s.Done)));
        Assert.All(told.Values, own => Assert.All(own, s => Assert.True(s.Done <= (s.Total ?? long.MaxValue))));

        foreach (var phase in phases)
        {
            using var source = new CancellationTokenSource();
            var after = 0;
            var progress = new Stopper(step =>
            {
                if (source.IsCancellationRequested) Interlocked.Increment(ref after);
                else if (step.Phase == phase) source.Cancel();
            });

            Assert.ThrowsAny<OperationCanceledException>(() => run(progress, source.Token));
            Assert.InRange(after, 0, Threads);
        }
    }

    [Fact]
    public void Shared_work_is_done_once_told_to_its_end_and_fails_with_the_failure_itself()
    {
        foreach (var threads in new[] { 1, 2, 7 })
        {
            var (done, told) = (new int[1_000], new List<long>());
            SharedWork.Run(0, done.Length, threads, () => piece => done[piece]++, told.Add, CancellationToken.None);

            Assert.All(done, times => Assert.Equal(1, times));
            Assert.Equal(told.Order(), told);
            Assert.Equal(1_000, told[^1]);
            Assert.Throws<NotSupportedException>(() => SharedWork.Run(0, 100, threads, () => _ => throw new NotSupportedException(), null, CancellationToken.None));
        }

        SharedWork.Run(5, 5, 2, () => throw new NotSupportedException(), null, CancellationToken.None);
    }

    private static CaseEvidence Forecasts() => Evidence with
    {
        Forecasts =
        [
            .. new[] { "deal", "no deal" }.Select((expect, k) => new Forecast
            {
                Name = $"f{k}", By = "author", Probability = 0.5m, Expect = expect,
                Phrases = ClaimPhraseReader.Read(DrawnCases.Shipped(ShippedCase.Founding).BaseCase, expect).Phrases,
            }),
        ],
    };
}
