using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>A package problem at a target value: which packages are worth at least (or more than) so much?</summary>
/// <remarks>
/// All rows are plain integers in <typeparamref name="T"/>, thresholds included, so that the search only adds and compares.
/// <typeparamref name="T"/> is chosen by <see cref="PackageSearch"/> so that no sum of a row can overflow.
/// </remarks>
internal sealed class TargetProblem<T>
    where T : struct, IBinaryInteger<T>
{
    public TargetProblem(PackageProblem source, Rational target, bool strict)
    {
        Source = source;
        var count = source.Rows.Length;
        Coefficients = new T[count][];
        Thresholds = new T[count];
        for (var r = 0; r < count; r++)
        {
            var row = source.Rows[r];
            Coefficients[r] = Array.ConvertAll(row.Coefficients, T.CreateChecked);
            Thresholds[r] = T.CreateChecked(ThresholdAt(row, target, strict));
        }

        Clauses = Array.ConvertAll(source.Clauses, c => LiveAlternatives(c, target, strict));
    }

    public PackageProblem Source { get; }

    /// <summary>[row][flat option].</summary>
    public T[][] Coefficients { get; }

    public T[] Thresholds { get; }

    /// <summary>[clause][k] = index of an alternative that can reach the target and is not implied by another.</summary>
    public int[][] Clauses { get; }

    /// <summary>The least sum of a row that reaches the target value.</summary>
    public static BigInteger ThresholdAt(PackageRow row, Rational target, bool strict)
    {
        if (row.Kind != PackageRowKind.Scored || row.Scale.IsZero) return row.Threshold;
        var needed = target * row.Scale;
        var floor = BigInteger.Divide(needed.Numerator - (needed.Sign < 0 ? needed.Denominator - 1 : 0), needed.Denominator);
        var exact = needed.Denominator.IsOne;
        return row.Threshold + (strict || !exact ? floor + 1 : floor);
    }

    internal static int[] LiveAlternatives(PackageClause clause, Rational target, bool strict)
    {
        var live = Enumerable.Range(0, clause.Alternatives.Length)
            .Where(k => clause.Alternatives[k].Value is not { } v || (strict ? v > target : v >= target))
            .ToArray();
        // An alternative that rules out and brings in no more than another makes the other needless.
        return live.Where(k => !live.Any(j => j != k && Implies(clause.Alternatives[k], clause.Alternatives[j])
            && (!Implies(clause.Alternatives[j], clause.Alternatives[k]) || j < k))).ToArray();
    }

    private static bool Implies(PackageAlternative a, PackageAlternative b) =>
        b.Rows.Length <= a.Rows.Length && b.Removed.Length <= a.Removed.Length
        && b.Rows.All(a.Rows.Contains) && b.Removed.All(a.Removed.Contains);
}
