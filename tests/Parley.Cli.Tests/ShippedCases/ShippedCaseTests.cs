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
    public void Its_proof_holds_where_it_has_no_deal(string name) =>
        Assert.Equal(ExitCode.Fine, Invoked.In(RepositoryFolders.Root, "verify", name).ExitCode);
}
