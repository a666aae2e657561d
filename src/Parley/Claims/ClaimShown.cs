using System.Collections.Immutable;
using Parley.Beliefs;
using Parley.Kernels.Exact;
using Parley.Verdict;

namespace Parley.Claims;

/// <summary>What was found where a phrase looked.</summary>
public abstract record ClaimShown;

/// <summary>Why a phrase cannot be computed.</summary>
public enum UnsupportedReason
{
    None,

    /// <summary>It is no phrase of the vocabulary.</summary>
    NotUnderstood,

    /// <summary>It takes evidence that the case does not have beside it.</summary>
    NoEvidence,

    /// <summary>No report is about it.</summary>
    NoSuchReport,

    /// <summary>A limit was reached before the answer.</summary>
    Undecided,

    /// <summary>It has no meaning in this case: the case lacks the status quo it is measured from.</summary>
    NoStatusQuo,

    /// <summary>There is no such figure: the option is no uncertain part of the deal, or the party signs nothing.</summary>
    NoSuchFigure,

    /// <summary>The overlays it names cannot be laid on together.</summary>
    CannotBeAsked,
}

/// <summary>The move by which somebody would gain most, or lose least, from how things stand.</summary>
/// <param name="Party">Who could make it; null where nobody can move alone.</param>
/// <param name="Changes">The options it turns to.</param>
/// <param name="Gain">What it brings the party, in its own points.</param>
public sealed record StandingShown(string? Party, ImmutableArray<string> Changes, Rational Gain) : ClaimShown;

/// <summary>What a deal in force is worth to a party, and what leaving it is.</summary>
public sealed record LeavingShown(Rational Inside, Rational Outside) : ClaimShown;

/// <summary>Nothing: the phrase cannot be computed.</summary>
public sealed record NothingShown(UnsupportedReason Reason) : ClaimShown;

/// <summary>A verdict.</summary>
public sealed record VerdictShown(Grade Grade, Rational Margin) : ClaimShown;

/// <summary>A named deal.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Feasible">Whether it is acceptable.</param>
/// <param name="Broken">Who refuses: parties, and rules that no party holds.</param>
/// <param name="Margin">Its margin; null where no condition bounds it or it is not available.</param>
public sealed record PackageShown(string Deal, bool Feasible, ImmutableArray<string> Broken, Rational? Margin) : ClaimShown;

/// <summary>The best offer that the others would sign to a party.</summary>
/// <param name="HasOffer">False when they would sign nothing.</param>
/// <param name="Slack">What it is worth to the party beyond the least it must have; null without an offer.</param>
public sealed record OfferShown(bool HasOffer, Rational? Slack) : ClaimShown;

/// <summary>Whether a deal exists as asked and without a party's or rule's say.</summary>
public sealed record ButForShown(bool DealNow, bool DealWithout) : ClaimShown;

/// <summary>Whether a coalition has a side deal.</summary>
public sealed record CoalitionShown(bool CouldAgree) : ClaimShown;

/// <summary>Swaps of two options that were tried on a party.</summary>
/// <param name="Tried">How many there are.</param>
/// <param name="Refused">How many it refuses.</param>
/// <param name="Give">What it gives in the first swap it takes; null when it refuses all.</param>
/// <param name="Coin">What it gets in that swap.</param>
public sealed record SwapsShown(int Tried, int Refused, string? Give, string? Coin) : ClaimShown;

/// <summary>An option of a deal.</summary>
/// <param name="InADeal">Whether some acceptable package has it.</param>
/// <param name="IsToken">Whether it is a token.</param>
/// <param name="ExpectedSize">Its size times its delivery.</param>
/// <param name="Substantive">Whether that is substantive.</param>
public sealed record OptionShown(bool InADeal, bool IsToken, Rational ExpectedSize, bool Substantive) : ClaimShown;

/// <summary>Deals with and without an option.</summary>
/// <param name="With">Whether some acceptable package has it (the Nash solution has it).</param>
/// <param name="Without">Whether some acceptable package does without (there is a Nash solution without it).</param>
public sealed record IncludesShown(bool With, bool Without) : ClaimShown;

/// <summary>Options of a topic that are jointly acceptable.</summary>
public sealed record TopicShown(ImmutableArray<string> Options) : ClaimShown;

/// <summary>The smallest sets of obstacles that open, up to the size asked about.</summary>
public sealed record OpeningsShown(ImmutableArray<ImmutableArray<string>> Sets) : ClaimShown;

/// <summary>What events do to the verdict.</summary>
/// <param name="Grade">The verdict without any.</param>
/// <param name="Margin">Its margin.</param>
/// <param name="Events">The verdict after each event asked about that changes it; after the one event, where one is asked about.</param>
public sealed record EventsShown(Grade Grade, Rational Margin, ImmutableArray<EventVerdict> Events) : ClaimShown;

/// <summary>The verdict after an event.</summary>
public sealed record EventVerdict(string Event, Grade Grade, Rational Margin);

/// <summary>A story against what was seen.</summary>
/// <param name="Mispredicted">Observations of which it predicts the opposite.</param>
/// <param name="Posterior">Its chance among the stories told.</param>
public sealed record StoryShown(ImmutableArray<string> Mispredicted, double Posterior) : ClaimShown;

/// <summary>What reports about one thing come to.</summary>
public sealed record BeliefShown(Belief Belief) : ClaimShown;

/// <summary>How often a topic was raised.</summary>
/// <param name="Meetings">Meetings held that raised it.</param>
/// <param name="Held">Meetings held.</param>
public sealed record RaisedShown(int Meetings, int Held) : ClaimShown;

/// <summary>The two sides of a comparison.</summary>
public sealed record FiguresShown(ClaimFigure Left, ClaimFigure Right) : ClaimShown;

/// <summary>One side of a comparison.</summary>
/// <param name="Text">The measure as typed.</param>
/// <param name="Value">Its value; null when there is none.</param>
/// <param name="Never">True when no value in 0..1 would be enough: it counts as more than every number.</param>
/// <param name="Unsupported">Why there is no value.</param>
public sealed record ClaimFigure(string Text, Rational? Value, bool Never = false, UnsupportedReason Unsupported = UnsupportedReason.None)
{
    /// <summary>The variance around an expected value; null where the value is no expectation.</summary>
    public Rational? Variance { get; init; }
}
