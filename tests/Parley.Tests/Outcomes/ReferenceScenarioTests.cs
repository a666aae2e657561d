using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Parley.Cases.Formats;
using Parley.Kernels.Exact;
using Parley.Outcomes;
using Parley.Problems;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Tests.Outcomes;

/// <summary>Real scenarios of other programs, and what is known of them.</summary>
public class ReferenceScenarioTests
{
    // The reference prints doubles.
    private const double Printed = 1e-14;

    [Fact]
    public void Every_value_of_the_reference_is_reproduced()
    {
        Assert.SkipWhen(ReferenceData.ScenarioReference is null, "no scenario data on this machine");
        using var reference = JsonDocument.Parse(File.ReadAllText(ReferenceData.ScenarioReference!));

        Assert.All(reference.RootElement.EnumerateObject(), entry =>
        {
            var result = Answer(entry.Name);
            Assert.Equal(entry.Value.GetProperty("outcomes").GetInt64(), result.OutcomeCount);
            Assert.Equal(entry.Value.GetProperty("parties").GetInt32(), result.Parties.Length);
            Assert.Equal(FrontierExtent.Complete, result.Extent);
            Assert.Equal(entry.Value.GetProperty("frontier_distinct").GetInt32(), result.Size);
            Assert.Equal(entry.Value.GetProperty("frontier_ir_distinct").GetInt32(), result.RationalSize);
            Near(entry.Value.GetProperty("reservation"), result.Reservations);
            Near(entry.Value, "nash", result.Solutions.Nash);
            Near(entry.Value, "egal", result.Solutions.Egalitarian);
            Near(entry.Value, "ks", result.Solutions.KalaiSmorodinsky);
            Near(entry.Value, "util", result.Solutions.Utilitarian);
        });
    }

