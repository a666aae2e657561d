using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>Rows that move in a straight line from one problem to another: (1-t) times the first plus t times the second.</summary>
/// <remarks>Places t are any fractions, not only those between 0 and 1. Only signs of slacks count: the target is 0.</remarks>
internal sealed class ParametricRows
{
    private readonly PackageProblem _at0;
    private readonly PackageProblem _at1;

    public ParametricRows(PackageProblem at0, PackageProblem at1)
    {
        if (at0.Rows.Length != at1.Rows.Length || !at0.OptionCounts.AsSpan().SequenceEqual(at1.OptionCounts))
            throw new ArgumentException("The problems differ in shape.", nameof(at1));
        _at0 = at0;
        _at1 = at1;
        MostChange = BigInteger.One;
        for (var r = 0; r < at0.Rows.Length; r++) MostChange = BigInteger.Max(MostChange, ChangeOf(at0.Rows[r], at1.Rows[r]));
    }

    /// <summary>No row's slack changes by more between 0 and 1, at any package; 1 at least.</summary>
    public BigInteger MostChange { get; }

    /// <summary>The problem at one place.</summary>
    public PackageProblem At(Rational t) => Make((row, next) => Between(row, next, t, t));

    /// <summary>A problem that holds at every package that is acceptable somewhere from a to b.</summary>
    public PackageProblem Relaxed(Rational a, Rational b) => Make((row, next) => Between(row, next, a, b));

    /// <summary>A problem that holds only at packages that are acceptable everywhere from a to b.</summary>
    public PackageProblem AtBoth(Rational a, Rational b)
    {
        var (first, second) = (At(a), At(b));
        var count = first.Rows.Length;
        var clauses = Array.ConvertAll(first.Clauses, c => new PackageClause(Array.ConvertAll(
            c.Alternatives, x => x with { Rows = [.. x.Rows, .. x.Rows.Select(r => r + count)] })));
        // Rows that no clause names hold always; those that a clause names are named twice above.
        return new(first.OptionCounts, first.Allowed, [.. first.Rows, .. second.Rows], clauses, first.Changes);
    }

    /// <summary>Where a package is acceptable between two places: closed stretches in order, touching ones joined.</summary>
    public List<(Rational Low, Rational High)> Acceptable(int[] package, Rational from, Rational to)
    {
        var stretch = (Low: from, High: to);
        for (var r = 0; r < _at0.Rows.Length; r++)
            if (_at0.AlwaysRow[r] && !Cut(ref stretch, r, package)) return [];
        List<(Rational Low, Rational High)> all = [stretch];
        foreach (var clause in _at0.Clauses)
        {
            var open = new List<(Rational Low, Rational High)>();
            foreach (var alternative in clause.Alternatives)
            {
                if (alternative.Value is { Sign: < 0 } || IsRuledOut(alternative, package)) continue;
                var part = stretch;
                if (Array.TrueForAll(alternative.Rows, r => Cut(ref part, r, package))) open.Add(part);
            }

            all = Meet(all, Join(open));
            if (all.Count == 0) return all;
        }

        return all;
    }

    private bool IsRuledOut(PackageAlternative alternative, int[] package)
    {
        foreach (var flat in alternative.Removed)
        {
            var issue = _at0.IssueOf(flat);
            if (_at0.Offset(issue) + package[issue] == flat) return true;
        }

        return false;
    }

    // Leaves of a stretch what one row allows; false when that is nothing.
    private bool Cut(ref (Rational Low, Rational High) stretch, int row, int[] package)
    {
        var slack = _at0.Slack(_at0.Rows[row], package);
        var change = _at1.Slack(_at1.Rows[row], package) - slack;
        if (change.IsZero) return slack.Sign >= 0;
        var root = new Rational(-slack, change);
        stretch = change.Sign > 0 ? (Rational.Max(stretch.Low, root), stretch.High) : (stretch.Low, Rational.Min(stretch.High, root));
        return stretch.Low <= stretch.High;
    }

    private static List<(Rational Low, Rational High)> Join(List<(Rational Low, Rational High)> stretches)
    {
        stretches.Sort((a, b) => a.Low.CompareTo(b.Low));
        var joined = new List<(Rational Low, Rational High)>();
        foreach (var next in stretches)
        {
            if (joined.Count > 0 && next.Low <= joined[^1].High) joined[^1] = (joined[^1].Low, Rational.Max(joined[^1].High, next.High));
            else joined.Add(next);
        }

        return joined;
    }

    private static List<(Rational Low, Rational High)> Meet(List<(Rational Low, Rational High)> a, List<(Rational Low, Rational High)> b) =>
        [.. a.SelectMany(x => b.Select(y => (Low: Rational.Max(x.Low, y.Low), High: Rational.Min(x.High, y.High)))).Where(s => s.Low <= s.High)];

    private PackageProblem Make(Func<PackageRow, PackageRow, PackageRow> row) => new(
        _at0.OptionCounts, _at0.Allowed, [.. _at0.Rows.Zip(_at1.Rows, row)], _at0.Clauses, _at0.Changes);

    // In units of one over the places' common denominator: the larger coefficients and the smaller threshold of both.
    private static PackageRow Between(PackageRow row, PackageRow next, Rational a, Rational b)
    {
        var unit = Rational.CommonDenominator([a, b]);
        var (atA, atB) = (a.Times(unit), b.Times(unit));
        BigInteger Place(BigInteger c0, BigInteger c1, BigInteger t) => c0 * unit + t * (c1 - c0);
        var coefficients = new BigInteger[row.Coefficients.Length];
        for (var f = 0; f < coefficients.Length; f++)
        {
            var (c0, c1) = (row.Coefficients[f], next.Coefficients[f]);
            coefficients[f] = BigInteger.Max(Place(c0, c1, atA), Place(c0, c1, atB));
        }

        var threshold = BigInteger.Min(Place(row.Threshold, next.Threshold, atA), Place(row.Threshold, next.Threshold, atB));
        return new(row.Kind == PackageRowKind.Structural ? row.Kind : PackageRowKind.Hard, coefficients, threshold, 0);
    }

    private static BigInteger ChangeOf(PackageRow row, PackageRow next) =>
        row.Coefficients.Zip(next.Coefficients, (a, b) => BigInteger.Abs(b - a)).Aggregate(BigInteger.Abs(next.Threshold - row.Threshold), (x, y) => x + y);
}
