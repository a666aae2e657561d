using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Openings;

/// <summary>What each negotiator would say no to, and why (docs/model.md, 38).</summary>
public sealed record AnatomyResult
{
    /// <summary>By negotiator, in declaration order.</summary>
    public required ImmutableArray<PartyAnatomy> Parties { get; init; }

    /// <summary>Truncated when an offer or a ceiling is only the best found.</summary>
    public required Completeness Completeness { get; init; }
}

/// <summary>The best that the others would sign, as one negotiator sees it.</summary>
public sealed record PartyAnatomy
{
    /// <summary>The negotiator.</summary>
    public required string Party { get; init; }

    /// <summary>False when the others would sign nothing at all.</summary>
    public required bool HasOffer { get; init; }

    /// <summary>The offer; null when there is none.</summary>
    public required PackageView? Offer { get; init; }

    /// <summary>What the offer is worth to the negotiator beyond no agreement; null when there is none.</summary>
    public required Rational? Gain { get; init; }

    /// <summary>The dimensions in which it has a stake, declared ones first, the points without a dimension last.</summary>
    public required ImmutableArray<DimensionShare> Dimensions { get; init; }
}

/// <summary>What one dimension has to do with a refusal.</summary>
/// <param name="Dimension">The dimension; <c>points</c> for what counts without one.</param>
/// <param name="Contribution">What it adds to the offer's value, in value points.</param>
/// <param name="ObjectionShare">Its share of all that speaks against the offer; 0 when nothing does.</param>
/// <param name="Ceiling">The most that the others would sign in this dimension, in its own points; null without an offer.</param>
public sealed record DimensionShare(string Dimension, Rational Contribution, Rational ObjectionShare, Rational? Ceiling);
