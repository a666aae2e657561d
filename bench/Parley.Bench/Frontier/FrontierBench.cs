using BenchmarkDotNet.Attributes;
using Parley.Cases.Overlays;
using Parley.Frontier;
using Parley.Problems;

namespace Parley.Bench.Frontier;

/// <summary>The frontier of shipped cases where a deal exists.</summary>
public class FrontierBench
{
    private CaseProblem? _problem;

    [Params("job-offer", "us-russia-2019", "nile-dam")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        OverlaySelection opened = Case switch
        {
            "us-russia-2019" => new() { Given = ["regime_falls_open"] },
            "nile-dam" => new() { Given = ["big_money"] },
            _ => OverlaySelection.Default,
        };
        _problem = BenchCases.Compile(Case, opened);
    }

    [Benchmark]
    public object Run() => FrontierAnalysis.Run(_problem!, new()); // set up above
}
