using System.Collections.Immutable;

namespace Parley.Cases.Claims;

/// <summary>A phrase of a claim's <c>expect</c>, understood: what must come out (docs/format.md, rung 10).</summary>
public abstract record ClaimPhrase
{
    /// <summary>The words as they were typed, with single blanks.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Under what it is asked, beyond the question's own overlays.</summary>
    public ClaimContext Under { get; init; } = ClaimContext.None;
}

/// <summary>The overlays that a phrase or a measure names for itself.</summary>
public sealed record ClaimContext
{
    /// <summary>No overlay of its own.</summary>
    public static ClaimContext None { get; } = new();

    public string? At { get; init; }

    public string? Under { get; init; }

    public string? SeenBy { get; init; }

    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Obstacles taken away; a group stands for all its members.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>A verdict that a phrase may expect.</summary>
public enum ExpectedVerdict
{
    Deal,
    NoDeal,
    TokensOnly,
    Nothing,
}

/// <summary><c>deal</c>, <c>no deal</c>, <c>tokens only</c>, <c>nothing</c>, the first two also of a named deal.</summary>
/// <param name="Expected">The verdict.</param>
/// <param name="Deal">The named deal it is about; null for any.</param>
public sealed record VerdictPhrase(ExpectedVerdict Expected, string? Deal) : ClaimPhrase;

/// <summary><c>deal but for X</c>: X alone stands in the way.</summary>
/// <param name="Holder">A party or a rule.</param>
public sealed record ButForPhrase(string Holder) : ClaimPhrase;

/// <summary><c>PARTY refuses</c> or <c>accepts</c>, the best package or a named deal.</summary>
public sealed record ConsentPhrase(string Party, bool Accepts, string? Deal) : ClaimPhrase;

/// <summary><c>A + B could agree</c>, or could not.</summary>
public sealed record CoalitionPhrase(ImmutableArray<string> Members, bool CouldAgree) : ClaimPhrase;

/// <summary><c>PARTY would leave DEAL</c>.</summary>
public sealed record LeavePhrase(string Party, string Deal) : ClaimPhrase;

/// <summary><c>PARTY refuses every trade of DIMENSION for DIMENSION</c>.</summary>
public sealed record RefusedTradesPhrase(string Party, string Gives, string Gets) : ClaimPhrase;

/// <summary><c>stable</c>: nobody gains by a move of its own.</summary>
public sealed record StablePhrase : ClaimPhrase;

/// <summary><c>every deal includes X</c>, or the Nash solution does.</summary>
public sealed record IncludesPhrase(string Option, bool Nash) : ClaimPhrase;

/// <summary>What an option may be said to be.</summary>
public enum OptionTrait
{
    /// <summary>A term of some acceptable package, or a token.</summary>
    Acceptable,

    Token,

    Substantive,
}

/// <summary><c>X is acceptable</c>, <c>is a token</c>, <c>is substantive</c>.</summary>
public sealed record OptionPhrase(string Option, OptionTrait Trait) : ClaimPhrase;

/// <summary><c>nothing on topic T</c>, or <c>topic T is never raised</c>.</summary>
public sealed record TopicPhrase(string Topic, bool NeverRaised) : ClaimPhrase;

/// <summary><c>opens only with A and B together</c>: these must all go, and nothing smaller or other of their number will do.</summary>
public sealed record OpensOnlyPhrase(ImmutableArray<string> Obstacles, string? Deal) : ClaimPhrase;

/// <summary><c>no event changes the verdict except E, ..</c>, where each of those does.</summary>
public sealed record NoEventPhrase(ImmutableArray<string> Except) : ClaimPhrase;

/// <summary><c>E improves the verdict</c>, or worsens it.</summary>
public sealed record EventPhrase(string Event, bool Improves) : ClaimPhrase;

/// <summary>What a phrase about evidence says.</summary>
public enum EvidenceTrait
{
    ExplainsBest,
    Mispredicts,
    MispredictsNothing,
    RestsOnOneSource,
    Contested,
}

/// <summary>A phrase about a story or a report.</summary>
/// <param name="Name">The story, or what is reported.</param>
/// <param name="Trait">What is said of it.</param>
public sealed record EvidencePhrase(string Name, EvidenceTrait Trait) : ClaimPhrase;

/// <summary>How two figures are compared.</summary>
public enum Comparison
{
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary><c>MEASURE &lt; MEASURE</c> or a number.</summary>
public sealed record ComparisonPhrase(Measure Left, Comparison Comparison, Measure Right) : ClaimPhrase;

/// <summary>What a measure measures.</summary>
public enum MeasureKind
{
    /// <summary>A typed number.</summary>
    Number,
    Delivery,
    NeededDelivery,
    Worth,
    Effect,
    StandingEffect,
    Blame,
    BlameOfGroup,
    OpeningShare,
    OpeningShareOfGroup,
    Responsibility,
    ResponsibilityOfGroup,
    TermsOfTrade,
    ObjectionShare,
    BenefitCeiling,
    Ritual,
    Progress,
    SalienceShift,
    Drift,
    Belief,
}

/// <summary>A figure that a comparison names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Names">The names it is about, in the order of its words: option, party, dimension, ...</param>
public sealed record Measure(MeasureKind Kind, params ImmutableArray<string> Names)
{
    /// <summary>The number, where it is one; the quarters of a drift.</summary>
    public decimal Number { get; init; }

    /// <summary>The named deal it is about; null for any.</summary>
    public string? Deal { get; init; }

    public ClaimContext Under { get; init; } = ClaimContext.None;

    /// <summary>The words as they were typed.</summary>
    public string Text { get; init; } = string.Empty;
}
