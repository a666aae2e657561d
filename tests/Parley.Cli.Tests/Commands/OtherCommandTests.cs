using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;

namespace Parley.Cli.Tests.Commands;

public sealed class OtherCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("deals", "deals")]
    [InlineData("options", "options")]
    [InlineData("frontier", "frontier")]
    [InlineData("perceptions", "perceptions")]
    public void A_question_writes_its_own_part_of_the_analysis(string command, string member)
    {
        var text = Run(command, "stall.yaml");
        var json = Run(command, "stall.yaml", "--json");

        Assert.Equal((ExitCode.Fine, ExitCode.Fine), (text.ExitCode, json.ExitCode));
        Assert.StartsWith("A stall at the market\n", text.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.True(document.RootElement.TryGetProperty(member, out _));
        Assert.False(document.RootElement.TryGetProperty("verdict", out _));
    }

    [Fact]
    public void A_frontier_cut_short_says_so_and_has_its_own_exit_code()
    {
        var run = Run("frontier", "stall.yaml", "--set", "buyer.no_deal=0", "--set", "seller.no_deal=0", "--limit", "1");

        Assert.Equal(ExitCode.LimitReached, run.ExitCode);
        Assert.Contains("A limit was reached", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "many")]
    public void A_limit_is_a_number_from_one(params string[] limit) =>
        Assert.Equal(ExitCode.Usage, Run(["frontier", "stall.yaml", .. limit]).ExitCode);

    [Fact]
    public void Check_reports_each_file_and_the_worst_of_them_decides()
    {
        var run = Run("check", "stall.yaml", "broken.yaml");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Matches("^stall.yaml: (fine|usable, .*)\nbroken.yaml: 1 error", run.Output);
        Assert.Contains("broken.yaml:6:", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, Run("check", "stall.yaml").ExitCode);
    }

    [Fact]
    public void Check_as_json_holds_the_places()
    {
        using var document = JsonDocument.Parse(Run("check", "broken.yaml", "--json").Output);

        var file = document.RootElement.GetProperty("files")[0];

        Assert.False(file.GetProperty("usable").GetBoolean());
        Assert.Equal(6, file.GetProperty("diagnostics")[0].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    public void New_writes_a_starter_that_can_be_analysed_and_never_overwrites(int rung)
    {
        var first = Run("new", "mine.yaml", "--rung", $"{rung}");
        var text = _folder.FileText("mine.yaml");
        var second = Run("new", "mine.yaml");

        Assert.Equal((ExitCode.Fine, ExitCode.Usage), (first.ExitCode, second.ExitCode));
        Assert.Equal(text, _folder.FileText("mine.yaml"));
        Assert.Equal("parley: 'mine.yaml' exists already; it is left as it is.\n", second.Error);
        Assert.Equal(ExitCode.Fine, Run("analyze", "mine.yaml").ExitCode);
    }

    [Fact]
    public void New_knows_four_rungs_only() => Assert.Equal(ExitCode.Usage, Run("new", "mine.yaml", "--rung", "2").ExitCode);

    [Fact]
    public void Set_changes_the_value_in_place_and_keeps_the_comment()
    {
        var run = Run("set", "stall.yaml", "buyer.no_deal=12", "--output", "other.yaml");

        Assert.Equal((ExitCode.Fine, "buyer.no_deal: 12 (was 27)\nWrote other.yaml.\n"), (run.ExitCode, run.Output));
        Assert.Equal(
            CaseFolder.NoDeal.Replace("no_deal: 27", "no_deal: 12", StringComparison.Ordinal), _folder.FileText("other.yaml"));
        Assert.Equal(CaseFolder.NoDeal, _folder.FileText("stall.yaml"));
    }

    [Fact]
    public void Set_writes_nothing_when_one_of_its_edits_is_wrong()
    {
        var run = Run("set", "stall.yaml", "buyer.no_deal=12", "nobody.no_deal=1");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal(CaseFolder.NoDeal, _folder.FileText("stall.yaml"));
    }

    [Fact]
    public void Schemas_are_json()
    {
        using var ofCase = JsonDocument.Parse(Run("schema").Output);
        using var ofEvidence = JsonDocument.Parse(Run("schema", "--evidence").Output);
        Assert.NotEqual(ofCase.RootElement.GetProperty("title").GetString(), ofEvidence.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void Verify_checks_the_proof_that_the_analysis_makes_or_one_that_is_given()
    {
        var own = Run("verify", "stall.yaml");
        File.WriteAllText(Path.Combine(_folder.Path, "proof.json"), Run("analyze", "stall.yaml", "--json").Output);
        var given = Run("verify", "stall.yaml", "proof.json");

        Assert.Equal((ExitCode.Fine, ExitCode.Fine), (own.ExitCode, given.ExitCode));
        Assert.Equal(own.Output, given.Output);
        Assert.StartsWith("The proof holds", own.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_refuses_a_proof_for_another_text_and_one_that_was_tampered_with()
    {
        var proof = Run("analyze", "stall.yaml", "--json").Output;
        File.WriteAllText(Path.Combine(_folder.Path, "proof.json"), proof);
        File.WriteAllText(
            Path.Combine(_folder.Path, "forged.json"), proof.Replace("\"consent\": \"buyer\"", "\"consent\": \"seller\"", StringComparison.Ordinal));
        Run("set", "stall.yaml", "seller.no_deal=11", "--output", "changed.yaml");

        var other = Run("verify", "changed.yaml", "proof.json");
        var forged = Run("verify", "stall.yaml", "forged.json");

        Assert.Equal((ExitCode.Finding, ExitCode.Finding), (other.ExitCode, forged.ExitCode));
        Assert.Contains("another text of this case file", other.Output, StringComparison.Ordinal);
        Assert.StartsWith("The proof does not hold.", forged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_takes_a_certificate_or_overlays_but_not_both() =>
        Assert.Equal(ExitCode.Usage, Run("verify", "stall.yaml", "proof.json", "--without", "walk").ExitCode);

    [Fact]
    public void Verify_has_nothing_to_prove_where_there_is_a_deal() =>
        Assert.StartsWith("There is a deal", Run("verify", "stall.yaml", "--without", "walk").Output, StringComparison.Ordinal);

    [Fact]
    public void A_mistyped_command_is_a_usage_error_with_a_suggestion()
    {
        var run = Run("analyse", "stall.yaml");

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

    private Invoked Run(params string[] args) => Invoked.In(_folder.Path, args);
}
