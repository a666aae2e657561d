using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;

namespace Parley.Cases.Evidence;

/// <summary>What stands beside a case in <c>evidence.yaml</c>: who said what, what was talked about, what was seen and foretold.</summary>
/// <remarks>It changes no number of the case and no verdict (docs/format.md, rung 11).</remarks>
public sealed record CaseEvidence
{
    /// <summary>The case it belongs to.</summary>
    public required string Case { get; init; }

    /// <summary>The day beyond which nothing may support a number or a report, EDTF; the case's own where the file has none.</summary>
    public string? AsOf { get; init; }

    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    /// <summary>In declaration order.</summary>
    public ImmutableArray<Report> Reports { get; init; } = [];

    /// <summary>In declaration order, which is the order of time.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>Topics of the case that every meeting raises by being held; they take no share of the talk.</summary>
    public ImmutableArray<string> MeetingsAre { get; init; } = [];

    public ImmutableArray<Observation> Observations { get; init; } = [];

    public ImmutableArray<Forecast> Forecasts { get; init; } = [];

    /// <summary>What happened, in declaration order.</summary>
    public ImmutableArray<PastEvent> History { get; init; } = [];

    /// <summary>How the relationship index starts and what tokens add to it; null when the file has none.</summary>
    public RelationshipIndex? Index { get; init; }

    /// <summary>What is reported, each once, in the order of the first report about it.</summary>
    public ImmutableArray<string> Propositions => [.. Reports.Select(r => r.About).Distinct()];
}

/// <summary>Whether somebody has an interest in what he says.</summary>
public enum Bias
{
    /// <summary>It neither serves nor hurts him.</summary>
    Neutral,

    /// <summary>It serves him; it is discounted.</summary>
    SelfServing,

    /// <summary>It hurts him; it counts more.</summary>
    AgainstInterest,
}

/// <summary>Somebody who says things.</summary>
public sealed record Speaker
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>How closely what he says follows the facts, 0 (a coin toss) to 1.</summary>
    public required decimal Reliability { get; init; }

    /// <summary>Holds for his reports that say nothing of their own.</summary>
    public Bias Bias { get; init; }

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>Somebody's word for or against something.</summary>
public sealed record Report
{
    /// <summary>What it is about.</summary>
    public required string About { get; init; }

    /// <summary>True when it is asserted, false when denied.</summary>
    public required bool Asserts { get; init; }

    /// <summary>Speakers from the narrator to the one who said it first; not empty.</summary>
    public required ImmutableArray<string> Chain { get; init; }

    public Bias Bias { get; init; }

    public string? Says { get; init; }

    public string? Date { get; init; }

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>Who said it first.</summary>
    public string Origin => Chain[^1];
}

/// <summary>What a meeting achieved on a topic.</summary>
public enum MeetingOutcome
{
    None,
    Token,
    Substantive,
}

/// <summary>A topic's share of a meeting, and what came of it.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Share">Its share of the talk; the shares of a meeting sum to 1.</param>
/// <param name="Outcome">What was achieved.</param>
public sealed record MeetingTopic(string Topic, decimal Share, MeetingOutcome Outcome);

/// <summary>A meeting, held or called off.</summary>
public sealed record Meeting
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>When it was, EDTF.</summary>
    public string? Date { get; init; }

    public bool Held { get; init; } = true;

    public ImmutableArray<MeetingTopic> Topics { get; init; } = [];

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>A topic's share; 0 where it was not raised.</summary>
    public decimal ShareOf(string topic) => Topics.FirstOrDefault(t => t.Topic == topic)?.Share ?? 0m;
}

/// <summary>How an analyst rates an observation under a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Value">From -2, very inconsistent, to 2, very consistent.</param>
public sealed record StoryRating(string Story, int Value);

/// <summary>Something seen: either a phrase that came true on a date, which every story predicts or not, or a row rated by hand.</summary>
public sealed record Observation
{
    public required string Name { get; init; }

