#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property GenerateDocumentationFile=false

// The one command: dotnet run dev.cs VERB [argument]. Continuous integration calls the same verbs.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

const string Solution = "Parley.slnx";

var root = Root();
var verb = args.Length > 0 ? args[0] : "";
var rest = args.Skip(1).ToArray();
return verb switch
{
    "build" => Dotnet("build", Solution),
    "test" => Test(rest.FirstOrDefault()),
    "soak" => Soak(rest.FirstOrDefault() ?? DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [.. rest.Skip(1)]),
    "bench" => Bench(rest),
    "accept" => Accept(),
    "format" => Dotnet("format", Solution),
    "publish" => Publish(),
    "pack" => Pack(),
    _ => Usage(),
};

int Usage()
{
    Console.Error.WriteLine("""
        dotnet run dev.cs VERB

          build               build everything
          test [room]         format check, build, all tests; with a room, only the test classes of that namespace
          soak [date [room..]]  the long random tests, or those of rooms; figures go to bench/results/soak-DATE.md
          bench [filter]      benchmarks; summaries go to bench/results
          accept              take the .received files; read the difference first
          format              set the white space right
          publish             the command, ready to run, to artifacts/publish
          pack                the libraries as packages, to artifacts/packages
        """);
    return 2;
}

int Test(string? room)
{
    if (room is null && Dotnet("format", Solution, "--verify-no-changes") is var format and not 0)
    {
        Console.Error.WriteLine("The format check failed: dotnet run dev.cs format");
        return format;
    }

    if (Dotnet("build", Solution) is var build and not 0) return build;
    string[] filter = room is null ? [] : ["--filter-namespace", $"*.{room}", "--ignore-exit-code", "8"];
    var (exit, output) = Capture("dotnet", ["test", "--no-build", .. filter], []);
    var sum = Sum(output);
    Console.WriteLine($"{sum.Passed} passed, {sum.Failed} failed, {sum.Skipped} skipped");
    return exit;
}

// The runner ends with a summary of all projects, one figure a line.
static (int Passed, int Failed, int Skipped) Sum(string output)
{
    return (Figure("succeeded"), Figure("failed"), Figure("skipped"));

    int Figure(string name) =>
        output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(name + ":", StringComparison.Ordinal))
            .Select(l => int.TryParse(l[(name.Length + 1)..], CultureInfo.InvariantCulture, out var n) ? n : 0).LastOrDefault();
}

