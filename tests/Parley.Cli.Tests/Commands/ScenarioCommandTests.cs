using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

public sealed class ScenarioCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("market-stall")]
    [InlineData("harbour")]
    public void A_shipped_scenario_is_answered_in_text_and_JSON(string name)
    {
        var text = Invoked.In(RepositoryFolders.Root, "frontier", name);
        var json = Invoked.In(RepositoryFolders.Root, "frontier", name, "--json");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Golden.Match(text.Output, $"{name}.frontier.txt");
        Golden.Match(json.Output, $"{name}.frontier.json");
    }

    [Fact]
    public void Every_command_that_takes_a_case_takes_a_scenario()
    {
        string[] commands = ["analyze", "deals", "options", "why", "open", "claims", "perceptions", "verify", "check"];

        Assert.All(commands, command => Assert.Equal((command, ExitCode.Fine), (command, Invoked.In(RepositoryFolders.Root, command, "market-stall").ExitCode)));
    }

    [Fact]
    public void What_a_case_cannot_hold_is_said_with_a_way_out()
    {
        var run = Invoked.In(RepositoryFolders.Root, "analyze", "harbour");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Contains("error rectangles: The utilities of 'harbour' are hyper-rectangles, which a case cannot hold. parley frontier can.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frontier_with_rectangles_is_proved_complete()
    {
        var run = Invoked.In(RepositoryFolders.Root, "verify", "harbour");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("The frontier is complete: acceptable to every side is 1 of its 3 points, proved in ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_made_of_a_scenario_is_read_back_and_answers_alike()
    {
        var file = Path.Combine(_folder, "stall.yaml");
        var import = Invoked.In(RepositoryFolders.Root, "import", "market-stall", "--output", file);

        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        Golden.Match(import.Output.Replace(_folder, "FOLDER", StringComparison.Ordinal), "market-stall.import.txt");
        Golden.Match(File.ReadAllText(file), "market-stall.import.yaml");
        Assert.Equal("", Invoked.In(_folder, "check", "stall.yaml").Error);
        using var scenario = Json("frontier", "market-stall");
        using var made = Json("frontier", file);
        Assert.Equal(
            scenario.RootElement.GetProperty("frontier").GetProperty("rationalSize").GetInt32(),
            made.RootElement.GetProperty("frontier").GetProperty("rationalSize").GetInt32());
        Assert.Equal(
            scenario.RootElement.GetProperty("solutions").GetProperty("nash").GetProperty("utilities").EnumerateObject().Select(u => Math.Round(u.Value.GetDouble(), 6)),
            made.RootElement.GetProperty("solutions").GetProperty("nash").GetProperty("utilities").EnumerateObject().Zip([100.0, 300.0], (u, scale) => Math.Round(u.Value.GetDouble() / scale, 6)));
        Assert.Equal(ExitCode.Usage, Invoked.In(RepositoryFolders.Root, "import", "market-stall", "--output", file).ExitCode);
    }

    [Theory]
    [InlineData("genius")]
    [InlineData("geniusweb")]
    [InlineData("negmas")]
    public void An_exported_scenario_has_the_same_frontier(string format)
    {
        var run = Invoked.In(RepositoryFolders.Root, "export", "market-stall", "--to", format, "--output", _folder);

        Assert.Equal(0, run.ExitCode);
        using var before = Json("frontier", "market-stall");
        using var after = Json("frontier", _folder);
        Assert.Equal(Outcomes(before), Outcomes(after));
    }

    [Fact]
    public void A_case_is_exported_with_a_word_on_what_is_lost()
    {
        var run = Invoked.In(RepositoryFolders.Root, "export", "job-offer", "--to", "negmas", "--output", _folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("parley: note: Sources and claims are not carried.", run.Error, StringComparison.Ordinal);
        using var before = Json("frontier", "job-offer");
        using var after = Json("frontier", _folder);
        Assert.Equal(before.RootElement.GetProperty("frontier").GetProperty("size").GetInt32(), after.RootElement.GetProperty("frontier").GetProperty("rationalSize").GetInt32());
    }

    [Fact]
    public void Files_that_other_programs_ship_beside_a_scenario_change_no_byte()
    {
        Assert.SkipWhen(ReferenceData.Scenarios.Count == 0, "no scenario data on this machine");
        string[] shipped = ["pareto.xml", "specials.json", "specs.json"];
        var checkedFolders = 0;
        foreach (var folder in ReferenceData.Scenarios.Where(f => shipped.Any(s => File.Exists(Path.Combine(f, s)))))
        {
            var copy = Path.Combine(_folder, Path.GetFileName(folder));
            Directory.CreateDirectory(copy);
            foreach (var file in Directory.GetFiles(folder).Where(f => !shipped.Contains(Path.GetFileName(f)))) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            Assert.Equal(Invoked.In(folder, "frontier", ".", "--json").Output, Invoked.In(copy, "frontier", ".", "--json").Output);
            Assert.Equal(Invoked.In(folder, "frontier", ".").Output, Invoked.In(copy, "frontier", ".").Output);
            checkedFolders++;
        }

        Assert.True(checkedFolders >= 10, $"{checkedFolders} folders");
    }

    [Theory]
    [InlineData("frontier", "job-offer", "--within", "1%")]
    [InlineData("frontier", "market-stall", "--within", "2")]
    [InlineData("frontier", "market-stall", "--semantics", "java")]
    [InlineData("import", "job-offer")]
    [InlineData("set", "market-stall", "a=1")]
    [InlineData("export", "market-stall", "--to", "excel", "--output", "x")]
    public void Words_that_make_no_sense_are_refused(params string[] words) =>
        Assert.Equal(ExitCode.Usage, Invoked.In(RepositoryFolders.Root, words).ExitCode);

    [Fact]
    public void A_profile_that_is_not_there_is_told_with_those_that_are()
    {
        var run = Invoked.In(RepositoryFolders.Root, "frontier", "market-stall", "--profiles", "baker,florists");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Contains("unknown-profile", run.Error, StringComparison.Ordinal);
        Assert.Contains("florist", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("least-difference", "0.6000   0.6333")]
    [InlineData("greatest-welfare", "0.8500   0.4333")]
    public void What_another_program_calls_Kalai_is_shown_under_its_own_name(string name, string utilities)
    {
        var run = Invoked.In(RepositoryFolders.Root, "frontier", "market-stall", "--kalai", name);

        var lines = run.Output.Split('\n').ToList();
        var at = lines.FindIndex(l => l.Contains(name, StringComparison.Ordinal));
        Assert.True(at > 0, run.Output);
        Assert.Contains(lines[Math.Max(0, at - 6)..(at + 1)], l => l.Contains(utilities, StringComparison.Ordinal));
    }

    [Fact]
    public void A_thinned_frontier_says_what_is_given_away()
    {
        using var json = Json("frontier", "market-stall", "--within", "20%");
        var frontier = json.RootElement.GetProperty("frontier");

        Assert.Equal("within", frontier.GetProperty("extent").GetString());
        Assert.True(frontier.GetProperty("size").GetInt32() < 13);
        Assert.Equal(ExitCode.LimitReached, Invoked.In(RepositoryFolders.Root, "frontier", "market-stall", "--within", "20%").ExitCode);
    }

    private static JsonDocument Json(params string[] words) => JsonDocument.Parse(Invoked.In(RepositoryFolders.Root, [.. words, "--json"]).Output);

    private static IEnumerable<string> Outcomes(JsonDocument document) =>
        document.RootElement.GetProperty("frontier").GetProperty("points").EnumerateArray().Select(p => p.GetProperty("values").GetRawText().Replace(" ", "", StringComparison.Ordinal));
}
