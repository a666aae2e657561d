using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Formats;

public class FormatSampleTests
{
    public static TheoryData<ScenarioFormat, bool> Samples { get; } = new()
    {
        { ScenarioFormat.Genius, false }, { ScenarioFormat.Genius, true }, { ScenarioFormat.GeniusWeb, false },
        { ScenarioFormat.NegMas, false }, { ScenarioFormat.NegMas, true }, { ScenarioFormat.NegoLog, false },
    };

    private static ScenarioReading Read(ScenarioFormat format, bool second = false, ScenarioReadOptions? options = null)
    {
        var read = ScenarioReader.Read(FormatSamples.Of(format, second), options);
        Assert.True(read.Value is not null, string.Join('\n', read.Diagnostics));
        Assert.Empty(read.Diagnostics);
        return read.Value;
    }

    private static string Utility(Scenario scenario, int side, params int[] outcome) => ScenarioTwin.Utility(scenario, scenario.Profiles[side], outcome).ToString();

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_goes_through_every_format_that_has_room(ScenarioFormat format, bool second)
    {
        foreach (var scenario in Read(format, second).Scenarios)
        {
            Assert.Equal(format == ScenarioFormat.Genius ? ScenarioSemantics.Genius : ScenarioSemantics.AsWritten, scenario.Semantics);
            foreach (var target in (ScenarioFormat[])[ScenarioFormat.Genius, ScenarioFormat.GeniusWeb, ScenarioFormat.NegMas]) RoundTrip.Check(scenario, target);
        }
    }

    [Fact]
    public void Genius_divides_tables_clamps_lines_and_takes_sides_from_agents()
    {
        var reading = Read(ScenarioFormat.Genius);
        var scenario = reading.Scenarios.Single();

        Assert.Equal("harbour", scenario.Name);
        Assert.Equal(["Port", "Guild"], scenario.Profiles.Select(p => p.Name));
        Assert.Equal(["dock", "fee", "term"], scenario.Issues.Select(i => i.Name));
        Assert.Equal(new IntegerRange(2, 6), scenario.Issues[1].Range);
        // 0.2 * 7/7 + 0.5 * 0.25 * 3 + 0.3 * 2/8
        Assert.Equal("13/20", Utility(scenario, 0, 0, 3, 0));
        // 0.5 * 3/6 + 0.3 * clamp(1 - 0.3 * 4) + 0.2 * 0
        Assert.Equal("1/4", Utility(scenario, 1, 0, 4, 1));
        Assert.Equal("0.2", scenario.Profiles[1].Reservation.ToString());
        Assert.Null(scenario.Profiles[0].Reservation);
        Assert.Equal(
            [
                "guild.xml:9:4: note discount: The discount factor is kept, and no answer uses it",
                "harbour-domain.xml:1:23: note not-carried: The number of sessions is not carried",
            ],
            reading.Notes.Where(n => !n.Message.Contains(" of a", StringComparison.Ordinal)).Select(n => n.ToString()));
        Assert.Contains(reading.Notes, n => n.ToString() == "harbour-domain.xml:6:66: note not-carried: The cost of a value is not carried");
    }

    [Fact]
    public void Genius_can_be_taken_as_written()
    {
        var scenario = Read(ScenarioFormat.Genius, options: new() { Semantics = ScenarioSemantics.AsWritten }).Scenarios.Single();

        // 0.5 * 3 + 0.3 * (1 - 0.3 * 4) + 0.2 * 0
        Assert.Equal("36/25", Utility(scenario, 1, 0, 4, 1));
    }

    [Fact]
    public void Rectangles_are_weighed_divided_and_bounded_by_the_range()
    {
        var profile = Read(ScenarioFormat.Genius, second: true).Scenarios.Single().Profiles.Single();

        Assert.Equal(["14", "11"], profile.Rectangles.Select(r => r.Utility.ToString()));
        Assert.Equal([new(0, 3, 9, false), new(1, 1, 2, true)], profile.Rectangles[0].Conditions);
        Assert.Equal([new(1, 0, -1, false)], profile.Rectangles[1].Conditions);
        Assert.Equal("40", profile.RectangleMaximum.ToString());
    }

    [Fact]
    public void GeniusWeb_interpolates_numbers_and_keeps_bids()
    {
        var scenario = Read(ScenarioFormat.GeniusWeb).Scenarios.Single();

        Assert.Equal(["owner", "rider"], scenario.Profiles.Select(p => p.Name));
        Assert.Equal(new IntegerRange(10, 14), scenario.Issues[1].Range);
        Assert.Equal(["0.5", "1", "1.5"], scenario.Issues[2].Values);
        Assert.Equal([1, 2, 2], scenario.Profiles[1].ReservationBid);
        // 0.25 * 1 + 0.5 * (0.9 - 0.7 / 4) + 0.25 * 0.4
        Assert.Equal("57/80", Utility(scenario, 1, 0, 1, 1));
    }

