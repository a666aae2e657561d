namespace Parley.Tests.Shared;

/// <summary>Where tests find the repository and the texts that cases cite but must not contain.</summary>
internal static class ReferenceData
{
    /// <summary>Names the folder that holds the texts, where it is not the usual one.</summary>
    private const string Variable = "PARLEY_REFERENCE_DATA";

    /// <summary>The folder of <c>Parley.slnx</c>, found from where the tests run.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>
    /// The copy of a cited text; null when it is not on this machine. The texts are their publishers' copyright and stand
    /// outside the repository: in the folder that the variable names, else in <c>../shared/data</c> beside it.
    /// </summary>
    public static string? Article(string fileName)
    {
        var path = Path.Combine(Folder(), "articles", fileName);
        return File.Exists(path) ? path : null;
    }

    private static string Folder() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {start} holds Parley.slnx.");
    }
}
