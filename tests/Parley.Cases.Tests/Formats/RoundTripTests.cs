using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Formats;

public class RoundTripTests
{
    private const int Seed = 19960601;

    private static readonly ScenarioFormat[] Targets = [ScenarioFormat.Genius, ScenarioFormat.GeniusWeb, ScenarioFormat.NegMas];

    [Fact]
    public void What_is_written_reads_as_the_same_utilities()
    {
        var (written, refused) = (0, 0);
        for (var i = 0; i < Soak.Times(5_000); i++)
        {
            var random = new Random(Seed + i);
            var scenario = RandomScenario.Make(random, (ScenarioSemantics)(i % 2));
            if (RoundTrip.Check(scenario, Targets[i / 2 % 3]) is null) refused++;
            else written++;
        }
        Assert.True(written > 4 * refused, $"{written} written, {refused} refused");
    }

    [Theory, MemberData(nameof(ReferenceScenarioTests.Names), MemberType = typeof(ReferenceScenarioTests))]
    public void Every_reference_scenario_goes_through_every_format_that_has_room(string name)
    {
        foreach (var scenario in ReferenceScenarioTests.Read(name).Scenarios)
        {
            var isAdditive = scenario.Profiles.All(p => p.Rectangles.IsEmpty);
            foreach (var target in Targets)
            {
                var back = RoundTrip.Check(scenario, target);
                if (target != ScenarioFormat.GeniusWeb) Assert.True(back is null == (!isAdditive && target != ScenarioFormat.Genius));
            }
        }
    }

    [Theory, MemberData(nameof(ReferenceScenarioTests.Names), MemberType = typeof(ReferenceScenarioTests))]
    public void A_reference_scenario_comes_back_unchanged_in_its_own_format(string name)
    {
        foreach (var scenario in ReferenceScenarioTests.Read(name).Scenarios)
        {
            if (scenario.Format == ScenarioFormat.NegoLog) continue;
            var written = ScenarioWriter.Write(scenario, scenario.Format);
            Assert.NotNull(written.Value);
            Assert.Empty(written.Diagnostics);
            var read = ScenarioReader.Read(written.Value.Files);
            Assert.Empty(read.Diagnostics);
            Assert.Equal(ScenarioDump.Of(scenario), ScenarioDump.Of(read.Value!.Scenarios[0]));
        }
    }

    [Fact]
    public void Equal_scenarios_give_equal_bytes()
    {
        var scenario = RandomScenario.Make(new Random(5), ScenarioSemantics.AsWritten);

        Assert.All(Targets, t => Assert.Equal(ScenarioWriter.Write(scenario, t).Value?.Files ?? [], ScenarioWriter.Write(scenario, t).Value?.Files ?? []));
    }

    [Fact]
    public void A_format_that_is_only_read_is_refused_in_words()
    {
        var written = ScenarioWriter.Write(RandomScenario.Make(new Random(1), ScenarioSemantics.AsWritten), ScenarioFormat.NegoLog);

        Assert.Equal(ScenarioSlugs.NoRoom, Assert.Single(written.Errors).Slug);
    }
}
