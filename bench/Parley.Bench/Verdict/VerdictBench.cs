using BenchmarkDotNet.Attributes;
using Parley.Problems;
using Parley.Verdict;

namespace Parley.Bench.Verdict;

/// <summary>The whole verdict of shipped cases: answer, exact margin, proof, near misses, count.</summary>
public class VerdictBench
{
    private CaseProblem? _problem;

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = string.Empty;

    public static IEnumerable<string> Cases => BenchCases.Names;

    [GlobalSetup]
    public void Setup() => _problem = BenchCases.Compile(Case);

    [Benchmark]
    public object Run() => VerdictAnalysis.Run(_problem!, new()); // set up above
}
