using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;

namespace Parley.Verdict;

/// <summary>One way to sign a deal: who signs, and what must then hold.</summary>
internal sealed record Way(ImmutableArray<int> Signatories, NamedPackageProblem Rows)
{
    /// <summary>Every way to sign a deal in a case.</summary>
    public static List<Way> All(CaseProblem problem) => [.. problem.SignatorySets().Select(s => new Way(s, ProblemRows.Deal(problem, s)))];
}

/// <summary>The best candidate over all ways to sign (docs/model.md, 14 and 16).</summary>
internal static class BestPackage
{
    /// <summary>Searches each way for its best candidate and keeps the best of them.</summary>
    /// <param name="problem">The case.</param>
    /// <param name="ways">The ways to sign, each with a candidate already known and a proved bound of its value, or null.</param>
    /// <param name="budget">Search nodes at most for each way.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    /// <returns>The outcome, and the package judged; with a quorum several sets of signatories compete.</returns>
    public static (MarginOutcome Margin, PackageOutcome? Witness) Of(
        CaseProblem problem, IReadOnlyList<(Way Way, int[]? Start, Rational? Upper)> ways, long budget, CancellationToken cancellationToken)
    {
        MarginOutcome? best = null;
        Rational? upper = -1;
        var complete = true;
        var signatories = ways[0].Way.Signatories;
        foreach (var (way, start, known) in ways)
        {
            var margin = new MarginSearch(way.Rows.Problem, budget, cancellationToken).Run(start, known);
            complete &= margin.IsExact;
            var bound = margin.IsExact ? margin.Value : margin.Upper;
            upper = upper is { } u && bound is { } b ? Rational.Max(u, b) : null;
            if (best is not null && !IsBetter(margin, best, way.Rows.Problem)) continue;
            (best, signatories) = (margin, way.Signatories);
        }

        var found = best!; // there is always a way to sign
        var witness = found.Package is { } package ? new PackageJudge(problem).Judge(problem.Flat(package), signatories) : null;
        return (complete ? found : found with { Upper = upper, IsExact = false }, witness);
    }

    private static bool IsBetter(MarginOutcome a, MarginOutcome b, PackageProblem rows)
    {
        if (a.Package is null || b.Package is null) return b.Package is null && a.Package is not null;
        var order = (a.Value, b.Value) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (x, y) => x.Value.CompareTo(y.Value),
        };
        return order > 0 || (order == 0 && rows.CompareTies(a.Package, b.Package) < 0);
    }
}
