using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;

namespace Parley.Cli.Tests.Commands;

public sealed class OtherCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new("other.yaml", "broken.yaml");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("deals", "deals")]
    [InlineData("options", "options")]
    [InlineData("frontier", "frontier")]
    public void A_question_writes_its_own_part_of_the_analysis(string command, string member)
    {
        var text = Run(command, "other.yaml");
        var json = Run(command, "other.yaml", "--json");

        Assert.Equal((ExitCode.Fine, ExitCode.Fine), (text.ExitCode, json.ExitCode));
        Assert.StartsWith("Why two powers have nothing to discuss (at May 2019)\n", text.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.True(document.RootElement.TryGetProperty(member, out _));
        Assert.False(document.RootElement.TryGetProperty("verdict", out _));
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "many")]
    public void A_limit_is_a_number_from_one(params string[] limit) =>
        Assert.Equal(ExitCode.Usage, Run(["frontier", "other.yaml", .. limit]).ExitCode);

    [Fact]
    public void Check_reports_each_file_and_the_worst_of_them_decides()
    {
        var run = Run("check", "other.yaml", "broken.yaml");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Equal("other.yaml: fine\nbroken.yaml: 1 error, 1 warning\n", run.Output);
        Assert.Equal(2, run.Error.TrimEnd('\n').Split('\n').Length);
        Assert.Equal(ExitCode.Fine, Run("check", "other.yaml").ExitCode);
    }

    [Fact]
    public void Check_as_json_holds_the_places()
    {
        using var document = JsonDocument.Parse(Run("check", "broken.yaml", "--json").Output);

        var file = document.RootElement.GetProperty("files")[0];

        Assert.False(file.GetProperty("usable").GetBoolean());
        Assert.Equal(4, file.GetProperty("diagnostics")[1].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    public void New_writes_a_starter_and_never_overwrites(int rung)
    {
        var first = Run("new", "mine.yaml", "--rung", $"{rung}");
        var text = _folder.FileText("mine.yaml");
        var second = Run("new", "mine.yaml");

        Assert.Equal((ExitCode.Fine, ExitCode.Usage), (first.ExitCode, second.ExitCode));
        Assert.Contains("parties:", text, StringComparison.Ordinal);
        Assert.Equal(text, _folder.FileText("mine.yaml"));
        Assert.Equal("parley: 'mine.yaml' exists already; it is left as it is.\n", second.Error);
    }

    [Fact]
    public void New_knows_four_rungs_only() => Assert.Equal(ExitCode.Usage, Run("new", "mine.yaml", "--rung", "2").ExitCode);

    [Fact]
    public void A_mistyped_command_is_a_usage_error_with_a_suggestion()
    {
        var run = Run("analyse", "other.yaml");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("analyze", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_calls_the_program_by_its_name()
    {
        var run = Run("--help");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("parley [command]", run.Output, StringComparison.Ordinal);
    }

    private Invoked Run(params string[] args) => Invoked.With(SampleEngine.Instance, _folder.Path, args);
}
