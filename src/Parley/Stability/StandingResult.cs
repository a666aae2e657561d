using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Stability;

/// <summary>How a case stands between deals, and who would change it (docs/model.md, 44-49).</summary>
public sealed record StandingResult
{
    /// <summary>Negotiators in declaration order; every per-party array of the result follows it.</summary>
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>The options that hold, one for each issue that has a status quo.</summary>
    public required ImmutableArray<string> Going { get; init; }

    /// <summary>The deal in force; null without one.</summary>
    public required string? InForce { get; init; }

    /// <summary>Every change of a single issue that a negotiator can make alone, in the order of parties and issues.</summary>
    public required ImmutableArray<OwnMove> Moves { get; init; }

    /// <summary>For each party the best it can make of how things stand alone.</summary>
    public required ImmutableArray<BestMove> Best { get; init; }

    /// <summary>For each party whether it would leave the deal in force; empty without one.</summary>
    public required ImmutableArray<LeavingView> Leaving { get; init; }

    /// <summary>Whether the negotiators together have a deal; null when the search ended before it knew.</summary>
    public required bool? HasDeal { get; init; }

    /// <summary>Proper coalitions of two and more that have a side deal by own means (docs/model.md, 20); empty with two negotiators.</summary>
    public required ImmutableArray<ImmutableArray<string>> SideDeals { get; init; }

    /// <summary>What each event that was not already laid on would make of it, in declaration order.</summary>
    public required ImmutableArray<ShockView> Events { get; init; }

    /// <summary>Each negotiator's own view, in declaration order; those without a perception of their own see the case as it stands.</summary>
    public required ImmutableArray<StandingView> Views { get; init; }

    /// <summary>Whether no negotiator gains by a move of its own.</summary>
    public bool IsStable => Best.All(b => b.Gain.Sign <= 0);

    public Completeness Completeness => HasDeal is null || Events.Any(e => e.HasDeal is null) ? Completeness.Truncated : Completeness.Exact;
}

/// <summary>A change of one issue that a party can make alone.</summary>
/// <param name="Party">Index of the party.</param>
/// <param name="Option">The option it turns to.</param>
/// <param name="IsUnilateral">A move that is never a term of a deal, such as an escalation.</param>
/// <param name="IsWithdrawal">Whether it gives up what was undertaken together.</param>
/// <param name="Gain">What it brings the party, in its own points.</param>
public sealed record OwnMove(int Party, string Option, bool IsUnilateral, bool IsWithdrawal, Rational Gain);

/// <summary>The best that a party can do alone.</summary>
/// <param name="Changes">The options it turns to; empty where it gains by nothing.</param>
/// <param name="Gain">What it gains, at least 0.</param>
public sealed record BestMove(ImmutableArray<string> Changes, Rational Gain);

/// <summary>What leaving the deal in force is to a party.</summary>
/// <param name="Inside">Its value while the deal is kept.</param>
/// <param name="Outside">Its value after everything went back, and of going on without a deal.</param>
public sealed record LeavingView(Rational Inside, Rational Outside)
{
    /// <summary>Whether it would leave.</summary>
    public bool Leaves => Inside < Outside;
}

/// <summary>What an event makes of how things stood before it.</summary>
/// <param name="Event">The event.</param>
/// <param name="IsMomentous">Whether the case calls it momentous.</param>
/// <param name="Best">For each party the best it can then do alone.</param>
/// <param name="HasDeal">Whether there is then a deal; null when not decided.</param>
/// <param name="OpensDeal">Whether there is one that there was not before.</param>
public sealed record ShockView(string Event, bool IsMomentous, ImmutableArray<BestMove> Best, bool? HasDeal, bool OpensDeal)
{
    /// <summary>Whether somebody gains by a move of its own, or all of them by a deal.</summary>
    public bool Breaks => OpensDeal || Best.Any(b => b.Gain.Sign > 0);
}

/// <summary>How things stand as a negotiator sees them.</summary>
/// <param name="Negotiator">Whose view.</param>
/// <param name="Perception">Its perception; null where it sees the case as it stands.</param>
/// <param name="Best">For each party, the best that it could do alone if the view were true.</param>
public sealed record StandingView(string Negotiator, string? Perception, ImmutableArray<BestMove> Best);
