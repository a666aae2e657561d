using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Kernels.Exact;
using Parley.Reports.Tests.Samples;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Cli.Tests.Commands;

public sealed class AnalyzeCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new("case.yaml", "other.yaml", "broken.yaml", "cases/named/case.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_begins_with_title_and_overlays_and_then_the_verdict()
    {
        var run = Run("analyze", "other.yaml", "--without", "inquiry");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.StartsWith(
            "Why two powers have nothing to discuss (at May 2019; without the inquiry)\n\nTokens only: West and East can agree",
            run.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("other.yaml")]
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
            "parley: 'nowhere' is no file, no folder with a case.yaml, and no shipped case. Shipped cases: named.\n", run.Error);
    }

    [Fact]
    public void An_invalid_case_lists_all_findings_on_stderr_and_nothing_else()
    {
        var run = Run("analyze", "broken.yaml", "--json");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(
            "broken.yaml:2:3: warning idle-party: 'west' has neither points nor role.\n"
            + "broken.yaml:4:5: error unknown-key: 'outcom' is not known here. Did you mean 'outcome'?\n",
            run.Error);
    }

    [Fact]
    public void An_unknown_overlay_is_a_usage_error()
    {
        var run = Run("analyze", "other.yaml", "--without", "weather");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal("parley: error unknown-obstacle: There is no such obstacle.\n", run.Error);
    }

    [Theory]
    [InlineData("nothing,tokens", ExitCode.Finding)]
    [InlineData("tokens", ExitCode.Finding)]
    [InlineData("nothing", ExitCode.Fine)]
    [InlineData("deal", ExitCode.Fine)]
    [InlineData("never", ExitCode.Usage)]
    public void Fail_on_turns_a_verdict_into_an_exit_code(string verdicts, int exitCode) =>
        Assert.Equal(exitCode, Run("analyze", "other.yaml", "--fail-on", verdicts).ExitCode);

    [Fact]
    public void A_verdict_left_open_by_a_limit_is_no_finding_but_exits_with_its_own_code()
    {
        var open = TwoPowers.Verdict with { MarginUpper = (Rational)0.1m, Completeness = Completeness.Truncated };

        var run = Invoked.With(SampleEngine.Of(open), _folder.Path, "analyze", "other.yaml", "--fail-on", "tokens");

        Assert.Equal(ExitCode.LimitReached, run.ExitCode);
        Assert.Contains("could not be settled within the limit (margin between −0.086 and +0.100)", Unwrapped(run), StringComparison.Ordinal);
        Assert.Contains("A limit was reached", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_but_proved_verdict_is_still_a_finding()
    {
        var verdict = TwoPowers.Verdict with { Grade = Grade.Nothing, Completeness = Completeness.Truncated };

        Assert.Equal(
            ExitCode.Finding,
            Invoked.With(SampleEngine.Of(verdict), _folder.Path, "analyze", "other.yaml", "--fail-on", "nothing").ExitCode);
    }

    [Fact]
    public void Json_is_one_document_with_the_hash_of_the_file()
    {
        var run = Run("analyze", "other.yaml", "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            "de6934d3824ea688", document.RootElement.GetProperty("stamp").GetProperty("caseHash").GetString()![..16]);
        Assert.Equal("tokens", document.RootElement.GetProperty("verdict").GetProperty("grade").GetString());
    }

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

        Assert.Equal(ExitCode.Interrupted, CliApplication.Run(["analyze", "other.yaml"], face, SampleEngine.Instance));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void A_defect_is_one_line_without_a_stack_trace()
    {
        var broken = SampleEngine.Instance with { Read = _ => throw new InvalidOperationException("odd state") };

        var run = Invoked.With(broken, _folder.Path, "analyze", "other.yaml");

        Assert.Equal(ExitCode.Defect, run.ExitCode);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("odd state", run.Error, StringComparison.Ordinal);
    }

    private Invoked Run(params string[] args) => Invoked.With(SampleEngine.Instance, _folder.Path, args);

    private static string Unwrapped(Invoked run) => run.Output.Replace('\n', ' ');
}
