using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>What a search came to.</summary>
/// <param name="Package">A package that reaches the target; null when there is none or the budget ran out.</param>
/// <param name="Proof">The proof that there is none, where one was asked for.</param>
/// <param name="Complete">False when the budget ran out before an answer.</param>
/// <param name="Nodes">Nodes looked at.</param>
public sealed record SearchOutcome(int[]? Package, ProofNode? Proof, bool Complete, long Nodes);

/// <summary>Exact search for a package of at least (or more than) a target value, with a proof when there is none.</summary>
/// <remarks>
/// Integers are as narrow as the rows allow: 64 bits with 128-bit checks, 128 bits with unbounded checks, or unbounded,
/// decided by a computed bound of every sum.
/// </remarks>
public static class PackageSearch
{
    /// <summary>Looks for a package.</summary>
    /// <param name="problem">The rows and clauses.</param>
    /// <param name="target">The value to reach; more than -1, or -1 with <paramref name="strict"/>.</param>
    /// <param name="strict">More than the target instead of at least it.</param>
    /// <param name="wantProof">Whether a negative answer must come with a proof; costs a linear bound at every node.</param>
    /// <param name="budget">Nodes at most.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    public static SearchOutcome Find(
        PackageProblem problem, Rational target, bool strict, bool wantProof, long budget, CancellationToken cancellationToken) =>
        Find(problem, target, strict, wantProof, budget, SearchSettings.Default, cancellationToken);

    internal static SearchOutcome Find(
        PackageProblem problem,
        Rational target,
        bool strict,
        bool wantProof,
        long budget,
        SearchSettings settings,
        CancellationToken cancellationToken) => WidthOf(problem, target) switch
        {
            IntegerWidth.Bits64 =>
                new SplitSearch<long, Int128>(new(problem, target, strict), wantProof, budget, settings, cancellationToken).Run(),
            IntegerWidth.Bits128 =>
                new SplitSearch<Int128, BigInteger>(new(problem, target, strict), wantProof, budget, settings, cancellationToken).Run(),
            _ =>
                new SplitSearch<BigInteger, BigInteger>(new(problem, target, strict), wantProof, budget, settings, cancellationToken).Run(),
        };

    /// <summary>Counts the packages that reach the target.</summary>
    public static (BigInteger Count, bool Complete) Count(
        PackageProblem problem, Rational target, bool strict, long budget, CancellationToken cancellationToken) =>
        WidthOf(problem, target) switch
        {
            IntegerWidth.Bits64 => Enumerator<long>(problem, target, strict, cancellationToken).Count(budget),
            IntegerWidth.Bits128 => Enumerator<Int128>(problem, target, strict, cancellationToken).Count(budget),
            _ => Enumerator<BigInteger>(problem, target, strict, cancellationToken).Count(budget),
        };

    /// <summary>Visits the packages that reach the target, in lexicographic order.</summary>
    /// <param name="problem">The rows and clauses.</param>
    /// <param name="target">The value to reach.</param>
    /// <param name="strict">More than the target instead of at least it.</param>
    /// <param name="budget">Nodes at most.</param>
    /// <param name="visit">Gets each package in a reused array; false ends the visit.</param>
    /// <param name="cancellationToken">Ends the visit by exception.</param>
    /// <returns>False when the budget ran out first.</returns>
    public static bool Visit(
        PackageProblem problem, Rational target, bool strict, long budget, Func<int[], bool> visit, CancellationToken cancellationToken) =>
        WidthOf(problem, target) switch
        {
            IntegerWidth.Bits64 => Enumerator<long>(problem, target, strict, cancellationToken).Visit(budget, visit),
            IntegerWidth.Bits128 => Enumerator<Int128>(problem, target, strict, cancellationToken).Visit(budget, visit),
            _ => Enumerator<BigInteger>(problem, target, strict, cancellationToken).Visit(budget, visit),
        };

    internal static IntegerWidth WidthOf(PackageProblem problem, Rational target)
    {
        long bits = 0;
        foreach (var row in problem.Rows)
        {
            var most = BigInteger.Abs(row.Threshold);
            if (row.Kind == PackageRowKind.Scored) most += BigInteger.Abs((target * row.Scale).Numerator / (target * row.Scale).Denominator) + 1;
            for (var i = 0; i < problem.IssueCount; i++)
            {
                var largest = BigInteger.Zero;
                for (var f = problem.Offset(i); f < problem.Offset(i) + problem.OptionCounts[i]; f++)
                    largest = BigInteger.Max(largest, BigInteger.Abs(row.Coefficients[f]));
                most += largest;
            }

            bits = Math.Max(bits, most.GetBitLength());
        }

        // Room for implied rows: multipliers of 16 bits in the search, 40 in checks, and a sum over up to 2^10 rows.
        return bits <= 48 ? IntegerWidth.Bits64 : bits <= 100 ? IntegerWidth.Bits128 : IntegerWidth.Unbounded;
    }

    private static PackageEnumerator<T> Enumerator<T>(
        PackageProblem problem, Rational target, bool strict, CancellationToken cancellationToken)
        where T : struct, IBinaryInteger<T> =>
        new(new(problem, target, strict), problem.Allowed, [], null, cancellationToken);
}

/// <summary>How wide the search's integers are.</summary>
internal enum IntegerWidth
{
    Bits64,
    Bits128,
    Unbounded,
}
