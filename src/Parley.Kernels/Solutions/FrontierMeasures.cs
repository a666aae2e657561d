using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>Figures about a frontier, computed from its points.</summary>
/// <remarks>Points are vectors of values by party; all results are exact.</remarks>
public static class FrontierMeasures
{
    /// <summary>How much two parties can win by trading instead of splitting: the area between frontier and chord.</summary>
    /// <remarks>
    /// Definition: values are divided by the party's swing. The points are sorted by the first party and joined by straight lines;
    /// the chord joins the ends, which are the ideals of the two parties. The area is signed: below the chord it counts negative.
    /// Ties and edge cases: 0 for fewer than 3 points, and when all points have one value for the first party.
    /// </remarks>
    /// <param name="points">Undominated vectors of two values.</param>
    /// <param name="swings">By party, above 0: the span of its values.</param>
    /// <exception cref="ArgumentException">There are not two parties, or a swing is not above 0.</exception>
    public static Rational IntegrativePotential(IReadOnlyList<IReadOnlyList<Rational>> points, IReadOnlyList<Rational> swings)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(swings);
        if (swings.Count != 2 || points.Any(p => p.Count != 2)) throw new ArgumentException("Points of two parties are needed.", nameof(points));
        if (swings.Any(s => s.Sign <= 0)) throw new ArgumentException("Swings must be above 0.", nameof(swings));
        if (points.Count < 3) return Rational.Zero;
        var sorted = points.Select(p => (X: p[0] / swings[0], Y: p[1] / swings[1])).ToList();
        sorted.Sort((a, b) => a.X.CompareTo(b.X) is var order and not 0 ? order : b.Y.CompareTo(a.Y));
        var twice = -(sorted[^1].X - sorted[0].X) * (sorted[^1].Y + sorted[0].Y); // the chord
        for (var k = 1; k < sorted.Count; k++) twice += (sorted[k].X - sorted[k - 1].X) * (sorted[k].Y + sorted[k - 1].Y);
        return twice / 2;
    }

    /// <summary>The square of the Euclidean distance.</summary>
    /// <exception cref="ArgumentException">The vectors differ in length.</exception>
    public static Rational SquaredDistance(IReadOnlyList<Rational> a, IReadOnlyList<Rational> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Count != b.Count) throw new ArgumentException("The vectors differ in length.", nameof(b));
        return a.Zip(b).Aggregate(Rational.Zero, (sum, x) => sum + (x.First - x.Second) * (x.First - x.Second));
    }

    /// <summary>How far a solution stays from giving each party its ideal, squared.</summary>
    /// <remarks>Definition: <c>SUM_p ((ideal_p - u_p) / S_p)^2</c>, with S_p the swing of the party; 0 when all have their ideal.</remarks>
    /// <param name="solution">By party.</param>
    /// <param name="ideals">By party, in the same unit.</param>
    /// <param name="swings">By party, above 0.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a swing is not above 0.</exception>
    public static Rational SquaredOpposition(
        IReadOnlyList<Rational> solution, IReadOnlyList<Rational> ideals, IReadOnlyList<Rational> swings)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(ideals);
        ArgumentNullException.ThrowIfNull(swings);
        if (swings.Any(s => s.Sign <= 0)) throw new ArgumentException("Swings must be above 0.", nameof(swings));
        if (solution.Count != swings.Count || ideals.Count != swings.Count) throw new ArgumentException("The lists differ in length.", nameof(ideals));
        return SquaredDistance([.. solution.Select((u, p) => u / swings[p])], [.. ideals.Select((u, p) => u / swings[p])]);
    }
}
