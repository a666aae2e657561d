using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Kernels.Solutions;
using Parley.Problems;
using Parley.Results;

namespace Parley.Outcomes;

/// <summary>Which outcomes of a scenario does no other beat for everybody, and which do the solutions pick?</summary>
public static class OutcomesAnalysis
{
    /// <summary>Computes the frontier and the solutions (docs/outcomes.md).</summary>
    /// <remarks>
    /// The solutions are picked from the frontier where all of it is known, and searched for without it where it is too large.
    /// Cost: that of the frontier, which may grow exponentially with the issues; budgets bound it and are told.
    /// </remarks>
    public static OutcomesResult Run(
        ScenarioProblem problem, OutcomesOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new("the frontier", 0, 3));
        var frontier = OutcomeFrontier.Of(problem, options, cancellationToken);
        progress?.Report(new("the solutions", 1, 3));
        var space = frontier.Extent == FrontierExtent.Complete ? new ListedPackages(frontier, problem.Parties.Length) : frontier.Space;
        var bargain = new BargainingSpace(space, problem.ReservationUnits(), problem.Units);
        var isComplete = frontier.Extent == FrontierExtent.Complete;
        var solutions = isComplete ? ListedSolutions.Of(frontier.Vectors, frontier.PackageOf, bargain, cancellationToken) : DirectSolutions.Of(bargain, cancellationToken);
        progress?.Report(new("lotteries", 2, 3));
        var lotteries = options.Lotteries ? Parley.Kernels.Solutions.Lotteries.Of(bargain, cancellationToken) : null;
        var views = new OutcomeViews(problem, solutions);
        var found = views.Solutions(solutions);
        return new()
        {
            Parties = problem.Parties,
            Issues = problem.Issues,
            OutcomeCount = problem.OutcomeCount,
            Reservations = problem.Reservations,
            IdealOverRational = views.Ideals(solutions.IdealOverRational),
            IdealOverAll = views.Ideals(solutions.IdealOverAll),
            Extent = frontier.Extent,
            GivenAway = problem.Utilities(frontier.GivenAway),
            Size = frontier.Vectors.Count,
            RationalSize = frontier.Vectors.Count(bargain.IsRational),
            Points =
            [
                .. Enumerable.Range(0, Math.Min(options.Limit, frontier.Vectors.Count))
                    .Select(k => new FrontierPoint(views.Of(frontier.At(k)), frontier.CountOf(k), bargain.IsRational(frontier.Vectors[k]))),
            ],
            Solutions = found,
            Lotteries = lotteries is null ? null : views.Lotteries(lotteries),
            OtherKalai = isComplete && frontier.Vectors.Count > 0 ? views.OtherKalai(frontier) : null,
            IntegrativePotential = isComplete && problem.Parties.Length == 2 ? views.IntegrativePotential(frontier) : null,
            Completeness = isComplete && IsProved(found) ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private static bool IsProved(OutcomeSolutions found) =>
        found.Nash.IsProved && found.KalaiSmorodinsky.IsProved && found.KalaiSmorodinskyOverAll.IsProved && found.Egalitarian.IsProved && found.Utilitarian.IsProved;
}
