using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Outcomes;

/// <summary>An outcome: a value for each issue, and what it is worth.</summary>
public sealed record OutcomeView
{
    /// <summary>The value of each issue, in issue order.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>By party.</summary>
    public required ImmutableArray<Rational> Utilities { get; init; }

    /// <summary>The values, a colon, the utilities as exact fractions.</summary>
    public override string ToString() => $"{string.Join(", ", Values)}: {string.Join(", ", Utilities)}";
}

/// <summary>A vector of utilities that no outcome beats for everybody, and an outcome that has it.</summary>
/// <param name="Outcome">The first such outcome, in the order of issues and values, where utilities are sums; else some.</param>
/// <param name="OutcomeCount">How many outcomes have the vector; null where they were not counted.</param>
/// <param name="IsRational">Whether every party has at least its reservation.</param>
public sealed record FrontierPoint(OutcomeView Outcome, BigInteger? OutcomeCount, bool IsRational);

/// <summary>What a solution picks.</summary>
/// <param name="Outcome">Null when no outcome is individually rational, or none was found.</param>
/// <param name="IsProved">Whether it is exactly the solution; without an outcome, whether there is none.</param>
/// <param name="DistanceToIdeal">How far it is from giving each party its ideal, each in units of its range: squared.</param>
public sealed record OutcomeSolution(OutcomeView? Outcome, bool IsProved, Rational? DistanceToIdeal);

/// <summary>An outcome and the probability with which it is drawn.</summary>
public sealed record OutcomeShare(Rational Probability, OutcomeView Outcome);

/// <summary>What a solution picks when outcomes may be drawn by lot.</summary>
/// <param name="Shares">Probabilities sum to 1; empty when no lottery is individually rational.</param>
/// <param name="Expected">By party, the expected utility; empty with no shares.</param>
/// <param name="IsProved">Whether the gap is proved; without shares, whether there is no such lottery.</param>
/// <param name="Gap">No lottery has more than (1 + gap) times the score; 0 when it is exactly the best.</param>
public sealed record OutcomeLottery(ImmutableArray<OutcomeShare> Shares, ImmutableArray<Rational> Expected, bool IsProved, Rational Gap);

/// <summary>The solutions over outcomes, and over lotteries where they were asked for.</summary>
public sealed record OutcomeSolutions
{
    public required OutcomeSolution Nash { get; init; }

    /// <summary>With the ideals over individually rational outcomes.</summary>
    public required OutcomeSolution KalaiSmorodinsky { get; init; }

    /// <summary>With the ideals over all outcomes.</summary>
    public required OutcomeSolution KalaiSmorodinskyOverAll { get; init; }

    public required OutcomeSolution Egalitarian { get; init; }

    public required OutcomeSolution Utilitarian { get; init; }
}

/// <summary>The same over lotteries.</summary>
public sealed record OutcomeLotteries
{
    /// <summary>A lottery by which every party has at least its reservation in expectation: the surest one.</summary>
    public required OutcomeLottery AnyRational { get; init; }

    public required OutcomeLottery Nash { get; init; }

    public required OutcomeLottery KalaiSmorodinsky { get; init; }

    public required OutcomeLottery KalaiSmorodinskyOverAll { get; init; }

    public required OutcomeLottery Egalitarian { get; init; }

    public required OutcomeLottery Utilitarian { get; init; }
}

/// <summary>What other programs call "Kalai", each by what it is, picked from the frontier without regard to reservations.</summary>
/// <param name="LeastDifference">The greatest and the least utility are nearest.</param>
/// <param name="LeastSumOfDifferences">The differences of all pairs of parties have the least sum.</param>
/// <param name="GreatestWelfare">The sum of utilities is greatest.</param>
/// <param name="Egalitarian">The least utility is greatest, then the second least, and so on.</param>
public sealed record OtherKalai(
    OutcomeView LeastDifference, OutcomeView LeastSumOfDifferences, OutcomeView GreatestWelfare, OutcomeView Egalitarian);

/// <summary>How much of the frontier is there.</summary>
public enum FrontierExtent
{
    /// <summary>All of it.</summary>
    Complete,

    /// <summary>The part that is best for the first party; each point is on the frontier.</summary>
    FirstPoints,

    /// <summary>Points that are attained, but some may be dominated and others missing.</summary>
    Partial,

    /// <summary>Points such that every outcome is within a stated loss of one of them.</summary>
    Within,
}

/// <summary>The frontier of a scenario and the solutions on it.</summary>
public sealed record OutcomesResult
{
    public required ImmutableArray<string> Parties { get; init; }

    public required ImmutableArray<string> Issues { get; init; }

    public required BigInteger OutcomeCount { get; init; }

    /// <summary>By party.</summary>
    public required ImmutableArray<Rational> Reservations { get; init; }

    /// <summary>By party, the greatest utility over individually rational outcomes; null where there is none, or it is not known.</summary>
    public required ImmutableArray<Rational?> IdealOverRational { get; init; }

    /// <summary>By party, the greatest utility over all outcomes; null where it is not known.</summary>
    public required ImmutableArray<Rational?> IdealOverAll { get; init; }

    public required FrontierExtent Extent { get; init; }

    /// <summary>By party, the most that a point may be short of an outcome it stands for; zeros unless the extent is <see cref="FrontierExtent.Within"/>.</summary>
    public required ImmutableArray<Rational> GivenAway { get; init; }

    /// <summary>Distinct vectors found.</summary>
    public required int Size { get; init; }

    /// <summary>Those of them that are individually rational.</summary>
    public required int RationalSize { get; init; }

    /// <summary>The points, the best for the first party first; at most <see cref="OutcomesOptions.Limit"/>.</summary>
    public required ImmutableArray<FrontierPoint> Points { get; init; }

    public required OutcomeSolutions Solutions { get; init; }

    /// <summary>Null when they were not asked for.</summary>
    public required OutcomeLotteries? Lotteries { get; init; }

    /// <summary>Null when the frontier is not complete.</summary>
    public required OtherKalai? OtherKalai { get; init; }

    /// <summary>
    /// For two parties, the area between the frontier and the line that joins its ends, in units of the parties' ranges: what can be won by
    /// trading instead of splitting. Null for more parties, or when the frontier is not complete.
    /// </summary>
    public required Rational? IntegrativePotential { get; init; }

    /// <summary>The Kalai-Smorodinsky outcome's distance from giving each party its ideal, squared; null without one.</summary>
    public Rational? Opposition => Solutions.KalaiSmorodinsky.DistanceToIdeal;

    /// <summary>Truncated when the frontier or a solution is not proved in full.</summary>
    public required Completeness Completeness { get; init; }
}
