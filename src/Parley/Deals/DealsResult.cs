using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Deals;

/// <summary>Each named deal: would it be accepted, and if not, where it breaks.</summary>
public sealed record DealsResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>In declaration order.</summary>
    public required ImmutableArray<NamedDealResult> Deals { get; init; }
}

/// <summary>One named deal.</summary>
public sealed record NamedDealResult
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    public required bool Feasible { get; init; }

    /// <summary>Option ids of the deal that are not available now; then there is no outcome.</summary>
    public required ImmutableArray<string> Unavailable { get; init; }

    /// <summary>Why it is no candidate, if it is not: it changes nothing, nothing in it is substantive, an issue is left open.</summary>
    public required NotACandidate NotACandidate { get; init; }

    public required PackageOutcome? Outcome { get; init; }

    /// <summary>Consent slack of each negotiator; empty when unavailable.</summary>
    public required ImmutableArray<Rational> Surplus { get; init; }

    /// <summary>Names of the rows that fail, in the order of the outcome's rows.</summary>
    public required ImmutableArray<string> Broken { get; init; }

    /// <summary>For each uncertain option of the deal, the delivery each negotiator would need.</summary>
    public required ImmutableArray<NeededDelivery> NeededDelivery { get; init; }

    /// <summary>The coalition that would rather have its own side deal; null when none, or when not feasible or two negotiators.</summary>
    public required ImmutableArray<string>? BlockedBy { get; init; }
}

/// <summary>Why a package is not a candidate for a deal.</summary>
public enum NotACandidate
{
    /// <summary>It is one.</summary>
    None,
    NothingSubstantive,
    NothingChanges,
    LeavesIssueOpen,
    FewerThanTwoSign,
}

/// <summary>The least chance of delivery at which each negotiator's consent holds.</summary>
/// <param name="Option">The uncertain option.</param>
/// <param name="Delivery">Its chance now.</param>
/// <param name="Needed">Per negotiator; null where no chance in 0..1 is enough.</param>
public sealed record NeededDelivery(string Option, Rational Delivery, ImmutableArray<Rational?> Needed);
