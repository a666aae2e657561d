using System.Text;
using Parley.Cli.Tests.Running;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.Cli.Tests.Docs;

/// <summary>
/// Every <c>console</c> block of a page is run: after the line <c>$ parley ..</c> stands what it prints.
/// A line <c>[...]</c> stands for lines left out: what is before it must begin the output, what is after must end it.
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
            if (lines[i] != "```console" || i + 1 >= lines.Length || !lines[i + 1].StartsWith("$ parley ", StringComparison.Ordinal)) continue;
            var end = Array.FindIndex(lines, i + 1, l => l == "```");
            Assert.True(end > 0, $"the block in line {i + 1} has no end");
            renewed.Add(lines[i + 1]);
            renewed.AddRange(Shown(Output(lines[i + 1]), lines[(i + 2)..end]));
            i = end - 1;
        }

        return string.Join('\n', renewed);
    }

    private static string[] Output(string command)
    {
        var words = command["$ parley ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var run = Invoked.In(RepositoryFolders.Root, words);
        return (run.Output + run.Error).TrimEnd('\n').Split('\n');
    }

    private static string[] Shown(string[] output, string[] typed)
    {
        var gap = Array.IndexOf(typed, LeftOut);
        if (gap < 0) return output;
        var after = typed.Length - gap - 1;
        if (gap + after >= output.Length) return output;
        return [.. output[..gap], LeftOut, .. output[^after..]];
    }
}
