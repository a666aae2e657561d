namespace Parley.Cli.Running;

/// <summary>Finds the file of a case: a file, a folder with <c>case.yaml</c>, or the bare name of a shipped case.</summary>
internal static class CaseLocation
{
    private const string CaseFileName = "case.yaml";
    private const string ShippedFolder = "cases";

    /// <summary>The path to read, as short as the user's own words allow; null when there is none.</summary>
    public static string? Find(string given, string folder)
    {
        var direct = Path.GetFullPath(given, folder);
        if (File.Exists(direct)) return given;
        if (File.Exists(Path.Combine(direct, CaseFileName))) return Path.Combine(given, CaseFileName);
        if (Path.IsPathRooted(given)) return null;
        foreach (var shipped in ShippedFolders(folder))
        {
            foreach (var candidate in new[] { Path.Combine(shipped, given, CaseFileName), Path.Combine(shipped, given + ".yaml") })
            {
                if (File.Exists(candidate)) return Shortest(candidate, folder);
            }
        }

        return null;
    }

    /// <summary>Names of the shipped cases, in ordinal order.</summary>
    public static IReadOnlyList<string> ShippedNames(string folder) =>
    [
        .. ShippedFolders(folder).Take(1)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(d => File.Exists(Path.Combine(d, CaseFileName)))
            .Select(d => Path.GetFileName(d))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A folder <c>cases</c> here or above, then the one beside the program.</summary>
    public static IEnumerable<string> ShippedFolders(string folder)
    {
        for (var level = new DirectoryInfo(folder); level is not null; level = level.Parent)
        {
            var cases = Path.Combine(level.FullName, ShippedFolder);
            if (Directory.Exists(cases)) yield return cases;
        }

        var installed = Path.Combine(AppContext.BaseDirectory, ShippedFolder);
        if (Directory.Exists(installed)) yield return installed;
    }

    /// <summary>A path as short as it can be said from a folder.</summary>
    public static string Shortest(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
