using System.Numerics;
using Parley.Kernels.Pareto;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Pareto.SumLaws;

namespace Parley.Kernels.Tests.Pareto;

public class SumPackagesTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_best_package_has_the_greatest_weighted_sum_and_none_dominates_it() => HoldSums(Seeds, (sums, seed) =>
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, sums.PartyCount).Select(_ => (BigInteger)random.Next(4)).ToArray();
        var best = new SumPackages(sums.Values).Best(weights, CancellationToken.None);
        BigInteger Weighted(BigInteger[] values) => weights.Zip(values, (w, v) => w * v).Aggregate(BigInteger.Add);
        var all = sums.Packages.Select(k => RandomSums.Sum(sums.Values, k)).ToList();
        var found = best.Package!; // A best package always exists.
        return Same("proved", true, best.IsProved)
            .Concat(Same("values", Join(RandomSums.Sum(sums.Values, found.Package)), Join(found.Values)))
            .Concat(Same("sum", all.Max(Weighted), Weighted(found.Values)))
            .Concat(Same("dominated", false, all.Exists(v => RandomSums.Covers(v, found.Values) && !v.SequenceEqual(found.Values))))
            .Concat(Same("package", Join(sums.Packages.First(k => RandomSums.Sum(sums.Values, k).SequenceEqual(found.Values))), Join(found.Package)));
    });

    [Fact]
    public void The_frontier_within_cuts_has_one_canonical_package_for_each_point() => HoldSums(Seeds, (sums, seed) =>
    {
        var found = new SumPackages(sums.Values).Within(sums.Cuts, CancellationToken.None);
        var expected = sums.Frontier().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(':', line.Split(", ")[0].Split(':')[0], FirstPackage(line)));
        return Same("points", string.Join('\n', expected), string.Join('\n', found.Points.Select(p => $"{Join(p.Values)}:{Join(p.Package)}")))
            .Concat(Same("complete", true, found.IsComplete));
    });

    [Fact]
    public void A_budget_that_is_spent_is_told()
    {
        BigInteger[][][] values = [[[1, 0], [0, 1]], [[2, 0], [0, 2]]];
        var found = new SumPackages(values, maxPoints: 2).Within([], CancellationToken.None);
        Assert.Equal(2, found.Points.Count);
        Assert.False(found.IsComplete);
        Assert.False(new SumPackages(values, maxPartialPoints: 1).Within([], CancellationToken.None).IsComplete);
    }

    [Fact]
    public void Malformed_questions_are_refused()
    {
        var packages = new SumPackages([[[1, 2]]]);
        Assert.Throws<ArgumentException>(() => packages.Best([1], CancellationToken.None));
        Assert.Throws<ArgumentException>(() => packages.Best([1, -1], CancellationToken.None));
        Assert.Throws<ArgumentException>(() => packages.Within([new([1], 0)], CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SumPackages([[[1, 2]]], 0));
    }

    private static string FirstPackage(string line) => line.Split(", ")[1].Split(':')[0];
}
