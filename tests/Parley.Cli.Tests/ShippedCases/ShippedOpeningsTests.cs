using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.ShippedCases;

public class ShippedOpeningsTests
{
    public static TheoryData<string> Names => [.. RepositoryFolders.ShippedNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_openings_read_as_they_were_accepted(string name)
    {
        string[] date = name == "brexit-withdrawal" ? ["--at", "jan_2019"] : [];
        var run = Invoked.In(RepositoryFolders.Root, ["open", name, .. date]);

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(run.Output, $"{name}.open.txt");
    }

    [Fact]
    public void Openings_as_json_are_as_they_were_accepted() =>
        Golden.Match(Invoked.In(RepositoryFolders.Root, "open", "job-offer", "--json").Output, "job-offer.open.json");

    [Fact]
    public void Each_event_has_the_verdict_it_leads_to()
    {
        using var json = JsonDocument.Parse(Invoked.In(RepositoryFolders.Root, "open", "us-russia-2019", "--json").Output);
        var events = json.RootElement.GetProperty("events");

        Assert.Equal("deal", events.GetProperty("regime_falls_open").GetString());
        Assert.Equal("nothing", events.GetProperty("regime_falls_hard").GetString());
        Assert.Equal("tokens", events.GetProperty("oil_crash").GetString());
        Assert.Equal("lng.ru_yields.putin.geo", json.RootElement.GetProperty("tippingPoints")[0].GetProperty("path").GetString());
        Assert.NotEqual(0, json.RootElement.GetProperty("correctionSets").GetArrayLength());
    }

    [Fact]
    public void A_case_at_the_edge_is_told_the_side_on_which_it_turns()
    {
        using var folder = new CaseFolder();
        File.WriteAllText(Path.Combine(folder.Path, "ferry.yaml"), SmallCases.Threshold);
        Invoked Edge(string command, string worth) => Invoked.In(folder.Path, command, "ferry.yaml", "--set", $"pact.signed.one={worth}");
        var open = Edge("open", "6").Output;

        Assert.Contains("margin 0.000", open, StringComparison.Ordinal);
        Assert.Matches(@"\(pact\.signed\.one\) +6 +< 6 +\S+ +no deal", open);
        Assert.Matches(@"\(one\.no_deal\) +6 +> 6 +0\.00 +no deal", open);
        Assert.Contains("A deal is possible", Edge("analyze", "6").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A deal is possible", Edge("analyze", "5.999").Output, StringComparison.Ordinal);
        Assert.Contains("A deal is possible", Edge("analyze", "6.001").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_is_not_declared_is_refused() =>
        Assert.Equal(ExitCode.Usage, Invoked.In(RepositoryFolders.Root, "open", "us-russia-2019", "--given", "war").ExitCode);
}
