using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Problems;

namespace Parley.Bench;

/// <summary>The shipped cases, found by walking up to the solution.</summary>
internal static class BenchCases
{
    public static string[] Names { get; } = ["us-russia-2019", "job-offer", "brexit-withdrawal", "nile-dam"];

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string name) => Path.Combine(Root, "cases", name, "case.yaml");

    public static CaseModel Read(string name) =>
        CaseFile.Read(PathOf(name)).Value ?? throw new InvalidDataException($"{name} does not read.");

    public static CaseProblem Compile(string name, OverlaySelection? selection = null)
    {
        var model = Read(name);
        var effective = CaseEdit.Apply(model, selection ?? OverlaySelection.Default).Value;
        return CaseProblem.Compile(effective ?? model, model);
    }

    /// <summary>A shipped case as a question.</summary>
    public static CaseQuestion Question(string name) => CaseQuestion.Ask(Read(name), OverlaySelection.Default).Value!; // without overlays there is no error

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run the benchmarks inside the repository.");
        return folder.FullName;
    }
}
