using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Kernels.Rectangles;
using Parley.Problems;

namespace Parley.Outcomes;

/// <summary>The frontier of a scenario, by the kernel that fits its utilities.</summary>
internal sealed class OutcomeFrontier
{
    private readonly Func<int, BigInteger?> _countOf;

    private OutcomeFrontier(
        IValuedPackages space, IReadOnlyList<ValuedPackage> points, FrontierExtent extent, BigInteger[] givenAway, Func<int, BigInteger?> countOf)
    {
        (Space, Points, Extent, GivenAway, _countOf) = (space, points, extent, givenAway, countOf);
    }

    /// <summary>The outcomes, to be asked without the frontier.</summary>
    public IValuedPackages Space { get; }

    public IReadOnlyList<ValuedPackage> Points { get; }

    public FrontierExtent Extent { get; }

    /// <summary>By party, the most that a point may be short of an outcome it stands for, in whole units.</summary>
    public BigInteger[] GivenAway { get; }

    public static OutcomeFrontier Of(ScenarioProblem problem, OutcomesOptions options, CancellationToken cancellationToken) =>
        problem.Rectangles is { } rectangles ? OfRectangles(rectangles, options, cancellationToken) : OfSums(problem.Values, options, cancellationToken);

    /// <summary>How many outcomes have the vector of a point; null where they were not counted.</summary>
    public BigInteger? CountOf(int point) => _countOf(point);

    private static OutcomeFrontier OfRectangles(RectangleProblem rectangles, OutcomesOptions options, CancellationToken cancellationToken)
    {
        var space = new RectanglePackages(rectangles, options.MaxNodes);
        var found = space.Within([], cancellationToken);
        return new(
            space, found.Points, found.IsComplete ? FrontierExtent.Complete : FrontierExtent.Partial, new BigInteger[rectangles.PartyCount], _ => null);
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
            [.. found.Points.Select(p => new ValuedPackage(p.Canonical, [.. p.Values]))],
            extent,
            grid,
            k => found.Points[k].Multiplicity);
    }

    // A share of each party's range, in whole units.
    private static BigInteger[] Grid(BigInteger[][][] values, Rational share) =>
    [
        .. Enumerable.Range(0, values[0][0].Length).Select(p =>
        {
            var range = values.Aggregate(BigInteger.Zero, (sum, issue) => sum + issue.Max(v => v[p]) - issue.Min(v => v[p]));
            var given = share * range;
            return BigInteger.Divide(given.Numerator, given.Denominator);
        }),
    ];
}
