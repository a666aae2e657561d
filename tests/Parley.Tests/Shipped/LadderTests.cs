using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Tests.Shipped;

public class LadderTests
{
    private static readonly string First = "ladder/rung-01.yaml";

    public static TheoryData<string> Rungs => [.. ShippedCase.Paths.Where(p => p.StartsWith("ladder/", StringComparison.Ordinal))];

    [Fact]
    public void The_ladder_has_ten_rungs() => Assert.Equal(10, Rungs.Count);

    [Theory]
    [MemberData(nameof(Rungs))]
    public void A_rung_reads_without_errors(string rung) => Assert.Empty(CaseFile.Read(Path.Combine(RepositoryFolders.Cases, rung)).Errors);

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Climbing_leaves_the_grade_and_the_witness_on_the_first_rungs_issues(string rung)
    {
        var (first, now) = (ShippedCase.Read(First), ShippedCase.Read(rung));
        var (expected, found) = (first.Verdict(), now.Verdict());

        Assert.Equal(expected.Grade, found.Grade);
        var issues = first.Effective.Issues.Select(i => i.Name + ".").ToList();
        Assert.Equal(
            expected.Witness!.Package.Options,
            found.Witness!.Package.Options.Where(o => issues.Exists(i => o.StartsWith(i, StringComparison.Ordinal))));
    }
}
