using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.ShippedCases;

public class ShippedClaimsTests
{
    public static TheoryData<string> Names => [.. RepositoryFolders.ShippedNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_claims_read_as_they_were_accepted(string name)
    {
        var run = Invoked.In(RepositoryFolders.Root, "claims", name, "--fail");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(run.Output, $"{name}.claims.txt");
    }

    [Fact]
    public void The_claims_of_the_founding_case_as_json_are_as_they_were_accepted() =>
        Golden.Match(Invoked.In(RepositoryFolders.Root, "claims", "us-russia-2019", "--json").Output, "us-russia-2019.claims.json");
}
