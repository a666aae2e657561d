using System.Text.Json;
using Parley.Cli.Running;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Commands;

public sealed class StabilityCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("elmira")]
    [InlineData("us-russia-2019")]
    public void It_reads_as_it_was_accepted(string name)
    {
        var run = Invoked.In(RepositoryFolders.Root, "stability", name, "--coalitions", "--from", name == "elmira" ? "s5" : "as it stands");

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Error));
        Golden.Match(run.Output, $"{name}.stability.txt");
    }

    [Fact]
    public void A_conflict_as_json_is_as_it_was_accepted() =>
        Golden.Match(Invoked.In(RepositoryFolders.Root, "stability", "elmira", "--coalitions", "--json").Output, "elmira.stability.json");

    [Fact]
    public void A_conflict_that_is_perceived_otherwise_reads_as_it_was_accepted()
    {
        var run = Invoked.In(RepositoryFolders.Root, "stability", "cases/teaching/unseen-threat.yaml");

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Error));
        Golden.Match(run.Output, "unseen-threat.stability.txt");
    }

    [Fact]
    public void Perceived_equilibria_and_outcomes_are_in_the_json()
    {
        using var json = Json("stability", "cases/teaching/unseen-threat.yaml", "--concept", "seq", "--json");
        var hypergame = json.RootElement.GetProperty("hypergame");
        var calm = hypergame.GetProperty("states").GetProperty("seq").EnumerateArray().Single(s => s.GetProperty("state").GetString() == "NNN");

        Assert.Equal("""["red"]""", hypergame.GetProperty("perceptions").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal(["seq"], hypergame.GetProperty("states").EnumerateObject().Select(p => p.Name));
        Assert.True(calm.GetProperty("equilibrium").GetBoolean());
        Assert.False(calm.GetProperty("outcome").GetBoolean());
        Assert.Equal(["blue"], calm.GetProperty("keptBy").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(0, hypergame.GetProperty("outcomeCounts").GetProperty("seq").GetInt32());
    }

    [Fact]
    public void A_negotiator_that_sees_the_case_otherwise_sees_other_equilibria()
    {
        File.WriteAllText(Path.Combine(_folder, "strait.yaml"), """
            parley: 1
            case: strait
            parties: {one: {}, two: {}}
            issues:
              arms: {status_quo: few, few: {by: one}, many: {by: one, one: -2, two: -3}}
              strait: {status_quo: open, open: {by: two}, closed: {by: two, one: -5, two: -1}}
            perceptions:
              one: {set: {strait.closed.two: 2}}
            """);
        var text = Invoked.In(_folder, "stability", "strait.yaml").Output;
        using var plain = JsonDocument.Parse(Invoked.In(_folder, "stability", "strait.yaml", "--seen-by", "one", "--json").Output);

        Assert.Contains("As each side sees it: where it could rest", text, StringComparison.Ordinal);
        Assert.Contains("A perception of its own: one.", text, StringComparison.OrdinalIgnoreCase);
        Assert.False(plain.RootElement.TryGetProperty("hypergame", out _));
    }

    [Fact]
    public void The_founding_case_stands_until_the_regime_falls()
    {
        using var json = Json("stability", "us-russia-2019", "--json");
        var standing = json.RootElement.GetProperty("standing");

        Assert.True(standing.GetProperty("stable").GetBoolean());
        Assert.False(standing.GetProperty("deal").GetBoolean());
        Assert.Contains(standing.GetProperty("moves").EnumerateArray(), m => m.GetProperty("option").GetString() == "donbas.escalate" && m.GetProperty("gain").GetDouble() < 0);
        var breaking = standing.GetProperty("events").EnumerateArray().Where(e => e.GetProperty("breaks").GetBoolean()).Select(e => e.GetProperty("event").GetString());
        Assert.Equal(["regime_falls_open", "regime_falls_hard"], breaking);
        foreach (var party in json.RootElement.GetProperty("stable").EnumerateObject())
            Assert.All(party.Value.EnumerateObject(), concept => Assert.Contains("as it stands", concept.Value.EnumerateArray().Select(s => s.GetString())));
    }

    [Fact]
    public void Only_the_concepts_asked_for_are_answered()
    {
        using var json = Json("stability", "elmira", "--concept", "nash", "--concept", "seq", "--json");

        Assert.Equal(["nash", "seq"], json.RootElement.GetProperty("equilibria").EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("s10", "'s10' is no state that can be come to. The states are s1, s2, s3, s4, abandoned, s5, s6, s7, s8.")]
    [InlineData("delay + accept", "'delay + accept' is no state that can be come to.")]
    public void A_state_that_is_none_is_refused_with_those_there_are(string state, string message)
    {
        var run = Invoked.In(RepositoryFolders.Root, "stability", "elmira", "--from", state);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_without_a_status_quo_has_nothing_to_leave()
    {
        var run = Invoked.In(RepositoryFolders.Root, "stability", "job-offer");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("has a status quo, so there is nothing to move away from", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_goes_out_as_tables_and_comes_back_with_the_same_verdicts()
    {
        Assert.Equal(ExitCode.Fine, Invoked.In(RepositoryFolders.Root, "export", "elmira", "--to", "csv", "--output", _folder).ExitCode);
        Assert.Equal(ExitCode.Fine, Invoked.In(_folder, "import", "elmira.states.csv", "--output", "again.yaml").ExitCode);
        using var before = Json("stability", "elmira", "--json");
        foreach (var path in new[] { "elmira.states.csv", "again.yaml" })
        {
            using var after = Json("stability", Path.Combine(_folder, path), "--json");
            Assert.Equal(before.RootElement.GetProperty("equilibria").GetRawText(), after.RootElement.GetProperty("equilibria").GetRawText());
        }
    }

    [Theory]
    [InlineData("json", "elmira.json")]
    [InlineData("dot", "elmira.dot")]
    public void A_conflict_goes_out_in_other_forms(string form, string file)
    {
        Assert.Equal(ExitCode.Fine, Invoked.In(RepositoryFolders.Root, "export", "elmira", "--to", form, "--output", _folder).ExitCode);
        Assert.NotEqual(0, new FileInfo(Path.Combine(_folder, file)).Length);
        Assert.Equal(ExitCode.Usage, Invoked.In(RepositoryFolders.Root, "export", "elmira", "--to", form, "--output", _folder).ExitCode);
    }

    [Fact]
    public void A_conflict_written_as_json_is_read_as_one()
    {
        Assert.Equal(ExitCode.Fine, Invoked.In(RepositoryFolders.Root, "export", "elmira", "--to", "json", "--output", _folder).ExitCode);

        Assert.Equal((ExitCode.Fine, ""), Invoked.In(_folder, "check", "elmira.json") is var run ? (run.ExitCode, run.Error) : default);
        Assert.Equal(ExitCode.Fine, Invoked.In(_folder, "stability", "elmira.json").ExitCode);
    }

    [Theory]
    [InlineData("moves.svg")]
    [InlineData("moves.dot")]
    public void A_small_conflict_is_drawn(string file)
    {
        var run = Invoked.In(RepositoryFolders.Root, "stability", "elmira", "--from", "s5", "--picture", Path.Combine(_folder, file));

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Error));
        var accepted = file.EndsWith("svg", StringComparison.Ordinal) ? Path.Combine(RepositoryFolders.Root, "docs", "images", "elmira.svg") : $"elmira.{file}";
        Golden.Match(File.ReadAllText(Path.Combine(_folder, file)), accepted);
    }

    [Fact]
    public void A_picture_of_thousands_of_states_is_refused()
    {
        var run = Invoked.In(RepositoryFolders.Root, "stability", "us-russia-2019", "--picture", Path.Combine(_folder, "m.svg"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("A picture takes at most 60 states.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_is_no_case_and_says_where_to_ask()
    {
        var run = Invoked.In(RepositoryFolders.Root, "analyze", "elmira");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("parley stability elmira", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_reads_conflicts_alone_and_beside_a_case()
    {
        File.WriteAllText(Path.Combine(_folder, "both.yaml"), """
            parley: 1
            case: both
            parties: {a: {}, b: {}}
            issues:
              x: {status_quo: stays, stays: {}, goes: {by: a, a: -1, b: 2}}
            conflict:
              options: {strike: {by: a}, offer: {by: b}}
              status_quo: none
              preferences:
                a: [offer, not strike]
                b: [not strik]
            """);

        Assert.Equal(ExitCode.Fine, Invoked.In(RepositoryFolders.Root, "check", "elmira").ExitCode);
        var run = Invoked.In(_folder, "check", "both.yaml");
        Assert.Equal(ExitCode.InvalidCase, run.ExitCode);
        Assert.Contains("both.yaml:11:13: error unknown-option: 'strik' is not an option of this conflict. Did you mean 'strike'?", run.Error, StringComparison.Ordinal);
    }

    private static JsonDocument Json(params string[] words)
    {
        var run = Invoked.In(RepositoryFolders.Root, words);
        Assert.Equal("", run.Error);
        return JsonDocument.Parse(run.Output);
    }
}
