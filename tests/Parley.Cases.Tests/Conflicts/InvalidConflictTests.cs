using System.Collections.Immutable;
using System.Reflection;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Conflicts;

public class InvalidConflictTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolders.InvalidCases, "conflicts");

    /// <summary>Findings that no small file can show, and the tests that show them.</summary>
    private static readonly Dictionary<string, string> ShownByTests = new()
    {
        [ConflictSlugs.TooManyStates] = nameof(Too_many_states_or_moves_are_told),
        [ConflictSlugs.TooManyMoves] = nameof(Too_many_states_or_moves_are_told),
    };

    /// <summary>Conflicts of case files, of .gmcr files, and of pairs of tables, named by that of the states.</summary>
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Where(f => Kind(f) is ".yaml" or ".states.csv").Concat(BrokenGmcr.Texts.Keys).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_conflict_yields_the_finding_it_is_named_after(string file)
    {
        var diagnostics = Read(file).Diagnostics;

        Assert.Contains(diagnostics, d => d.Slug == file.Split('.')[0]);
        if (Kind(file) == ".yaml") Assert.StartsWith("#", File.ReadAllText(Path.Combine(Folder, file)), StringComparison.Ordinal);
        if (BrokenGmcr.Expected.TryGetValue(file, out var expected)) Assert.Equal(expected, Lines(diagnostics));
        else AssertGolden(Path.Combine(Folder, Kind(file) == ".yaml" ? Path.ChangeExtension(file, ".expected") : file + ".expected"), diagnostics);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_finding_points_at_text_and_says_what_to_do(string file)
    {
        foreach (var finding in Read(file).Diagnostics)
        {
            var text = Text(finding.Span.File);
            var line = text.Split('\n')[finding.Span.Line - 1];
            Assert.InRange(finding.Span.Column, 1, line.Length + 1);
            Assert.Equal(text.Split('\n').Take(finding.Span.Line - 1).Sum(l => l.Length + 1) + finding.Span.Column - 1, finding.Span.Offset);
            Assert.True(finding.Span.Offset + finding.Span.Length <= text.Length);
            Assert.Matches(@"^[^\r\n]+[.?'] [A-Z][^\r\n]+[.?]$|^'[^']*' is not what '[^']*' takes: .+$", finding.Message);
        }
    }

    [Fact]
    public void Every_finding_of_conflicts_is_shown_by_a_file_or_a_test()
    {
        var slugs = typeof(ConflictSlugs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        var shown = Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Concat(BrokenGmcr.Texts.Keys).Select(f => f.Split('.')[0]).ToHashSet();

        Assert.All(slugs, slug => Assert.True(ShownByTests.ContainsKey(slug) ^ shown.Contains(slug), slug));
        Assert.All(ShownByTests.Keys.Concat(shown), slug => Assert.Contains(slug, slugs));
    }

    [Fact]
    public void Too_many_states_or_moves_are_told()
    {
        const string fix = "are read. Leave some out.";
        var states = string.Join(", ", Enumerable.Range(0, ConflictLimits.States + 1).Select(s => $"s{s}: "));
        var moves = string.Join(", ", Enumerable.Repeat("s0 <-> s1", ConflictLimits.Moves / 2 + 1));
        string Text(string what) => $"case: c\nconflict:\n  parties: {{p: {{}}}}\n  {what}\n  preferences: {{p: {{utilities: {{s0: 1, s1: 2}}}}}}\n";
        var arcs = "party,from,to\n" + string.Concat(Enumerable.Repeat("p,s0,s1\n", ConflictLimits.Moves + 1));
        var rows = "state,p\n" + string.Concat(Enumerable.Range(0, ConflictLimits.States + 1).Select(s => $"s{s},1\n"));

        Assert.Equal(
            $"c.yaml:4:{states.LastIndexOf('s') + 12}: error too-many-states: At most 5000 states {fix}",
            ConflictReader.Read("c.yaml", Text($"states: {{{states}}}")).Errors.First(d => d.Slug == ConflictSlugs.TooManyStates).ToString());
        Assert.Equal(
            $"c.yaml:5:{moves.LastIndexOf("s0", StringComparison.Ordinal) + 15}: error too-many-moves: At most 100000 moves of 'p' {fix}",
            Assert.Single(ConflictReader.Read("c.yaml", Text($"states: {{s0: , s1: }}\n  moves: {{p: [{moves}]}}")).Errors).ToString());
        Assert.Equal(
            $"c.states.csv:5002:1: error too-many-states: At most 5000 states {fix}",
            Assert.Single(ConflictCsvReader.Read("c", new ConflictTables(rows, "party,from,to\n")).Errors).ToString());
        Assert.Equal(
            $"c.arcs.csv:100002:1: error too-many-moves: At most 100000 moves of 'p' {fix}",
            Assert.Single(ConflictCsvReader.Read("c", new ConflictTables("state,p\ns0,1\ns1,2\n", arcs)).Errors).ToString());
    }

    private static string Kind(string file) => file[file.IndexOf('.', StringComparison.Ordinal)..];

    private static string Text(string file) => BrokenGmcr.Texts.TryGetValue(file, out var text) ? text : File.ReadAllText(Path.Combine(Folder, file));

    private static string Lines(ImmutableArray<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(d => d + "\n"));

    private static Checked<Conflict> Read(string file)
    {
        var name = file.Split('.')[0];
        return Kind(file) switch
        {
            ".gmcr" => GmcrReader.Read(file, Text(file)),
            ".states.csv" => ConflictCsvReader.Read(name, new ConflictTables(Text(file), Text(name + ".arcs.csv"))),
            _ => ConflictReader.Read(file, Text(file)),
        };
    }

    private static void AssertGolden(string path, ImmutableArray<Diagnostic> diagnostics)
    {
        var actual = Lines(diagnostics);
        var expected = File.Exists(path) ? File.ReadAllText(path) : null;
        if (expected == actual) return;
        File.WriteAllText(path + ".received", actual);
        Assert.Equal(expected, actual);
    }
}
