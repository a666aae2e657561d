using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Agenda;

/// <summary>What was talked about when, and what came of it.</summary>
public sealed record AgendaResult
{
    /// <summary>Every meeting, held or not, in the order of time.</summary>
    public required ImmutableArray<MeetingProgress> Meetings { get; init; }

    /// <summary>Topics raised at some meeting that was held, in the order they came up, those that the meetings are last; then the case's others, in declaration order.</summary>
    public required ImmutableArray<TopicTrack> Topics { get; init; }

    /// <summary>How far meetings repeat one another without progress, 0 to 1; null with fewer than two held.</summary>
    public required Rational? Ritual { get; init; }

    /// <summary>The largest progress of a meeting that was held; null when none was.</summary>
    public required Rational? MostProgress { get; init; }

    public required Completeness Completeness { get; init; }

    /// <summary>How a topic's share moved from the first meeting held to the last; 0 for one never raised.</summary>
    public Rational ShiftOf(string topic) => Topics.FirstOrDefault(t => t.Topic == topic)?.Shift ?? Rational.Zero;

    /// <summary>Whether some meeting that was held raised a topic.</summary>
    public bool IsRaised(string topic) => Topics.Any(t => t.Topic == topic && t.IsRaised);
}

/// <summary>A meeting and what it came to.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Recurrence">How much of it the meeting held before had been about too; null for the first, and for one not held.</param>
/// <param name="Progress">Its topics' shares times what came of each; null for one not held.</param>
public sealed record MeetingProgress(Meeting Meeting, Rational? Recurrence, Rational? Progress);

/// <summary>A topic through the meetings, and what the case says could come of it.</summary>
public sealed record TopicTrack
{
    public required string Topic { get; init; }

    /// <summary>By meeting, its share of the talk; 0 where it was not raised.</summary>
    public required ImmutableArray<decimal> Shares { get; init; }

    /// <summary>By meeting, what came of it.</summary>
    public required ImmutableArray<MeetingOutcome> Outcomes { get; init; }

    /// <summary>Whether some meeting that was held raised it, in talk or by being held.</summary>
    public required bool IsRaised { get; init; }

    /// <summary>Whether the meetings are this topic: each raises it by being held.</summary>
    public required bool IsMeetings { get; init; }

    /// <summary>Last share less first, over meetings held.</summary>
    public required Rational Shift { get; init; }

    /// <summary>Mean share over the meetings held.</summary>
    public required Rational MeanShare { get; init; }

    /// <summary>What its options alone could bring, all else as it would be anyway; null when the case has no such topic or a limit left it open.</summary>
    public required Grade? Potential { get; init; }

    /// <summary>Whether an issue of the case has it.</summary>
    public required bool InCase { get; init; }

    /// <summary>True when something could come of it and nobody ever raised it.</summary>
    public bool IsAvoided => !IsRaised && Potential is (Grade.Deal or Grade.Tokens);
}
