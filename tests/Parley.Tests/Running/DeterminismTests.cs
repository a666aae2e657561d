using Parley.Cases.Overlays;
using Parley.Tests.BruteForce;
using Parley.Tests.Shipped;

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

    private static string Json(int seed)
    {
        var generated = CaseGenerator.Generate(seed);
        return new ShippedCase(generated.Effective, generated.Base).Json();
    }
}
