using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Claims;
using Parley.Draws;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Robustness;

/// <summary>In which share of plausible worlds a verdict stands.</summary>
public sealed record RobustResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>The verdict of the case as asked.</summary>
    public required Grade AsAsked { get; init; }

    /// <summary>False where a budget ran out before that verdict was known.</summary>
    public required bool AsAskedIsDecided { get; init; }

    /// <summary>Its margin.</summary>
    public required double AsAskedMargin { get; init; }

    /// <summary>Uncertain numbers that vary over the draws.</summary>
    public required int Numbers { get; init; }

    /// <summary>Of these, how many move together with others.</summary>
    public required int Together { get; init; }

    /// <summary>Paths of uncertain numbers that an overlay or edit sets, so that they do not vary.</summary>
    public required ImmutableArray<string> Overlaid { get; init; }

    /// <summary>Draws made.</summary>
    public required long Draws { get; init; }

    /// <summary>Of these, too close to call in floating point and judged exactly.</summary>
    public required long ExactDraws { get; init; }

    /// <summary>Of these, left undecided by the budget; counted in no share.</summary>
    public required long UndecidedDraws { get; init; }

    /// <summary>Of those decided, how many have a lower bound in place of their margin: the search for the best package ran out of budget.</summary>
    public required long BoundedDraws { get; init; }

    public required ulong Seed { get; init; }

    public required SamplingKind Sampling { get; init; }

    /// <summary>To what precision of every verdict's share was drawn, half of an interval; null where only draws were counted.</summary>
    public required double? Until { get; init; }

    /// <summary>By verdict, least to most.</summary>
    public required ImmutableArray<(Grade Grade, DrawShare Share)> Grades { get; init; }

    public required MarginSpread Margin { get; init; }

    /// <summary>Options that were ever a token, the most frequent first.</summary>
    public required ImmutableArray<DrawShare> Tokens { get; init; }

    /// <summary>Named deals that all would accept, in their order.</summary>
    public required ImmutableArray<DrawShare> Deals { get; init; }

    /// <summary>Where there was no deal, whose condition bound at a best package; the most frequent first. Shares of those draws.</summary>
    public required ImmutableArray<DrawShare> Binding { get; init; }

    /// <summary>The share of deals as draws were added.</summary>
    public required ImmutableArray<(long Draws, DrawShare Deals)> Convergence { get; init; }

    /// <summary>Claims and blocking sets in the first draws; null when not asked for.</summary>
    public required CloserLook? Closer { get; init; }

    /// <summary>Truncated when some draws were left undecided, or the precision asked for was not reached.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>The share of draws whose verdict is that of the case as asked.</summary>
    public DrawShare Stands => Grades.First(g => g.Grade == AsAsked).Share;
}

/// <summary>How the margin spreads over draws.</summary>
/// <param name="Mean">To a millionth.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Quantiles">By share of draws, the margin that they reach or stay below; to a ten-thousandth, and at most 1.</param>
/// <param name="BelowAsAsked">Share of the draws whose margin is below that of the case as asked, ties by half; to a ten-thousandth of margin.</param>
/// <param name="Bins">How many margins lie from one value to before another, without gaps; 0 is an edge. At most some forty.</param>
public sealed record MarginSpread(
    double Mean, double Deviation, ImmutableArray<(double Share, double Margin)> Quantiles, double BelowAsAsked, ImmutableArray<(double From, double To, long Count)> Bins);

/// <summary>Claims and blocking sets in some draws, each judged exactly.</summary>
public sealed record CloserLook
{
    /// <summary>How many draws.</summary>
    public required int Draws { get; init; }

    /// <summary>What the sets are sets of: the case's obstacles, or those made from it.</summary>
    public required ImmutableArray<Overlay> Obstacles { get; init; }

    /// <summary>The case's claims in their order.</summary>
    public required ImmutableArray<ClaimShare> Claims { get; init; }

    /// <summary>How often all claims that follow as asked follow together; null where the case has no such claims.</summary>
    public required DrawShare? AllClaims { get; init; }

    /// <summary>Blocking sets by how often they were among a draw's. Shares of the draws without a deal in which to take obstacles away could help.</summary>
    public required ImmutableArray<SetShare> BlockingSets { get; init; }

    /// <summary>Correction sets, alike.</summary>
    public required ImmutableArray<SetShare> CorrectionSets { get; init; }
}

/// <summary>How often a claim follows.</summary>
/// <param name="Id">The claim.</param>
/// <param name="AsAsked">Whether it follows from the case as asked.</param>
/// <param name="Follows">How often it does.</param>
/// <param name="Unsupported">In how many draws it could not be computed; these are not counted as following.</param>
public sealed record ClaimShare(string Id, ClaimStatus AsAsked, DrawShare Follows, int Unsupported);

/// <summary>How often a set of obstacles was found.</summary>
/// <param name="Obstacles">Their names, in declaration order.</param>
/// <param name="Share">How often; the name is that of all of them.</param>
public sealed record SetShare(ImmutableArray<string> Obstacles, DrawShare Share);
