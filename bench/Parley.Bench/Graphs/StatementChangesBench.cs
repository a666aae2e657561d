using BenchmarkDotNet.Attributes;
using Parley.Kernels.Graphs;

namespace Parley.Bench.Graphs;

/// <summary>The equilibria of 2^16 states after each of the 723 changes of one statement, anew.</summary>
public class StatementChangesBench
{
    private OptionGame _game = GeneratedConflict.Make(3, 0);

    /// <summary>How many infeasible patterns there are.</summary>
    [Params(0, 6)]
    public int Patterns { get; set; }

    [GlobalSetup]
    public void Setup() => _game = GeneratedConflict.Make(16, Patterns);

    [Benchmark]
    public int EveryChange() => StatementChanges.Solve(_game, StatementChanges.All(_game)).Length;
}
