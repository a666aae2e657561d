using System.Collections.Immutable;
using Parley.Kernels.Packages;
using Parley.Problems;

namespace Parley.Verdict;

/// <summary>The bare yes or no behind a verdict, for analyses that ask it of many problems.</summary>
internal static class Existence
{
    /// <summary>Whether a deal exists; null when the budget ran out before it was known.</summary>
    /// <param name="problem">The case.</param>
    /// <param name="signatorySets">Sets of signatories, any of which makes a deal.</param>
    /// <param name="budget">Search nodes at most for each set.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    /// <param name="isAllowed">By flat option, whether a deal may hold it; null for any.</param>
    public static bool? Deal(
        CaseProblem problem,
        IEnumerable<ImmutableArray<int>> signatorySets,
        long budget,
        CancellationToken cancellationToken,
        Func<int, bool>? isAllowed = null)
    {
        var complete = true;
        foreach (var signatories in signatorySets)
        {
            var rows = ProblemRows.Deal(problem, signatories).Problem;
            if (isAllowed is not null) rows = rows.WithAllowed([.. rows.Allowed.Select((a, f) => a && isAllowed(f))]);
            var found = PackageSearch.Find(rows, 0, strict: false, wantProof: false, budget, cancellationToken);
            if (found.Package is not null) return true;
            complete &= found.Complete;
        }

        return complete ? false : null;
    }

    /// <summary>Whether there is something without substance to agree on (docs/model.md, 15); null when the budget ran out first.</summary>
    public static bool? Tokens(CaseProblem problem, long budget, CancellationToken cancellationToken)
    {
        if (!problem.HasTokens || problem.Values.StatusQuo.Contains(-1)) return false;
        var found = PackageSearch.Find(ProblemRows.Tokens(problem).Problem, 0, strict: false, wantProof: false, budget, cancellationToken);
        return found.Package is not null ? true : found.Complete ? false : null;
    }
}
