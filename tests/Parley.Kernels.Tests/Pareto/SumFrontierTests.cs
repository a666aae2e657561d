using System.Numerics;
using Parley.Kernels.Pareto;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Pareto;

public class SumFrontierTests
{
    private const int Seeds = 5_000;
    private static readonly SumFrontierOptions s_all = new();

    [Fact]
    public void The_points_their_packages_and_how_many_are_those_of_looking_at_every_package() => Hold(Seeds, random =>
    {
        var sums = new RandomSums(random.Seed);
        var found = Of(sums.Values, new() { Reservations = sums.Reservations });
        return Same("frontier", sums.Frontier(), Text(found))
            .Concat(Same("status", SumFrontierStatus.Complete, found.Status))
            .Concat(Same("counts", Join(found.Points.Select(p => (BigInteger)p.Packages().Count())), Join(found.Points.Select(p => p.Multiplicity))));
    });

    [Fact]
    public void Values_too_large_to_pack_into_one_number_change_nothing() => Hold(Seeds / 5, random =>
    {
        var sums = new RandomSums(random.Seed);
        const long Unit = 10_000_000_000;
        var scaled = Array.ConvertAll(sums.Values, i => Array.ConvertAll(i, o => Array.ConvertAll(o, v => v * Unit)));
        var found = Of(scaled, new() { Reservations = sums.Reservations?.Select(r => r * Unit).ToArray() });
        return Same("frontier", sums.Frontier(), Text(found, Unit));
    });

    [Fact]
    public void Reading_the_sums_in_small_bands_changes_nothing() => Hold(Seeds, random =>
    {
        var sums = new RandomSums(random.Seed);
        var options = new SumFrontierOptions { Reservations = sums.Reservations };
        return Same("frontier", sums.Frontier(), Text(SumFrontier.Of(sums.Values, options, 1 + (random.Seed % 9), CancellationToken.None)));
    });

    [Fact]
    public void Doubling_every_option_of_an_issue_doubles_the_packages_of_every_point() => Hold(Seeds / 5, random =>
    {
        var values = new RandomSums(random.Seed).Values;
        var doubled = values.Select((issue, i) => i == random.Seed % values.Length ? [.. issue, .. issue] : issue).ToArray();
        return Same("counts", Counts(values, 2), Counts(doubled, 1));
    });

    [Fact]
    public void An_option_given_twice_doubles_the_packages_that_take_it() => Hold(Seeds / 5, random =>
    {
        var values = new RandomSums(random.Seed).Values;
        var twice = values.Select((issue, i) => i == 0 ? [.. issue, issue[0]] : issue).ToArray();
        var expected = Of(values, s_all).Points.Select(p => p.Multiplicity + p.Packages().Count(k => k[0] == 0));
        return Same("counts", Join(expected), Join(Of(twice, s_all).Points.Select(p => p.Multiplicity)));
    });

    [Fact]
    public void A_constant_split_off_an_issue_changes_nothing() => Hold(Seeds / 5, random =>
    {
        var values = new RandomSums(random.Seed).Values;
        var part = values[^1][0];
        var rest = Array.ConvertAll(values[^1], o => o.Zip(part, (a, b) => a - b).ToArray());
        return Same("counts", Counts(values, 1), Counts([.. values[..^1], rest, [part]], 1));
    });

    [Fact]
    public void A_frontier_cut_to_its_first_points_says_so_and_they_are_the_first() => Hold(Seeds / 5, random =>
    {
        var values = new RandomSums(random.Seed).Values;
        var all = Of(values, s_all);
        var limit = 1 + (random.Seed % 4);
        var cut = Of(values, new() { MaxPoints = limit });
        var status = all.Points.Count > limit ? SumFrontierStatus.FirstPoints : SumFrontierStatus.Complete;
        return Same("status", (status, status != SumFrontierStatus.Complete), (cut.Status, cut.IsTruncated))
            .Concat(Same("points", string.Join('\n', Text(all).Split('\n').Take(limit)), Text(cut)));
    });

    [Fact]
    public void A_partial_frontier_that_is_cut_says_so_and_its_points_are_attained() => Hold(Seeds / 5, random =>
    {
        var values = new RandomSums(random.Seed).Values;
        var cut = Of(values, new() { MaxPartialPoints = 1 + (random.Seed % 2) });
        if (!cut.IsTruncated) return Same("points", Text(Of(values, s_all)), Text(cut));
        return cut.Points.SelectMany(p => p.Packages().SelectMany(k => Same("value", Join(RandomSums.Sum(values, k)), Join(p.Values))));
    });

    [Fact]
    public void Alike_issues_have_more_packages_than_fit_any_machine_integer()
    {
        var values = Enumerable.Repeat(new long[][] { [1, 0], [0, 1], [1, 0], [0, 1] }, 200).ToArray();
        var found = Of(values, s_all);
        Assert.Equal(201, found.Points.Count);
        Assert.Equal(BigInteger.Pow(4, 200), found.Points.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Multiplicity));
        Assert.All(found.Points, p => Assert.Equal(p.Values, RandomSums.Sum(values, p.Canonical)));
    }

    [Fact]
    public void Sums_that_may_not_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Of([[[0, long.MinValue]]], s_all));
        Assert.Contains("party 2 may reach 9223372036854775808;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Of([], s_all));
        Assert.Throws<ArgumentException>(() => Of([[]], s_all));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2], [1]]], s_all));
        Assert.Throws<ArgumentException>(() => Of([[[1, 2]]], new() { Reservations = [1] }));
    }

    [Fact]
    public void A_cancelled_computation_ends_by_exception() =>
        Assert.Throws<OperationCanceledException>(() => SumFrontier.Of([[[1, 2]]], s_all, new CancellationToken(canceled: true)));

    private static SumFrontierResult Of(long[][][] values, SumFrontierOptions options) => SumFrontier.Of(values, options, CancellationToken.None);

    private static string Counts(long[][][] values, int factor) =>
        string.Join('\n', Of(values, s_all).Points.Select(p => $"{Join(p.Values)}: {p.Multiplicity * factor}"));

    private static string Text(SumFrontierResult found, long unit = 1) => string.Join('\n', found.Points.Select(p =>
        $"{Join(p.Values.Select(v => v / unit))}: {p.Multiplicity}, {Join(p.Canonical)}: {string.Join(", ", p.Packages().Select(Join))}"));

    private static string Join<T>(IEnumerable<T> values) => string.Join(' ', values);
}
