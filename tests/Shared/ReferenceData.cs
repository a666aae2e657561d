namespace Parley.Tests.Shared;

/// <summary>Where tests find the texts that cases cite but must not contain.</summary>
internal static class ReferenceData
{
    /// <summary>Names the folder that holds the texts, where it is not the usual one.</summary>
    private const string Variable = "PARLEY_REFERENCE_DATA";

    /// <summary>
    /// The copy of a cited text; null when it is not on this machine. The texts are their publishers' copyright and stand
    /// outside the repository: in the folder that the variable names, else in <c>../shared/data</c> beside it.
    /// </summary>
    public static string? Article(string fileName)
    {
        var path = Path.Combine(Folder(), "articles", fileName);
        return File.Exists(path) ? path : null;
    }

    /// <summary>A published conflict with its verdicts; null when it is not on this machine.</summary>
    public static string? GraphCase(string name)
    {
        var path = Path.Combine(Folder(), "gmcr", name + ".json");
        return File.Exists(path) ? path : null;
    }

    private static string Folder() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(RepositoryFolders.Root, "..", "shared", "data"));
}
