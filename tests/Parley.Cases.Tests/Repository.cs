namespace Parley.Cases.Tests;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string InvalidCases { get; } = Path.Combine(Root, "cases", "invalid");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Parley.slnx"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("Parley.slnx is above no test directory.");
    }
}
