using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;

namespace Parley.Cli.Tests.Commands;

public sealed class EventsCommandTests : IDisposable
{
    private const string Heading = "Event ID\tEvent Date\tEvent Type\tIntensity\tActor Name\tActor Country\tRecipient Name\tRecipient Country\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Events_between_two_actors_are_counted_over_time()
    {
        Write("1\t2019-01-02\tCONSULT\t2\tx\tUSA\ty\tRUS\n2\t2019-03-05\tTHREATEN\t-5\ty\tRUS\tx\tUSA\n3\t2019-03-06\tAID\t7\tz\tCHN\ty\tRUS\nshort\n");

        var run = Invoked.In(_folder, "events", "sample.txt", "--from", "USA", "--to", "RUS", "--both-ways");

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("sample.txt:5:1: warning broken-line: The line has 1 columns instead of 8.", run.Error, StringComparison.Ordinal);
        Assert.Contains("4 lines: 2 events kept, 1 not between the actors asked for, 1 that cannot be read.", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  2019-01 +1 +1 +0 +\+2\.00  consult 1$", run.Output);
        Assert.Matches(@"(?m)^  2019-02 +0 +0 +0 +\u2013", run.Output);
        Assert.Matches(@"(?m)^  2019-03 +1 +0 +1 +\u22125\.00  threaten 1$", run.Output);
    }

    [Theory]
    [InlineData("quarter", "2019 Q1", "2019 Q3")]
    [InlineData("year", "2019", "2019")]
    public void Periods_are_whole_and_empty_ones_are_there(string by, string first, string last)
    {
        Write("1\t2019-03-31\tCONSULT\t2\tx\tUSA\ty\tRUS\n2\t2019-07-01\tTHREATEN\t-5\ty\tRUS\tx\tUSA\n");

        using var json = JsonDocument.Parse(Invoked.In(_folder, "events", "sample.txt", "--by", by, "--json").Output);

        var periods = json.RootElement.GetProperty("periods").EnumerateArray().Select(p => p.GetProperty("period").GetString()).ToList();
        Assert.Equal((first, last), (periods[0], periods[^1]));
        Assert.Equal(by == "quarter" ? 3 : 1, periods.Count);
    }

    [Fact]
    public void What_is_no_event_data_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "sample.txt"), "a,b\n");

        var run = Invoked.In(_folder, "events", "sample.txt");

        Assert.Equal((ExitCode.InvalidCase, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("sample.txt:1:1: error no-event-data: A line of 1 columns is of no known set", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Invoked.In(_folder, "events", "nothing.txt").ExitCode);
    }

    [Fact]
    public void Events_go_into_the_history_of_a_case_and_never_twice()
    {
        using var cases = new CaseFolder();
        Write("1\t2019-01-02\tCONSULT\t2\tx\tUSA\ty\tRUS\n2\t2019-03-05\tTHREATEN\t-5\ty\tRUS\tx\tUSA\n3\t2019-03-05\tTHREATEN\t-4\ty\tRUS\tx\tUSA\n");
        var file = Path.Combine(_folder, "sample.txt");

        var first = Invoked.In(cases.Path, "events", file, "--into", "case.yaml");
        var text = cases.FileText("evidence.yaml");
        using var again = JsonDocument.Parse(Invoked.In(cases.Path, "events", file, "--into", "case.yaml", "--json").Output);

        Assert.Contains("2 events written to evidence.yaml, 1 that was there already or came twice.", first.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("evidence: stall\n\nhistory:\n  polecat-1-20190102: {date: 2019-01-02, type: CONSULT, from: \"x\", to: \"y\", intensity: 2}\n  polecat-2-20190305: {date: 2019-03-05, type: THREATEN, from: \"y\", to: \"x\", intensity: -5}\n", text);
        Assert.Equal((text, 0, 3), (cases.FileText("evidence.yaml"), again.RootElement.GetProperty("into").GetProperty("added").GetInt32(), again.RootElement.GetProperty("into").GetProperty("known").GetInt32()));
        Assert.Equal(ExitCode.Fine, Invoked.In(cases.Path, "check", "case.yaml").ExitCode);
    }

    [Theory]
    [InlineData("stall.yaml", ExitCode.Usage, "can have no evidence beside it")]
    [InlineData("broken.yaml", ExitCode.InvalidCase, "error unknown-key")]
    [InlineData("nothing.yaml", ExitCode.Usage, "no shipped case")]
    public void Events_go_into_no_case_that_cannot_have_them(string given, int exitCode, string error)
    {
        using var cases = new CaseFolder();
        Write("1\t2019-01-02\tCONSULT\t2\tx\tUSA\ty\tRUS\n");

        var run = Invoked.In(cases.Path, "events", Path.Combine(_folder, "sample.txt"), "--into", given);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cases.Path, "evidence.yaml")));
    }

    private void Write(string lines) => File.WriteAllText(Path.Combine(_folder, "sample.txt"), Heading + lines);
}
