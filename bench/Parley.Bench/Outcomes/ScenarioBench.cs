using BenchmarkDotNet.Attributes;
using Parley.Cases.Formats;
using Parley.Outcomes;
using Parley.Problems;

namespace Parley.Bench.Outcomes;

/// <summary>Real scenarios, where they are on this machine: the frontier and the solutions on it, with or without lotteries.</summary>
public class ScenarioBench
{
    private ScenarioProblem? _problem;

    public static IEnumerable<string> Names => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)).Where(n => !n.Contains("anl2025", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : [];

    [ParamsSource(nameof(Names))]
    public string Scenario { get; set; } = "";

    private static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("PARLEY_REFERENCE_DATA") ?? Path.Combine(BenchCases.Root, "..", "shared", "data"), "anac");

    [GlobalSetup]
    public void Setup() => _problem = ScenarioProblem.Compile(ScenarioFiles.Read(Path.Combine(Folder, Scenario)).Value!.Scenarios[0]); // all are sound

    [Benchmark]
    public OutcomesResult Frontier() => OutcomesAnalysis.Run(_problem!, new() { Lotteries = false, Limit = 1 }); // set up before

    [Benchmark]
    public OutcomesResult WithLotteries() => OutcomesAnalysis.Run(_problem!, new() { Limit = 1 }); // set up before
}
