using System.Collections.Immutable;
using Parley.Cases.Overlays;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Openings;

/// <summary>What would open it?</summary>
public static class OpeningsAnalysis
{
    /// <summary>Finds what turns the answer over: single numbers, pairs of them, events, payments, issues put back; and why each side refuses.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 35-40.
    /// Cost: for each number a few compilations of the case and a search along each stretch on which its structure stays the same;
    /// exact for any number of packages within <see cref="OpeningsOptions.MaxNodes"/>, else marked so.
    /// </remarks>
    /// <param name="question">The case and the overlays under which it is asked about.</param>
    /// <param name="options">What to cover and how far to search.</param>
    /// <param name="progress">Gets one report for each number, then one for each overlay.</param>
    /// <param name="cancellationToken">Ends the run by exception.</param>
    public static OpeningsResult Run(
        CaseQuestion question, OpeningsOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(options);
        return new OpeningsRun(question, options, progress, cancellationToken).Result();
    }
}

/// <summary>One run of the openings.</summary>
internal sealed class OpeningsRun(
    CaseQuestion asked, OpeningsOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly CaseProblem _problem = asked.Problem;
    private readonly List<string> _undecided = [];
    private bool _complete = true;

    public OpeningsResult Result()
    {
        var question = new DealQuestion(options, cancellationToken);
        var now = question.Verdict(_problem);
        _complete = now.IsDecided;
        var numbers = CaseNumbers.List(asked.Model).Where(n => n.CanEdit).ToList();
        var tips = now.IsDecided ? TippingPoints(numbers, now.Grade == Grade.Deal) : [];
        var pairs = ImmutableArray<PairOpening>.Empty;
        if (options.PairNumbers > 0 && now.IsDecided && now.Grade != Grade.Deal)
        {
            progress?.Report(new("pairs", 0, null));
            pairs = new PairSearch(_problem, question, options).Find(numbers, tips, now.Margin);
        }

        var sweep = new WorldSweep(asked, now, question);
        var events = options.Events ? Events(sweep) : [];
        var payments = new PaymentSearch(_problem, options, cancellationToken);
        var paid = now.Grade == Grade.Deal ? [] : payments.All();
        var returned = sweep.ReturnedIssues();
        var anatomy = options.Anatomy ? AnatomyAnalysis.Run(_problem, new() { MaxNodes = options.MaxNodes }, null, cancellationToken) : null;
        _complete &= question.IsComplete && payments.IsComplete && _undecided.Count == 0 && anatomy is not { Completeness: Completeness.Truncated };
        return new()
        {
            Parties = _problem.Parties,
            Grade = now.Grade,
            Margin = now.Margin,
            TippingPoints = tips,
            NumberCount = numbers.Count,
            Undecided = [.. _undecided],
            Pairs = pairs,
            Events = events,
            SidePayments = paid,
            ReturnedIssues = returned,
            Anatomy = anatomy,
            Completeness = _complete ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private ImmutableArray<TippingPoint> TippingPoints(List<CaseNumber> numbers, bool isDeal)
    {
        var found = new List<TippingPoint>();
        for (var k = 0; k < numbers.Count; k++)
        {
            progress?.Report(new("tipping points", k, numbers.Count));
            cancellationToken.ThrowIfCancellationRequested();
            var question = new DealQuestion(options, cancellationToken);
            var search = new TippingSearch(_problem, isDeal, question);
            foreach (var up in new[] { false, true })
                if (search.Find(numbers[k], up) is { } tip) found.Add(search.Describe(numbers[k], up, tip));
            if (!question.IsComplete) _undecided.Add(numbers[k].Path);
        }

        // A stable sort: declaration order among equals.
        return [.. found.Where(t => t.Cost is not null).OrderBy(t => t.Cost), .. found.Where(t => t.Cost is null)];
    }

    private ImmutableArray<EventOutcome> Events(WorldSweep sweep)
    {
        var overlays = sweep.Overlays.ToList();
        var outcomes = ImmutableArray.CreateBuilder<EventOutcome>();
        foreach (var overlay in overlays)
        {
            progress?.Report(new("events", outcomes.Count, overlays.Count));
            cancellationToken.ThrowIfCancellationRequested();
            if (sweep.With(overlay) is not { } outcome) continue;
            _complete &= outcome.IsDecided;
            outcomes.Add(outcome);
        }

        return outcomes.ToImmutable();
    }
}
