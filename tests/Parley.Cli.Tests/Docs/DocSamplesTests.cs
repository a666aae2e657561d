using System.Text;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Docs;

/// <summary>
/// Every <c>console</c> block of a page is run: after the line <c>$ parley ..</c> stands what it prints.
/// A line <c>[...]</c> stands for lines left out: what is before the first must begin the output, what is after the last must end it,
/// what is between two is found by its first line.
/// A block that names a file after its language, <c>csharp docs/samples/..</c>, holds that file's text.
/// </summary>
public class DocSamplesTests
{
    private const string LeftOut = "[...]";

    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolders.Root, "docs"), "*.md")
            .Select(p => $"docs/{Path.GetFileName(p)}")
            .Order(StringComparer.Ordinal),
        "docs/packages/README.md",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Samples_print_what_the_page_says(string page)
    {
        var path = Path.Combine(RepositoryFolders.Root, page);

        Golden.Match(Renewed(File.ReadAllText(path, Encoding.UTF8)), path);
    }

    [Fact]
    public void The_picture_in_the_readme_shows_what_analyze_prints()
    {
        var run = Invoked.In(RepositoryFolders.Root, "analyze", "us-russia-2019");

        var picture = TerminalPicture.Of("parley analyze us-russia-2019", run.Output.Split('\n')[..20]);

        Golden.Match(picture, Path.Combine(RepositoryFolders.Root, "docs", "images", "analyze.svg"));
    }

    // The page with every sample's output as it is now.
    private static string Renewed(string page)
    {
        var lines = page.Split('\n');
        var renewed = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            renewed.Add(lines[i]);
            var isRun = lines[i] == "```console" && i + 1 < lines.Length && lines[i + 1].StartsWith("$ parley ", StringComparison.Ordinal);
            if (!isRun && NamedFile(lines[i]) is null) continue;
            var end = Array.FindIndex(lines, i + 1, l => l == "```");
            Assert.True(end > 0, $"the block in line {i + 1} has no end");
            if (isRun) renewed.AddRange([lines[i + 1], .. Shown(Output(lines[i + 1]), lines[(i + 2)..end])]);
            else renewed.AddRange(File.ReadAllText(NamedFile(lines[i])!, Encoding.UTF8).TrimEnd('\n').Split('\n')); // it names one
            i = end - 1;
        }

        return string.Join('\n', renewed);
    }

    // The file that the first line of a block names after the language.
    private static string? NamedFile(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) && line.Split(' ') is [_, var path] && path.StartsWith("docs/samples/", StringComparison.Ordinal)
            ? Path.Combine(RepositoryFolders.Root, path)
            : null;

    private static string[] Output(string command)
    {
        var words = command["$ parley ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var run = Invoked.In(RepositoryFolders.Root, words);
        return (run.Output + run.Error).TrimEnd('\n').Split('\n');
    }

    // What stands before the first gap and after the last one is the output's beginning and end; what stands between gaps is found by its first line.
    private static string[] Shown(string[] output, string[] typed)
    {
        var parts = Parts(typed);
        if (parts.Count == 1) return output;
        var shown = new List<string>(output[..Math.Min(parts[0].Count, output.Length)]);
        var at = shown.Count;
        foreach (var part in parts[1..^1])
        {
            var from = Array.IndexOf(output, part[0], at);
            if (from < 0) return output;
            at = Math.Min(from + part.Count, output.Length);
            shown.AddRange([LeftOut, .. output[from..at]]);
        }

        if (at + parts[^1].Count >= output.Length) return output;
        return [.. shown, LeftOut, .. output[^parts[^1].Count..]];
    }

    private static List<List<string>> Parts(string[] typed)
    {
        List<List<string>> parts = [[]];
        foreach (var line in typed)
        {
            if (line == LeftOut) parts.Add([]);
            else parts[^1].Add(line);
        }

        return parts;
    }
}
