using Parley.Frontier;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;

namespace Parley.Bargaining;

/// <summary>What the bargaining solutions may look at.</summary>
public sealed record BargainingOptions;

/// <summary>Which acceptable package do the classical solutions pick?</summary>
public static class BargainingAnalysis
{
    /// <summary>Picks the discrete solutions from a frontier (docs/model.md, 23).</summary>
    /// <remarks>
    /// All four are monotone, so the frontier holds them. Ties: fewest changes, then declaration order.
    /// Source: Nash 1950, Econometrica 18(2), pp. 155-162; key "nash1950" in docs/references.bib.
    /// Source: Kalai and Smorodinsky 1975, Econometrica 43(3), pp. 513-518; key "kalai1975" in docs/references.bib.
    /// Source: Kalai 1977, Econometrica 45(7), pp. 1623-1630; key "kalai1977" in docs/references.bib.
    /// </remarks>
    public static BargainingResult Run(
        CaseProblem problem,
        FrontierResult frontier,
        BargainingOptions options,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new("solutions", 0, 1));
        var points = frontier.Points;
        var ideals = problem.Parties.Select((_, k) => points.IsEmpty ? Rational.Zero : points.Max(p => p.Gains[k])).ToArray();
        int[] gainers = [.. Enumerable.Range(0, ideals.Length).Where(k => ideals[k].Sign > 0)];

        PackageView? Pick(Func<PackageView, Rational[]> score)
        {
            PackageView? best = null;
            Rational[]? bestScore = null;
            foreach (var point in points)
            {
                var scored = score(point);
                var order = bestScore is null ? 1 : Compare(scored, bestScore);
                if (order > 0 || (order == 0 && problem.CompareTies(point, best!) < 0)) (best, bestScore) = (point, scored); // set together
            }

            return best;
        }

        return new()
        {
            Parties = problem.Parties,
            Nash = Pick(p => [gainers.Aggregate(Rational.One, (product, k) => product * Rational.Max(0, p.Gains[k]))]),
            KalaiSmorodinsky = Pick(p => Ascending(gainers.Select(k => p.Gains[k] / ideals[k]))),
            Egalitarian = Pick(p => Ascending(p.Gains)),
            Utilitarian = problem.UtilitiesComparable ? Pick(p => [p.Utilities.Aggregate((a, b) => a + b)]) : null,
            Completeness = frontier.Completeness,
        };
    }

    private static Rational[] Ascending(IEnumerable<Rational> values) => [.. values.Order()];

    private static int Compare(Rational[] a, Rational[] b)
    {
        for (var k = 0; k < a.Length; k++)
            if (a[k].CompareTo(b[k]) is var order and not 0) return order;
        return 0;
    }
}
