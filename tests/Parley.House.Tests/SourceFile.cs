using System.Text.RegularExpressions;
using Parley.Tests.Shared;

namespace Parley.House.Tests;

/// <summary>A source file as text: its place, its lines, and the rooms it names.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(string root, string path)
    {
        Path = System.IO.Path.GetRelativePath(root, path).Replace('\\', '/');
        Text = File.ReadAllText(path);
        Code = SourceText.WithoutTextAndComments(Text);
        var parts = Path.Split('/');
        Project = parts[1];
        Room = string.Join('.', parts[2..^1]);
    }

    /// <summary>From the root of the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The text with comments and strings blanked out; lines stay where they are.</summary>
    public string Code { get; }

    public string Project { get; }

    /// <summary>The folders below the project; empty at its root.</summary>
    public string Room { get; }

    public int LineCount => Text.Count(c => c == '\n');

    public string? Namespace => DeclaredNamespace().Match(Code) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Every name that begins with Parley, in a <c>using</c> or in the code, without the declared namespace.</summary>
    public IEnumerable<string> NamesUsed =>
        ParleyName().Matches(DeclaredNamespace().Replace(Code, string.Empty)).Select(m => m.Value).Distinct();

    /// <summary>The sources of the projects under <c>src</c>, or another folder of that shape.</summary>
    public static IReadOnlyList<SourceFile> All(string folder = "src") =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryFolders.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(p => !Generated().IsMatch(p))
            .Order(StringComparer.Ordinal)
            .Select(p => new SourceFile(RepositoryFolders.Root, p)),
    ];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();

    [GeneratedRegex(@"\bParley(\.\w+)+")]
    private static partial Regex ParleyName();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Generated();
}
