using System.Numerics;
using Parley.Kernels.Pareto;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Pareto;

/// <summary>Asks for frontiers of sums in every way and writes them down.</summary>
internal static class SumLaws
{
    public static readonly SumFrontierOptions All = new();

    public static void HoldSums(int seeds, Func<RandomSums, int, IEnumerable<string>> law) => Hold(seeds, random => law(new(random.Seed), random.Seed));

    public static SumFrontierResult Of(BigInteger[][][] values, SumFrontierOptions? options = null) =>
        SumFrontier.Of(values, options ?? All, CancellationToken.None);

    public static SumFrontierResult Of(RandomSums sums, int band = 256, int spread = 12, int bits = 0, bool grid = false) => SumFrontier.Of(
        SumScale.Of(sums.Values),
        new() { Cuts = sums.Cuts, Grid = grid ? sums.Grid : null },
        new(band, spread, bits, SharedBlocks: 24),
        CancellationToken.None);

    public static string Counts(BigInteger[][][] values, int factor = 1) =>
        string.Join('\n', Of(values).Points.Select(p => $"{Join(p.Values)}: {p.Multiplicity * factor}"));

    public static string Vectors(BigInteger[][][] values) => string.Join('\n', Of(values).Points.Select(p => Join(p.Values)));

    public static string Text(SumFrontierResult found) => string.Join('\n', found.Points.Select(p =>
        $"{Join(p.Values)}: {p.Multiplicity}, {Join(p.Canonical)}: {string.Join(", ", p.Packages().Select(Join))}"));

    public static string Join<T>(IEnumerable<T> values) => string.Join(' ', values);

    public static BigInteger[][][] Map(BigInteger[][][] values, Func<BigInteger, int, BigInteger> change) =>
        Array.ConvertAll(values, i => Array.ConvertAll(i, o => o.Select(change).ToArray()));
}