    [Fact]
    public void NegMas_reads_functions_by_place_and_by_name_and_what_a_discount_wraps()
    {
        var scenario = Read(ScenarioFormat.NegMas).Scenarios.Single();

        Assert.Equal("mill", scenario.Name);
        Assert.Equal(["baker", "miller"], scenario.Profiles.Select(p => p.Name));
        Assert.Null(scenario.Profiles[0].Reservation);
        Assert.Equal([1, 1, 1], scenario.Profiles[0].ReservationBid);
        // 0.5 * 0.1 + 0.25 * (0.9 - 0.5) + 0.25 * 0.4 + 0.05
        Assert.Equal("3/10", Utility(scenario, 0, 2, 3, 2));
        // 2 + 0.1 * 4 + 0.2 * 3
        Assert.Equal("3/1", Utility(scenario, 1, 0, 2, 0));
        Assert.Equal(("0.95", "0.4"), (scenario.Profiles[1].Discount.ToString(), scenario.Profiles[1].Reservation.ToString()));
    }

    [Fact]
    public void A_centre_is_code_and_its_edges_are_scenarios()
    {
        var reading = Read(ScenarioFormat.NegMas, second: true);

        Assert.Equal(["ann buyer", "bob"], reading.Scenarios.Select(s => string.Join(' ', s.Profiles.Select(p => p.Name))));
        Assert.Equal(["stalls-ann", "stalls-bob"], reading.Scenarios.Select(s => s.Name));
        Assert.Equal(2, reading.Notes.Count(n => n.Slug == ScenarioSlugs.CodeUtility));
        Assert.Equal(["stalls-bob"], Read(ScenarioFormat.NegMas, second: true, new() { Profiles = ["bob"] }).Scenarios.Select(s => s.Name));
    }

    [Fact]
    public void NegoLog_takes_the_order_of_the_first_profile()
    {
        var scenario = Read(ScenarioFormat.NegoLog).Scenarios.Single();

        Assert.Equal(["profileA", "profileB"], scenario.Profiles.Select(p => p.Name));
        Assert.Equal(["x", "y"], scenario.Issues.Select(i => i.Name));
        // 0.5 * 1 + 0.5 * 0.1
        Assert.Equal("11/20", Utility(scenario, 1, 1, 1));
        Assert.Null(scenario.Profiles[1].Reservation);
    }

    [Theory]
    [InlineData("case.yaml", "parley: 1\ncase: x\ntype: negmas.OutcomeSpace\nissues:\n", null)]
    [InlineData("case.yaml", "case: x\nparties: {}\nissues: {}\n", null)]
    [InlineData("a.yml", "type: DiscreteCartesianOutcomeSpace\nissues: []\n", ScenarioFormat.NegMas)]
    [InlineData("a.yml", "weights: [1]\ntype: LinearAdditiveUtilityFunction\n", ScenarioFormat.NegMas)]
    [InlineData("a.yml", "type: fundraiser\n", null)]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><!-- c --><negotiation_template>", ScenarioFormat.Genius)]
    [InlineData("a.xml", "<html/>", null)]
    [InlineData("pareto.xml", "<utility_space/>", null)]
    [InlineData("a.json", "{\"issuesValues\": {", ScenarioFormat.GeniusWeb)]
    [InlineData("a.json", "\uFEFF{\"reservationValue\": 0, \"issueWeights\": {}", ScenarioFormat.NegoLog)]
    [InlineData("a.json", "[1]", null)]
    [InlineData("a.txt", "<utility_space/>", null)]
    public void A_file_is_recognised_by_its_name_and_first_keys(string name, string text, ScenarioFormat? format) =>
        Assert.Equal(format, ScenarioReader.Recognise(new(name, text)));

    [Fact]
    public void No_shipped_case_is_taken_for_a_scenario()
    {
        Assert.All(RepositoryFolders.ShippedNames, n => Assert.Null(ScenarioFiles.Recognise(Path.Combine(RepositoryFolders.Cases, n))));
        Assert.All(RepositoryFolders.ShippedNames, n => Assert.Null(ScenarioFiles.Recognise(Path.Combine(RepositoryFolders.Cases, n, "case.yaml"))));
        Assert.All(Directory.GetFiles(RepositoryFolders.InvalidCases, "*.yaml"), f => Assert.Null(ScenarioFiles.Recognise(f)));
        Assert.Null(ScenarioFiles.Recognise(Path.Combine(RepositoryFolders.Cases, "no such folder")));
    }
}
