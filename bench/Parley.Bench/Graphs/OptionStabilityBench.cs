using BenchmarkDotNet.Attributes;
using Parley.Kernels.Graphs;

namespace Parley.Bench.Graphs;

/// <summary>What each of three parties would keep of 2^16 to 2^26 states.</summary>
public class OptionStabilityBench
{
    private OptionGame _game = GeneratedConflict.Make(3, 0);

    [Params(16, 20, 24, 26)]
    public int Options { get; set; }

    /// <summary>How many infeasible patterns there are.</summary>
    [Params(0, 6)]
    public int Patterns { get; set; }

    [GlobalSetup]
    public void Setup() => _game = GeneratedConflict.Make(Options, Patterns);

    /// <summary>Nash, general and symmetric metarational stability.</summary>
    [Benchmark]
    public OptionStability WithoutSequential() => OptionStability.Solve(_game, new() { Sequential = false });

    /// <summary>The same and sequential stability.</summary>
    [Benchmark]
    public OptionStability WithSequential() => OptionStability.Solve(_game, new() { SymmetricSequential = false });
}
