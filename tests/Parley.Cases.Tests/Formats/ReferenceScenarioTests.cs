using System.Numerics;
using System.Text.Json;
using Parley.Cases.Formats;
using Parley.Cases.Scenarios;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Formats;

public class ReferenceScenarioTests
{
    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>(ReferenceData.Scenarios.Select(f => Path.GetFileName(f)));
            if (names.Count == 0) names.Add("none");
            return names;
        }
    }

    public static string Folder(string name)
    {
        var folder = ReferenceData.Scenarios.FirstOrDefault(f => Path.GetFileName(f) == name);
        Assert.SkipWhen(folder is null, "The scenarios of other programs are not on this machine.");
        return folder;
    }

    public static ScenarioReading Read(string name, ScenarioReadOptions? options = null)
    {
        var read = ScenarioFiles.Read(Folder(name), options);
        Assert.True(read.Value is not null, string.Join('\n', read.Diagnostics));
        return read.Value;
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_scenario_reads(string name)
    {
        var reading = Read(name);

        Assert.Equal(name[..name.IndexOf('_', StringComparison.Ordinal)], reading.Format.ToString().ToLowerInvariant());
        Assert.Equal(reading.Format, ScenarioFiles.Recognise(Folder(name)));
        foreach (var scenario in reading.Scenarios) Check(scenario);
    }

    [Fact]
    public void Outcomes_reservations_and_frontiers_are_those_of_the_reference()
    {
        Assert.SkipWhen(ReferenceData.ScenarioReference is null, "The reference figures are not on this machine.");
        using var reference = JsonDocument.Parse(File.ReadAllText(ReferenceData.ScenarioReference));
        foreach (var entry in reference.RootElement.EnumerateObject())
        {
            var scenario = Read(entry.Name).Scenarios.Single();
            var expected = entry.Value;
            Assert.Equal(expected.GetProperty("parties").GetInt32(), scenario.Profiles.Length);
            Assert.Equal(expected.GetProperty("outcomes").GetInt64(), (long)scenario.Issues.Aggregate(BigInteger.One, (n, i) => n * i.Values.Length));
            var reservations = scenario.Profiles.Select(p => ScenarioTwin.Reservation(scenario, p)?.ToDouble() ?? 0).ToList();
            var stated = expected.GetProperty("reservation").EnumerateArray().Select(r => r.GetDouble()).ToList();
            // The reference lists its sides in the order of their files, which agents of a template may turn around.
            foreach (var (own, given) in reservations.Order().Zip(stated.Order())) Assert.Equal(given, own, 1e-9);
            if (scenario.Profiles.Length != 2) continue;
            var frontier = TwinFrontier.Of(scenario);
            Assert.True(expected.GetProperty("frontier_distinct").GetInt32() == frontier.Count, $"{entry.Name}: {frontier.Count}");
            if (!expected.TryGetProperty("nash", out var nash) || reservations.Exists(r => r > 0)) continue;
            var best = frontier.MaxBy(p => p.First.ToDouble() * p.Second.ToDouble());
            Assert.Equal(nash.EnumerateArray().Select(n => n.GetDouble()).Order().Select(n => Math.Round(n, 9)), new[] { best.First.ToDouble(), best.Second.ToDouble() }.Order().Select(n => Math.Round(n, 9)));
        }
    }

    [Fact]
    public void Agents_of_a_template_name_and_order_the_sides()
    {
        var reading = Read("genius_AMPOvsCity");

        Assert.Equal(["AMPO", "City"], reading.Scenarios[0].Profiles.Select(p => p.Name));
        Assert.Equal("ampo_vs_city", reading.Scenarios[0].Name);
        Assert.Equal(8, Assert.IsType<TableFunction>(reading.Scenarios[0].Profiles[0].Issues[0].Function).Values[0]);
        Assert.Contains(reading.Notes, n => n.Message.Contains("similarity", StringComparison.Ordinal));
        var twice = Assert.Single(ScenarioFiles.Read(Folder("genius_AMPOvsCity")).Diagnostics);
        Assert.Equal((ScenarioSlugs.DuplicateValue, 15), (twice.Slug, twice.Span.Line));
    }

    [Fact]
    public void Sides_are_chosen_by_name_and_sit_in_the_order_asked_for()
    {
        var all = Read("genius_y2015_group6-tram").Scenarios[0];
        var two = Read("genius_y2015_group6-tram", new() { Profiles = ["Tram_Profile7", "Tram_Profile2"] }).Scenarios[0];

        Assert.Equal(9, all.Profiles.Length);
        Assert.Equal(["Tram_Profile7", "Tram_Profile2"], two.Profiles.Select(p => p.Name));
        var wrong = ScenarioFiles.Read(Folder("genius_y2015_group6-tram"), new() { Profiles = ["Tram_Profil7"] });
        Assert.Contains("Did you mean 'Tram_Profile", Assert.Single(wrong.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_centre_gives_one_scenario_for_each_edge_and_a_second_side_where_that_is_data()
    {
        var dinners = Read("negmas_anl2025_dinners");
        var hunt = Read("negmas_anl2025_job_hunt_target");

        Assert.Equal(["Day-Amy", "Day-Eve", "Day-Steve"], dinners.Scenarios.Select(s => s.Name));
        Assert.All(dinners.Scenarios, s => Assert.Single(s.Profiles));
        Assert.Contains(dinners.Notes, n => n.Slug == ScenarioSlugs.CodeUtility && n.Span.Line == 2);
        Assert.Equal(4, hunt.Scenarios.Length);
        Assert.All(hunt.Scenarios, s => Assert.Equal("employer", s.Profiles[1].Name));
        Assert.Equal(new IntegerRange(0, 5), hunt.Scenarios[0].Issues[0].Range);
    }

    [Theory]
    [InlineData("genius_y2014_10issues", "pareto.xml")]
    [InlineData("geniusweb_anl2022_domain00", "specials.json")]
    [InlineData("negolog_domain0", "specs.json")]
    public void Results_shipped_beside_a_scenario_change_nothing(string name, string file)
    {
        var folder = Folder(name);
        var texts = Directory.GetFiles(folder).Select(f => new ScenarioText(Path.GetFileName(f), File.ReadAllText(f))).ToList();
        var with = ScenarioReader.Read(texts).Value;
        var without = ScenarioReader.Read([.. texts.Where(t => t.Name != file)]).Value;

        Assert.NotNull(with);
        Assert.NotNull(without);
        Assert.Equal(ScenarioDump.Of(without.Scenarios[0]), ScenarioDump.Of(with.Scenarios[0]));
        Assert.Contains(with.Notes, n => n.Slug == ScenarioSlugs.Ignored && n.Span.File == file);
        Assert.DoesNotContain(without.Notes, n => n.Slug == ScenarioSlugs.Ignored);
    }

    [Fact]
    public void A_file_of_a_folder_stands_for_the_folder()
    {
        var folder = Folder("negmas_anl2025_dinners");
        var whole = Read("negmas_anl2025_dinners");
        var edge = ScenarioFiles.Read(Path.Combine(folder, "edges", "edge002.yml"));
        var centre = ScenarioFiles.Read(Path.Combine(folder, "center.yml"));

        Assert.Equal(whole.Scenarios.Select(ScenarioDump.Of), edge.Value?.Scenarios.Select(ScenarioDump.Of) ?? []);
        Assert.Equal(whole.Scenarios.Select(ScenarioDump.Of), centre.Value?.Scenarios.Select(ScenarioDump.Of) ?? []);
    }

    private static void Check(Scenario scenario)
    {
        Assert.NotEmpty(scenario.Issues);
        Assert.Distinct(scenario.Issues.Select(i => i.Name));
        Assert.Distinct(scenario.Profiles.Select(p => p.Name));
        Assert.All(scenario.Issues, i => Assert.Distinct(i.Values));
        Assert.All(scenario.Profiles, p => Assert.True(p.Issues.Length == scenario.Issues.Length || (p.Issues.IsEmpty && !p.Rectangles.IsEmpty)));
    }
}
