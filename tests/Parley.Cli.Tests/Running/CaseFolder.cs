namespace Parley.Cli.Tests.Running;

/// <summary>A temporary folder with a case file in it.</summary>
internal sealed class CaseFolder : IDisposable
{
    public CaseFolder(params string[] files)
    {
        Path = Directory.CreateTempSubdirectory("parley-").FullName;
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine(Path, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!); // the path has a folder by construction
            File.WriteAllText(path, "case: sample\n");
        }
    }

    public string Path { get; }

    public string FileText(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
