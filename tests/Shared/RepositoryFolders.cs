namespace Parley.Tests.Shared;

/// <summary>Where tests find the repository's files, from wherever they run.</summary>
internal static class RepositoryFolders
{
    /// <summary>The folder of <c>Parley.slnx</c>.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The shipped cases.</summary>
    public static string Cases { get; } = Path.Combine(Root, "cases");

    /// <summary>The cases with mistakes, one finding each.</summary>
    public static string InvalidCases { get; } = Path.Combine(Cases, "invalid");

    /// <summary>Names of the shipped cases that have a folder of their own.</summary>
    public static IEnumerable<string> ShippedNames =>
        Directory.EnumerateDirectories(Cases)
            .Where(d => File.Exists(Path.Combine(d, "case.yaml")))
            .Select(d => Path.GetFileName(d))
            .Order(StringComparer.Ordinal);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {start} holds Parley.slnx.");
    }
}
