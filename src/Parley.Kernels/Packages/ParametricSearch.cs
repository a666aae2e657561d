using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>Where along a straight line of problems some package is acceptable: all rows and clauses hold at value 0.</summary>
/// <remarks>
/// Definition: the rows at place t are (1-t) times those of one problem plus t times those of another of the same shape, in one unit.
/// So each package is acceptable on closed stretches, whose ends are fractions with bounded denominators.
/// Method: a stretch is refuted whole by the search where even the larger coefficients and smaller thresholds of its two ends allow nothing;
/// else the packages that they allow are placed exactly, where they are few; else the stretch is halved. Next to a place that is known or
/// excluded the halving ends where no other end of a stretch can lie.
/// Cost: a search for each stretch; exact within the budget.
/// </remarks>
public sealed class ParametricSearch
{
    // Packages placed one by one, and nodes looked at to list them, before a stretch is halved.
    private const int FewPackages = 200;
    private const long ListingNodes = 20_000;

    private readonly ParametricRows _rows;
    private readonly CancellationToken _cancellationToken;
    private long _left;
    private bool _complete = true;

    /// <param name="at0">The rows at 0.</param>
    /// <param name="at1">The rows at 1: the same options, rows and clauses, other coefficients and thresholds, in the same unit.</param>
    /// <param name="budget">Search nodes at most, over all questions together.</param>
    /// <param name="cancellationToken">Ends a search by exception.</param>
    /// <exception cref="ArgumentException">The problems differ in shape.</exception>
    public ParametricSearch(PackageProblem at0, PackageProblem at1, long budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at0);
        ArgumentNullException.ThrowIfNull(at1);
        _rows = new(at0, at1);
        _left = budget;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The least place of a closed stretch at which some package is acceptable.</summary>
    public ParametricOutcome FirstFeasible(Rational from, Rational to)
    {
        if (FindAt(from) is { } first) return new(from, first, true);
        if (!_complete) return new(null, null, false);
        if (from == to) return new(null, null, true);
        var inside = FirstInside(from, to);
        if (inside.At is not null || !inside.Complete) return inside;
        return FindAt(to) is { } last ? new(to, last, _complete) : new(null, null, _complete);
    }

    /// <summary>The infimum of the places strictly between two at which some package is acceptable.</summary>
    /// <remarks>The infimum may be <paramref name="from"/> itself, which then says nothing about that place.</remarks>
    public ParametricOutcome FirstInside(Rational from, Rational to)
    {
        (Rational At, int[] Package)? best = null;
        var stretches = new Stack<(Rational Low, Rational High)>([(from, to)]);
        void Keep(int[] package)
        {
            foreach (var (low, high) in _rows.Acceptable(package, from, to))
            {
                if (low == high && (low <= from || low >= to)) continue;
                if (best is { } known && low >= known.At) return;
                best = (low, (int[])package.Clone());
                return;
            }
        }

        while (_complete && stretches.TryPop(out var stretch))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var (low, high) = (stretch.Low, best is { } known ? Rational.Min(stretch.High, known.At) : stretch.High);
            if (low >= high) continue;
            var relaxed = _rows.Relaxed(Below(low, high - low), -Below(-high, high - low));
            if (Find(relaxed) is not { } package) continue;
            var before = best?.At;
            Keep(package);
            if (best?.At == before)
            {
                if (List(relaxed, Keep)) continue;
                var touches = low == from || high == to || high == best?.At;
                if (touches && high - low < LeastGap(from, to))
                {
                    if (FindAt((low + high) / 2) is { } between) Keep(between);
                    continue;
                }

                var middle = Below((low + high) / 2, high - low);
                stretches.Push((middle, high));
                high = middle;
            }

            stretches.Push((low, high));
        }

        return new(best?.At, best?.Package, _complete);
    }

    /// <summary>A package that is acceptable just after a place, and how far.</summary>
    /// <returns>At: the last place of its stretch, at most <paramref name="to"/>; null when nothing is acceptable just after the place.</returns>
    public ParametricOutcome After(Rational place, Rational to)
    {
        for (var reach = to - place; ; reach /= 4)
        {
            if (reach * 100 < to - place) break;
            if (Find(_rows.AtBoth(place, place + reach)) is { } far) return new(EndOf(far, place + reach), far, true);
            if (!_complete) return new(null, null, false);
        }

        var just = place + LeastGap(place, to) / 2;
        return FindAt(just) is { } near ? new(EndOf(near, just), near, true) : new(null, null, _complete);

        Rational EndOf(int[] package, Rational inside) =>
            _rows.Acceptable(package, place, to).First(s => s.Low <= inside && inside <= s.High).High;
    }

    /// <summary>A package that is acceptable at a place; null when there is none or the budget ran out.</summary>
    public int[]? FindAt(Rational place) => Find(_rows.At(place));

    // Two ends of stretches, or an end and one of the places, that differ at all differ by this much.
    private Rational LeastGap(params ReadOnlySpan<Rational> places)
    {
        var most = _rows.MostChange;
        foreach (var place in places) most = BigInteger.Max(most, place.Denominator);
        return new(1, most * most);
    }

    // A fraction with a short denominator, below a value by at most a sixteenth of a width.
    private static Rational Below(Rational value, Rational width)
    {
        var unit = BigInteger.One;
        while (width * unit < 16) unit <<= 1;
        if (value.Denominator <= unit) return value;
        var scaled = value * unit;
        var floor = BigInteger.Divide(scaled.Numerator - (scaled.Sign < 0 ? scaled.Denominator - 1 : 0), scaled.Denominator);
        return new(floor, unit);
    }

    private int[]? Find(PackageProblem problem)
    {
        if (!_complete) return null;
        var outcome = PackageSearch.Find(problem, 0, strict: false, wantProof: false, _left, _cancellationToken);
        _left -= outcome.Nodes;
        _complete = outcome.Complete;
        return outcome.Package;
    }

    // Every package of a problem, if they are few.
    private bool List(PackageProblem problem, Action<int[]> keep)
    {
        var packages = new List<int[]>();
        var listed = PackageSearch.Visit(
            problem,
            0,
            strict: false,
            Math.Min(_left, ListingNodes),
            package =>
            {
                packages.Add((int[])package.Clone());
                return packages.Count <= FewPackages;
            },
            _cancellationToken);
        var few = listed && packages.Count <= FewPackages;
        _left -= few ? packages.Count : Math.Min(_left, ListingNodes);
        if (!few) return false;
        packages.ForEach(keep);
        return true;
    }
}
