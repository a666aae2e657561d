using System.Numerics;
using BenchmarkDotNet.Attributes;
using Parley.Kernels.Pareto;

namespace Parley.Bench.Outcomes;

/// <summary>The frontier of generated sums: issues of ten options each.</summary>
public class SumFrontierBench
{
    private BigInteger[][][] _values = [];

    /// <summary>Parties, issues, greatest value, and whether the second party wants what the first does not (correlation -0.99).</summary>
    [Params("2 x 10^30 opposed", "2 x 10^50 opposed", "3 x 10^20", "2 x 10^200")]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _values = Problem switch
    {
        "2 x 10^30 opposed" => Opposed(30),
        "2 x 10^50 opposed" => Opposed(50),
        "3 x 10^20" => Independent(20, 3, 100),
        _ => Independent(200, 2, 1000),
    };

    [Benchmark]
    public int Run() => SumFrontier.Of(_values, new()).Points.Count;

    private static BigInteger[][][] Independent(int issues, int parties, int range)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, issues).Select(_ => Enumerable.Range(0, 10)
            .Select(_ => Enumerable.Range(0, parties).Select(_ => (BigInteger)random.Next(range + 1)).ToArray()).ToArray())];
    }

    // Values are spread evenly over 0..1000, and noise over a fourteenth of that both ways: a correlation of -0.99.
    private static BigInteger[][][] Opposed(int issues)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, issues).Select(_ => Enumerable.Range(0, 10).Select(_ =>
        {
            var first = random.Next(1001);
            var noise = (random.NextDouble() - 0.5) * 2 * 1000 / 14;
            return new BigInteger[] { first, Math.Clamp(1000 - first + (int)noise, 0, 1000) };
        }).ToArray())];
    }
}
