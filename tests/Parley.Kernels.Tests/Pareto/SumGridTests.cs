using System.Numerics;
using Parley.Kernels.Pareto;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Pareto.SumLaws;

namespace Parley.Kernels.Tests.Pareto;

public class SumGridTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void Every_package_of_the_region_is_near_a_point_for_every_party_at_once() => HoldSums(Seeds, (sums, seed) => Broken(sums, Of(sums, grid: true)));

    [Fact]
    public void So_it_is_in_small_bands() => HoldSums(Seeds / 5, (sums, seed) => Broken(sums, Of(sums, band: 1 + (seed % 9), spread: 0, grid: true)));

    [Fact]
    public void So_it_is_on_all_values_at_once() => HoldSums(Seeds / 5, (sums, seed) => Broken(sums, Of(sums, spread: 1_000_000, grid: true)));

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    public void So_it_is_with_wider_integers(int bits) => HoldSums(Seeds / 5, (sums, seed) =>
        Same("points", Text(Of(sums, grid: true)), Text(Of(sums, bits: bits, grid: true))));

    [Fact]
    public void A_grid_that_allows_nothing_changes_nothing() => HoldSums(Seeds / 5, (sums, seed) =>
    {
        var found = Of(sums.Values, new() { Cuts = sums.Cuts, Grid = new BigInteger[sums.PartyCount] });
        return Same("frontier", sums.Frontier(), Text(found)).Concat(Same("status", SumFrontierStatus.Complete, found.Status));
    });

    [Fact]
    public void A_coarse_grid_needs_few_points()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 8).Select(_ =>
            Enumerable.Range(0, 3).Select(_ => (BigInteger)random.Next(1000)).ToArray()).ToArray()).ToArray();
        var found = Of(values, new() { Grid = [1000, 1000, 1000] });
        Assert.Equal(SumFrontierStatus.WithinGrid, found.Status);
        Assert.InRange(found.Points.Count, 10, 2000);
        Assert.All(found.Points, p => Assert.Equal(p.Values, RandomSums.Sum(values, p.Canonical)));
    }

    private static IEnumerable<string> Broken(RandomSums sums, SumFrontierResult found)
    {
        var points = found.Points.Select(p => p.Values).ToList();
        if (found.Status is not (SumFrontierStatus.WithinGrid or SumFrontierStatus.Complete)) yield return $"status {found.Status}";
        foreach (var vector in sums.Region())
        {
            var least = vector.Zip(sums.Grid, (v, g) => v - g).ToArray();
            if (!points.Exists(p => RandomSums.Covers(p, least))) yield return $"nothing near {Join(vector)}";
        }

        for (var k = 0; k < points.Count; k++)
        {
            if (points.Where((p, j) => j != k && RandomSums.Covers(p, points[k])).Any()) yield return $"{Join(points[k])} is dominated";
            if (k > 0 && points[k - 1].AsSpan().SequenceCompareTo(points[k]) <= 0) yield return "the order is wrong";
            var packages = found.Points[k].Packages().ToList();
            foreach (var message in Same("packages", packages.Count, found.Points[k].Multiplicity)) yield return message;
            if (packages.Count == 0 || packages.Exists(p => !RandomSums.Sum(sums.Values, p).SequenceEqual(points[k])))
                yield return $"{Join(points[k])} is not attained";
            // A cut is missed by no more than the weights times the grid.
            var better = points[k].Zip(sums.Grid, BigInteger.Add).ToArray();
            if (Array.Exists(sums.Cuts, c => !c.Holds(better))) yield return $"{Join(points[k])} is too far outside";
        }
    }
}
