using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>Which lottery over packages do the classical solutions pick?</summary>
/// <remarks>
/// Definition: a lottery gives each party its expected gain, and must give none less than 0. Egalitarian: the least gain is
/// greatest, then the second least, and so on. Kalai-Smorodinsky: the same of gains divided by the gain at the ideal, which is
/// the greatest over individually rational lotteries, or over all packages. Utilitarian: the sum of gains is greatest. Nash:
/// the product is greatest. Parties that no individually rational lottery lets gain are left out of ratios and product, and
/// keep their reservation.
/// Exactness: all are exact but Nash for three or more gaining parties, which comes with a proved gap.
/// Ties: expected gains are unique but for utilitarian, where it is one of the best.
/// Cost: a few dozen best packages, and small linear programs between them.
/// Source: Nash 1950, Econometrica 18(2), pp. 155-162; key "nash1950" in docs/references.bib.
/// Source: Kalai and Smorodinsky 1975, Econometrica 43(3), pp. 513-518; key "kalai1975" in docs/references.bib.
/// Source: Kalai 1977, Econometrica 45(7), pp. 1623-1630; key "kalai1977" in docs/references.bib.
/// </remarks>
public static class Lotteries
{
    /// <summary>All randomized solutions, which share the packages they meet.</summary>
    public static LotteriesResult Of(BargainingSpace bargain, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bargain);
        var program = new LotteryProgram(new(bargain, cancellationToken));
        var search = new LotterySearch(program);
        var any = search.AnyRational();
        var overAll = AllIdeals(program.Known);
        if (any.Lottery is null)
        {
            var none = new LotterySolution(null, any.IsProved, Rational.Zero);
            return new()
            {
                AnyRational = any,
                IdealOverRational = [.. overAll.Select(_ => new IdealValue(null, any.IsProved))],
                IdealOverAll = overAll,
                Egalitarian = none,
                KalaiSmorodinskyOverRational = none,
                KalaiSmorodinskyOverAll = none,
                Utilitarian = none,
                Nash = none,
            };
        }

        var overRational = search.Ideals();
        var ideals = Array.ConvertAll(overRational, o => o.Value);
        var idealsProved = Array.TrueForAll(overRational, o => o.IsProved);
        Rational[] idealsOfAll = [.. overAll.Select((o, p) => Gain(bargain, p, o))];
        return new()
        {
            AnyRational = any,
            IdealOverRational = [.. overRational.Select((o, p) => new IdealValue(o.Value / bargain.Units[p] + bargain.Reservations[p], o.IsProved))],
            IdealOverAll = overAll,
            Egalitarian = search.MaxMin([.. ideals.Select(_ => Rational.One)]),
            KalaiSmorodinskyOverRational = Given(idealsProved, search.MaxMin(ideals)),
            KalaiSmorodinskyOverAll = Given(
                idealsProved && overAll.All(o => o.IsProved),
                search.MaxMin([.. idealsOfAll.Select((ideal, p) => ideals[p].IsZero ? Rational.Zero : ideal)])),
            Utilitarian = search.Greatest([.. ideals.Select(_ => Rational.One)]),
            Nash = new NashLottery(program, overRational).Solve(),
        };
    }

    /// <summary>Whether some lottery gives each party at least its reservation in expectation.</summary>
    /// <remarks>It may while no package does: the reservations can lie below the hull and above every package.</remarks>
    public static RationalLottery AnyLotteryIsRational(BargainingSpace bargain, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bargain);
        return new LotterySearch(new(new(bargain, cancellationToken))).AnyRational();
    }

    /// <summary>By party, the greatest value over all packages.</summary>
    internal static IdealValue[] AllIdeals(KnownPackages known)
    {
        var ideals = new IdealValue[known.Bargain.PartyCount];
        for (var p = 0; p < ideals.Length; p++)
        {
            var (package, isProved) = known.Best(known.Bargain.Only(p));
            ideals[p] = new(package is null ? null : (Rational)package.Values[p], isProved);
        }

        return ideals;
    }

    internal static Rational Gain(BargainingSpace bargain, int party, IdealValue ideal) =>
        ideal.Value is { } value ? (value - bargain.Reservations[party]) * bargain.Units[party] : Rational.Zero;

    private static LotterySolution Given(bool isProved, LotterySolution solution) => solution with { IsProved = solution.IsProved && isProved };
}
