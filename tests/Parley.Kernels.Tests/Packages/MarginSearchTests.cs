using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Packages;

public class MarginSearchTests
{
    private const int Seeds = 5_000;
    private const long Budget = 1_000_000;

    [Fact]
    public void The_largest_value_and_its_canonical_package_are_found() => Hold(Seeds, random =>
        Same("margin", Expected(random), Found(new(random.Problem, Budget, CancellationToken.None))));

    [Fact]
    public void They_are_found_by_splitting_alone() => Hold(Seeds, random =>
        Same("margin", Expected(random), Found(new(random.Problem, Budget, CancellationToken.None) { Settings = PackageSearchTests.SplitEverything })));

    [Fact]
    public void They_do_not_depend_on_the_candidate_one_starts_from() => Hold(Seeds / 5, random =>
        Same("margin", Expected(random), Found(new(random.Problem, Budget, CancellationToken.None), random.AnyPackage())));

    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    public void They_do_not_depend_on_the_width_of_integers(int zeros) => Hold(Seeds / 5, random =>
        Same("margin", Expected(random), Found(new(RandomProblem.InUnits(random.Problem, BigInteger.Pow(10, zeros)), Budget, CancellationToken.None))));

    [Fact]
    public void A_known_bound_changes_nothing() => Hold(Seeds / 5, random => Best(random) is not ({ } best, { } value)
        ? []
        : Same("margin", Expected(random), Found(new(random.Problem, Budget, CancellationToken.None), best, Rational.Max(0, value))));

    [Fact]
    public void A_search_that_runs_out_of_nodes_bounds_the_value_from_both_sides() => Hold(Seeds / 5, random => new long[] { 0, 1, 3, 10, 30 }.SelectMany(budget =>
    {
        var (best, value) = Best(random);
        var found = new MarginSearch(random.Problem, budget, CancellationToken.None) { Settings = PackageSearchTests.SplitEverything }.Run();
        if (found.IsExact) return Same($"exact within {budget}", Expected(random), Text(found));
        if (found.Package is { } package && random.Problem.Value(package) != found.Value) return [$"{ProblemLaws.Text(package)} is not worth {found.Value}"];
        if (best is not null && found.Upper is { } upper && (value is not { } v || v > upper)) return [$"{value} is above {upper}"];
        return [];
    }));

    private static string Found(MarginSearch search, int[]? start = null, Rational? upper = null) => Text(search.Run(start, upper));

    private static string Text(MarginOutcome outcome) => outcome.IsExact && outcome.Value == outcome.Upper
        ? $"{ProblemLaws.Text(outcome.Package)} at {outcome.Value?.ToString() ?? "no bound"}"
        : $"inexact {outcome}";

    private static string Expected(RandomProblem random)
    {
        var (package, value) = Best(random);
        return package is null ? "none at -1" : $"{ProblemLaws.Text(package)} at {value?.ToString() ?? "no bound"}";
    }

    // Packages come in lexicographic order: a later one must be better, or as good with fewer changes.
    private static (int[]? Package, Rational? Value) Best(RandomProblem random)
    {
        (int[]? Package, Rational? Value) best = (null, -1);
        foreach (var (package, value) in random.Packages)
        {
            var better = best.Package is null
                || (best.Value is { } old && (value is not { } now || now > old))
                || (value == best.Value && random.Problem.ChangeCount(package) < random.Problem.ChangeCount(best.Package));
            if (better) best = (package, value);
        }

        return best;
    }
}
