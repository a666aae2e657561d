using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;

namespace Parley.Openings;

/// <summary>A stretch on which a case's rows move in a straight line, and where on it some way to sign has an acceptable package.</summary>
/// <remarks>Places are values of what is moved; they may run downwards.</remarks>
internal sealed class ProblemLine
{
    private readonly List<ParametricSearch> _ways = [];
    private readonly Rational _at0;
    private readonly Rational _at1;
    private readonly Rational _near;
    private readonly Rational _far;

    private ProblemLine(Rational at0, Rational at1, Rational near, Rational far) => (_at0, _at1, _near, _far) = (at0, at1, near, far);

    /// <summary>False when a budget ran out.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The line through the rows at two places of a stretch.</summary>
    /// <param name="rows">The rows of a way to sign at a place.</param>
    /// <param name="ways">The ways to sign.</param>
    /// <param name="near">Where the stretch begins.</param>
    /// <param name="far">Where it ends.</param>
    /// <param name="budget">Search nodes at most for each way.</param>
    /// <param name="cancellationToken">Ends a search by exception.</param>
    /// <returns>Null when the rows are not on one line.</returns>
    public static ProblemLine? Through(
        Func<Rational, ImmutableArray<int>, NamedPackageProblem> rows,
        IReadOnlyList<ImmutableArray<int>> ways,
        Rational near,
        Rational far,
        long budget,
        CancellationToken cancellationToken)
    {
        var (low, high) = (Rational.Min(near, far), Rational.Max(near, far));
        var (a, middle, b) = (NumberPieces.Inside(low, high, 1), NumberPieces.Inside(low, high, 2), NumberPieces.Inside(low, high, 3));
        if (near > far) (a, b) = (b, a);
        var line = new ProblemLine(a, b, near, far);
        foreach (var way in ways)
        {
            var (first, between, second) = (rows(a, way), rows(middle, way), rows(b, way));
            if (!IsOnLine(first, between, second, (middle - a) / (b - a))) return null;
            var unit = first.Unit / BigInteger.GreatestCommonDivisor(first.Unit, second.Unit) * second.Unit;
            line._ways.Add(new(Scaled(first.Problem, unit / first.Unit), Scaled(second.Problem, unit / second.Unit), budget, cancellationToken));
        }

        return line;
    }

    /// <summary>The infimum, in the line's direction, of the places strictly inside the stretch at which a deal exists; null when there is none.</summary>
    public Rational? FirstDeal()
    {
        Rational? first = null;
        foreach (var way in _ways)
        {
            var found = way.FirstInside(Place(_near), first ?? Place(_far));
            IsComplete &= found.Complete;
            first = found.At ?? first;
        }

        return first is { } place ? Value(place) : null;
    }

    /// <summary>The infimum of the places strictly inside the stretch at which no deal exists; null when there is none.</summary>
    public Rational? FirstGap()
    {
        var (place, end) = (Place(_near), Place(_far));
        while (place < end)
        {
            Rational? reach = null;
            foreach (var way in _ways)
            {
                var after = way.After(place, end);
                IsComplete &= after.Complete;
                if (after.At is { } at && (reach is not { } known || at > known)) reach = at;
                if (reach == end) break;
            }

            if (reach is not { } next) return IsComplete ? Value(place) : null;
            place = next;
        }

        return null;
    }

    private Rational Place(Rational value) => (value - _at0) / (_at1 - _at0);

    private Rational Value(Rational place) => _at0 + place * (_at1 - _at0);

    private static PackageProblem Scaled(PackageProblem problem, BigInteger by) => by.IsOne
        ? problem
        : new(problem.OptionCounts, problem.Allowed, Array.ConvertAll(problem.Rows, r => Scaled(r, by)), problem.Clauses, problem.Changes);

    private static PackageRow Scaled(PackageRow row, BigInteger by) =>
        new(row.Kind, Array.ConvertAll(row.Coefficients, c => c * by), row.Threshold * by, row.Scale * by);

    // Compares exactly: first + share * (second - first) = between, each in its own unit.
    private static bool IsOnLine(NamedPackageProblem first, NamedPackageProblem between, NamedPackageProblem second, Rational share)
    {
        var (one, two, three) = (first.Problem, between.Problem, second.Problem);
        if (one.Rows.Length != two.Rows.Length || one.Rows.Length != three.Rows.Length || one.Clauses.Length != three.Clauses.Length) return false;
        if (!one.Allowed.AsSpan().SequenceEqual(two.Allowed) || !one.Allowed.AsSpan().SequenceEqual(three.Allowed)) return false;
        // Over the common denominator of the share: (q - p) * a / unitA + p * c / unitC = q * b / unitB.
        var (p, q) = (share.Numerator, share.Denominator);
        var left = (q - p) * between.Unit * second.Unit;
        var right = p * first.Unit * between.Unit;
        var whole = q * first.Unit * second.Unit;
        bool Lines(BigInteger a, BigInteger b, BigInteger c) => left * a + right * c == whole * b;
        for (var r = 0; r < one.Rows.Length; r++)
        {
            var (x, y, z) = (one.Rows[r], two.Rows[r], three.Rows[r]);
            if (!Lines(x.Threshold, y.Threshold, z.Threshold)) return false;
            for (var f = 0; f < x.Coefficients.Length; f++)
                if (!Lines(x.Coefficients[f], y.Coefficients[f], z.Coefficients[f])) return false;
        }

        return true;
    }
}
