using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Packages;

/// <summary>The distance search against looking at every package.</summary>
public class DistanceSearchTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_least_distance_is_that_of_the_nearest_candidate() => Hold(Seeds, random =>
    {
        var (rows, clauses, holders) = Held(random);
        var found = new DistanceSearch(random.Problem, rows, clauses, holders, 1_000_000, CancellationToken.None).Run([]);
        Rational? nearest = random.Packages.Count == 0 ? null : random.Packages.Min(p => Distance(random.Problem, p.Package, rows, clauses, holders));
        return Same("exact", true, found.IsExact)
            .Concat(Same("distance", nearest, found.Distance))
            .Concat(found.Package is { } package ? Same("package's own", nearest, Distance(random.Problem, package, rows, clauses, holders)) : []);
    });

    [Fact]
    public void A_known_package_changes_nothing_and_zero_means_acceptable() => Hold(Seeds, random =>
    {
        var (rows, clauses, holders) = Held(random);
        var search = new DistanceSearch(random.Problem, rows, clauses, holders, 1_000_000, CancellationToken.None);
        var plain = search.Run([]);
        int[][] known = random.AnyPackage() is { } any ? [any] : [];
        var started = new DistanceSearch(random.Problem, rows, clauses, holders, 1_000_000, CancellationToken.None).Run(known);
        return Same("distance", plain.Distance, started.Distance)
            .Concat(Same("zero", random.Reaching(0, strict: false).Count > 0, plain.Distance is { IsZero: true }));
    });

    [Fact]
    public void A_search_that_runs_out_of_nodes_says_so_and_is_never_too_near() => Hold(Seeds / 5, random =>
    {
        var (rows, clauses, holders) = Held(random);
        var found = new DistanceSearch(random.Problem, rows, clauses, holders, 3, CancellationToken.None).Run([]);
        if (random.Packages.Count == 0) return [];
        var nearest = random.Packages.Min(p => Distance(random.Problem, p.Package, rows, clauses, holders));
        return found.IsExact ? Same("distance", nearest, found.Distance) : found.Distance < nearest ? [$"{found.Distance} is nearer than {nearest}"] : [];
    });

    // Rows that only clauses bring in have no holder.
    private static (int[] Rows, int[] Clauses, int Holders) Held(RandomProblem random)
    {
        var draw = new Random(random.Seed + 17);
        var holders = draw.Next(1, 4);
        var problem = random.Problem;
        return (
            [.. problem.Rows.Select((r, k) => problem.AlwaysRow[k] && r.Kind != PackageRowKind.Structural ? draw.Next(holders) : -1)],
            [.. problem.Clauses.Select(_ => draw.Next(holders))],
            holders);
    }

    private static Rational Distance(PackageProblem problem, int[] package, int[] rows, int[] clauses, int holders)
    {
        var sum = Rational.Zero;
        for (var h = 0; h < holders; h++)
        {
            var worst = Rational.Zero;
            for (var r = 0; r < rows.Length; r++)
                if (rows[r] == h && problem.RowValue(problem.Rows[r], package) is { } value) worst = Rational.Max(worst, -value);
            for (var c = 0; c < clauses.Length; c++)
                if (clauses[c] == h && problem.ClauseValue(problem.Clauses[c], package) is { } value) worst = Rational.Max(worst, -value);
            sum += worst;
        }

        return sum;
    }
}
