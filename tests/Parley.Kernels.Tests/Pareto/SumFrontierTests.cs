using System.Numerics;
using Parley.Kernels.Pareto;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Pareto.SumLaws;

namespace Parley.Kernels.Tests.Pareto;

public class SumFrontierTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_points_their_packages_and_how_many_are_those_of_looking_at_every_package() => HoldSums(Seeds, (sums, seed) =>
    {
        var found = Of(sums.Values, new() { Cuts = sums.Cuts });
        return Same("frontier", sums.Frontier(), Text(found))
            .Concat(Same("status", SumFrontierStatus.Complete, found.Status))
            .Concat(Same("counts", Join(found.Points.Select(p => (BigInteger)p.Packages().Count())), Join(found.Points.Select(p => p.Multiplicity))));
    });

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    public void Wider_integers_change_nothing(int bits) => HoldSums(Seeds, (sums, seed) =>
        Same("frontier", sums.Frontier(), Text(Of(sums, bits: bits))));

    [Fact]
    public void Reading_the_sums_in_small_bands_changes_nothing() => HoldSums(Seeds, (sums, seed) =>
        Same("frontier", sums.Frontier(), Text(Of(sums, band: 1 + (seed % 9), spread: 0))));

    [Fact]
    public void Merging_two_parties_on_all_values_at_once_changes_nothing() => HoldSums(Seeds, (sums, seed) =>
        Same("frontier", sums.Frontier(), Text(Of(sums, spread: 1_000_000))));

    [Fact]
    public void Longer_merges_of_two_parties_are_the_same_in_bands_and_on_all_values_at_once() => Hold(100, random =>
    {
        var draw = new Random(random.Seed);
        var values = Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 1 + draw.Next(9)).Select(_ =>
        {
            var first = draw.Next(300);
            return new BigInteger[] { first, 300 - first + draw.Next(9) };
        }).ToArray()).ToArray();
        var scale = SumScale.Of(values);
        var half = values.Select(v => v.Max(o => o[0])).Aggregate(BigInteger.Add) / 2;
        var options = new SumFrontierOptions
        {
            Cuts = random.Seed % 2 == 0 ? null : [new([1, 0], half), new([2, 3], 2 * half)],
            Grid = random.Seed % 3 == 0 ? [random.Seed, 2 * random.Seed] : null,
            MaxPartialPoints = random.Seed % 5 == 0 ? 100 : 1_000_000,
        };
        string Merged(int spread, int sharedBlocks) =>
            Brief(SumFrontier.Of(scale, options, new(64, spread, 0, sharedBlocks), CancellationToken.None));
        var expected = Merged(0, int.MaxValue);
        return Same("one thread", expected, Merged(1_000_000, int.MaxValue)).Concat(Same("two threads", expected, Merged(1_000_000, 2)));
    });

    [Fact]
    public void A_frontier_cut_to_its_first_points_says_so_and_they_are_the_first() => HoldSums(Seeds / 5, (sums, seed) =>
    {
        var all = Of(sums.Values);
        var limit = 1 + (seed % 4);
        var cut = Of(sums.Values, new() { MaxPoints = limit });
        var status = all.Points.Count > limit ? SumFrontierStatus.FirstPoints : SumFrontierStatus.Complete;
        return Same("status", (status, status != SumFrontierStatus.Complete), (cut.Status, cut.IsTruncated))
            .Concat(Same("points", string.Join('\n', Text(all).Split('\n').Take(limit)), Text(cut)));
    });

    [Fact]
    public void A_partial_frontier_that_is_cut_says_so_and_its_points_are_attained() => HoldSums(Seeds / 5, (sums, seed) =>
    {
        var cut = Of(sums.Values, new() { Cuts = sums.Cuts, MaxPartialPoints = 1 + (seed % 2) });
        if (!cut.IsTruncated) return Same("points", sums.Frontier(), Text(cut));
        return cut.Points.SelectMany(p => p.Packages().SelectMany(k => Same("value", Join(RandomSums.Sum(sums.Values, k)), Join(p.Values))))
            .Concat(cut.Points.Where(p => Array.Exists(sums.Cuts, c => !c.Holds(p.Values))).Select(p => $"{Join(p.Values)} is outside"));
    });

    [Fact]
    public void Alike_issues_have_more_packages_than_fit_any_machine_integer()
    {
        var values = Enumerable.Repeat(new BigInteger[][] { [1, 0], [0, 1], [1, 0], [0, 1] }, 200).ToArray();
        var found = Of(values);
        Assert.Equal(201, found.Points.Count);
        Assert.Equal(BigInteger.Pow(4, 200), found.Points.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Multiplicity));
        Assert.All(found.Points, p => Assert.Equal(p.Values, RandomSums.Sum(values, p.Canonical)));
    }

    [Fact]
    public void One_party_alone_has_one_best_sum()
    {
        var found = Of([[[3], [5], [5]], [[-1], [-2]]]);

        var point = Assert.Single(found.Points);
        Assert.Equal([new BigInteger(4)], point.Values);
        Assert.Equal(2, point.Multiplicity);
    }

    [Fact]
    public void Malformed_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Of([]));
        Assert.Throws<ArgumentException>(() => Of([[]]));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2], [1]]]));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2]]], new() { Cuts = [new([1], 0)] }));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2]]], new() { Cuts = [new([1, -1], 0)] }));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2]]], new() { Grid = [1] }));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2]]], new() { Grid = [1, -1] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([[[1, 2]]], new() { MaxPoints = 0 }));
    }

    [Fact]
    public void A_cancelled_computation_ends_by_exception() =>
        Assert.Throws<OperationCanceledException>(() => SumFrontier.Of([[[1, 2]]], All, new CancellationToken(canceled: true)));

    private static string Brief(SumFrontierResult found) =>
        $"{found.Status} {string.Join('\n', found.Points.Select(p => $"{Join(p.Values)}: {p.Multiplicity}"))}";
}
