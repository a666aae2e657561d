using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

public class CompareCommandTests
{
    [Fact]
    public void Columns_stand_in_the_order_typed_whatever_kind_they_are()
    {
        using var json = Compare("--given=sailors_freed", "--at", "nov_2018", "--without", "mueller,congress", "--at", "may_2019");

        var columns = json.RootElement.GetProperty("comparison").GetProperty("columns");

        Assert.Equal(["sailors_freed", "nov_2018", "mueller+congress", "may_2019"], columns.EnumerateArray().Select(Asked));
        Assert.Equal(
            columns.EnumerateArray().Select(Asked),
            json.RootElement.GetProperty("stamp").GetProperty("options").GetProperty("columns").EnumerateArray().Select(Named));
    }

    [Fact]
    public void Before_a_single_column_stands_the_case_as_asked_by_default()
    {
        using var json = Compare("--under", "obama");

        var comparison = json.RootElement.GetProperty("comparison");

        Assert.Equal(["", "obama"], comparison.GetProperty("columns").EnumerateArray().Select(Asked));
        Assert.All(comparison.GetProperty("changes").EnumerateArray(), change => Assert.StartsWith("trump.weights.", change.GetProperty("path").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_holds_in_every_column()
    {
        using var json = Compare("--at", "nov_2018", "--at", "may_2019", "--set", "trump.no_deal=-2");

        var comparison = json.RootElement.GetProperty("comparison");

        Assert.All(comparison.GetProperty("columns").EnumerateArray(), c => Assert.Equal("trump.no_deal=-2", c.GetProperty("overlays").GetProperty("set")[0].GetString()));
        Assert.Equal("mueller_noise", Assert.Single(comparison.GetProperty("changes").EnumerateArray()).GetProperty("path").GetString());
    }

    [Theory]
    [InlineData]
    [InlineData("--set", "trump.no_deal=-2")]
    [InlineData("--at", "nowhere")]
    [InlineData("--at", "nov_2018", "--set", "nobody.no_deal=1")]
    public void Nothing_to_compare_and_what_is_not_declared_are_usage_errors(params string[] words) =>
        Assert.Equal((ExitCode.Usage, string.Empty), Run(words) is var run ? (run.ExitCode, run.Output) : default);

    [Fact]
    public void Three_dates_read_as_they_were_accepted() =>
        Golden.Match(Invoked.In(RepositoryFolders.Root, "compare", "brexit-withdrawal", "--at", "jan_2019", "--at", "oct_2019", "--at", "jan_2020").Output, "brexit-withdrawal.compare.txt");

    [Fact]
    public void Six_columns_stand_below_each_other()
    {
        var text = Run("--at", "nov_2018", "--given", "sailors_freed", "--under", "obama", "--without", "mueller", "--seen-by", "commentators", "--at", "may_2019").Output;

        Golden.Match(text, "us-russia-2019.compare-six.txt");
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80 && line == line.TrimEnd(), line));
    }

    [Fact]
    public void The_json_is_as_it_was_accepted() =>
        Golden.Match(Run("--at", "nov_2018", "--at", "may_2019", "--json").Output, "us-russia-2019.compare.json");

    private static string Asked(JsonElement column) => Named(column.GetProperty("overlays"));

    private static string Named(JsonElement overlays) => string.Join('+', overlays.EnumerateObject().SelectMany(o => o.Value.ValueKind switch
    {
        JsonValueKind.String => [o.Value.GetString()!],
        JsonValueKind.Array => o.Value.EnumerateArray().Select(v => v.GetString()!),
        _ => Array.Empty<string>(),
    }));

    private static JsonDocument Compare(params string[] words)
    {
        var run = Run([.. words, "--json"]);
        Assert.Equal((ExitCode.Fine, string.Empty), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output);
    }

    private static Invoked Run(params string[] words) => Invoked.In(RepositoryFolders.Root, ["compare", "us-russia-2019", .. words]);
}
