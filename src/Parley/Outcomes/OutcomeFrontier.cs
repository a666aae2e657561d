using System.Numerics;
using Parley.Cases.Scenarios;
using Parley.Kernels.Pareto;
using Parley.Kernels.Rectangles;
using Parley.Problems;

namespace Parley.Outcomes;

/// <summary>The frontier of a scenario, by the kernel that fits its utilities.</summary>
internal sealed class OutcomeFrontier
{
    private readonly Func<int, int[]> _packageOf;
    private readonly Func<int, BigInteger?> _countOf;

    private OutcomeFrontier(
        IValuedPackages space,
        IReadOnlyList<BigInteger[]> vectors,
        Func<int, int[]> packageOf,
        Func<int, BigInteger?> countOf,
        FrontierExtent extent,
        BigInteger[] givenAway)
    {
        (Space, Vectors, Extent, GivenAway) = (space, vectors, extent, givenAway);
        (_packageOf, _countOf) = (packageOf, countOf);
    }

    /// <summary>The outcomes, to be asked without the frontier.</summary>
    public IValuedPackages Space { get; }

    /// <summary>Values by party, the best for the first party first.</summary>
    public IReadOnlyList<BigInteger[]> Vectors { get; }

    public FrontierExtent Extent { get; }

    /// <summary>By party, the most that a point may be short of an outcome it stands for, in whole units.</summary>
    public BigInteger[] GivenAway { get; }

    public static OutcomeFrontier Of(ScenarioProblem problem, OutcomesOptions options, CancellationToken cancellationToken) =>
        problem.Rectangles is { } rectangles ? OfRectangles(rectangles, options, cancellationToken) : OfSums(problem.Values, options, cancellationToken);

    /// <summary>A vector and a package that has it, which is looked for when it is asked.</summary>
    public ValuedPackage At(int point) => new(PackageOf(point), Vectors[point]);

    public int[] PackageOf(int point) => _packageOf(point);

    /// <summary>How many outcomes have the vector of a point; null where they were not counted.</summary>
    public BigInteger? CountOf(int point) => _countOf(point);

    private static OutcomeFrontier OfRectangles(RectangleProblem rectangles, OutcomesOptions options, CancellationToken cancellationToken)
    {
        var space = new RectanglePackages(rectangles, options.MaxNodes);
        var found = space.Within([], cancellationToken);
        return new(
            space,
            [.. found.Points.Select(p => p.Values)],
            k => found.Points[k].Package,
            _ => null,
            found.IsComplete ? FrontierExtent.Complete : FrontierExtent.Partial,
            new BigInteger[rectangles.PartyCount]);
    }

    private static OutcomeFrontier OfSums(BigInteger[][][] values, OutcomesOptions options, CancellationToken cancellationToken)
    {
        var grid = Grid(values, options.Within);
        var found = SumFrontier.Of(
            values,
            new() { MaxPoints = options.MaxPoints, MaxPartialPoints = options.MaxPartialPoints, Grid = Array.TrueForAll(grid, g => g.IsZero) ? null : grid },
            cancellationToken);
        var extent = found.Status switch
        {
            SumFrontierStatus.Complete => FrontierExtent.Complete,
            SumFrontierStatus.FirstPoints => FrontierExtent.FirstPoints,
            SumFrontierStatus.WithinGrid => FrontierExtent.Within,
            _ => FrontierExtent.Partial,
        };
        return new(
            new SumPackages(values),
            [.. found.Points.Select(p => p.Values)],
            k => found.Points[k].Canonical,
            k => found.Points[k].Multiplicity,
            extent,
            grid);
    }

    // A share of each party's range, in whole units.
    private static BigInteger[] Grid(BigInteger[][][] values, ExactDecimal share) =>
    [
        .. Enumerable.Range(0, values[0][0].Length).Select(p =>
        {
            var range = values.Aggregate(BigInteger.Zero, (sum, issue) => sum + issue.Max(v => v[p]) - issue.Min(v => v[p]));
            return share.Unscaled * range / BigInteger.Pow(10, share.Scale);
        }),
    ];
}
