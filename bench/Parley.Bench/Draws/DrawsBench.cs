using BenchmarkDotNet.Attributes;
using Parley.Problems;
using Parley.Robustness;
using Parley.Sensitivity;

namespace Parley.Bench.Draws;

/// <summary>The founding case drawn again and again: 134 uncertain numbers, 20,736 packages.</summary>
public class DrawsBench
{
    private CaseQuestion? _question;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => _question = BenchCases.Question("us-russia-2019");

    [Benchmark]
    public object TenThousandDraws() => RobustAnalysis.Run(_question!, new() { CloserDraws = 0, Threads = Threads }); // set up above

    [Benchmark]
    public object AMillionDraws() => RobustAnalysis.Run(_question!, new() { CloserDraws = 0, Draws = 1_000_000, Threads = Threads });

    [Benchmark]
    public object TenDrawsLookedAtCloser() => RobustAnalysis.Run(_question!, new() { Draws = 10, CloserDraws = 10, Threads = Threads });

    [Benchmark]
    public object TotalIndices() => SensitivityAnalysis.Run(_question!, new() { Draws = 320, Flips = false, Threads = Threads });
}
