using BenchmarkDotNet.Attributes;
using Parley.Problems;
using Parley.Tests.Shared;
using Parley.Verdict;

namespace Parley.Bench.Verdict;

/// <summary>30 issues of 10 options, 3 negotiators, 8 rules: 10^30 packages, from easy to the very border of a deal.</summary>
public class LargeVerdictBench
{
    private CaseProblem? _problem;

    [Params(1.0, 2.5, 2.6, 3.0)]
    public double Bar { get; set; }

    [Params(0, 1, 2, 3)]
    public int Seed { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var model = LargeCases.Make(Seed, bar: Bar);
        _problem = CaseProblem.Compile(model, model);
    }

    [Benchmark]
    public object Run()
    {
        var result = VerdictAnalysis.Run(_problem!, new() { NearMisses = 0 }); // set up above
        return result.IsDecided ? result : throw new InvalidOperationException("The verdict was not decided.");
    }
}
