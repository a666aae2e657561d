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
    public void Without_ranges_nothing_can_vary()
    {
        Assert.Contains("No number of this case has a range", InRoot("robust", "cases/ladder/rung-01.yaml").Output, StringComparison.Ordinal);
        var run = InRoot("sensitivity", "cases/ladder/rung-01.yaml");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Write ranges", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("robust", "us-russia-2019", "--draws", "0")]
    [InlineData("robust", "us-russia-2019", "--until", "2")]
    [InlineData("robust", "us-russia-2019", "--sampling", "latin", "--until", "0.1")]
    [InlineData("robust", "us-russia-2019", "--sampling", "halton")]
    [InlineData("robust", "us-russia-2019", "--picture", "robust.png")]
    [InlineData("sensitivity", "us-russia-2019", "--rows", "1")]
    [InlineData("sensitivity", "us-russia-2019", "--cost-of-talks", "2")]
    [InlineData("sweep", "us-russia-2019", "--output", "x.json", "--shard", "3/2")]
    [InlineData("sweep", "us-russia-2019", "--output", "x.json", "--set", "ru_trade")]
    [InlineData("sweep", "us-russia-2019")]
    public void What_cannot_be_asked_is_refused(params string[] words)
    {
        var run = InRoot(words);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.NotEmpty(run.Error);
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
}
