using System.Collections.Immutable;

namespace Parley.Cases.Claims;

/// <summary>What kind of thing a name in a phrase names.</summary>
public enum PhraseName
{
    Date,
    Leader,
    Perception,
    Story,
    Event,
    Obstacle,
    Group,
    Deal,
    Party,
    Issue,
    Option,
    Dimension,
    Topic,

    /// <summary>A party or a rule.</summary>
    Holder,

    /// <summary>Something reported; not looked up in the case.</summary>
    Report,

    /// <summary>A count.</summary>
    Count,
}

/// <summary>Something wrong in a claim's <c>expect</c>: a name that the case does not declare, or words that are no phrase.</summary>
public sealed record PhraseFinding
{
    /// <summary>Index of the word among the words of the text.</summary>
    public required int Word { get; init; }

    /// <summary>The word itself.</summary>
    public required string Text { get; init; }

    /// <summary>What it should name; null where the words are no phrase.</summary>
    public PhraseName? Name { get; init; }

    /// <summary>The issue, where an option of it is not known.</summary>
    public string? Issue { get; init; }

    /// <summary>Names the case declares, or words that could stand there.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>The phrases that begin the same way.</summary>
    public ImmutableArray<string> Alike { get; init; } = [];

    /// <summary>True when the text ends where more is needed; the word is then the last one.</summary>
    public bool EndsEarly { get; init; }
}

/// <summary>What a claim's <c>expect</c> says.</summary>
/// <param name="Phrases">The phrases understood, in order; all must hold.</param>
/// <param name="Findings">What was not understood; empty when everything was.</param>
public sealed record ClaimExpectation(ImmutableArray<ClaimPhrase> Phrases, ImmutableArray<PhraseFinding> Findings);
