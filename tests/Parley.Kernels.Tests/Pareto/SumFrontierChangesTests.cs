using System.Numerics;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Pareto.SumLaws;

namespace Parley.Kernels.Tests.Pareto;

/// <summary>Changes of a problem after which theory says what the frontier is.</summary>
public class SumFrontierChangesTests
{
    private const int Seeds = 1_000;

    [Fact]
    public void Doubling_every_option_of_an_issue_doubles_the_packages_of_every_point() => HoldSums(Seeds, (sums, seed) =>
    {
        var values = sums.Values;
        var doubled = values.Select((issue, i) => i == seed % values.Length ? [.. issue, .. issue] : issue).ToArray();
        return Same("counts", Counts(values, 2), Counts(doubled));
    });

    [Fact]
    public void An_option_given_twice_doubles_the_packages_that_take_it() => HoldSums(Seeds, (sums, seed) =>
    {
        var values = sums.Values;
        var twice = values.Select((issue, i) => i == 0 ? [.. issue, issue[0]] : issue).ToArray();
        var expected = Of(values).Points.Select(p => p.Multiplicity + p.Packages().Count(k => k[0] == 0));
        return Same("counts", Join(expected), Join(Of(twice).Points.Select(p => p.Multiplicity)))
            .Concat(Same("vectors", Vectors(values), Vectors(twice)));
    });

    [Fact]
    public void A_constant_split_off_an_issue_changes_nothing() => HoldSums(Seeds, (sums, seed) =>
    {
        var values = sums.Values;
        var part = values[^1][0];
        var rest = Array.ConvertAll(values[^1], o => o.Zip(part, (a, b) => a - b).ToArray());
        return Same("counts", Counts(values), Counts([.. values[..^1], rest, [part]]));
    });

    [Fact]
    public void An_issue_made_of_all_pairs_of_two_issues_is_the_two_issues() => HoldSums(Seeds, (sums, seed) =>
    {
        var values = sums.Values;
        if (values.Length < 2) return [];
        var pairs = values[0].SelectMany(_ => values[1], (a, b) => a.Zip(b, BigInteger.Add).ToArray()).ToArray();
        return Same("counts", Counts(values), Counts([pairs, .. values[2..]]));
    });

    [Fact]
    public void The_order_of_options_does_not_matter() => HoldSums(Seeds, (sums, seed) =>
        Same("counts", Counts(sums.Values), Counts(Array.ConvertAll(sums.Values, i => Shuffled(i, seed)))));

    [Fact]
    public void The_order_of_issues_does_not_matter() => HoldSums(Seeds, (sums, seed) =>
        Same("counts", Counts(sums.Values), Counts(Shuffled(sums.Values, seed))));

    [Fact]
    public void A_party_that_measures_in_another_unit_from_another_zero_gets_the_same_packages() => HoldSums(Seeds, (sums, seed) =>
    {
        var party = seed % sums.PartyCount;
        var unit = BigInteger.Pow(3, seed % 50);
        var moved = Map(sums.Values, (v, p) => p == party ? (v * unit) - 17 : v);
        string Packages(BigInteger[][][] values) =>
            string.Join('\n', Of(values).Points.Select(p => string.Join(", ", p.Packages().Select(Join))));
        return Same("packages", Packages(sums.Values), Packages(moved));
    });

    private static T[] Shuffled<T>(T[] items, int seed)
    {
        var shuffled = (T[])items.Clone();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
