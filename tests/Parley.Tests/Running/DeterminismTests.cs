using Parley.Cases.Overlays;
using Parley.Problems;
using Parley.Reports.Json;
using Parley.Stability;
using Parley.Tests.BruteForce;
using Parley.Tests.Shipped;
using Parley.Tests.Stability;

namespace Parley.Tests.Running;

public class DeterminismTests
{
    public static TheoryData<string> Paths => [.. ShippedCase.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_same_case_gives_the_same_answers_to_the_byte(string path) =>
        Assert.Equal(ShippedCase.Read(path).Json(), ShippedCase.Read(path).Json());

    [Fact]
    public void The_same_generated_case_gives_the_same_answers_to_the_byte()
    {
        for (var seed = 0; seed < 200; seed++) Assert.Equal(Json(seed), Json(seed));
    }

    [Fact]
    public void Answers_do_not_depend_on_what_else_runs()
    {
        var alone = Enumerable.Range(0, 100).Select(Json).ToList();

        Assert.Equal(alone, Enumerable.Range(0, 100).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(Json));
    }

    [Fact]
    public void The_order_in_which_events_and_obstacles_are_named_changes_nothing()
    {
        string[] events = ["regime_falls_open", "oil_crash", "washington_angers"];
        string[] obstacles = ["mueller", "congress", "ideology"];
        var forth = OverlaySelection.Default with { Given = [.. events], Without = [.. obstacles] };
        var back = OverlaySelection.Default with { Given = [.. events.Reverse()], Without = [.. obstacles.Reverse()] };

        Assert.Equal(ShippedCase.Read(ShippedCase.Founding, forth).Json(), ShippedCase.Read(ShippedCase.Founding, back).Json());
    }

    [Fact]
    public void Stability_is_the_same_to_the_byte_at_any_number_of_threads()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var conflict = RandomConflicts.OfOptions(seed);
            if (ConflictGraph.Of(conflict).Value is not { } problem) continue;
            string Json(int threads) => StabilityJson.Text(new()
            {
                Conflict = conflict,
                Stability = StabilityAnalysis.Run(problem, new() { Threads = threads, Coalitions = true }),
                Version = "0",
                Hash = "0",
            });
            Assert.Equal(Json(1), Json(2));
            Assert.Equal(Json(1), Json(8));
        }
    }

    private static string Json(int seed)
    {
        var generated = CaseGenerator.Generate(seed);
        return new ShippedCase(generated.Effective, generated.Base).Json();
    }
}
