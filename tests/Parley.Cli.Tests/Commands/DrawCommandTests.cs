using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

/// <summary><c>parley robust</c>, <c>sensitivity</c> and <c>sweep</c>.</summary>
public sealed class DrawCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public DrawCommandTests()
    {
        File.WriteAllText(At("ferry.yaml"), SmallCases.Threshold);
        File.WriteAllText(At("stall.yaml"), CaseFolder.NoDeal);
    }

    public void Dispose() => _folder.Dispose();

    private static Invoked InRoot(params string[] words) => Invoked.In(RepositoryFolders.Root, words);

    private string At(string file) => Path.Combine(_folder.Path, file);

    [Fact]
    public void How_sure_the_founding_case_is()
    {
        string[] command = ["robust", "us-russia-2019", "--draws", "500", "--closer", "4"];
        var text = InRoot([.. command, "--picture", At("robust.svg"), "--csv", At("robust.csv"), "--threads", "1"]);
        var json = InRoot([.. command, "--json", "--threads", "2"]);

        Assert.Equal((ExitCode.Fine, string.Empty), (text.ExitCode, text.Error));
        Golden.Match(text.Output, "us-russia-2019.robust.txt");
        Golden.Match(json.Output, "us-russia-2019.robust.json");
        var rows = _folder.FileText("robust.csv").Split("\r\n");
        Assert.Equal("kind,name,count,of,share,low,high", rows[0]);
        Assert.Contains(rows, r => r.StartsWith("claim,C1,", StringComparison.Ordinal));
        Assert.All(rows.SkipLast(1), r => Assert.Equal(7, r.Split(',').Length));
    }

    [Fact]
    public void What_the_founding_case_hangs_on()
    {
        string[] command = ["sensitivity", "us-russia-2019", "--draws", "2000", "--rows", "16"];
        var text = InRoot([.. command, "--csv", At("numbers.csv")]);
        using var json = JsonDocument.Parse(InRoot([.. command, "--json"]).Output);

        Assert.Equal((ExitCode.Fine, string.Empty), (text.ExitCode, text.Error));
        Golden.Match(text.Output, "us-russia-2019.sensitivity.txt");
        var numbers = json.RootElement.GetProperty("sensitivity").GetProperty("numbers");
        Assert.Equal(134, numbers.GetArrayLength());
        Assert.Equal(136, _folder.FileText("numbers.csv").Split("\r\n").Length);
    }

    [Fact]
    public void Pictures_are_those_of_the_pages()
    {
        InRoot("robust", "us-russia-2019", "--closer", "20", "--picture", At("robust.svg"));
        InRoot("sensitivity", "us-russia-2019", "--picture", At("sensitivity.svg"));
        foreach (var file in new[] { "robust.svg", "sensitivity.svg" })
        {
            var svg = File.ReadAllText(At(file), Encoding.UTF8);
            Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Golden.Match(svg, Path.Combine(RepositoryFolders.Root, "docs", "images", file));
        }
    }

    [Theory]
    [InlineData("job-offer")]
    [InlineData("brexit-withdrawal")]
    [InlineData("nile-dam")]
    [InlineData("cases/ladder/rung-01.yaml")]
    public void Any_case_can_be_drawn(string given)
    {
        var run = InRoot("robust", given, "--draws", "100", "--closer", "2", "--picture", At("any.svg"));
        Assert.Equal((ExitCode.Fine, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal("svg", XDocument.Parse(File.ReadAllText(At("any.svg"), Encoding.UTF8)).Root!.Name.LocalName);
    }

    [Fact]
    public void A_precision_that_is_not_reached_is_a_limit() =>
        Assert.Equal(ExitCode.LimitReached, InRoot("robust", "us-russia-2019", "--draws", "200", "--until", "0.0001", "--closer", "0").ExitCode);

    [Fact]
    public void Shards_are_made_merged_and_not_made_twice()
    {
        string[] sweep = ["sweep", "us-russia-2019", "--at", "may_2019,nov_2018", "--given", "none,regime_falls_open", "--set", "ru_trade=0..8/3", "--draws", "1200"];
        var whole = InRoot([.. sweep, "--output", At("whole.json"), "--csv", At("whole.csv")]);
        Assert.Equal((ExitCode.Fine, string.Empty), (whole.ExitCode, whole.Error));
        for (var k = 1; k <= 3; k++) Assert.Equal(ExitCode.Fine, InRoot([.. sweep, "--shard", $"{k}/3", "--output", At($"part-{k}.json"), "--threads", $"{k}"]).ExitCode);

        var missing = InRoot("sweep", "merge", At("part-1.json"), At("part-3.json"), "--output", At("merged.json"));
        Assert.Equal(ExitCode.InvalidCase, missing.ExitCode);
        Assert.Contains("Shard 2 of 3 is missing.", missing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("merged.json")));
        Assert.Equal(ExitCode.Fine, InRoot("sweep", "merge", At("part-3.json"), At("part-1.json"), At("part-2.json"), "--output", At("merged.json")).ExitCode);
        Assert.Equal(_folder.FileText("whole.json"), _folder.FileText("merged.json"));

        // A shard that is there is not made again; another is not written over.
        var before = File.GetLastWriteTimeUtc(At("part-1.json"));
        Assert.Equal(ExitCode.Fine, InRoot([.. sweep, "--shard", "1/3", "--output", At("part-1.json")]).ExitCode);
        Assert.Equal(ExitCode.Usage, InRoot([.. sweep, "--shard", "2/3", "--output", At("part-1.json")]).ExitCode);
        Assert.Equal(ExitCode.Usage, InRoot([.. sweep, "--seed", "2", "--output", At("whole.json")]).ExitCode);
        Assert.Equal(before, File.GetLastWriteTimeUtc(At("part-1.json")));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.partial"));

        Assert.Equal(14, _folder.FileText("whole.csv").Split("\r\n").Length);
        Golden.Match(whole.Output.Replace(At("whole.json"), "whole.json", StringComparison.Ordinal).Replace(At("whole.csv"), "whole.csv", StringComparison.Ordinal), "us-russia-2019.sweep.txt");
    }

    [Fact]
    public void Wrong_parts_and_overlays_are_told()
    {
        File.WriteAllText(At("note.json"), "{}");
        var run = InRoot("sweep", "merge", At("note.json"), At("none.json"), "--output", At("x.json"));
        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Contains("no part of a sweep", run.Error, StringComparison.Ordinal);
        Assert.Contains("none.json", run.Error, StringComparison.Ordinal);
        var unknown = InRoot("sweep", "us-russia-2019", "--at", "june_2019", "--output", At("y.json"));
        Assert.Equal(ExitCode.Usage, unknown.ExitCode);
        Assert.Contains("june_2019", unknown.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("y.json")));
    }

    [Fact]
    public void A_case_without_ranges_is_robust_and_has_no_sensitivity()
    {
        var robust = Invoked.In(_folder.Path, "robust", "stall.yaml", "--draws", "100", "--json");
        using var json = JsonDocument.Parse(robust.Output);
        var sensitivity = Invoked.In(_folder.Path, "sensitivity", "stall.yaml");

        Assert.Equal(0, json.RootElement.GetProperty("robust").GetProperty("numbers").GetInt32());
        Assert.Equal(100, json.RootElement.GetProperty("robust").GetProperty("grades").GetProperty("nothing").GetProperty("count").GetInt32());
        Assert.Equal(
            (ExitCode.Usage, "", "parley: No number of this case has a range, so nothing can vary. Write ranges, such as 30 (20..45).\n"),
            (sensitivity.ExitCode, sensitivity.Output, sensitivity.Error));
    }


    [Theory]
    [InlineData("--draws takes a number from 1 to a thousand million.", "robust", "ferry.yaml", "--draws", "0")]
    [InlineData("--closer takes a number of draws, 0 or more.", "robust", "ferry.yaml", "--closer", "-1")]
    [InlineData("--until takes a share between 0 and 1, such as 0.01.", "robust", "ferry.yaml", "--until", "1")]
    [InlineData("A Latin hypercube has to know beforehand", "robust", "ferry.yaml", "--until", "0.1", "--sampling", "latin")]
    [InlineData("'even'", "robust", "ferry.yaml", "--sampling", "even")]
    [InlineData("--threads takes a number up to 256; 0 for all cores.", "robust", "ferry.yaml", "--threads", "257")]
    [InlineData("'-1'", "robust", "ferry.yaml", "--seed", "-1")]
    [InlineData("Did you mean 'comfort'?", "robust", "ferry.yaml", "--without", "comfrot")]
    [InlineData("--draws takes a number from 1 to 200000.", "sensitivity", "ferry.yaml", "--draws", "200001")]
    [InlineData("--rows takes 0, or a number from 2 to a million.", "sensitivity", "ferry.yaml", "--rows", "1")]
    [InlineData("--cost-of-talks takes a share from 0 to 1.", "sensitivity", "ferry.yaml", "--cost-of-talks", "1.1")]
    [InlineData("Option '--output' is required.", "sweep", "ferry.yaml")]
    [InlineData("--shard takes i/n, such as 2/7.", "sweep", "ferry.yaml", "--output", "x.json", "--shard", "4/3")]
    [InlineData("--sample takes a number of combinations, 1 or more.", "sweep", "ferry.yaml", "--output", "x.json", "--sample", "0")]
    [InlineData("'one.no_deal' has no values: write path=0.1|0.2|0.3 or path=0.1..0.5/5.", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.no_deal")]
    [InlineData("'a=|' has no values", "sweep", "ferry.yaml", "--output", "x.json", "--set", "a=|")]
    [InlineData("A sweep has at most 100,000 cells, taken from a grid of at most a thousand times as many.", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.no_deal=0..9/1000", "--set", "one.min_gain=0..9/1000")]
    [InlineData("'moon' is not an obstacle of this case.", "sweep", "ferry.yaml", "--output", "x.json", "--without", "moon")]
    [InlineData("'one.min_gain=0.1,0.2': alternatives are separated by |, and numbers have a point: one.min_gain=0.1|0.2.", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.min_gain=0.1,0.2")]
    [InlineData("'one.min_gain=0..1' does not say how many values: one.min_gain=0..1/5 takes five.", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.min_gain=0..1")]
    [InlineData("'one.min_gain=0..1/1': behind / stands how many values, from 2 to 10,000, of numbers up to 1,000,000,000.", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.min_gain=0..1/1")]
    [InlineData("'0.1,0.2' is not a number. Write 'value (low..high) @source'.", "analyze", "ferry.yaml", "--set", "one.min_gain=0.1,0.2")]
    [InlineData("of numbers up to 1,000,000,000.", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.min_gain=1e28..7e28/10")]
    [InlineData("--output takes a file that ends in .json.", "sweep", "ferry.yaml", "--output", "ferry.yaml")]
    [InlineData("--csv takes a file that ends in .csv.", "robust", "ferry.yaml", "--csv", "ferry.yaml")]
    [InlineData("There is no folder for 'none/x.json'.", "sweep", "ferry.yaml", "--output", "none/x.json")]
    [InlineData("'x.json' is one of the parts.", "sweep", "merge", "x.json", "--output", "x.json")]
    [InlineData("'one.no_deal' is set twice", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.no_deal=1|2", "--set", "one.no_deal=3|4")]
    [InlineData("--draws takes a number from 1 to a thousand million.", "robust", "ferry.yaml", "--draws", "abc")]
    [InlineData("--closer takes a number of draws, 0 or more.", "robust", "ferry.yaml", "--closer", "5000000000")]
    [InlineData("--until takes a share between 0 and 1, such as 0.01.", "robust", "ferry.yaml", "--until", "abc")]
    [InlineData("--cost-of-talks takes a share from 0 to 1.", "sensitivity", "ferry.yaml", "--cost-of-talks", "x")]
    [InlineData("--sample takes a number of combinations, 1 or more.", "sweep", "ferry.yaml", "--output", "x.json", "--sample", "x")]
    [InlineData("Nothing stands at 'one.mingain'", "sweep", "ferry.yaml", "--output", "x.json", "--set", "one.mingain=1")]
    public void Bad_options_are_refused(string message, params string[] args)
    {
        var run = Invoked.In(_folder.Path, args);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "x.json")));
    }


    [Theory]
    [InlineData("robust")]
    [InlineData("sensitivity")]
    [InlineData("sweep")]
    [InlineData("sweep", "merge")]
    public void Help_names_every_option(params string[] command)
    {
        var run = Invoked.In(_folder.Path, [.. command, "--help"]);

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Error));
        Golden.Match(run.Output, $"{string.Join('-', command)}.help.txt");
    }


    [Fact]
    public void Until_draws_up_to_a_million_unless_told_otherwise()
    {
        using var json = Json("robust", "ferry.yaml", "--until", "0.005", "--closer", "0", "--json");
        using var limited = Json("robust", "ferry.yaml", "--until", "0.0001", "--draws", "500", "--closer", "0", "--json");

        Assert.Equal(50_000, json.RootElement.GetProperty("robust").GetProperty("draws").GetInt64());
        Assert.Equal("exact", json.RootElement.GetProperty("stamp").GetProperty("completeness").GetString());
        Assert.Equal(500, limited.RootElement.GetProperty("robust").GetProperty("draws").GetInt64());
        Assert.Equal("truncated", limited.RootElement.GetProperty("stamp").GetProperty("completeness").GetString());
    }


    [Fact]
    public void Parts_that_do_not_make_a_whole_are_refused()
    {
        foreach (var shard in new[] { 1, 2, 3 }) Sweep("ferry.yaml", "--draws", "2500", "--output", $"{shard}.json", "--shard", $"{shard}/3");
        Sweep("ferry.yaml", "--draws", "2500", "--output", "f.json", "--shard", "3/3", "--seed", "2");
        File.WriteAllText(Path.Combine(_folder.Path, "altered.json"), _folder.FileText("3.json").Replace("\"exactDraws\": 0", "\"exactDraws\": -1", StringComparison.Ordinal));

        Refused("parley: Shard 2 of 3 is missing.\n", "1.json", "3.json");
        Refused("parley: Shard 1 is given more than once: 1.json, 1.json.\n", "1.json", "1.json", "2.json", "3.json");
        Refused("parley: f.json is of another sweep than 1.json: its cases, overlays, draws, seed or version differ.\n", "1.json", "2.json", "f.json");
        Refused("parley: altered.json: This is no part of a sweep, or it was changed.\n", "1.json", "2.json", "altered.json");
        Refused("parley: ferry.yaml: This is no part of a sweep, or it was changed.\n", "1.json", "2.json", "ferry.yaml");

        void Refused(string error, params string[] parts)
        {
            var run = Sweep(["merge", .. parts, "--output", "m.json"]);
            Assert.Equal((ExitCode.InvalidCase, "", error), (run.ExitCode, run.Output, run.Error));
            Assert.False(File.Exists(Path.Combine(_folder.Path, "m.json")));
        }
    }


    [Fact]
    public void Steps_none_and_samples_make_the_cells_they_say()
    {
        Sweep("ferry.yaml", "--without", "none,comfort", "--set", "one.min_gain=0.1..0.5/5", "--draws", "0", "--output", "o.json");
        Sweep("ferry.yaml", "--without", "none,comfort", "--set", "one.min_gain=0.1..0.5/5", "--draws", "0", "--output", "s.json", "--sample", "4");

        var (grid, sample) = (Cells("o.json"), Cells("s.json"));
        string[] steps = ["one.min_gain=0.1", "one.min_gain=0.2", "one.min_gain=0.3", "one.min_gain=0.4", "one.min_gain=0.5"];
        Assert.Equal([.. steps.Select(s => " " + s), .. steps.Select(s => "comfort " + s)], grid);
        Assert.Equal(4, sample.Count);
        Assert.Equal(grid.Where(sample.Contains), sample);

        List<string> Cells(string file)
        {
            using var json = JsonDocument.Parse(_folder.FileText(file));
            string Words(JsonElement cell, string name) => string.Join('+', cell.GetProperty(name).EnumerateArray().Select(w => w.GetString()));
            return [.. json.RootElement.GetProperty("cells").EnumerateArray().Select(c => $"{Words(c, "without")} {Words(c, "set")}")];
        }
    }

    private Invoked Sweep(params string[] args) => Invoked.In(_folder.Path, ["sweep", .. args]);

    private JsonDocument Json(params string[] args) => JsonDocument.Parse(Invoked.In(_folder.Path, args).Output);
}
