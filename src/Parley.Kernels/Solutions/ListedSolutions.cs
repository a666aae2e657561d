using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>What the classical solutions pick from a whole frontier, by looking at each point.</summary>
/// <remarks>
/// Defined as <see cref="DirectSolutions"/>. Scores are compared in floating point first, and exactly where they are nearly the
/// best: the rounding of a score is far below what counts as near.
/// Cost: points times parties, and exact arithmetic for the few that are near.
/// </remarks>
public static class ListedSolutions
{
    // A score is a handful of products and quotients of correctly rounded gains: off by less than 10^-13 of itself.
    private const double Near = 1e-9;

    /// <param name="frontier">All undominated vectors of the space, the best for the first party first.</param>
    /// <param name="packageOf">A package with the vector of that index; asked for what is picked alone.</param>
    /// <param name="bargain">Reservations and units; its space is not asked.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    public static DirectSolutionsResult Of(
        IReadOnlyList<BigInteger[]> frontier, Func<int, int[]> packageOf, BargainingSpace bargain, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        ArgumentNullException.ThrowIfNull(packageOf);
        ArgumentNullException.ThrowIfNull(bargain);
        int[] rational = [.. Enumerable.Range(0, frontier.Count).Where(k => bargain.IsRational(frontier[k]))];
        cancellationToken.ThrowIfCancellationRequested();
        var overAll = Ideals(frontier, bargain);
        if (rational.Length == 0) return DirectSolutionsResult.None(overAll, isProved: true);
        var overRational = Ideals([.. rational.Select(k => frontier[k])], bargain);
        Rational[] ideals = [.. overRational.Select((o, p) => Lotteries.Gain(bargain, p, o))];
        Rational[] idealsOfAll = [.. overAll.Select((o, p) => ideals[p].Sign > 0 ? Lotteries.Gain(bargain, p, o) : Rational.Zero)];
        int[] gaining = [.. Enumerable.Range(0, ideals.Length).Where(p => ideals[p].Sign > 0)];
        Rational[] ones = [.. ideals.Select(i => i.Sign > 0 ? Rational.One : Rational.Zero)];
        var list = new Listed(frontier, rational, packageOf, bargain, cancellationToken);
        return new()
        {
            AnyRational = new(new(packageOf(rational[0]), frontier[rational[0]]), true),
            IdealOverRational = overRational,
            IdealOverAll = overAll,
            Nash = list.Pick(SolutionScores.Product(gaining), g => gaining.Aggregate(1.0, (product, p) => product * g[p])),
            Egalitarian = list.Pick(SolutionScores.Ascending(ones), Least(ones)),
            KalaiSmorodinskyOverRational = list.Pick(SolutionScores.Ascending(ideals), Least(ideals)),
            KalaiSmorodinskyOverAll = list.Pick(SolutionScores.Ascending(idealsOfAll), Least(idealsOfAll)),
            Utilitarian = list.Pick(SolutionScores.Sum, g => g.Sum()),
        };
    }

    private static Func<double[], double> Least(Rational[] scales)
    {
        var divisors = Array.ConvertAll(scales, s => s.ToDouble());
        return gains =>
        {
            var least = double.PositiveInfinity;
            for (var p = 0; p < gains.Length; p++)
                if (divisors[p] > 0) least = Math.Min(least, gains[p] / divisors[p]);
            return double.IsPositiveInfinity(least) ? 0 : least;
        };
    }

    private static IdealValue[] Ideals(IReadOnlyList<BigInteger[]> points, BargainingSpace bargain)
    {
        var ideals = new IdealValue[bargain.PartyCount];
        for (var p = 0; p < ideals.Length; p++) ideals[p] = new(points.Count == 0 ? null : (Rational)points.Max(v => v[p]), true);
        return ideals;
    }

    // Individually rational points, so gains are at least 0, and their rounding is relative.
    private sealed class Listed(
        IReadOnlyList<BigInteger[]> vectors, int[] rational, Func<int, int[]> packageOf, BargainingSpace bargain, CancellationToken cancellationToken)
    {
        private readonly double[][] _gains = Array.ConvertAll(rational, k => Array.ConvertAll(bargain.Gains(vectors[k]), g => g.ToDouble()));

        public BestPackage Pick(Func<Rational[], Rational[]> score, Func<double[], double> approximate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scores = Array.ConvertAll(_gains, g => approximate(g));
            var near = scores.Max() * (1 - Near);
            var (best, bestScore) = (-1, (Rational[])[]);
            for (var k = 0; k < scores.Length; k++)
            {
                if (scores[k] < near) continue;
                var vector = vectors[rational[k]];
                var exact = score(bargain.Gains(vector));
                if (best < 0 || SolutionScores.Compare(exact, vector, bestScore, vectors[best]) > 0) (best, bestScore) = (rational[k], exact);
            }

            return new(new(packageOf(best), vectors[best]), true);
        }
    }
}
