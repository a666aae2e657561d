using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Parley.Shared;
using Parley.Tests.Shared;

namespace Parley.House.Tests;

/// <summary>The libraries as a user gets them: packed, installed and called.</summary>
/// <remarks>What was built is packed as it is, and everything is written to a folder of its own, so that tests at the same time do not notice.</remarks>
public sealed class PackagesTests : IDisposable
{
    private static readonly string[] s_libraries = ["Parley.Kernels", "Parley.Cases", "Parley", "Parley.Reports"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-packages-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_sample_runs_on_the_packages()
    {
        var written = typeof(Parley.Problems.ScenarioProblem).Assembly.GetName().Version!.ToString(3); // the compiler gives one
        var version = $"{written}-test.{Environment.ProcessId}";

        Pack(version);

        Assert.Equal("Parley.Cases Parley.Kernels", Dependencies("Parley", version));
        Assert.Equal("", Dependencies("Parley.Kernels", version));
        Assert.Equal("AngleSharp YamlDotNet", Dependencies("Parley.Cases", version));
        Assert.Equal("Parley Spectre.Console", Dependencies("Parley.Reports", version));

        var sample = CopySample(written, version);
        var output = Run(["build", sample, "-c", "Release", "-nologo", "-v", "q", "-p:UseAppHost=false", "-p:UseSharedCompilation=false", "-p:NuGetAudit=false", .. Sources()]);
        Assert.DoesNotContain(": warning ", output);
        output = Run(
            Path.Combine(sample, "bin", "Release", "net10.0", "frontier.dll"),
            Path.Combine(RepositoryFolders.Cases, "scenarios", "market-stall"));

        Golden.Match(output, "../../docs/samples/frontier/output.txt");
    }

    private void Pack(string version)
    {
        var projects = s_libraries.Select(l => Path.Combine(RepositoryFolders.Root, "src", l, $"{l}.csproj"));
        var configuration = typeof(PackagesTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration; // the SDK writes one
        var all = new XElement("Project",
            new XElement("Target", new XAttribute("Name", "Pack"),
                new XElement("MSBuild", new XAttribute("Projects", string.Join(';', projects)), new XAttribute("Targets", "Pack"))));
        var path = Path.Combine(_folder.FullName, "pack.proj");
        all.Save(path);
        Run(
            "msbuild", path, "-t:Pack", "-nologo", "-v:q", "-p:NoBuild=true", $"-p:Configuration={configuration}", $"-p:PackageVersion={version}",
            $"-p:PackageOutputPath={_folder.FullName}/packages/", $"-p:NuspecOutputPath={_folder.FullName}/nuspec/");
    }

    // Names of what a package brings with it; those of ours in the version that was packed.
    private string Dependencies(string library, string version)
    {
        using var package = ZipFile.OpenRead(Path.Combine(_folder.FullName, "packages", $"{library}.{version}.nupkg"));
        var files = package.Entries.Select(e => e.FullName).ToList();
        Assert.Contains($"lib/net10.0/{library}.dll", files);
        Assert.Contains($"lib/net10.0/{library}.xml", files);
        Assert.Contains("README.md", files);
        using var stream = package.GetEntry($"{library}.nuspec")!.Open(); // every package has one
        var nuspec = XDocument.Load(stream);
        var names = nuspec.Descendants().ToLookup(e => e.Name.LocalName);
        Assert.Equal("MIT", names["license"].Single().Value);
        Assert.Equal("README.md", names["readme"].Single().Value);
        Assert.NotEmpty(names["tags"].Single().Value);
        Assert.True(names["description"].Single().Value.Length > 100);
        Assert.Empty(names["repository"]);
        var dependencies = names["dependency"].Select(d => (Id: (string)d.Attribute("id")!, Version: (string)d.Attribute("version")!)).ToList(); // by the format
        Assert.All(dependencies, d => Assert.Equal(d.Id.StartsWith("Parley", StringComparison.Ordinal), d.Version == version));
        return string.Join(' ', dependencies.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    private string CopySample(string written, string version)
    {
        var from = Path.Combine(RepositoryFolders.Root, "docs", "samples", "frontier");
        var to = _folder.CreateSubdirectory("frontier").FullName;
        File.Copy(Path.Combine(from, "Program.cs"), Path.Combine(to, "Program.cs"));
        var project = File.ReadAllText(Path.Combine(from, "frontier.csproj"));
        var reference = $"Version=\"{written}\"";
        Assert.Contains(reference, project);
        File.WriteAllText(Path.Combine(to, "frontier.csproj"), project.Replace(reference, $"Version=\"{version}\"", StringComparison.Ordinal));
        return to;
    }

    // Packages of others come from where this build had them; the configured sources are asked only when they are not there.
    private string[] Sources()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolders.Root, "src", "Parley.Cases", "obj", "project.assets.json")));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        var isThere = folders.Exists(f => Directory.Exists(Path.Combine(f, "yamldotnet")));
        return
        [
            $"-p:{(isThere ? "RestoreSources" : "RestoreAdditionalProjectSources")}={_folder.FullName}/packages",
            $"-p:RestoreFallbackFolders=\"{string.Join(';', folders.Where(Directory.Exists))}\"",
        ];
    }

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "installed");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!; // not by the shell: never null
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{errors.Result}");
        return output;
    }
}
