using Parley.Cases.Model;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.ShippedCases;

/// <summary>The cases that come with the repository, by their paths below <c>cases</c>.</summary>
internal static class ShippedCase
{
    public const string Founding = "us-russia-2019/case.yaml";

    /// <summary>Every <c>cases/NAME/case.yaml</c> and every rung of the ladder.</summary>
    public static IEnumerable<string> Paths =>
        Directory.EnumerateFiles(Folder, "case.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "ladder"), "rung-*.yaml"))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string FullPath(string path) => Path.Combine(Folder, path);

    public static CaseModel Read(string path)
    {
        var read = CaseFile.Read(FullPath(path));
        Assert.Empty(read.Errors);
        return read.Value!; // no errors, so there is a value
    }

    private static string Folder => RepositoryFolders.Cases;
}
