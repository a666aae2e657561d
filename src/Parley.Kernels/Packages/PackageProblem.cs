using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>A choice of one option per issue subject to additive rows and either-or clauses.</summary>
/// <remarks>
/// Shapes: options are numbered flat, issue after issue; option o of issue i is <c>Offset(i) + o</c>.
/// A package is an <c>int[]</c> with the option index of each issue.
/// All rows share one integer scale, chosen by the caller so that every coefficient is an integer.
/// </remarks>
public sealed class PackageProblem
{
    private readonly int[] _offsets;

    /// <param name="optionCounts">Options of each issue, at least one each.</param>
    /// <param name="allowed">Flat; which options may be chosen at all.</param>
    /// <param name="rows">The rows; those that no clause names hold always.</param>
    /// <param name="clauses">Each must have an alternative that holds.</param>
    /// <param name="changes">Flat; 1 where an option counts as a change, for breaking ties.</param>
    public PackageProblem(int[] optionCounts, bool[] allowed, PackageRow[] rows, PackageClause[] clauses, bool[] changes)
    {
        OptionCounts = optionCounts;
        Allowed = allowed;
        Rows = rows;
        Clauses = clauses;
        Changes = changes;
        _offsets = new int[optionCounts.Length + 1];
        for (var i = 0; i < optionCounts.Length; i++) _offsets[i + 1] = _offsets[i] + optionCounts[i];
        AlwaysRow = new bool[rows.Length];
        Array.Fill(AlwaysRow, true);
        foreach (var row in clauses.SelectMany(c => c.Alternatives).SelectMany(a => a.Rows)) AlwaysRow[row] = false;
    }

    public int[] OptionCounts { get; }

    public bool[] Allowed { get; }

    public PackageRow[] Rows { get; }

    public PackageClause[] Clauses { get; }

    public bool[] Changes { get; }

    /// <summary>For each row, whether it holds regardless of clauses.</summary>
    public bool[] AlwaysRow { get; }

    public int IssueCount => OptionCounts.Length;

    public int FlatCount => _offsets[^1];

    public int Offset(int issue) => _offsets[issue];

    /// <summary>Number of packages within the allowed options.</summary>
    public BigInteger PackageCount()
    {
        var count = BigInteger.One;
        for (var i = 0; i < IssueCount; i++)
            count *= Allowed.AsSpan(_offsets[i], OptionCounts[i]).Count(true);
        return count;
    }

    /// <summary>The same problem with other options allowed.</summary>
    public PackageProblem WithAllowed(bool[] allowed) => new(OptionCounts, allowed, Rows, Clauses, Changes);

    /// <summary>The same problem with one more row that always holds.</summary>
    public PackageProblem WithRow(PackageRow row) => new(OptionCounts, Allowed, [.. Rows, row], Clauses, Changes);

    /// <summary>The same packages with nothing asked of them.</summary>
    public PackageProblem StructuralOnly() =>
        new(OptionCounts, Allowed, [.. Rows.Where((r, k) => r.Kind == PackageRowKind.Structural && AlwaysRow[k])], [], Changes);

    /// <summary>The sum of a row at a package less its threshold.</summary>
    public BigInteger Slack(PackageRow row, ReadOnlySpan<int> package)
    {
        var sum = -row.Threshold;
        for (var i = 0; i < package.Length; i++) sum += row.Coefficients[_offsets[i] + package[i]];
        return sum;
    }

    /// <summary>Number of changes in a package.</summary>
    public int ChangeCount(ReadOnlySpan<int> package)
    {
        var count = 0;
        for (var i = 0; i < package.Length; i++)
            if (Changes[_offsets[i] + package[i]]) count++;
        return count;
    }

