using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

public sealed class EvidenceCommandTests : IDisposable
{
    private static readonly string Founding = Path.Combine(RepositoryFolders.Root, "cases", "us-russia-2019");

    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("agenda")]
    [InlineData("stories")]
    [InlineData("forecast")]
    [InlineData("beliefs")]
    [InlineData("history")]
    [InlineData("path")]
    public void The_founding_case_as_json(string command)
    {
        var run = Invoked.In(RepositoryFolders.Root, command, "us-russia-2019", "--json");

        Assert.Equal((ExitCode.Fine, string.Empty), (run.ExitCode, run.Error));
        Golden.Match(run.Output, $"us-russia-2019.{command}.json");
    }

    [Fact]
    public void The_agenda_can_be_drawn()
    {
        var run = Invoked.In(RepositoryFolders.Root, "agenda", "us-russia-2019", "--picture", Path.Combine(_folder.Path, "agenda.svg"));

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(File.ReadAllText(Path.Combine(_folder.Path, "agenda.svg"), Encoding.UTF8), "us-russia-2019.agenda.svg");
        Assert.Equal(ExitCode.Usage, Invoked.In(_folder.Path, "agenda", Founding, "--picture", "agenda.png").ExitCode);
    }

    [Theory]
    [InlineData("history")]
    [InlineData("path")]
    public void The_index_can_be_drawn_as_on_its_page(string command)
    {
        var run = Invoked.In(RepositoryFolders.Root, command, "us-russia-2019", "--picture", Path.Combine(_folder.Path, "index.svg"));

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Golden.Match(File.ReadAllText(Path.Combine(_folder.Path, "index.svg"), Encoding.UTF8), Path.Combine(RepositoryFolders.Root, "docs", "images", command + ".svg"));
        Golden.Match(run.Output, $"us-russia-2019.{command}.txt");
        Assert.Equal(ExitCode.Usage, Invoked.In(_folder.Path, command, Founding, "--picture", "index.png").ExitCode);
    }

    [Theory]
    [InlineData("month", "2018-03", 15)]
    [InlineData("quarter", "2018 Q1", 6)]
    [InlineData("year", "2018", 2)]
    public void The_index_is_told_by_period(string by, string first, int count)
    {
        using var json = JsonDocument.Parse(Invoked.In(RepositoryFolders.Root, "history", "us-russia-2019", "--by", by, "--json").Output);

        var periods = json.RootElement.GetProperty("history").GetProperty("periods");
        Assert.Equal((first, count), (periods[0].GetProperty("period").GetString(), periods.GetArrayLength()));
        Assert.Equal(-40, periods[count - 1].GetProperty("level").GetDouble());
    }

    [Fact]
    public void A_path_is_written_for_spreadsheets()
    {
        var run = Invoked.In(_folder.Path, "path", Founding, "--quarters", "2", "--csv", "path.csv");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        var lines = _folder.FileText("path.csv").Split("\r\n");
        Assert.StartsWith("quarter,until,mean,variance,p05,p25,p50,p75,p95,momentous_mean,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2,2019-11-15,-44.25,58.65,-57,-49,-44,-39,-33,-44.55,91.65,-60,", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("81")]
    [InlineData("two")]
    public void Quarters_out_of_range_are_refused(string quarters) =>
        Assert.Equal(ExitCode.Usage, Invoked.In(RepositoryFolders.Root, "path", "us-russia-2019", "--quarters", quarters).ExitCode);

    [Fact]
    public void Effects_without_a_common_step_have_no_quantiles_and_that_is_a_limit()
    {
        Plant("token_gain: 0.5 @guess", "token_gain: 0.5 @guess");
        var path = Path.Combine(_folder.Path, "case.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("effect_on_index: 4 @guess", "effect_on_index: 4.0001 @guess", StringComparison.Ordinal));

        var run = Invoked.In(_folder.Path, "path", "case.yaml");

        Assert.Equal(ExitCode.LimitReached, run.ExitCode);
        Assert.Matches(@"(?m)^ +8  2021-05-15  \u221257\.0 +15\.\d +\u2013", run.Output);
        Assert.Contains("no common step", Invoked.In(_folder.Path, "path", "case.yaml", "--picture", "x.svg").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.LimitReached, Invoked.In(_folder.Path, "history", "case.yaml", "--picture", "x.svg").ExitCode);
    }

    [Fact]
    public void Without_an_index_or_a_history_that_is_said()
    {
        var text = File.ReadAllText(Path.Combine(Founding, "evidence.yaml"));
        var index = text.IndexOf("relationship_index:", StringComparison.Ordinal);
        var history = text.IndexOf("history:", StringComparison.Ordinal);
        File.Copy(Path.Combine(Founding, "case.yaml"), Path.Combine(_folder.Path, "case.yaml"), overwrite: true);
        File.WriteAllText(Path.Combine(_folder.Path, "evidence.yaml"), text[..index]);

        Assert.Contains("evidence.yaml has no 'relationship_index'", Invoked.In(_folder.Path, "path", "case.yaml").Error, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, "evidence.yaml"), text[..history] + text[index..]);
        var run = Invoked.In(_folder.Path, "history", "case.yaml");
        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("the evidence has no history", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Invoked.In(_folder.Path, "history", "case.yaml", "--picture", "x.svg").ExitCode);
    }

    [Fact]
    public void Resolved_forecasts_are_scored()
    {
        Plant("  two_falls:", "  two_falls:\n    resolved: no\n    resolved_on: 2019-12\n    post_mortem: it held");

        var run = Invoked.In(_folder.Path, "forecast", "case.yaml");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("2 forecasts, 1 of them resolved.", run.Output, StringComparison.Ordinal);
        Assert.Contains("0.563", run.Output, StringComparison.Ordinal);
        Assert.Contains("two falls: it held", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chances_of_the_case_are_the_same_at_any_number_of_threads_and_none_without_draws()
    {
        var one = Invoked.In(Founding, "forecast", "case.yaml", "--json", "--draws", "40", "--seed", "7", "--threads", "1");
        var many = Invoked.In(Founding, "forecast", "case.yaml", "--json", "--draws", "40", "--seed", "7", "--threads", "3");
        var none = Invoked.In(Founding, "forecast", "case.yaml", "--draws", "0");

        Assert.Equal(one.Output, many.Output);
        Assert.Contains("\"draws\": 40", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Draws that agree: ", none.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Invoked.In(Founding, "forecast", "case.yaml", "--draws", "-1").ExitCode);
    }

    [Theory]
    [InlineData("    date: 2019-05-14", "    date: 2019-05-16")]
    [InlineData("    date: 2019-05-03\n    at", "    date: 2019-06\n    at")]
    [InlineData("    made: 2019-05-15\n    horizon: 2019-11-15", "    made: 2019-07-01\n    horizon: 2019-11-15")]
    [InlineData("as_of: 2019-05-15", "as_of: 2019-05-14")]
    public void What_is_later_than_the_as_of_date_is_caught(string planted, string by)
    {
        Plant(planted, by);

        var run = Invoked.In(_folder.Path, "check", "case.yaml");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Contains("error later-than-as-of: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mueller_report:\n    title: report on Russian interference in the 2016 election, redacted\n    outlet: U.S. Department of Justice\n    date: 2019-04-18", "date: 2019-04-18", "date: 2020-04-18")]
    [InlineData("url: https://www.ostro.info/news/4058/", "date: 2018-11-28", "date: 2019-11-28")]
    public void A_later_source_behind_the_case_is_caught(string near, string planted, string by)
    {
        var text = File.ReadAllText(Path.Combine(Founding, "case.yaml"));
        Assert.Contains(near, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, "case.yaml"), text.Replace(planted, by, StringComparison.Ordinal)
            .Replace("0.30 (0.15..0.50) @q39", "0.30 (0.15..0.50) @mueller_report", StringComparison.Ordinal).Replace("per_year: 1.0 @q08", "per_year: 1.0 @kerch", StringComparison.Ordinal));

        var run = Invoked.In(_folder.Path, "check", "case.yaml");

        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Contains("error later-than-as-of: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drift after 1 quarter < 0", "falls in one quarter has a chance of 49.8% (parley path); the case speaks of its expectation.")]
    [InlineData("drift after 2 quarters < 0", "is lower after two quarters has a chance of 66.1% (parley path)")]
    [InlineData("drift after 1 quarter > 0", "how likely the index itself goes there, parley path tells.")]
    [InlineData("drift after 3 quarters < drift after 1 quarter", "how likely the index itself goes there, parley path tells.")]
    [InlineData("drift after 1 quarter under obama < 0", "how likely the index itself goes there, parley path tells.")]
    public void A_forecast_of_the_expected_index_is_told_from_one_of_the_index(string expect, string note)
    {
        Plant("expect: drift after 2 quarters < drift after 1 quarter; drift after 1 quarter < 0", $"expect: {expect}");

        var run = Invoked.In(_folder.Path, "forecast", "case.yaml", "--draws", "0");

        Assert.Equal((ExitCode.Fine, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains(note, OneLine(run.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agenda")]
    [InlineData("stories")]
    [InlineData("forecast")]
    [InlineData("beliefs")]
    [InlineData("history")]
    [InlineData("path")]
    public void A_single_file_without_evidence_is_told_what_to_write_where_and_that_works(string command)
    {
        var refused = Invoked.In(_folder.Path, command, "stall.yaml");

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains($"move stall.yaml to {At("stall", "case.yaml")}, and write {At("stall", "evidence.yaml")}", refused.Error, StringComparison.Ordinal);
        Assert.Contains("us-russia-2019 is a shipped case with evidence", refused.Error, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "stall"));
        File.Move(Path.Combine(_folder.Path, "stall.yaml"), Path.Combine(_folder.Path, "stall", "case.yaml"));
        File.WriteAllLines(Path.Combine(_folder.Path, "stall", "evidence.yaml"), refused.Error.Split('\n').Where(l => l.StartsWith("    ", StringComparison.Ordinal)));
        Assert.Equal((ExitCode.Fine, string.Empty), (Invoked.In(_folder.Path, "check", "stall").ExitCode, Invoked.In(_folder.Path, "check", "stall").Error));
        Assert.Equal(ExitCode.Fine, Invoked.In(_folder.Path, command, "stall").ExitCode);
    }

    [Fact]
    public void A_case_or_scenario_without_evidence_is_told_where_it_would_stand()
    {
        Assert.Contains($"Write {At("cases", "job-offer", "evidence.yaml")}; ", Invoked.In(RepositoryFolders.Root, "path", "job-offer").Error, StringComparison.Ordinal);
        Assert.Contains("make a case of it with parley import", Invoked.In(RepositoryFolders.Root, "path", "market-stall").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    effect_on_index: -5 @guess", "", "; 2 of them (2018-03-26, 2019-03-22) have no effect given.", true)]
    [InlineData("    effect_on_index: -3 @guess", "", "; 4 of them have no effect given.", true)]
    [InlineData("    date: 2019-03-22", "    date: 2019-03-22\n    effect_on_index: 1 @guess", " on 2019-05-15. Observed", false)]
    public void Events_without_effect_are_told_by_their_dates_and_by_no_column_where_there_are_none(string planted, string by, string words, bool hasColumn)
    {
        Plant(planted, by);

        var run = Invoked.In(_folder.Path, "history", "case.yaml");

        Assert.Contains(words, OneLine(run.Output), StringComparison.Ordinal);
        Assert.Equal(hasColumn, Regex.IsMatch(run.Output, "(?m)^ +given$"));
    }

    private static string OneLine(string text) => Regex.Replace(text, @"\s+", " ");

    private static string At(params string[] names) => Path.Combine(names);

    // The founding case with a change of its evidence.
    private void Plant(string planted, string by)
    {
        var path = Path.Combine(_folder.Path, "evidence.yaml");
        var text = File.ReadAllText(Path.Combine(Founding, "evidence.yaml"));
        Assert.Contains(planted, text, StringComparison.Ordinal);
        File.Copy(Path.Combine(Founding, "case.yaml"), Path.Combine(_folder.Path, "case.yaml"), overwrite: true);
        File.WriteAllText(path, text.Replace(planted, by, StringComparison.Ordinal));
    }
}
