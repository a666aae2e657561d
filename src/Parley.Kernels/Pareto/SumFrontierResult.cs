using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>How much of a frontier was found.</summary>
public enum SumFrontierStatus
{
    /// <summary>Every undominated point, with every package behind it.</summary>
    Complete,

    /// <summary>The first points only, each with every package behind it; without a grid each is undominated.</summary>
    FirstPoints,

    /// <summary>A partial frontier was cut: each point is attained, but may be dominated, and may have further packages.</summary>
    PartialCut,

    /// <summary>A grid thinned the sums: each package of the region is as near to some point as the grid allows.</summary>
    WithinGrid,
}

/// <summary>Undominated sums and the packages behind them.</summary>
public sealed class SumFrontierResult
{
    internal SumFrontierResult(SumFrontierStatus status, SumTrail trail)
    {
        Status = status;
        var points = new SumPoint[trail.PointCount];
        for (var k = 0; k < points.Length; k++) points[k] = new(trail, k);
        Points = points;
    }

    public SumFrontierStatus Status { get; }

    /// <summary>Whether points or packages may be missing.</summary>
    public bool IsTruncated => Status != SumFrontierStatus.Complete;

    /// <summary>Distinct vectors, the best for the first party first, then for the second, and so on.</summary>
    public IReadOnlyList<SumPoint> Points { get; }
}

/// <summary>A vector of values, one for each party, and the packages that have it.</summary>
public sealed class SumPoint
{
    private readonly SumTrail _trail;
    private readonly int _index;

    internal SumPoint(SumTrail trail, int index) => (_trail, _index) = (trail, index);

    /// <summary>By party; made anew whenever asked.</summary>
    public BigInteger[] Values => _trail.Values(_index);

    /// <summary>The number of packages; counted for all points when first asked.</summary>
    /// <remarks>With a grid or a cut partial frontier, packages with a partial sum that was dropped are not counted.</remarks>
    public BigInteger Multiplicity => _trail.Multiplicities[_index];

    /// <summary>The lexicographically smallest package: an option index for each issue.</summary>
    public int[] Canonical => Packages().First();

    /// <summary>Every package that is counted, in lexicographic order, found as it is asked for.</summary>
    /// <remarks>Cost: per package, at most the number of options times a logarithm.</remarks>
    public IEnumerable<int[]> Packages() => _trail.Packages(_index);
}
