using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Kernels.Exact;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Agenda;

/// <summary>How far an agenda may look into the case.</summary>
public sealed record AgendaOptions
{
    /// <summary>The meetings.</summary>
    public required CaseEvidence Evidence { get; init; }

    /// <summary>Search nodes at most for what a topic could bring.</summary>
    public long MaxNodes { get; init; } = 2_000_000;
}

/// <summary>Do the same topics come back without anything coming of them, and what is never raised?</summary>
public static class AgendaAnalysis
{
    /// <summary>What one token counts for beside a substantive step.</summary>
    private static readonly Rational TokenWorth = (Rational)0.1m;

    /// <summary>Follows the topics through the meetings, and sets their shares beside what the case says could come of each.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 54 and 55. Exact: shares are decimals. Meetings that were not held are listed and count nowhere.
    /// Ties and edge cases: fewer than two meetings held, no ritual index; a topic that no issue of the case has, no potential; a topic that
    /// the meetings are is raised by every one that was held, whatever its share.
    /// Cost: one search for each topic of the case.
    /// </remarks>
    public static AgendaResult Run(
        CaseProblem problem, AgendaOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var evidence = options.Evidence;
        var talk = Talk(evidence);
        var inCase = problem.Model.Issues.Select(i => i.Topic).OfType<string>().Distinct().ToList();
        var tracks = ImmutableArray.CreateBuilder<TopicTrack>();
        foreach (var track in talk.Topics.Concat(inCase.Where(t => !talk.Topics.Any(k => k.Topic == t)).Select(t => Track(t, evidence))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("agenda", tracks.Count, inCase.Count));
            var isKnown = inCase.Contains(track.Topic);
            tracks.Add(track with { InCase = isKnown, Potential = isKnown ? Potential(track.Topic, problem, options, cancellationToken) : null });
        }

        return talk with
        {
            Topics = tracks.ToImmutable(),
            Completeness = tracks.Any(t => t.InCase && t.Potential is null) ? Completeness.Truncated : Completeness.Exact,
        };
    }

    /// <summary>The meetings alone, without what the case says could come of their topics.</summary>
    public static AgendaResult Talk(CaseEvidence evidence)
    {
        var meetings = ImmutableArray.CreateBuilder<MeetingProgress>();
        Meeting? before = null;
        var repeated = new List<Rational>();
        foreach (var meeting in evidence.Meetings)
        {
            if (!meeting.Held)
            {
                meetings.Add(new(meeting, null, null));
                continue;
            }

            var recurrence = before is null ? (Rational?)null : meeting.Topics.Aggregate(Rational.Zero, (sum, t) => sum + (Rational)Math.Min(t.Share, before.ShareOf(t.Topic)));
            var gained = meeting.Topics.Aggregate(Rational.Zero, (sum, t) => sum + (Rational)t.Share * Worth(t.Outcome));
            if (recurrence is { } share) repeated.Add(share * (1 - gained));
            meetings.Add(new(meeting, recurrence, gained));
            before = meeting;
        }

        var held = evidence.Meetings.Where(m => m.Held).ToList();
        var raised = held.SelectMany(m => m.Topics).Where(t => t.Share > 0).Select(t => t.Topic).Concat(held.Count > 0 ? evidence.MeetingsAre : []).Distinct();
        return new()
        {
            Meetings = meetings.ToImmutable(),
            Topics = [.. raised.Select(t => Track(t, evidence))],
            Ritual = repeated.Count == 0 ? null : repeated.Aggregate((a, b) => a + b) / repeated.Count,
            MostProgress = meetings.Select(m => m.Progress).Max(),
            Completeness = Completeness.Exact,
        };
    }

    private static Rational Worth(MeetingOutcome outcome) => outcome switch
    {
        MeetingOutcome.Substantive => Rational.One,
        MeetingOutcome.Token => TokenWorth,
        _ => Rational.Zero,
    };

    private static TopicTrack Track(string topic, CaseEvidence evidence)
    {
        var held = evidence.Meetings.Where(m => m.Held).Select(m => m.ShareOf(topic)).ToList();
        return new()
        {
            Topic = topic,
            Shares = [.. evidence.Meetings.Select(m => m.ShareOf(topic))],
            Outcomes = [.. evidence.Meetings.Select(m => m.Topics.FirstOrDefault(t => t.Topic == topic)?.Outcome ?? MeetingOutcome.None)],
            IsRaised = held.Exists(s => s > 0) || (held.Count > 0 && evidence.MeetingsAre.Contains(topic)),
            IsMeetings = evidence.MeetingsAre.Contains(topic),
            Shift = held.Count == 0 ? Rational.Zero : (Rational)(held[^1] - held[0]),
            MeanShare = held.Count == 0 ? Rational.Zero : (Rational)held.Sum() / held.Count,
            Potential = null,
            InCase = false,
        };
    }

    // A deal with the topic's options alone, everything else as it would be anyway; else a token among them.
    private static Grade? Potential(string topic, CaseProblem problem, AgendaOptions options, CancellationToken cancellationToken)
    {
        var values = problem.Values;
        var free = problem.Baseline.Chosen;
        bool IsOfTopic(int f) => problem.Model.Issues[values.IssueOf(f)].Topic == topic;
        var deal = Existence.Deal(
            problem, problem.SignatorySets(), options.MaxNodes, cancellationToken, f => IsOfTopic(f) || free[values.IssueOf(f)] == f || free[values.IssueOf(f)] < 0);
        if (deal is not { } exists) return null;
        return exists ? Grade.Deal : problem.Baseline.Tokens.Any(IsOfTopic) ? Grade.Tokens : Grade.Nothing;
    }
}
