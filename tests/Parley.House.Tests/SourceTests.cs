using System.Text.RegularExpressions;
using Parley.Tests.Shared;

namespace Parley.House.Tests;

/// <summary>What the code says it took from a paper leads to that paper.</summary>
public partial class SourceTests
{
    private static readonly HashSet<string> Keys =
        [.. Entry().Matches(File.ReadAllText(Path.Combine(RepositoryFolders.Root, "docs", "references.bib"))).Select(m => m.Groups[1].Value)];

    [Fact]
    public void Every_source_line_names_an_entry_of_the_bibliography()
    {
        var lines = SourceFile.All().SelectMany(f => SourceLine().Matches(f.Text).Select(m => (f.Path, Line: m.Value))).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.True(KeyIn(l.Line) is { } key && Keys.Contains(key), $"{l.Path}: {l.Line}"));
    }

    [Fact]
    public void Every_entry_of_the_bibliography_is_used()
    {
        var used = SourceFile.All().SelectMany(f => SourceLine().Matches(f.Text).Select(m => KeyIn(m.Value))).ToHashSet();

        Assert.Equal(Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    private static string? KeyIn(string line) => Key().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^@\w+\{(\w+),", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"/// Source: .*")]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"key ""(\w+)"" in docs/references\.bib")]
    private static partial Regex Key();
}
