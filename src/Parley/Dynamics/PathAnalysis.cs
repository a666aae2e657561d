using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Cases.Model;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Dynamics;

/// <summary>How far ahead a path is followed, and how far searches go.</summary>
public sealed record PathOptions
{
    /// <summary>Quarters at most.</summary>
    public const int MostQuarters = 80;

    /// <summary>The relationship index.</summary>
    public required RelationshipIndex Index { get; init; }

    /// <summary>The day that quarters are counted from, EDTF; null for none.</summary>
    public string? AsOf { get; init; }

    /// <summary>Quarters ahead, 1 to <see cref="MostQuarters"/>.</summary>
    public int Quarters { get; init; } = 8;

    /// <summary>Search nodes at most for each verdict.</summary>
    public long MaxNodes { get; init; } = 200_000;

    /// <summary>Events of which pairs are judged, at most.</summary>
    public int MaxPairEvents { get; init; } = 20;
}

/// <summary>Where is the relationship expected to go, how sure is that, and what would change the verdict on the way?</summary>
public static class PathAnalysis
{
    /// <summary>Follows the index ahead, and judges the events that have a rate.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 63 to 65. Cost: a verdict for each event with a rate and each pair of those that change nothing alone,
    /// and what <see cref="IndexPath"/> takes.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of quarters is out of its range.</exception>
    public static PathResult Run(CaseQuestion asked, PathOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Quarters is < 1 or > PathOptions.MostQuarters) throw new ArgumentOutOfRangeException(nameof(options), options.Quarters, $"A path has 1 to {PathOptions.MostQuarters} quarters.");
        progress?.Report(new("path", 0, 2));
        var verdict = Verdict(asked.Problem, options, cancellationToken);
        var path = IndexPath.Of(options.Index, asked.Problem, verdict.Grade, options.Quarters, progress, cancellationToken);
        progress?.Report(new("path", 1, 2));
        var search = new ChangeSearch(asked, verdict.Grade, options, progress, cancellationToken);
        var changes = search.Run();
        return new()
        {
            Grade = verdict.Grade,
            Path = path,
            Ends = Ends(options),
            Momentous = [.. IndexShock.Of(asked.Problem).Where(s => s.Momentous)],
            Changes = changes,
            Completeness = verdict.IsDecided && search.IsComplete && path.HasQuantiles && changes.PairsJudged ? Completeness.Exact : Completeness.Truncated,
        };
    }

    /// <summary>How likely the index itself falls soon, which says more than that its expectation does; null where effects have no common step.</summary>
    /// <remarks>Definition: docs/model.md, 64. Cost: a verdict and two quarters of a path.</remarks>
    public static FallChances? Falls(CaseProblem problem, PathOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        IndexPath.Of(options.Index, problem, Verdict(problem, options, cancellationToken).Grade, 2, progress, cancellationToken).Fall;

    internal static VerdictResult Verdict(CaseProblem problem, PathOptions options, CancellationToken cancellationToken) => VerdictAnalysis.Run(
        problem, new() { Certificate = false, NearMisses = 0, MaxNodes = options.MaxNodes, RefineNodes = options.MaxNodes }, null, cancellationToken);

    private static ImmutableArray<DateOnly>? Ends(PathOptions options) =>
        DaySpan.LastDay(options.AsOf) is { } day && day.Year + (options.Quarters / 4) < DateOnly.MaxValue.Year
            ? [.. Enumerable.Range(1, options.Quarters).Select(n => day.AddMonths(3 * n))]
            : null;
}
