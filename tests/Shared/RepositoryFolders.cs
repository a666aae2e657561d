using System.Runtime.CompilerServices;

namespace Parley.Shared;

/// <summary>Where the repository's folders are, wherever the tests run from.</summary>
public static class RepositoryFolders
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    public static string Cases => Path.Combine(Root, "cases");

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!; // a file has a folder
}
