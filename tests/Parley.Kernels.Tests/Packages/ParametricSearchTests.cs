using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Packages;

public class ParametricSearchTests
{
    private const int Seeds = 5_000;
    private const long Budget = 10_000_000;

    private static readonly (Rational From, Rational To)[] Stretches =
        [(0, 1), (0, 1), (0, 1), (new(1, 3), new(1, 2)), (-2, 3), (new(-7, 5), new(13, 7))];

    [Fact]
    public void The_first_place_is_that_of_the_earliest_package() => Hold(Seeds, random => Compare(random, random.Moved()));

    [Fact]
    public void It_does_not_depend_on_the_width_of_integers() => Hold(Seeds / 5, random =>
    {
        var unit = BigInteger.Pow(10, 16);
        return Compare(random, RandomProblem.InUnits(random.Moved(), unit), RandomProblem.InUnits(random.Problem, unit));
    });

    [Fact]
    public void Many_packages_that_tie_at_an_end_do_not_keep_the_search_from_ending()
    {
        // Each of 2^40 packages is acceptable at 0 and at 1 and nowhere between: one row falls to 0, one rises to it.
        int[] counts = [.. Enumerable.Repeat(2, 40)];
        var zeros = new BigInteger[80];
        PackageProblem Make(int falling, int rising) => new(
            counts,
            [.. Enumerable.Repeat(true, 80)],
            [new(PackageRowKind.Scored, zeros, falling, 1), new(PackageRowKind.Hard, zeros, rising, 0)],
            [new([new([], [0]), new([], [1])])],
            new bool[80]);
        var search = new ParametricSearch(Make(0, 5), Make(5, 0), Budget, CancellationToken.None);

        var inside = search.FirstInside(0, 1);

        Assert.True(inside.Complete);
        Assert.Null(inside.At);
        Assert.Equal(Rational.Zero, search.FirstFeasible(0, 1).At);
        Assert.Equal(Rational.One, search.FirstFeasible(new(1, 2), 1).At);
    }

    [Fact]
    public void A_search_that_runs_out_of_nodes_says_so() => Hold(Seeds / 5, random => new long[] { 0, 1, 3, 10 }.SelectMany(budget =>
    {
        var moved = random.Moved();
        var found = new ParametricSearch(random.Problem, moved, budget, CancellationToken.None).FirstFeasible(0, 1);
        var expected = First(Sets(random, random.Problem, moved, 0, 1));
        if (found.Complete) return Same($"within {budget}", expected, found.At);
        return found.At is { } at && (expected is not { } first || at < first) ? [$"{at} is before {expected}"] : [];
    }));

    private static IEnumerable<string> Compare(RandomProblem random, PackageProblem moved, PackageProblem? still = null)
    {
        var at0 = still ?? random.Problem;
        var (from, to) = Stretches[random.Seed % Stretches.Length];
        var sets = Sets(random, at0, moved, from, to);
        var search = new ParametricSearch(at0, moved, Budget, CancellationToken.None);
        var first = search.FirstFeasible(from, to);
        foreach (var wrong in Same("first", First(sets), first.At).Concat(Same("complete", true, first.Complete))) yield return wrong;
        if (first is { At: { } at, Package: { } package } && !IsAcceptable(at0, moved, package, at)) yield return $"{Text(package)} is not acceptable at {at}";
        var inside = search.FirstInside(from, to);
        var proper = sets.Where(s => s.Low < s.High || (s.Low > from && s.Low < to)).ToList();
        foreach (var wrong in Same("inside", First(proper), inside.At)) yield return wrong;
        foreach (var place in new[] { from, (from + to) / 2, First(sets) ?? from })
        {
            if (place == to) continue;
            var after = search.After(place, to);
            var covering = sets.Where(s => s.Low <= place && s.High > place).ToList();
            if (covering.Count == 0 != after.At is null) yield return $"after {place}: {after.At}, should be one of {covering.Count}";
            if (after.At is { } end && !sets.Exists(s => s.Low <= place && s.High == end)) yield return $"{end} after {place} is not an end";
        }
    }

    private static Rational? First(List<(Rational Low, Rational High)> sets) => sets.Count == 0 ? null : sets.Select(s => s.Low).Min();

    // Slow and plain: cut the stretch at every root of every row of a package; signs are constant at the cuts and between them.
    private static List<(Rational Low, Rational High)> Sets(RandomProblem random, PackageProblem at0, PackageProblem at1, Rational from, Rational to)
    {
        var sets = new List<(Rational, Rational)>();
        foreach (var package in random.Combinations)
        {
            var cuts = new SortedSet<Rational> { from, to };
            for (var r = 0; r < at0.Rows.Length; r++)
            {
                var (s0, s1) = (at0.Slack(at0.Rows[r], package), at1.Slack(at1.Rows[r], package));
                if (s0 == s1) continue;
                var root = new Rational(-s0, s1 - s0);
                if (root > from && root < to) cuts.Add(root);
            }

            (Rational Low, Rational High)? open = null;
            var places = cuts.ToList();
            for (var k = 0; k < places.Count; k++)
            {
                if (IsAcceptable(at0, at1, package, places[k])) open = (open?.Low ?? places[k], places[k]);
                var goesOn = open is not null && k + 1 < places.Count && IsAcceptable(at0, at1, package, (places[k] + places[k + 1]) / 2);
                if (open is { } closed && !goesOn) sets.Add(closed);
                if (!goesOn) open = null;
            }
        }

        return sets;
    }

    private static bool IsAcceptable(PackageProblem at0, PackageProblem at1, int[] package, Rational place)
    {
        bool Holds(int r) => ((1 - place) * at0.Slack(at0.Rows[r], package) + place * at1.Slack(at1.Rows[r], package)).Sign >= 0;
        for (var r = 0; r < at0.Rows.Length; r++)
            if (at0.AlwaysRow[r] && !Holds(r)) return false;
        return Array.TrueForAll(at0.Clauses, clause => Array.Exists(clause.Alternatives, a =>
            a.Value is not { Sign: < 0 }
            && !Array.Exists(a.Removed, f => at0.Offset(at0.IssueOf(f)) + package[at0.IssueOf(f)] == f)
            && Array.TrueForAll(a.Rows, Holds)));
    }
}
