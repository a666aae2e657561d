using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Kernels.Solutions;
using static Parley.Kernels.Tests.Packages.ProblemLaws;
using static Parley.Kernels.Tests.Solutions.BargainLaws;

namespace Parley.Kernels.Tests.Solutions;

public class DirectSolutionsTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void Each_solution_is_that_of_looking_at_every_package() => Hold(Seeds, seed =>
    {
        var random = new RandomBargain(seed);
        var found = Solve(random.Bargain());
        return Picks(found).SelectMany(p => Same(p.Name, true, p.Found.IsProved)).Concat(Compare(random, found));
    });

    [Fact]
    public void A_budget_costs_proof_and_never_truth() => Hold(Seeds, seed =>
    {
        var random = new RandomBargain(seed);
        return Compare(random, Solve(random.Bargain(1 + seed % 20, seed % 3 == 0)));
    });

    [Fact]
    public void Small_regions_are_enough_for_most_spaces()
    {
        var proved = Enumerable.Range(0, 500).Count(seed =>
        {
            var random = new RandomBargain(seed, 2);
            return Picks(Solve(random.Bargain(12))).All(p => p.Found.IsProved);
        });
        Assert.True(proved > 450, $"{proved} of 500");
    }

    [Fact]
    public void Nash_and_Kalai_Smorodinsky_do_not_move_when_a_party_is_shifted_and_rescaled() => Hold(Seeds / 5, seed =>
    {
        var random = new RandomBargain(seed);
        var p = seed % random.PartyCount;
        var moved = random.All.ConvertAll(k => new ValuedPackage(k.Package, [.. k.Values.Select((v, q) => q == p ? 3 * v - 7 : v)]));
        var reservations = random.Reservations.Select((r, q) => q == p ? 3 * r - 7 : r).ToArray();
        var before = Solve(random.Bargain());
        var after = Solve(new(new ListedPackages(random.PartyCount, moved), reservations, random.Units));
        return Same("nash", Text(before.Nash.Package?.Package), Text(after.Nash.Package?.Package))
            .Concat(Same("ks", Text(before.KalaiSmorodinskyOverRational.Package?.Package), Text(after.KalaiSmorodinskyOverRational.Package?.Package)))
            .Concat(Same("ks all", Text(before.KalaiSmorodinskyOverAll.Package?.Package), Text(after.KalaiSmorodinskyOverAll.Package?.Package)));
    });

    [Fact]
    public void Nash_stays_when_an_irrelevant_package_is_removed() => Hold(Seeds / 5, seed =>
    {
        var random = new RandomBargain(seed);
        var before = Solve(random.Bargain()).Nash.Package;
        if (before is null || random.Bargain().Gains(before.Values).Any(g => g.IsZero)) return [];
        var fewer = random.All.Where((k, i) => k == before || i % 3 != seed % 3).ToList();
        return Same("nash", Text(before.Package), Text(Solve(
            new(new ListedPackages(random.PartyCount, fewer), random.Reservations, random.Units)).Nash.Package?.Package));
    });

    [Fact]
    public void Parties_that_can_be_exchanged_gain_alike_where_one_package_is_best() => Hold(Seeds / 5, seed =>
    {
        var random = new RandomBargain(seed, 2);
        var both = random.All.SelectMany(k => new[] { k.Values, [k.Values[1], k.Values[0]] }).ToList();
        both.AddRange(random.All.Select(k => (BigInteger[])[(k.Values[0] + k.Values[1]) / 2, (k.Values[0] + k.Values[1]) / 2]));
        var space = new ListedPackages(2, [.. both.Select((v, i) => new ValuedPackage([i], v))]);
        Rational[] reservations = [random.Reservations[0], random.Reservations[0]];
        var found = Solve(new(space, reservations));
        return Picks(found).Where(p => p.Name != "utilitarian" && p.Found.Package is not null).SelectMany(p =>
        {
            var values = p.Found.Package!.Values;
            // Rounding may leave no equal split of the best; then two mirrored packages are best.
            return values[0] - values[1] > 1 && p.Name is "egalitarian" ? [$"{p.Name}: {DirectTwin.Text(p.Found.Package)}"] : Array.Empty<string>();
        });
    });

    [Fact]
    public void A_worked_example_has_four_different_answers()
    {
        // Gains over (2, 1): (8, 1), (6, 3), (4, 4), (3, 5), (0, 7).
        var found = Solve(Of([2, 1], [10, 2], [8, 4], [6, 5], [5, 6], [2, 8], [1, 30]));

        Assert.Equal("8 4", DirectTwin.Text(found.Nash.Package)); // 18 beats 8, 16, 15, 0
        Assert.Equal("6 5", DirectTwin.Text(found.Egalitarian.Package)); // 4 beats 1, 3, 3, 0
        Assert.Equal("6 5", DirectTwin.Text(found.KalaiSmorodinskyOverRational.Package)); // 1/2 beats 1/7, 3/7, 3/8, 0
        Assert.Equal("5 6", DirectTwin.Text(found.KalaiSmorodinskyOverAll.Package)); // 5/29 beats 1/29, 3/29, 4/29, 0
        Assert.Equal("10 2", DirectTwin.Text(found.Utilitarian.Package)); // 9, tied with 6 + 3: the first party decides
        Assert.Equal([10, 8], found.IdealOverRational.Select(i => i.Value!.Value));
        Assert.Equal([10, 30], found.IdealOverAll.Select(i => i.Value!.Value));
    }

    [Fact]
    public void Units_count_in_sums_and_in_the_least_gain()
    {
        var space = new ListedPackages(2, [new([0], [4, 1]), new([1], [1, 3])]);

        var plain = Solve(new(space, [0, 0]));
        var weighted = Solve(new(space, [0, 0], [1, 10]));

        Assert.Equal(("4 1", "4 1"), (DirectTwin.Text(plain.Utilitarian.Package), DirectTwin.Text(plain.Egalitarian.Package)));
        Assert.Equal(("1 3", "4 1"), (DirectTwin.Text(weighted.Utilitarian.Package), DirectTwin.Text(weighted.Egalitarian.Package)));
        Assert.Equal(DirectTwin.Text(plain.Nash.Package), DirectTwin.Text(weighted.Nash.Package));
    }

    [Fact]
    public void Parties_that_cannot_gain_are_left_out_of_the_product()
    {
        var found = Solve(Of([5, 0, 0], [5, 1, 4], [5, 2, 3], [5, 4, 1], [9, -1, 9]));

        Assert.Equal("5 2 3", DirectTwin.Text(found.Nash.Package));
        Assert.True(found.Nash.IsProved);
    }

    [Fact]
    public void Where_no_package_lets_all_gain_at_once_every_product_is_0_and_ties_decide()
    {
        var found = Solve(Of([0, 0], [3, 0], [0, 4]));

        Assert.Equal("3 0", DirectTwin.Text(found.Nash.Package));
        Assert.True(found.Nash.IsProved);
    }

    [Fact]
    public void Nothing_acceptable_is_said_and_proved()
    {
        var found = Solve(Of([2, 2], [3, 1], [1, 3]));

        Assert.All(Picks(found), p => Assert.Equal(new(null, true), p.Found));
        Assert.All(found.IdealOverRational, i => Assert.Equal(new(null, true), i));
        Assert.All(Picks(Solve(new(new ListedPackages(2, []), [0, 0]))), p => Assert.Equal(new(null, true), p.Found));
    }

    [Fact]
    public void Malformed_questions_are_refused()
    {
        var space = new ListedPackages(2, []);
        Assert.Throws<ArgumentException>(() => new BargainingSpace(space, [0]));
        Assert.Throws<ArgumentException>(() => new BargainingSpace(space, [0, 0], [1]));
        Assert.Throws<ArgumentException>(() => new BargainingSpace(space, [0, 0], [1, 0]));
    }

    private static DirectSolutionsResult Solve(BargainingSpace bargain) => DirectSolutions.Of(bargain, CancellationToken.None);

    private static BargainingSpace Of(Rational[] reservations, params BigInteger[][] vectors) =>
        new(new ListedPackages(reservations.Length, [.. vectors.Select((v, k) => new ValuedPackage([k], v))]), reservations);

    private static IEnumerable<string> Compare(RandomBargain random, DirectSolutionsResult found)
    {
        var twin = new DirectTwin(random.All, random.Reservations, random.Units);
        string[] expected =
        [
            twin.Nash, twin.Egalitarian, twin.KalaiSmorodinskyOverRational, twin.KalaiSmorodinskyOverAll, twin.Utilitarian,
        ];
        return Picks(found).Zip(expected).SelectMany(p => p.First.Found.IsProved
                ? Same(p.First.Name, p.Second, DirectTwin.Text(p.First.Found.Package))
                : p.First.Found.Package is { } package ? Same(p.First.Name, true, twin.IsRational(package)) : [])
            .Concat(Ideals("ideal", twin.IdealOverRational, found.IdealOverRational))
            .Concat(Ideals("ideal of all", twin.IdealOverAll, found.IdealOverAll))
            .Concat(found.AnyRational.IsProved ? Same("any", twin.Nash == "none", found.AnyRational.Package is null) : []);
    }

    private static IEnumerable<string> Ideals(string name, BigInteger?[] expected, IReadOnlyList<IdealValue> found) =>
        found.Zip(expected).Where(i => i.First.IsProved).SelectMany(i => Same(name, i.Second is { } v ? (Rational)v : null, i.First.Value));

    private static IEnumerable<(string Name, BestPackage Found)> Picks(DirectSolutionsResult found) =>
    [
        ("nash", found.Nash), ("egalitarian", found.Egalitarian), ("ks", found.KalaiSmorodinskyOverRational),
        ("ks all", found.KalaiSmorodinskyOverAll), ("utilitarian", found.Utilitarian),
    ];
}
