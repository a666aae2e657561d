using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.ShippedCases;

public class ShippedCaseTests
{
    public static TheoryData<string> Names => [.. RepositoryFolders.ShippedNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_analysis_reads_as_it_was_accepted(string name)
    {
        var run = Invoked.In(RepositoryFolders.Root, "analyze", name);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(run.Output, $"{name}.analyze.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_analysis_as_json_is_as_it_was_accepted(string name)
    {
        var run = Invoked.In(RepositoryFolders.Root, "analyze", name, "--json");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(run.Output, $"{name}.analyze.json");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_explanation_reads_as_it_was_accepted(string name)
    {
        var run = Invoked.In(RepositoryFolders.Root, ["why", name, .. Contested(name)]);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(run.Output, $"{name}.why.txt");
    }

    [Fact]
    public void An_explanation_as_json_is_as_it_was_accepted() =>
        Golden.Match(Invoked.In(RepositoryFolders.Root, "why", "brexit-withdrawal", "--at", "jan_2019", "--json").Output, "brexit-withdrawal.why.json");

    [Fact]
    public void A_deal_that_the_case_does_not_name_is_refused_with_those_it_does()
    {
        var run = Invoked.In(RepositoryFolders.Root, "why", "us-russia-2019", "--deal", "venezuela");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("venezuela_for_ukraine", run.Error, StringComparison.Ordinal);
    }

    // The date at which the case is at its most contested.
    private static string[] Contested(string name) => name == "brexit-withdrawal" ? ["--at", "jan_2019"] : [];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_proof_holds_where_it_has_no_deal(string name) =>
        Assert.Equal(ExitCode.Fine, Invoked.In(RepositoryFolders.Root, "verify", name).ExitCode);
}
