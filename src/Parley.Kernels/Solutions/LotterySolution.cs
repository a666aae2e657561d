using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>A package and the probability with which it is drawn, above 0.</summary>
public sealed record PackageShare(ValuedPackage Package, Rational Probability);

/// <summary>A mixture of packages.</summary>
/// <param name="Shares">The best for the first party first; probabilities sum to 1; at most one more than there are parties.</param>
/// <param name="Expected">By party, in units of the space.</param>
/// <param name="Gains">By party, in its utility.</param>
public sealed record Lottery(IReadOnlyList<PackageShare> Shares, IReadOnlyList<Rational> Expected, IReadOnlyList<Rational> Gains);

/// <summary>The lottery that a solution picks.</summary>
/// <param name="Lottery">The best found; null when no lottery is individually rational.</param>
/// <param name="IsProved">Whether the gap is proved; without a lottery, whether there is none.</param>
/// <param name="Gap">No lottery has more than (1 + gap) times the score of this one; 0 when it is exactly the best.</param>
public sealed record LotterySolution(Lottery? Lottery, bool IsProved, Rational Gap);

/// <summary>The greatest expected value of one party.</summary>
/// <param name="Value">In units of the space; null when there is no such package or lottery.</param>
/// <param name="IsProved">Whether it is the greatest; without a value, whether there is none.</param>
public readonly record struct IdealValue(Rational? Value, bool IsProved);

/// <summary>Whether some lottery gives each party at least its reservation in expectation.</summary>
/// <param name="Lottery">One that does; the surest one, whose least gain is greatest.</param>
/// <param name="Refutation">
/// When there is none: weights on gains, by party, at least 0 with sum 1, under which every package has a sum below 0.
/// Null when there is a lottery or no package at all.
/// </param>
/// <param name="IsProved">Whether the answer is proved; true whenever there is a lottery.</param>
public sealed record RationalLottery(Lottery? Lottery, IReadOnlyList<Rational>? Refutation, bool IsProved);

/// <summary>The randomized solutions, over lotteries that are individually rational in expectation.</summary>
public sealed record LotteriesResult
{
    public required RationalLottery AnyRational { get; init; }

    /// <summary>By party, over individually rational lotteries.</summary>
    public required IReadOnlyList<IdealValue> IdealOverRational { get; init; }

    /// <summary>By party, over all packages.</summary>
    public required IReadOnlyList<IdealValue> IdealOverAll { get; init; }

    public required LotterySolution Egalitarian { get; init; }

    public required LotterySolution KalaiSmorodinskyOverRational { get; init; }

    public required LotterySolution KalaiSmorodinskyOverAll { get; init; }

    public required LotterySolution Utilitarian { get; init; }

    public required LotterySolution Nash { get; init; }
}
