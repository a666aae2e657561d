using System.Collections.Immutable;
using Parley.Problems;
using Parley.Results;

namespace Parley.Claims;

/// <summary>Which of a case's claims follow from its numbers?</summary>
public static class ClaimsAnalysis
{
    /// <summary>Checks every claim of the case, and on request which numbers each hangs on.</summary>
    /// <remarks>
    /// Definition: docs/claims.md; what each phrase asks is defined in docs/model.md. A claim follows when all its parts do, does
    /// not when one does not, and is unsupported when one cannot be computed and none fails. Figures are compared exactly.
    /// Ties and edge cases: overlays that a phrase names win over those of the question; events and obstacles add up.
    /// </remarks>
    public static ClaimsResult Run(
        CaseQuestion question, ClaimsOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var book = new ClaimBook(question.BaseCase, options);
        var claims = book.JudgeAll(question, progress, cancellationToken);
        return new()
        {
            Parties = question.Problem.Parties,
            Claims = claims,
            Fragility = options.Fragile ? new Fragility(book, question, claims, progress, cancellationToken).Result() : null,
            Reconciliation = options.Reconcile ? new Reconciliation(book, question, options, progress, cancellationToken).Result() : null,
            Completeness = claims.Any(IsOpen) ? Completeness.Truncated : Completeness.Exact,
        };
    }

    private static bool IsOpen(ClaimResult claim) => claim.Status == ClaimStatus.Unsupported && claim.Parts.Any(p => p.Holds is null && p.Shown switch
    {
        NothingShown nothing => nothing.Reason == UnsupportedReason.Undecided,
        FiguresShown figures => figures.Left.Unsupported == UnsupportedReason.Undecided || figures.Right.Unsupported == UnsupportedReason.Undecided,
        _ => false,
    });
}
