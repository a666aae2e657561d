using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Deals;
using Parley.Kernels.Exact;
using Parley.Obstacles;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Comparisons;

/// <summary>What to compare with, and how far to search.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The other columns: the same case under these selections of overlays.</summary>
    public ImmutableArray<OverlaySelection> Others { get; init; } = [];

    /// <summary>Search nodes at most for whether a deal exists.</summary>
    public long MaxNodes { get; init; } = 20_000_000;

    /// <summary>Search nodes at most for an exact margin, and for the nearest miss.</summary>
    public long RefineNodes { get; init; } = 500_000;

    /// <summary>Worlds at most in which the obstacles of one column are taken away.</summary>
    public int MaxWorlds { get; init; } = 1 << 14;
}

/// <summary>What is different under another date, leader or story, and because of which numbers?</summary>
public static class ComparisonAnalysis
{
    /// <summary>Puts a question and the same case under other overlays side by side and traces the differences to what the overlays change.</summary>
    /// <remarks>
    /// Each difference is laid on the question's own case alone; effects of several changes need not add up.
    /// Cost: for each column a verdict and its correction sets; for each difference a verdict.
    /// </remarks>
    /// <param name="question">The first column, which the others are compared with.</param>
    /// <param name="options">The other columns, and how far to search.</param>
    /// <param name="progress">Told about each column and change.</param>
    /// <param name="cancellationToken">Ends the run by exception.</param>
    /// <exception cref="ArgumentException">A selection names an overlay that is not declared, or an edit that leads nowhere.</exception>
    public static ComparisonResult Run(
        CaseQuestion question, ComparisonOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var questions = new List<CaseQuestion> { question };
        foreach (var selection in options.Others)
        {
            var asked = question.Under(selection);
            questions.Add(asked.Value ?? throw new ArgumentException(asked.Errors.First().Message, nameof(options)));
        }

        return new ComparisonRun(questions, options, progress, cancellationToken).Result();
    }
}

/// <summary>One run over the columns.</summary>
internal sealed class ComparisonRun(
    IReadOnlyList<CaseQuestion> questions, ComparisonOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly Dictionary<CaseDifference, ChangeAlone> _alone = [];
    private bool _exact = true;

    public ComparisonResult Result()
    {
        var columns = ImmutableArray.CreateBuilder<ComparedColumn>();
        foreach (var question in questions)
        {
            progress?.Report(new("columns", columns.Count, questions.Count));
            columns.Add(Column(question, columns.Count == 0 ? null : columns[0].Verdict));
        }

        return new()
        {
            Parties = questions[0].Problem.Parties,
            Columns = columns.ToImmutable(),
            Completeness = _exact ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private ComparedColumn Column(CaseQuestion question, VerdictResult? first) => new()
    {
        Selection = question.Selection,
        Verdict = Verdict(question.Problem, nearMisses: 1),
        Obstacles = Obstacles(question),
        Deals = [.. question.Model.Deals.Select(d => DealIn(question.Problem, d))],
        Changes = first is null ? [] : [.. Changes(question, first)],
    };

    private VerdictResult Verdict(CaseProblem problem, int nearMisses)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var verdict = VerdictAnalysis.Run(
            problem, new() { NearMisses = nearMisses, Certificate = false, MaxNodes = options.MaxNodes, RefineNodes = options.RefineNodes }, null, cancellationToken);
        _exact &= verdict.Completeness == Completeness.Exact;
        return verdict;
    }

    private ObstaclesResult? Obstacles(CaseQuestion question)
    {
        if (ObstacleList.Of(question, generated: false).Count > ObstaclesAnalysis.MaxObstacles) return null;
        var obstacles = ObstaclesAnalysis.Run(
            question, new() { Witnesses = false, Distances = false, MaxWorlds = options.MaxWorlds }, progress, cancellationToken);
        _exact &= obstacles.Completeness == Completeness.Exact;
        return obstacles;
    }

    private ComparedDeal DealIn(CaseProblem problem, Deal deal)
    {
        var judged = new DealRun(problem, deal, new(), cancellationToken).Judge();
        return new(deal.Name, deal.Title, judged.IsFeasible, judged.Outcome is { } outcome ? outcome.Margin ?? Rational.Zero : -1);
    }

    private IEnumerable<ComparedChange> Changes(CaseQuestion question, VerdictResult first)
    {
        var changes = new List<ComparedChange>();
        foreach (var difference in CaseDifferences.Between(questions[0].Model, question.Model))
        {
            progress?.Report(new("changes", changes.Count, null));
            changes.Add(new()
            {
                Path = difference.Path,
                Kind = difference.Kind,
                From = difference.From,
                To = difference.To,
                Alone = Alone(difference, first),
            });
        }

        return changes.OrderByDescending(c => c.Alone is { } alone ? Magnitude(alone.Effect) : -Rational.One);
    }

    // Two columns may share a change.
    private ChangeAlone? Alone(CaseDifference difference, VerdictResult first)
    {
        if (difference.Edit is not { } edit) return null;
        if (_alone.TryGetValue(difference, out var known)) return known;
        var applied = CaseEdit.Apply(questions[0].Model, [edit]);
        if (applied.Value is null) return null; // it only stands together with another change
        var verdict = Verdict(questions[0].Problem.With(edit), nearMisses: 0);
        return _alone[difference] = new(verdict.Grade, verdict.Margin, verdict.Margin - first.Margin);
    }

    private static Rational Magnitude(Rational value) => value.Sign < 0 ? -value : value;
}
