using System.Numerics;
using Parley.Kernels.Pareto;
using Parley.Kernels.Rectangles;
using static Parley.Kernels.Tests.Packages.ProblemLaws;

namespace Parley.Kernels.Tests.Rectangles;

public class RectanglePackagesTests
{
    private const int Seeds = 5_000;

    [Fact]
    public void The_frontier_is_that_of_looking_at_every_package() => Hold(Seeds, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var found = new RectanglePackages(made.Problem).Within(made.Cuts, CancellationToken.None);
        return Same("frontier", Text(made.Frontier(made.Cuts)), Text(found.Points.Select(p => p.Values)))
            .Concat(Same("complete", true, found.IsComplete))
            .Concat(Same("witnesses", Text(found.Points.Select(p => p.Values)), Text(found.Points.Select(p => made.Problem.ValuesOf(p.Package)))))
            .Concat(Same("allowed", true, found.Points.All(p => made.Problem.IsAllowed(p.Package))));
    });

    [Fact]
    public void The_best_package_is_that_of_looking_at_every_package() => Hold(Seeds, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var weights = made.Weights();
        var (best, proved) = new RectanglePackages(made.Problem).Best(weights, CancellationToken.None);
        var sums = made.Packages().Select(k => Sum(weights, made.Problem.ValuesOf(k))).ToList();
        return Same("proved", true, proved)
            .Concat(Same("none", sums.Count == 0, best is null))
            .Concat(best is null ? [] : Same("sum", sums.Max(), Sum(weights, made.Problem.ValuesOf(best.Package))))
            .Concat(best is null ? [] : Same("values", Text([made.Problem.ValuesOf(best.Package)]), Text([best.Values])));
    });

    [Fact]
    public void Values_that_need_wider_numbers_change_nothing() => Hold(Seeds / 5, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var unit = BigInteger.Pow(10, random.Seed % 2 == 0 ? 20 : 50);
        var wide = Scaled(made.Problem, unit);
        var found = new RectanglePackages(wide).Within([], CancellationToken.None);
        return Same("frontier", Text(made.Frontier([])), Text(found.Points.Select(p => Array.ConvertAll(p.Values, v => v / unit))));
    });

    [Fact]
    public void A_budget_of_few_nodes_is_told_and_what_was_found_is_attained() => Hold(Seeds / 5, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var found = new RectanglePackages(made.Problem, maxNodes: 1).Within([], CancellationToken.None);
        return Same("witnesses", Text(found.Points.Select(p => p.Values)), Text(found.Points.Select(p => made.Problem.ValuesOf(p.Package))))
            .Concat(found.IsComplete ? Same("frontier", Text(made.Frontier([])), Text(found.Points.Select(p => p.Values))) : []);
    });

    [Fact]
    public void A_rectangle_in_two_halves_is_the_rectangle() => Hold(Seeds / 5, random =>
    {
        var made = new RandomRectangles(random.Seed).Problem;
        if (made.Rectangles.Count == 0) return [];
        var split = made.Rectangles[0];
        var side = new RectangleSide(0, [.. Enumerable.Range(0, made.OptionCounts[0]).Select(o => o % 2 == 0)]);
        ValuedRectangle[] halves = [split with { Sides = [.. split.Sides, side] }, split with { Sides = [.. split.Sides, side.Outside()] }];
        var other = made with { Rectangles = [.. made.Rectangles.Skip(1), .. halves] };
        return Same("frontier", Frontier(made), Frontier(other));
    });

    [Fact]
    public void The_order_of_rectangles_does_not_matter() => Hold(Seeds / 5, random =>
    {
        var made = new RandomRectangles(random.Seed).Problem;
        return Same("frontier", Frontier(made), Frontier(made with { Rectangles = [.. made.Rectangles.Reverse()] }));
    });

    [Fact]
    public void Thirty_issues_with_random_rectangles_are_proved_in_few_nodes()
    {
        var random = new Random(30);
        var rectangles = Enumerable.Range(0, 120).Select(k => new ValuedRectangle(
            [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => RectangleSide.Between(random.Next(30), 10, random.Next(4), 4 + random.Next(6)))],
            k % 2 == 0 ? [1 + random.Next(100), 0] : [0, 1 + random.Next(100)]));
        var packages = new RectanglePackages(new() { OptionCounts = [.. Enumerable.Repeat(10, 30)], PartyCount = 2, Rectangles = [.. rectangles] });

        var found = packages.Within([], TestContext.Current.CancellationToken);

        Assert.True(found.IsComplete);
        Assert.InRange(packages.Nodes, 1, 100_000);
    }

    [Fact]
    public void Every_frontier_is_proved_complete() => Hold(Seeds, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var (frontier, proof) = new RectanglePackages(made.Problem).Prove(made.Cuts);
        return Same("proof", null, proof is null ? "none" : RectangleProofCheck.Run(made.Problem, made.Cuts, frontier.Points, proof));
    });

    [Fact]
    public void A_proof_is_refused_when_a_point_is_missing() => Hold(Seeds / 5, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var (frontier, proof) = new RectanglePackages(made.Problem).Prove(made.Cuts);
        if (frontier.Points.Count == 0) return [];
        var fewer = frontier.Points.Where((_, k) => k != random.Seed % frontier.Points.Count).ToList();
        return Same("refused", true, RectangleProofCheck.Run(made.Problem, made.Cuts, fewer, proof!) is not null); // Every frontier is proved
    });

    [Fact]
    public void A_proof_of_another_problem_is_refused_unless_it_holds_there_too() => Hold(Seeds / 5, random =>
    {
        var made = new RandomRectangles(random.Seed);
        var (frontier, proof) = new RectanglePackages(made.Problem).Prove([]);
        var richer = made.Problem with { Rectangles = [.. made.Problem.Rectangles.Select(r => r with { Values = Array.ConvertAll(r.Values, v => v + 1) })] };
        var attained = frontier.Points.Select(p => p with { Values = richer.ValuesOf(p.Package) }).ToList();
        attained.Sort((a, b) => b.Values.AsSpan().SequenceCompareTo(a.Values));
        var isWhole = Text(attained.Select(a => a.Values)) == Frontier(richer);
        return isWhole ? [] : Same("refused", true, RectangleProofCheck.Run(richer, [], attained, proof!) is not null); // Every frontier is proved
    });

    private static RectangleProblem Scaled(RectangleProblem problem, BigInteger unit) => problem with
    {
        Values = Array.ConvertAll(problem.Values, i => Array.ConvertAll(i, o => Array.ConvertAll(o, v => v * unit))),
        Rectangles = [.. problem.Rectangles.Select(r => r with { Values = Array.ConvertAll(r.Values, v => v * unit) })],
        Caps = [.. problem.Caps.Select(c => c * unit)],
    };

    private static string Frontier(RectangleProblem problem) =>
        Text(new RectanglePackages(problem).Within([], CancellationToken.None).Points.Select(p => p.Values));

    private static BigInteger Sum(BigInteger[] weights, BigInteger[] values) =>
        weights.Zip(values).Aggregate(BigInteger.Zero, (sum, v) => sum + (v.First * v.Second));

    private static string Text(IEnumerable<BigInteger[]> vectors) => string.Join('\n', vectors.Select(v => string.Join(' ', v)));
}
