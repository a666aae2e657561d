using Parley.Cases.Scenarios;
using Parley.Kernels.Exact;
using Parley.Outcomes;
using Parley.Problems;
using Parley.Tests.Shared;

namespace Parley.Tests.Outcomes;

public class OutcomesAgainstTwinTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void Frontier_and_solutions_are_those_of_looking_at_every_outcome()
    {
        var found = new List<string>();
        Parallel.For(0, Soak.Times(Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            foreach (var difference in Differences(seed))
                lock (found) found.Add($"seed {seed}: {difference}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Soak.Times(Seeds)} generated cases, {found.Count} differences");
        Assert.True(found.Count == 0, $"{found.Count}: {string.Join('\n', found.Order(StringComparer.Ordinal).Take(8))}");
    }

    [Fact]
    public void Searching_without_the_frontier_finds_the_same_solutions()
    {
        for (var seed = 0; seed < Soak.Times(Seeds / 10); seed++)
        {
            var problem = ScenarioProblem.Compile(RandomScenarios.Make(seed));
            var picked = OutcomesAnalysis.Run(problem, new() { Lotteries = false }, null, TestContext.Current.CancellationToken);
            var searched = OutcomesAnalysis.Run(problem, new() { Lotteries = false, MaxPoints = 1 }, null, TestContext.Current.CancellationToken);
            Assert.Equal(Solutions(picked), Solutions(searched));
        }
    }

    [Fact]
    public void Every_outcome_is_within_what_may_be_given_away_of_a_point()
    {
        for (var seed = 0; seed < Soak.Times(Seeds / 10); seed++)
        {
            var scenario = RandomScenarios.Make(seed);
            var problem = ScenarioProblem.Compile(scenario);
            if (!problem.IsAdditive) continue;
            var result = OutcomesAnalysis.Run(problem, new() { Lotteries = false, Within = ExactDecimal.Of(25, 2) }, null, TestContext.Current.CancellationToken);
            Assert.All(new OutcomesTwin(scenario).Frontier, vector => Assert.Contains(result.Points, point =>
                vector.Zip(point.Outcome.Utilities, result.GivenAway).All(v => v.Second + v.Third >= v.First)));
        }
    }

    private static IEnumerable<string> Differences(int seed)
    {
        var scenario = RandomScenarios.Make(seed);
        var result = OutcomesAnalysis.Run(ScenarioProblem.Compile(scenario), new() { Lotteries = false });
        var twin = new OutcomesTwin(scenario);
        (string What, string Expected, string Found)[] facts =
        [
            ("frontier", Join(twin.Frontier), Join(result.Points.Select(p => p.Outcome.Utilities))),
            ("acceptable", Join(twin.Acceptable), Join(result.Points.Where(p => p.IsRational).Select(p => p.Outcome.Utilities))),
            ("nash", OutcomesTwin.Text(twin.Nash()), Of(result.Solutions.Nash)),
            ("egalitarian", OutcomesTwin.Text(twin.Egalitarian()), Of(result.Solutions.Egalitarian)),
            ("kalai-smorodinsky", OutcomesTwin.Text(twin.Acceptable.Count == 0 ? null : twin.KalaiSmorodinsky(overAll: false)), Of(result.Solutions.KalaiSmorodinsky)),
            ("all hopes", OutcomesTwin.Text(twin.Acceptable.Count == 0 ? null : twin.KalaiSmorodinsky(overAll: true)), Of(result.Solutions.KalaiSmorodinskyOverAll)),
            ("utilitarian", OutcomesTwin.Text(twin.Utilitarian()), Of(result.Solutions.Utilitarian)),
        ];
        return facts.Where(f => f.Expected != f.Found).Select(f => $"{f.What}: should be {f.Expected}, is {f.Found}");
    }

    private static string Join<T>(IEnumerable<T> vectors)
        where T : IEnumerable<Rational> => string.Join('\n', vectors.Select(v => OutcomesTwin.Text(v)));

    private static string Of(OutcomeSolution solution) => solution.Outcome is { } outcome ? OutcomesTwin.Text(outcome.Utilities) : "none";

    private static string Solutions(OutcomesResult result) => string.Join('\n', new[]
    {
        result.Solutions.Nash, result.Solutions.Egalitarian, result.Solutions.KalaiSmorodinsky, result.Solutions.KalaiSmorodinskyOverAll, result.Solutions.Utilitarian,
    }.Select(Of));
}
