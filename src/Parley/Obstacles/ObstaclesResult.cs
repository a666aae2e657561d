using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Obstacles;

/// <summary>Why there is no deal: which sets of obstacles must go, which sets block, and what each has to do with it (docs/model.md, 26-34).</summary>
public sealed record ObstaclesResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>The named deal asked about; null for any deal.</summary>
    public required string? Deal { get; init; }

    /// <summary>The obstacles asked about, in declaration order; every array of members follows it.</summary>
    public required ImmutableArray<ObstacleInfo> Obstacles { get; init; }

    /// <summary>True when a deal exists as asked: there is nothing to explain.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>By size, then by obstacles in declaration order; the empty set when a deal exists as asked.</summary>
    public required ImmutableArray<CorrectionSet> CorrectionSets { get; init; }

    /// <summary>By size, then by obstacles in declaration order; the empty set when no set of obstacles opens; empty when not complete.</summary>
    public required ImmutableArray<BlockingSet> BlockingSets { get; init; }

    /// <summary>True when every correction set is listed; else they are complete up to <see cref="CompleteToSize"/>.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Size up to which every correction set is listed; -1 when not even the case as asked was decided.</summary>
    public required int CompleteToSize { get; init; }

    /// <summary>By obstacle, in declaration order; empty when not even the first sizes were decided.</summary>
    public required ImmutableArray<Attribution> Attributions { get; init; }

    /// <summary>By declared group, in order of first mention.</summary>
    public required ImmutableArray<Attribution> Groups { get; init; }

    /// <summary>The distance to a deal as asked; null when it was not computed exactly.</summary>
    public required Rational? Distance { get; init; }

    /// <summary>Worlds looked at.</summary>
    public required int Worlds { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>Something an explanation may blame.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title, where it has one.</param>
/// <param name="Group">Its group, where it has one.</param>
/// <param name="IsGenerated">True when it was made from the case's structure rather than declared.</param>
/// <param name="Set">The edits that describe the world without it.</param>
public sealed record ObstacleInfo(string Name, string? Title, string? Group, bool IsGenerated, ImmutableArray<Edit> Set);

/// <summary>A minimal set of obstacles whose going opens a deal.</summary>
public sealed record CorrectionSet
{
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>The best deal it opens (docs/model.md, 16), judged in the world without the members; null when its search ran out of budget.</summary>
    public required PackageOutcome? Opens { get; init; }

    /// <summary>By negotiator, how far the deal is above what its consent takes, in its own value points; empty without a deal.</summary>
    public required ImmutableArray<Rational> Surplus { get; init; }

    /// <summary>Least common fraction of the change that opens, in steps of 1/50; null when no step does.</summary>
    public required Rational? Dose { get; init; }

    /// <summary>True when a larger fraction than the dose closes again.</summary>
    public required bool ClosesAgain { get; init; }
}

/// <summary>A minimal set of obstacles that keeps every deal away as long as all of them stand, whichever others go.</summary>
public sealed record BlockingSet
{
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>A proof for every set of the other obstacles; null when it outgrew its limit or a named deal was asked about.</summary>
    public required BlockingCertificate? Certificate { get; init; }
}

/// <summary>Proofs that no deal exists whichever obstacles outside a blocking set are taken away.</summary>
/// <param name="Proofs">Distinct proofs.</param>
/// <param name="Settings">Every set of the other obstacles, with the index of the proof that holds in its world.</param>
public sealed record BlockingCertificate(ImmutableArray<Certificate> Proofs, ImmutableArray<BlockingSetting> Settings);

/// <summary>A set of obstacles taken away, and the proof that holds there.</summary>
public sealed record BlockingSetting(ImmutableArray<string> Without, int Proof);

/// <summary>What one obstacle, or one group, has to do with there being no deal: five different answers.</summary>
public sealed record Attribution
{
    /// <summary>The obstacle or group.</summary>
    public required string Name { get; init; }

    /// <summary>Without it alone a deal exists.</summary>
    public required bool ButFor { get; init; }

    /// <summary>As long as it stands no deal exists, whichever others go; null when correction sets are not complete.</summary>
    public required bool? Sufficient { get; init; }

    /// <summary>Some correction set has it; false means a dummy; null when none found has it and they are not complete.</summary>
    public required bool? Relevant { get; init; }

    /// <summary>1 over the size of the smallest correction set with it, 0 for a dummy; null as above.</summary>
    public required Rational? Responsibility { get; init; }

    /// <summary>Shapley-Shubik index of the opening game; an estimate when <see cref="OpeningShareError"/> is given; null when unknown.</summary>
    public required Rational? OpeningShare { get; init; }

    /// <summary>Standard error of a sampled opening share; null when exact.</summary>
    public required double? OpeningShareError { get; init; }

    /// <summary>Share of the other obstacles' sets that it turns from closed to open; for a group the members' sum; null when not exact.</summary>
    public required Rational? Banzhaf { get; init; }

    /// <summary>Its Shapley share of the distance that taking everything away closes; null when not exact.</summary>
    public required Rational? DistanceShare { get; init; }
}
