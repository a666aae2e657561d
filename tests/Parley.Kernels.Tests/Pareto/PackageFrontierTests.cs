using System.Numerics;
using Parley.Kernels.Pareto;
using Parley.Kernels.Tests.Packages;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Pareto;

public class PackageFrontierTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_frontier_holds_one_canonical_package_for_each_undominated_vector() => Hold(Seeds, random =>
    {
        var objectives = random.Objectives(2 + random.Seed % 3);
        var (packages, complete) = PackageFrontier.Of(random.Problem, objectives, 10_000, 10_000, CancellationToken.None);
        return Same("frontier", (Expected(random, objectives), true), (Sorted(packages), complete));
    });

    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    public void It_does_not_depend_on_the_width_of_integers(int zeros) => Hold(Seeds / 10, random =>
    {
        var unit = BigInteger.Pow(10, zeros);
        var objectives = random.Objectives(2);
        var scaled = Array.ConvertAll(objectives, o => Array.ConvertAll(o, c => c * unit));
        var (packages, _) = PackageFrontier.Of(RandomProblem.InUnits(random.Problem, unit), scaled, 10_000, 10_000, CancellationToken.None);
        return Same("frontier", Expected(random, objectives), Sorted(packages));
    });

    [Fact]
    public void A_frontier_cut_short_says_so_and_holds_only_packages_that_meet_the_rows() => Hold(Seeds / 10, random =>
    {
        var objectives = random.Objectives(3);
        var all = Expected(random, objectives);
        var acceptable = random.Reaching(0, strict: false).ConvertAll(Text);
        var (packages, complete) = PackageFrontier.Of(random.Problem, objectives, 2, 2, CancellationToken.None);
        if (packages.Exists(p => !acceptable.Contains(Text(p)))) return ["a package misses a row"];
        return complete ? Same("frontier", all, Sorted(packages)) : [];
    });

    private static string Sorted(IEnumerable<int[]> packages) => string.Join(", ", packages.Select(Text).Order(StringComparer.Ordinal));

    private static string Expected(RandomProblem random, BigInteger[][] objectives)
    {
        var acceptable = random.Reaching(0, strict: false)
            .Select(p => (Package: p, Vector: Array.ConvertAll(objectives, o => Sum(random, o, p)))).ToList();
        var frontier = acceptable.Where(a => !acceptable.Exists(b => Beats(b.Vector, a.Vector)))
            .GroupBy(a => string.Join(' ', a.Vector.AsEnumerable()))
            .Select(equal => equal.Select(a => a.Package).Aggregate((a, b) => random.Problem.CompareTies(b, a) < 0 ? b : a));
        return Sorted(frontier);
    }

    private static bool Beats(BigInteger[] a, BigInteger[] b) => a.Zip(b).All(x => x.First >= x.Second) && a.Zip(b).Any(x => x.First > x.Second);

    private static BigInteger Sum(RandomProblem random, BigInteger[] row, int[] package) =>
        package.Select((o, i) => row[random.Problem.Offset(i) + o]).Aggregate(BigInteger.Add);
}
