using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;

namespace Parley.Cli.Tests.Commands;

public sealed class AnalyzeCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_is_as_it_was_accepted()
    {
        var closed = Run("analyze", "stall.yaml");
        var opened = Run("analyze", "stall.yaml", "--without", "walk");

        Assert.Equal((ExitCode.Fine, ExitCode.Fine), (closed.ExitCode, opened.ExitCode));
        Assert.Empty(closed.Error + opened.Error);
        Golden.Match(closed.Output, "stall.analyze.txt");
        Golden.Match(opened.Output, "stall.analyze.without-walk.txt");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("stall.yaml")]
    [InlineData("cases/named")]
    [InlineData("named")]
    public void A_case_is_a_file_a_folder_or_the_name_of_a_shipped_case(string given) =>
        Assert.Equal(ExitCode.Fine, Run("analyze", given).ExitCode);

    [Fact]
    public void An_unknown_case_is_a_usage_error_that_lists_the_shipped_ones()
    {
        var run = Run("analyze", "nowhere");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(
            "parley: 'nowhere' is no file, no folder with a case.yaml or a scenario, and no shipped case. Shipped cases: named.\n", run.Error);
    }

    [Fact]
    public void An_invalid_case_lists_its_findings_on_stderr_and_nothing_else()
    {
        var run = Run("analyze", "broken.yaml", "--json");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("broken.yaml:6:", run.Error, StringComparison.Ordinal);
        Assert.Contains(" error unknown-key: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--without", "weather")]
    [InlineData("--at", "never")]
    [InlineData("--set", "buyer.no_deal")]
    [InlineData("--set", "nobody.no_deal=3")]
    public void An_unknown_overlay_or_a_bad_edit_is_a_usage_error_of_one_line(string option, string value)
    {
        var run = Run("analyze", "stall.yaml", option, value);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Matches("^[^\n]*error [a-z-]+: [^\n]+\n$", run.Error);
    }

    [Theory]
    [InlineData("nothing,tokens", ExitCode.Finding)]
    [InlineData("nothing", ExitCode.Finding)]
    [InlineData("tokens", ExitCode.Fine)]
    [InlineData("deal", ExitCode.Fine)]
    [InlineData("never", ExitCode.Usage)]
    public void Fail_on_turns_a_verdict_into_an_exit_code(string verdicts, int exitCode) =>
        Assert.Equal(exitCode, Run("analyze", "stall.yaml", "--fail-on", verdicts).ExitCode);

    [Fact]
    public void Json_is_one_document_with_the_hash_of_the_file_and_the_overlays()
    {
        var run = Run("analyze", "stall.yaml", "--json", "--set", "buyer.no_deal=4", "--set", "seller.no_deal=2");

        using var document = JsonDocument.Parse(run.Output);
        var stamp = document.RootElement.GetProperty("stamp");
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CaseFolder.NoDeal))),
            stamp.GetProperty("caseHash").GetString());
        Assert.Equal(
            ["buyer.no_deal=4", "seller.no_deal=2"],
            stamp.GetProperty("options").GetProperty("set").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal("deal", document.RootElement.GetProperty("verdict").GetProperty("grade").GetString());
    }

    [Fact]
    public void Equal_questions_give_equal_bytes() =>
        Assert.Equal(Run("analyze", "stall.yaml", "--json"), Run("analyze", "stall.yaml", "--json"));

    [Fact]
    public void An_interrupt_exits_with_130_and_no_words()
    {
        using var error = new StringWriter();
        var face = new Face
        {
            Output = TextWriter.Null,
            Error = error,
            Folder = _folder.Path,
            Cancellation = new CancellationToken(canceled: true),
        };

        Assert.Equal(ExitCode.Interrupted, CliApplication.Run(["analyze", "stall.yaml"], face));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void A_defect_is_one_line_without_a_stack_trace()
    {
        using var error = new StringWriter();
        var output = new StringWriter();
        output.Dispose();
        var face = new Face { Output = output, Error = error, Folder = _folder.Path };

        Assert.Equal(ExitCode.Defect, CliApplication.Run(["analyze", "stall.yaml"], face));
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    private Invoked Run(params string[] args) => Invoked.In(_folder.Path, args);
}