    /// <summary>The value of a package: the least value of its rows and clauses; null when nothing bounds it.</summary>
    /// <remarks>Structural rows are not looked at: they say which packages are considered, not how good they are.</remarks>
    public Rational? Value(ReadOnlySpan<int> package)
    {
        Rational? value = null;
        for (var r = 0; r < Rows.Length; r++)
            if (AlwaysRow[r] && Rows[r].Kind != PackageRowKind.Structural)
                value = Least(value, RowValue(Rows[r], package));
        foreach (var clause in Clauses) value = Least(value, ClauseValue(clause, package));
        return value;
    }

    /// <summary>True when the structural rows hold.</summary>
    public bool IsCandidate(ReadOnlySpan<int> package)
    {
        for (var r = 0; r < Rows.Length; r++)
            if (AlwaysRow[r] && Rows[r].Kind == PackageRowKind.Structural && Slack(Rows[r], package).Sign < 0) return false;
        return true;
    }

    /// <summary>Compares two packages of equal value: fewer changes first, then the lexicographically smaller.</summary>
    public int CompareTies(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var changes = ChangeCount(a).CompareTo(ChangeCount(b));
        return changes != 0 ? changes : a.SequenceCompareTo(b);
    }

    private static Rational? Least(Rational? a, Rational? b) => a is not { } x ? b : b is not { } y ? a : Rational.Min(x, y);

    /// <summary>The value of one row; null when it cannot bind.</summary>
    public Rational? RowValue(PackageRow row, ReadOnlySpan<int> package)
    {
        var slack = Slack(row, package);
        if (row.Kind == PackageRowKind.Scored && row.Scale.Sign > 0) return Rational.Max(-1, new Rational(slack, row.Scale));
        return slack.Sign >= 0 ? null : -1;
    }

    /// <summary>The value of a clause: its best alternative's; null when it cannot bind.</summary>
    public Rational? ClauseValue(PackageClause clause, ReadOnlySpan<int> package)
    {
        Rational best = -1;
        foreach (var alternative in clause.Alternatives)
        {
            if (!Stands(alternative, package)) continue;
            var value = alternative.Value;
            foreach (var row in alternative.Rows) value = Least(value, RowValue(Rows[row], package));
            if (value is not { } bound) return null;
            best = Rational.Max(best, bound);
        }

        return best;
    }

    private bool Stands(PackageAlternative alternative, ReadOnlySpan<int> package)
    {
        foreach (var flat in alternative.Removed)
        {
            var issue = IssueOf(flat);
            if (_offsets[issue] + package[issue] == flat) return false;
        }

        return true;
    }

    /// <summary>The issue a flat option belongs to.</summary>
    public int IssueOf(int flat)
    {
        var index = Array.BinarySearch(_offsets, flat);
        if (index < 0) return ~index - 1;
        return index;
    }
}

/// <summary>How a row counts.</summary>
public enum PackageRowKind
{
    /// <summary>Says which packages are considered at all.</summary>
    Structural,

    /// <summary>Must hold; worth -1 when it fails.</summary>
    Hard,

    /// <summary>Worth its slack over its scale, at least -1; hard when the scale is 0.</summary>
    Scored,
}

/// <summary>An additive row: the sum of the chosen options' coefficients is at least the threshold.</summary>
/// <param name="Kind">How it counts.</param>
/// <param name="Coefficients">Flat, one per option.</param>
/// <param name="Threshold">The least sum.</param>
/// <param name="Scale">What one unit of value is, &gt;= 0; only for scored rows.</param>
public sealed record PackageRow(PackageRowKind Kind, BigInteger[] Coefficients, BigInteger Threshold, BigInteger Scale);

/// <summary>At least one of the alternatives must stand.</summary>
/// <param name="Alternatives">In the order in which a proof splits on them.</param>
public sealed record PackageClause(PackageAlternative[] Alternatives);

/// <summary>Stands where none of its removed options is chosen; then its rows must hold.</summary>
/// <param name="Removed">Flat options that it rules out.</param>
/// <param name="Rows">Indices of the rows it brings in.</param>
/// <param name="Value">A bound of its own on the value; null for none.</param>
public sealed record PackageAlternative(int[] Removed, int[] Rows, Rational? Value = null);