    public string? Says { get; init; }

    /// <summary>When it was seen, EDTF.</summary>
    public string? Date { get; init; }

    /// <summary>The declared date of the case at which it is asked; null for the last one.</summary>
    public string? At { get; init; }

    /// <summary>What was seen, as typed; null for a rated row.</summary>
    public string? Seen { get; init; }

    /// <summary>The same, read.</summary>
    public ImmutableArray<ClaimPhrase> Phrases { get; init; } = [];

    /// <summary>The chance that it turns out otherwise although the story is right.</summary>
    public decimal MissRate { get; init; }

    /// <summary>One for each story rated; those left out count as neutral.</summary>
    public ImmutableArray<StoryRating> Ratings { get; init; } = [];

    /// <summary>Who says so, narrator first; empty: beyond doubt.</summary>
    public ImmutableArray<string> Chain { get; init; } = [];

    public Bias Bias { get; init; }

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>A story's rating; 0 where it has none.</summary>
    public int RatingOf(string story) => Ratings.FirstOrDefault(r => r.Story == story)?.Value ?? 0;
}

/// <summary>Somebody's forecast, with its outcome once known.</summary>
public sealed record Forecast
{
    public required string Name { get; init; }

    /// <summary>The speaker who made it.</summary>
    public required string By { get; init; }

    public string? Says { get; init; }

    /// <summary>What is foretold as a claim phrase, as typed; null when it is words only.</summary>
    public string? Expect { get; init; }

    public ImmutableArray<ClaimPhrase> Phrases { get; init; } = [];

    /// <summary>When it was made, EDTF.</summary>
    public string? Made { get; init; }

    /// <summary>Until when, EDTF.</summary>
    public string? Horizon { get; init; }

    public required decimal Probability { get; init; }

    /// <summary>Whether it came true; null while open.</summary>
    public bool? Resolved { get; init; }

    /// <summary>When that was known, EDTF.</summary>
    public string? ResolvedOn { get; init; }

    /// <summary>What was learnt from it.</summary>
    public string? PostMortem { get; init; }

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>Something that happened between the sides.</summary>
public sealed record PastEvent
{
    public required string Name { get; init; }

    public string? Says { get; init; }

    /// <summary>When it was, EDTF; it has a first day.</summary>
    public required string Date { get; init; }

    /// <summary>One of <see cref="Events.EventTypes.All"/>; null when not told.</summary>
    public string? Type { get; init; }

    /// <summary>Who acted: a party, or any name; null when not told.</summary>
    public string? From { get; init; }

    /// <summary>At whom it was aimed.</summary>
    public string? To { get; init; }

    /// <summary>The code of an event data set, as text.</summary>
    public string? Code { get; init; }

    /// <summary>What it did to the relationship index, in points; null when not told.</summary>
    public Number? EffectOnIndex { get; init; }

    /// <summary>From -10 (conflict) to 10 (cooperation), Goldstein's scale; null when not told.</summary>
    public Number? Intensity { get; init; }

    /// <summary>The event of the case of which it is an occurrence; null for none.</summary>
    public string? Event { get; init; }

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>The first day its date can mean: the day on which it counts.</summary>
    public DateOnly Day
    {
        get
        {
            var day = DaySpan.First(Date);
            return new(day / 10_000, day / 100 % 100, day % 100);
        }
    }
}

/// <summary>The relationship index: a number from -100 to 100 that events and tokens move.</summary>
public sealed record RelationshipIndex
{
    /// <summary>Where it stands on the last day of <see cref="CaseEvidence.AsOf"/>.</summary>
    public required Number Start { get; init; }

    /// <summary>What one token adds.</summary>
    public required Number TokenGain { get; init; }

    /// <summary>Tokens a year while any are acceptable.</summary>
    public required Number TokensPerYear { get; init; }

    /// <summary>What one point of intensity of a past event without an effect of its own does; null: nothing is made of intensities.</summary>
    public Number? PerIntensity { get; init; }
}