    [Fact]
    public void Every_scenario_is_answered_exactly()
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        var list = new StringBuilder("scenario | sides | outcomes | frontier | acceptable | Nash\n");
        foreach (var folder in ReferenceData.Scenarios)
        {
            foreach (var scenario in ScenarioFiles.Read(folder).Value!.Scenarios) // all are sound
            {
                var result = OutcomesAnalysis.Run(ScenarioProblem.Compile(scenario), new() { Lotteries = false }, null, TestContext.Current.CancellationToken);
                Assert.Equal(Results.Completeness.Exact, result.Completeness);
                var nash = result.Solutions.Nash.Outcome is { } outcome
                    ? string.Join(' ', outcome.Utilities.Select(u => ((double)u).ToString("0.######", CultureInfo.InvariantCulture)))
                    : "none";
                list.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}: {scenario.Name} | {result.Parties.Length} | {result.OutcomeCount} | {result.Size} | {result.RationalSize} | {nash}\n");
            }
        }

        Golden.Match(list.ToString(), "scenarios.txt");
    }

    [Theory]
    [InlineData("genius_y2012_NiceOrDieC")]
    [InlineData("genius_y2016_SYAgent")]
    public void There_is_no_deal_where_every_outcome_leaves_a_side_short(string name)
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        var result = Answer(name);

        Assert.Equal(0, result.RationalSize);
        Assert.Null(result.Solutions.Nash.Outcome);
        Assert.True(result.Solutions.Nash.IsProved);
    }

    [Fact]
    public void Fifty_fifty_has_one_acceptable_point_and_it_is_on_the_boundary()
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        var result = Answer("genius_y2012_FiftyFiftyA");

        var point = Assert.Single(result.Points, p => p.IsRational);
        Assert.Equal(result.Reservations, point.Outcome.Utilities);
    }

    [Theory]
    [InlineData("geniusweb_anl2022_domain00")]
    [InlineData("geniusweb_anl2022_domain01")]
    [InlineData("geniusweb_anl2022_domain05")]
    [InlineData("geniusweb_anl2022_domain10")]
    public void Published_frontiers_and_Nash_points_are_reproduced(string name)
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        var result = Answer(name);
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(name), "specials.json")));

        Assert.Equal(golden.RootElement.GetProperty("size").GetInt64(), result.OutcomeCount);
        var frontier = golden.RootElement.GetProperty("pareto_front").EnumerateArray().Select(p => p.GetProperty("utility"))
            .OrderByDescending(u => u[0].GetDouble()).ToList();
        Assert.Equal(frontier.Count, result.Size);
        for (var k = 0; k < frontier.Count; k++) Near(frontier[k], result.Points[k].Outcome.Utilities);
        Near(golden.RootElement.GetProperty("nash").GetProperty("utility"), result.Solutions.Nash.Outcome!.Utilities); // there is one
        // What these files call Kalai is the point where the two utilities differ least, and opposition its distance from (1, 1).
        var kalai = result.OtherKalai!.LeastDifference.Utilities; // the frontier is complete
        Near(golden.RootElement.GetProperty("kalai").GetProperty("utility"), kalai);
        var distance = Math.Sqrt(kalai.Sum(u => Math.Pow(1 - (double)u, 2)));
        Assert.Equal(golden.RootElement.GetProperty("opposition").GetDouble(), distance, 1e-12);
    }

    [Theory]
    [InlineData("negolog_domain0")]
    [InlineData("negolog_domain30")]
    public void The_log_s_Kalai_is_the_greatest_sum(string name)
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        var result = Answer(name);
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(name), "specs.json")));
        double Figure(string key) => golden.RootElement.GetProperty(key).GetDouble();

        Assert.Equal([Figure("Nash_A"), Figure("Nash_B")], result.Solutions.Nash.Outcome!.Utilities.Select(u => (double)u), Close); // there is one
        Assert.Equal([Figure("Kalai_A"), Figure("Kalai_B")], result.OtherKalai!.GreatestWelfare.Utilities.Select(u => (double)u), Close); // complete
    }

    [Theory]
    [InlineData("genius_S-1NIKFRT-1", 4, 0)]
    [InlineData("genius_y2014_10issues", 10, 0)]
    [InlineData("genius_y2014_10issueswithRV", 7, 0)]
    [InlineData("genius_y2014_30issues", 2, 8)]
    public void Each_shipped_point_is_on_the_frontier_or_dominated(string name, int matched, int dominated)
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        var result = Answer(name);
        var shipped = File.ReadAllLines(Path.Combine(Folder(name), "pareto.xml")).Where(l => l.Contains(',', StringComparison.Ordinal))
            .Select(l => Array.ConvertAll(l.Split(','), u => double.Parse(u, CultureInfo.InvariantCulture))).ToList();
        // The files hold single-precision numbers.
        bool Matches(double[] point, OutcomeView outcome) => point.Zip(outcome.Utilities).All(u => Math.Abs(u.First - (double)u.Second) < 1e-6);
        bool Beats(OutcomeView outcome, double[] point) => outcome.Utilities.Zip(point).All(u => (double)u.First > u.Second - 1e-6) && !Matches(point, outcome);

        Assert.Equal(matched, shipped.Count(s => result.Points.Any(p => Matches(s, p.Outcome))));
        var beaten = shipped.Where(s => !result.Points.Any(p => Matches(s, p.Outcome))).ToList();
        Assert.Equal(dominated, beaten.Count);
        Assert.All(beaten, s => Assert.Contains(result.Points, p => Beats(p.Outcome, s)));
    }

    private static OutcomesResult Answer(string name) =>
        OutcomesAnalysis.Run(ScenarioProblem.Compile(ScenarioFiles.Read(Folder(name)).Value!.Scenarios[0]), new()); // all are sound

    private static string Folder(string name) => ReferenceData.Scenarios.Single(f => Path.GetFileName(f) == name);

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static void Near(JsonElement entry, string name, OutcomeSolution solution)
    {
        if (!entry.TryGetProperty(name, out var printed)) Assert.Null(solution.Outcome);
        else Near(printed, solution.Outcome!.Utilities); // the reference has one
    }

    private static void Near(JsonElement printed, IReadOnlyList<Rational> exact)
    {
        Assert.Equal(printed.GetArrayLength(), exact.Count);
        for (var p = 0; p < exact.Count; p++) Assert.Equal(printed[p].GetDouble(), (double)exact[p], Printed);
    }
}
