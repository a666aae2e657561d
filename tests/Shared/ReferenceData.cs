namespace Parley.Tests.Shared;

/// <summary>Where tests find what the repository must not contain: texts that cases cite, and scenarios of other programs.</summary>
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

    /// <summary>The folders of scenarios of other programs, by name; empty when they are not on this machine.</summary>
    public static IReadOnlyList<string> Scenarios { get; } = FindScenarios();

    /// <summary>What another tool found in the scenarios; null when it is not on this machine.</summary>
    public static string? ScenarioReference
    {
        get
        {
            var path = Path.Combine(Folder(), "anac", "reference.json");
            return File.Exists(path) ? path : null;
        }
    }

    private static string[] FindScenarios()
    {
        var folder = Path.Combine(Folder(), "anac");
        return Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)] : [];
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