int Soak(string date, string[] rooms)
{
    // 5,000 cases and 10,000 texts in the ordinary run.
    (string Project, string Class, int Times, string What)[] runs =
    [
        ("Parley.Tests", "Parley.Tests.BruteForce.EngineAgainstTwinTests", 20, "engine against brute force, 100,000 generated cases"),
        ("Parley.Tests", "Parley.Tests.BruteForce.ObstaclesAgainstTwinTests", 20, "why not against brute force, 100,000 generated cases with obstacles"),
        ("Parley.Tests", "Parley.Tests.Draws.DrawsAgainstExactTests", 20, "draws in floating point against the exact engine, 100,000 generated cases, 400,000 draws"),
        ("Parley.Tests", "Parley.Tests.Robustness.SweepFileTests", 20, "files of sweeps: 100,000 written and read, 400,000 mutated texts"),
        ("Parley.Tests", "Parley.Tests.Outcomes.OutcomesAgainstTwinTests", 20, "frontiers and solutions of scenarios against every outcome, 100,000 generated scenarios"),
        ("Parley.Kernels.Tests", "Parley.Kernels.Tests.*", 20, "other kernels against plain enumeration, 20 times the ordinary problems"),
        ("Parley.Kernels.Tests", "Parley.Kernels.Tests.Graphs.*", 20, "conflicts against the definitions word for word, 100,000 conflicts for each law"),
        ("Parley.Kernels.Tests", "Parley.Kernels.Tests.Sampling.*", 20, "draws, distributions and dependent numbers, 20 times the ordinary problems"),
        ("Parley.Kernels.Tests", "Parley.Kernels.Tests.Sensitivity.*", 20, "indices, boxes and values of information against plain loops and known functions, 20 times"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Text.CaseFuzzTests", 100, "reader, 1,000,000 mutated texts"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Formats.FormatFuzzTests", 100, "readers of other formats, 1,000,000 mutated texts each"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Conflicts.*", 100, "readers of conflicts, 1,000,000 mutated texts each; 100,000 conflicts written and read"),
        ("Parley.Tests", "Parley.Tests.Evidence.EvidenceAgainstTwinTests", 20, "beliefs, chains, agendas, stories and forecasts against slow twins, 100,000 generated"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Documents.QuoteLawTests", 20, "quotes re-wrapped, with slips, and falsified, 200,000"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Documents.DocumentFuzzTests", 100, "documents of text, HTML and Markdown, 1,000,000 mutated ones"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Evidence.EvidenceFuzzTests", 100, "evidence files, 50,000 mutated texts; entries of attached documents, 200,000"),
        ("Parley.Cases.Tests", "Parley.Cases.Tests.Events.EventReaderTests", 100, "event files, 1,000,000 mutated texts"),
    ];
    if (rooms.Length > 0) runs = [.. runs.Where(r => Array.Exists(rooms, room => r.Class.Contains($".{room}.", StringComparison.Ordinal)))];
    if (runs.Length == 0)
    {
        Console.Error.WriteLine($"No long test belongs to the rooms {string.Join(", ", rooms)}.");
        return 2;
    }

    var page = new StringBuilder();
    page.Append(CultureInfo.InvariantCulture, $"# Soak, {date}\n\n");
    page.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, ");
    page.Append(CultureInfo.InvariantCulture, $"commit {Capture("git", ["rev-parse", "--short", "HEAD"], [], quiet: true).Output.Trim()}\n\n");
    page.Append("| what | passed | failed | minutes |\n|---|---|---|---|\n");
    var figures = new StringBuilder();
    var worst = 0;
    foreach (var (project, name, times, what) in runs)
    {
        var clock = Stopwatch.StartNew();
        // A room with a run of its own is not run twice.
        var inside = runs.Where(r => r.Class != name && r.Class.StartsWith(name.TrimEnd('*'), StringComparison.Ordinal));
        string[] without = [.. inside.SelectMany(r => new[] { "--filter-not-class", r.Class })];
        var (exit, output) = Capture(
            "dotnet",
            ["test", "-c", "Release", "--project", Path.Combine("tests", project), "--filter-class", name, .. without, "--show-live-output", "on", "--output", "Detailed"],
            [("PARLEY_SOAK", times.ToString(CultureInfo.InvariantCulture))]);
        var sum = Sum(output);
        worst = Math.Max(worst, exit);
        page.Append(CultureInfo.InvariantCulture, $"| {what} | {sum.Passed} | {sum.Failed} | {clock.Elapsed.TotalMinutes:0.0} |\n");
        foreach (var line in output.Split('\n').Select(l => l.Trim()).Where(l => l.Contains(" generated c", StringComparison.Ordinal)).Distinct())
            figures.Append(CultureInfo.InvariantCulture, $"- {line}\n");
    }

    if (figures.Length > 0) page.Append('\n').Append(figures);
    var path = Path.Combine(root, "bench", "results", rooms.Length == 0 ? $"soak-{date}.md" : $"soak-{rooms[0].ToLowerInvariant()}-{date}.md");
    Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file has a folder
    File.WriteAllText(path, page.ToString());
    Console.WriteLine($"Written: {path}");
    return worst;
}

int Bench(string[] filter) =>
    Dotnet(
        ["run", "-c", "Release", "--project", Path.Combine("bench", "Parley.Bench"), "--", "--filter", .. filter.Length > 0 ? filter : ["*"],
            "--artifacts", Path.Combine(root, "bench", "results")]);

int Accept()
{
    var tests = Directory.EnumerateFiles(root, "*.received", SearchOption.AllDirectories);
    foreach (var received in tests.ToList())
    {
        var accepted = received[..^".received".Length];
        File.Move(received, accepted, overwrite: true);
        Console.WriteLine(Path.GetRelativePath(root, accepted));
    }

    return 0;
}

int Publish()
{
    var folder = Path.Combine(root, "artifacts", "publish");
    if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    // A restore for one machine must not touch the committed lock files.
    var exit = Dotnet(
        "publish", Path.Combine("src", "Parley.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
        "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/publish.lock.json", "-o", folder);
    if (exit != 0) return exit;
    var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
    // The program beside Parley.dll cannot be Parley.dll too; only the file that people call has the short name.
    File.Move(Path.Combine(folder, "Parley.Cli" + suffix), Path.Combine(folder, "parley" + suffix));
    Console.WriteLine(Path.Combine(folder, "parley" + suffix));
    return 0;
}

int Pack()
{
    string[] libraries = ["Parley.Kernels", "Parley.Cases", "Parley", "Parley.Reports"];
    return libraries
        .Select(l => Dotnet("pack", Path.Combine("src", l), "-c", "Release", "-o", Path.Combine(root, "artifacts", "packages")))
        .FirstOrDefault(exit => exit != 0);
}

int Dotnet(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root })!; // not by the shell: never null
    process.WaitForExit();
    return process.ExitCode;
}

(int Exit, string Output) Capture(string program, string[] arguments, (string Name, string Value)[] variables, bool quiet = false)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = root, RedirectStandardOutput = true };
    foreach (var (name, value) in variables) start.Environment[name] = value;
    using var process = Process.Start(start)!; // not by the shell: never null
    var output = new StringBuilder();
    while (process.StandardOutput.ReadLine() is { } line)
    {
        output.Append(line).Append('\n');
        if (!quiet) Console.WriteLine(line);
    }

    process.WaitForExit();
    return (process.ExitCode, output.ToString());
}

static string Root([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!; // the path of this file
