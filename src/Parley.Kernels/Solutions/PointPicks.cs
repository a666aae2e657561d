using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>Rules that pick one point from a list; different programs call different ones of them "Kalai".</summary>
/// <remarks>
/// Ties: the point that is greatest for the first party, then for the second, and so on; then the first of the list.
/// Each returns an index, -1 for an empty list.
/// </remarks>
public static class PointPicks
{
    /// <summary>The point whose greatest and least value are nearest: for two parties, the least <c>|u_1 - u_2|</c>.</summary>
    public static int LeastDifference(IReadOnlyList<IReadOnlyList<Rational>> points) =>
        Pick(points, u => [u.Min() - u.Max()]);

    /// <summary>The point with the least sum of <c>|u_i - u_j|</c> over pairs of parties.</summary>
    public static int LeastSumOfDifferences(IReadOnlyList<IReadOnlyList<Rational>> points) => Pick(points, u =>
    {
        // In order, a value is above all before it and below all after it.
        var sum = Rational.Zero;
        var sorted = u.Order().ToList();
        for (var k = 0; k < sorted.Count; k++) sum -= (2 * k + 1 - sorted.Count) * sorted[k];
        return [sum];
    });

    /// <summary>The point with the greatest sum.</summary>
    public static int GreatestWelfare(IReadOnlyList<IReadOnlyList<Rational>> points) =>
        Pick(points, u => SolutionScores.Sum([.. u]));

    /// <summary>The point whose least value is greatest, then the second least, and so on.</summary>
    /// <remarks>Source: Kalai 1977, Econometrica 45(7), pp. 1623-1630; key "kalai1977" in docs/references.bib.</remarks>
    public static int Egalitarian(IReadOnlyList<IReadOnlyList<Rational>> points) => Pick(points, u => [.. u.Order()]);

    private static int Pick(IReadOnlyList<IReadOnlyList<Rational>> points, Func<IReadOnlyList<Rational>, Rational[]> score)
    {
        ArgumentNullException.ThrowIfNull(points);
        var best = -1;
        Rational[] bestScore = [];
        for (var k = 0; k < points.Count; k++)
        {
            Rational[] scored = [.. score(points[k]), .. points[k]];
            if (best >= 0 && scored.AsSpan().SequenceCompareTo(bestScore) <= 0) continue;
            (best, bestScore) = (k, scored);
        }

        return best;
    }
}
