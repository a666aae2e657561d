using Parley.Cases.Conflicts;
using Parley.Cases.Formats;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Conflicts;

public class ConflictFormatTests
{
    [Fact]
    public void A_gmcr_file_is_read_with_its_statements()
    {
        var read = GmcrReader.Read("deal.gmcr", ConflictSamples.Gmcr);
        var conflict = read.Value!;

        Assert.Equal(["no-preference"], read.Diagnostics.Select(d => d.Slug));
        Assert.Equal(["sign_it", "wait", "wait_2"], conflict.OptionNames);
        Assert.Equal(["the_buyer", "seller"], conflict.Parties.Select(p => p.Name));
        Assert.Equal(["the_buyer", "seller", "seller"], conflict.Options.Select(o => o.Owner));
        Assert.Equal([OptionDirection.Forward, OptionDirection.Both, OptionDirection.Back], conflict.Options.Select(o => o.Direction));
        Assert.Equal(["not wait", "sign_it and wait_2 or not sign_it"], Assert.IsType<StatementPreference>(conflict.Preferences[0]).Groups.Select(g => g[0].Statement.Write(conflict.OptionNames)));
        Assert.Equal("wait and wait_2", Assert.Single(conflict.Infeasible).Statement.Write(conflict.OptionNames));
        Assert.NotNull(ConflictReader.Read("f", ConflictWriter.Write(conflict)).Value);
    }

    [Fact]
    public void A_gmcr_file_is_read_with_its_rankings()
    {
        var read = GmcrReader.Read("r.gmcr", ConflictSamples.Ranked);

        Assert.Equal(["left-behind"], read.Diagnostics.Select(d => d.Slug));
        Assert.Equal([0, 0, 1], ConflictOutcomes.List(read.Value!)!.RanksOf(0));
        Assert.Equal([0, 2, 1], ConflictOutcomes.List(read.Value!)!.RanksOf(1));
    }

    [Theory]
    [InlineData("[3, [1, 2]]", "[3, [1, 4]]", "error unknown-state: '4' is no state. Write its place among the 3 feasible ones.")]
    [InlineData("[3, [1, 2]]", "[3, 1]", "error missing-state: The preference of 'One' leaves out '2'. Add it.")]
    [InlineData("[2, 3, 1]", "[2, 2, 3, 1]", "error state-twice: '2' is told twice. Remove one.")]
    [InlineData("\"options\": [1]", "\"options\": [7]", "error unknown-option: '7' is no option. Write its index from 0 to 1.")]
    [InlineData("[0, \"Y\"]", "[0, \"X\"]", "error unknown-word: 'X' is not what 'a condition' takes: Y, N.")]
    public void A_mistake_in_a_gmcr_file_is_told(string word, string instead, string expected) =>
        Assert.Contains(expected, string.Join('\n', GmcrReader.Read("r.gmcr", ConflictSamples.Ranked.Replace(word, instead, StringComparison.Ordinal)).Diagnostics), StringComparison.Ordinal);

    [Fact]
    public void Tables_are_read_and_ranks_from_one_are_flipped()
    {
        var tables = new ConflictTables(ConflictSamples.States, ConflictSamples.Arcs);
        var conflict = ConflictCsvReader.Read("t", tables).Value!;

        Assert.Equal("Both, \"gently\"", conflict.States[0].Title);
        Assert.Equal([2, 3, 1, 0], ConflictOutcomes.List(conflict)!.RanksOf(0));
        Assert.Equal([1, 0, 2, 3], ConflictOutcomes.List(ConflictCsvReader.Read("t", tables, RankOrder.OneIsBest).Value!)!.RanksOf(0));
        Assert.Equal("t.arcs.csv:2:11: error unknown-state: 'clam' is not a state of this conflict. Did you mean 'calm'?", ConflictCsvReader.Read("t", tables with { Arcs = "party,from,to\none,first,clam\n" }).Diagnostics[0].ToString());
        Assert.Equal("bad-number", ConflictCsvReader.Read("t", tables with { States = ConflictSamples.States.Replace("0.5", "low", StringComparison.Ordinal) }).Diagnostics[0].Slug);
    }

    [Theory]
    [InlineData("hipel-1993/elmira.yaml", "s1 s2 s3 s4 abandoned s5 s6 s7 s8", "3 2 7 6 0 4 1 8 5", "8 1 3 7 4 5 0 2 6", "5 1 7 2 0 6 3 8 4", 4 + 12 + 8)]
    [InlineData("fang-1993/prisoners-dilemma.yaml", "NN YN NY YY", "1 0 3 2", "1 3 0 2", null, 8)]
    [InlineData("fang-1993/chicken.yaml", "both_swerve first_drives_on second_drives_on crash", "2 3 1 0", "2 1 3 0", null, 8)]
    [InlineData("hipel-2014/syria-iraq.yaml", "NNN YNN NYN NNY YNY NYY", "5 2 4 1 0 3", "2 5 0 4 1 3", null, 18)]
    public void A_published_conflict_says_what_the_source_says(string path, string states, string first, string second, string? third, int moves)
    {
        var read = ConflictReader.Read(path, CaseFile.ReadText(Path.Combine(RepositoryFolders.Cases, "published", path)).Value!);
        Assert.Empty(read.Diagnostics);
        var outcomes = ConflictOutcomes.List(read.Value!)!;

        Assert.Equal(states, string.Join(' ', outcomes.Keys.Select(read.Value!.NameOf)));
        string?[] ranks = third is null ? [first, second] : [first, second, third];
        Assert.Equal(ranks, read.Value!.Parties.Select((_, p) => string.Join(' ', outcomes.RanksOf(p))));
        Assert.Equal(moves, read.Value!.Parties.Select((_, p) => outcomes.MovesOf(p).Length).Sum());
    }

    [Fact]
    public void The_example_of_the_page_is_read()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolders.Root, "docs", "conflicts.md"));
        var example = page.Split("```yaml\n")[1].Split("```")[0];

        Assert.Empty(ConflictReader.Read("page", example).Diagnostics);
    }

    [Fact]
    public void Moves_are_drawn_once_where_they_go_both_ways()
    {
        var dot = ConflictTableWriter.Dot(ConflictReader.Read("f", ConflictSamples.Graph).Value!).Value!.Split('\n');

        Assert.Contains("  \"calm\" [label=\"Both swerve\", peripheries=2];", dot);
        Assert.Contains("  \"calm\" -> \"first\" [color=\"#1b6ca8\", label=\"one\", dir=both];", dot);
        Assert.Contains("  \"second\" -> \"crash\" [color=\"#1b6ca8\", label=\"one\"];", dot);
        Assert.Equal(3, dot.Count(l => l.Contains("->", StringComparison.Ordinal)));
    }
}
