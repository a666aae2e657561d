using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;

namespace Parley.Cli.Tests.Commands;

public sealed class ClaimsCommandTests : IDisposable
{
    private const string Claims = """
        claims:
          apart: {says: they go home, source: guess, expect: no deal}
          walk: {says: it is the walk, expect: deal without walk}
          cheap: {says: the usual would do, expect: deal on usual}
          calm: {says: they repeat themselves, expect: ritual > 0}

        """;

    private static readonly string Case = CaseFolder.NoDeal.Replace("no_deal: 10", "no_deal: 10 (5..40)", StringComparison.Ordinal);

    private readonly CaseFolder _folder = new();

    public ClaimsCommandTests() => File.WriteAllText(Path.Combine(_folder.Path, "claims.yaml"), Case + Claims);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_of_each_claim_whether_it_follows()
    {
        var run = Run("claims", "claims.yaml");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("2 of 4 claims follow from the numbers of the case, 1 does not, and 1 cannot be\ncomputed.", run.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^  apart +they go home +follows +no deal, margin ", run.Output);
        Assert.Matches("(?m)^  cheap +the usual would do +does not follow +refused by", run.Output);
        Assert.Matches("(?m)^  calm +they repeat themselves +not computed +", run.Output);
    }

    [Fact]
    public void As_json_what_is_not_computed_is_null()
    {
        using var document = JsonDocument.Parse(Run("claims", "claims.yaml", "--json").Output);
        var claims = document.RootElement.GetProperty("claims");

        Assert.Equal(
            ["True", "True", "False", "Null"], claims.EnumerateObject().Select(c => c.Value.GetProperty("follows").ValueKind.ToString()));
        Assert.Equal("no deal", claims.GetProperty("apart").GetProperty("shown")[0].GetProperty("phrase").GetString());
        Assert.False(document.RootElement.TryGetProperty("fragility", out _));
    }

    [Fact]
    public void A_claim_that_does_not_follow_is_a_finding_where_one_is_asked_for()
    {
        Assert.Equal(ExitCode.Finding, Run("claims", "claims.yaml", "--fail").ExitCode);
        Assert.Equal(ExitCode.Fine, Run("claims", "stall.yaml", "--fail").ExitCode);
        Assert.Contains("This case makes no claims.", Run("claims", "stall.yaml").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragile_names_the_number_that_breaks_a_claim()
    {
        var text = Run("claims", "claims.yaml", "--fragile");
        using var document = JsonDocument.Parse(Run("claims", "claims.yaml", "--fragile", "--json").Output);
        var fragility = document.RootElement.GetProperty("fragility");

        Assert.Contains("What they hang on", text.Output, StringComparison.Ordinal);
        Assert.Contains("seller.no_deal", text.Output, StringComparison.Ordinal);
        Assert.Equal(fragility.GetProperty("checks").GetInt32(), 2 * fragility.GetProperty("changes").GetInt32());
        Assert.Contains(fragility.GetProperty("breaks").EnumerateArray(), b => b.GetProperty("path").GetString() == "seller.no_deal" && b.GetProperty("claim").GetString() == "walk");
    }

    [Fact]
    public void Reconcile_admits_that_a_search_is_no_proof() =>
        Assert.Matches(@"a search\s+is\s+no\s+proof\s+that\s+there\s+are\s+none", Run("claims", "claims.yaml", "--reconcile").Output);

    [Fact]
    public void A_phrase_that_is_none_stops_the_case_with_its_place()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "typo.yaml"), CaseFolder.NoDeal + Claims.Replace("deal on usual", "deal on usul; no dael", StringComparison.Ordinal));

        var run = Run("claims", "typo.yaml");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Matches(@"typo\.yaml:\d+:\d+: error unknown-deal: 'usul'", run.Error);
        Assert.Matches(@"typo\.yaml:\d+:\d+: error unknown-phrase: .*'dael'.*Did you mean 'deal'\?", run.Error);
    }

    private Invoked Run(params string[] words) => Invoked.In(_folder.Path, words);
}
