using System.Collections.Immutable;
using Parley.Results;

namespace Parley.Claims;

/// <summary>Which claims of a case follow from its numbers.</summary>
public sealed record ClaimsResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>In declaration order.</summary>
    public required ImmutableArray<ClaimResult> Claims { get; init; }

    /// <summary>Which numbers the claims hang on; null when not asked for.</summary>
    public required FragilityResult? Fragility { get; init; }

    /// <summary>Numbers under which all claims hold; null when not asked for.</summary>
    public required ReconciliationResult? Reconciliation { get; init; }

    /// <summary>Truncated when a limit left the truth of some phrase open.</summary>
    public required Completeness Completeness { get; init; }
}

/// <summary>Whether a claim follows.</summary>
public enum ClaimStatus
{
    /// <summary>Every part comes out as the claim says.</summary>
    Follows,

    /// <summary>Some part comes out otherwise.</summary>
    DoesNotFollow,

    /// <summary>No part comes out otherwise, but some part cannot be computed.</summary>
    Unsupported,
}

/// <summary>One claim and what came out.</summary>
public sealed record ClaimResult
{
    public required string Id { get; init; }

    public required string? Says { get; init; }

    public required string? Source { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>The phrases of its <c>expect</c>, in order.</summary>
    public required ImmutableArray<ClaimPart> Parts { get; init; }

    /// <summary>Like <see cref="Status"/>: true, false, or null when unsupported.</summary>
    public bool? Follows => Status switch
    {
        ClaimStatus.Follows => true,
        ClaimStatus.DoesNotFollow => false,
        _ => null,
    };
}

/// <summary>One phrase of a claim and what came out.</summary>
public sealed record ClaimPart
{
    /// <summary>The phrase as typed.</summary>
    public required string Phrase { get; init; }

    /// <summary>Whether it came out; null when it cannot be computed.</summary>
    public required bool? Holds { get; init; }

    /// <summary>What was found.</summary>
    public required ClaimShown Shown { get; init; }
}

/// <summary>Which claims stop following when single numbers change.</summary>
public sealed record FragilityResult
{
    /// <summary>Numbers that were changed, one at a time.</summary>
    public required int Numbers { get; init; }

    /// <summary>Changes in all, each of one number.</summary>
    public required int Changes { get; init; }

    /// <summary>Claims that follow as asked times changes.</summary>
    public required int Checks { get; init; }

    /// <summary>In the order of the numbers, then of the changes, then of the claims.</summary>
    public required ImmutableArray<ClaimBreak> Breaks { get; init; }

    /// <summary>By claim that follows as asked, the numbers that break it, in declaration order.</summary>
    public required ImmutableArray<ClaimSupport> Supports { get; init; }

    /// <summary>Numbers that no change of these kinds alters: zeros without a range.</summary>
    public required ImmutableArray<string> Unchanged { get; init; }
}

/// <summary>How a number was changed.</summary>
public enum NumberChange
{
    /// <summary>A fifth less in size.</summary>
    FifthLess,

    /// <summary>A fifth more in size.</summary>
    FifthMore,

    /// <summary>To the low end of its plausible range.</summary>
    RangeLow,

    /// <summary>To the high end.</summary>
    RangeHigh,
}

/// <summary>A claim that stops following when one number changes.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Path">The number.</param>
/// <param name="Change">How it was changed.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What it was changed to.</param>
/// <param name="InRange">True when the new value is within its plausible range.</param>
/// <param name="IsOpen">True when a limit left open whether the claim follows, rather than that it does not.</param>
public sealed record ClaimBreak(string Claim, string Path, NumberChange Change, decimal From, decimal To, bool InRange, bool IsOpen);

/// <summary>What a claim leans on.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Numbers">Paths of the numbers of which some change breaks it.</param>
public sealed record ClaimSupport(string Claim, ImmutableArray<string> Numbers);

/// <summary>Numbers within their ranges under which all claims hold, or what the search came to instead.</summary>
public sealed record ReconciliationResult
{
    /// <summary>True when a point was found at which every claim that can be computed holds.</summary>
    public required bool Found { get; init; }

    /// <summary>The numbers that differ from the case, in declaration order; empty when the case as given is the best point found.</summary>
    public required ImmutableArray<MovedNumber> Moved { get; init; }

    /// <summary>The least margin of a phrase at the case as given; negative when a claim does not follow.</summary>
    public required Kernels.Exact.Rational MarginAsGiven { get; init; }

    /// <summary>The least margin at the best point found.</summary>
    public required Kernels.Exact.Rational Margin { get; init; }

    /// <summary>The claim with the least margin at the best point found; null when no claim has a margin.</summary>
    public required string? Tightest { get; init; }

    /// <summary>The smallest sets of claims, of one or two, that held together at no point looked at; empty when all were found to hold.</summary>
    public required ImmutableArray<ImmutableArray<string>> Conflicts { get; init; }

    /// <summary>Points looked at.</summary>
    public required int Trials { get; init; }

    /// <summary>False when the limit of trials ended the search before it came to rest.</summary>
    public required bool AtRest { get; init; }
}

/// <summary>A number moved within its range.</summary>
public sealed record MovedNumber(string Path, decimal From, decimal To);
