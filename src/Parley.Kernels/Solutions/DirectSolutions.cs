using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>Which package do the classical solutions pick, without the whole frontier?</summary>
/// <remarks>
/// Definition: over packages where every party has at least its reservation. Egalitarian: the least gain is greatest, then the
/// second least, and so on. Kalai-Smorodinsky: the same of gains divided by the gain at the ideal, which is the greatest over
/// individually rational packages, or over all packages. Utilitarian: the sum of gains is greatest. Nash: the product of gains
/// is greatest. Parties that no individually rational package lets gain are left out of ratios and product.
/// Method: lotteries bound what a package can score, from above and by the packages they mix; then the frontier of the region
/// that holds everything as good decides. For Nash the region is cut along the tangent at the best lottery a: a product of at
/// least <c>c^n PROD a_p</c> needs <c>SUM_p g_p / a_p &gt;= n c</c>. Every decision is exact.
/// Ties: the vector of values that is greatest for the first party, then for the second, and so on; when every product is 0,
/// that vector is Nash's too.
/// Cost: a few dozen best packages, and for each solution the frontiers of a few small regions.
/// Source: Nash 1950, Econometrica 18(2), pp. 155-162; key "nash1950" in docs/references.bib.
/// Source: Kalai and Smorodinsky 1975, Econometrica 43(3), pp. 513-518; key "kalai1975" in docs/references.bib.
/// Source: Kalai 1977, Econometrica 45(7), pp. 1623-1630; key "kalai1977" in docs/references.bib.
/// </remarks>
public static class DirectSolutions
{
    /// <summary>All solutions, which share the packages they meet.</summary>
    public static DirectSolutionsResult Of(BargainingSpace bargain, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bargain);
        return new DirectSearch(bargain, cancellationToken).Run();
    }
}

/// <summary>One run over a space.</summary>
internal sealed class DirectSearch
{
    private readonly BargainingSpace _bargain;
    private readonly LotteryProgram _program;
    private readonly LotterySearch _lotteries;
    private readonly bool _hasLottery; // some known lottery is individually rational
    private readonly bool _isRefuted;

    public DirectSearch(BargainingSpace bargain, CancellationToken cancellationToken)
    {
        _bargain = bargain;
        _program = new(new(bargain, cancellationToken));
        _lotteries = new(_program);
        var any = _lotteries.AnyRational();
        _hasLottery = any.Lottery is not null;
        _isRefuted = any is { Lottery: null, IsProved: true };
    }

    private int Parties => _bargain.PartyCount;

    private Rational[] Zeros => new Rational[Parties];

    public DirectSolutionsResult Run()
    {
        var overAll = Lotteries.AllIdeals(_program.Known);
        BestPackage[] bestFor = _isRefuted ? [] : [.. Enumerable.Range(0, Parties).Select(BestFor)];
        if (_isRefuted || bestFor[0] is { Package: null, IsProved: true }) return DirectSolutionsResult.None(overAll, isProved: true);
        if (Array.TrueForAll(bestFor, b => b.Package is null)) return DirectSolutionsResult.None(overAll, isProved: false);

        IdealValue[] overRational = [.. bestFor.Select((b, p) => new IdealValue(b.Package is null ? null : (Rational)b.Package.Values[p], b.IsProved))];
        var ideals = Array.ConvertAll(Enumerable.Range(0, Parties).ToArray(), p => Lotteries.Gain(_bargain, p, overRational[p]));
        Rational[] idealsOfAll = [.. overAll.Select((o, p) => ideals[p].Sign > 0 ? Lotteries.Gain(_bargain, p, o) : Rational.Zero)];
        var isProved = Array.TrueForAll(overRational, o => o.IsProved);
        var kalaiSmorodinsky = Given(isProved, MaxMin(ideals));
        return new()
        {
            AnyRational = bestFor[0].Package is null ? new(bestFor.First(b => b.Package is not null).Package, true) : bestFor[0] with { IsProved = true },
            IdealOverRational = overRational,
            IdealOverAll = overAll,
            KalaiSmorodinskyOverRational = kalaiSmorodinsky,
            KalaiSmorodinskyOverAll = Given(isProved && overAll.All(o => o.IsProved), MaxMin(idealsOfAll)),
            // Parties that cannot gain change nothing, but may only be left out when that is known.
            Egalitarian = MaxMin([.. ideals.Select((i, p) => i.Sign > 0 || !overRational[p].IsProved ? Rational.One : Rational.Zero)]),
            Utilitarian = Utilitarian(),
            Nash = Given(
                overRational.Zip(ideals).All(o => o.First.IsProved || o.Second.Sign > 0),
                Nash(ideals, isProved, kalaiSmorodinsky, bestFor[0])),
        };
    }

    private BestPackage BestFor(int party) => Search(new()
    {
        Score = SolutionScores.Party(party),
        Cuts = level => [_bargain.Floor(party, level)],
        Upper = _hasLottery ? _program.Maximise(_bargain.Only(party), Zeros, Zeros)!.Value : Rational.Zero, // packages are known
    });

    private BestPackage Utilitarian()
    {
        Rational[] ones = [.. Zeros.Select(_ => Rational.One)];
        return Search(new()
        {
            Score = SolutionScores.Sum,
            Cuts = level => [_bargain.Cut(ones, level)],
            Upper = _hasLottery ? _program.Maximise(ones, Zeros, Zeros)!.Value : Rational.Zero, // packages are known
        });
    }

    private BestPackage MaxMin(Rational[] scales)
    {
        var gaining = Enumerable.Range(0, Parties).Where(p => scales[p].Sign > 0).ToList();
        return Search(new()
        {
            Score = SolutionScores.Ascending(scales),
            Cuts = level => gaining.Select(p => _bargain.Floor(p, level * scales[p])),
            Upper = _hasLottery && gaining.Count > 0 ? _program.Maximise(Zeros, Zeros, scales)!.Value : Rational.Zero, // packages are known
        });
    }

    private BestPackage Nash(Rational[] ideals, bool areBounds, BestPackage kalaiSmorodinsky, BestPackage first)
    {
        int[] gaining = [.. Enumerable.Range(0, Parties).Where(p => ideals[p].Sign > 0)];
        var score = SolutionScores.Product(gaining);
        // Its least ratio is above 0 if and only if some package lets all of them gain at once.
        if (gaining.Length == 0 || kalaiSmorodinsky.Package is not { } start || score(_bargain.Gains(start.Values))[0].IsZero)
            return new(first.Package, first.IsProved && kalaiSmorodinsky.IsProved);
        var at = Reference(gaining, _bargain.Gains(start.Values));
        var unit = gaining.Aggregate(Rational.One, (product, p) => product * at[p]);
        var tangent = Zeros;
        foreach (var p in gaining) tangent[p] = Rational.One / at[p];
        var most = gaining.Aggregate(Rational.One, (product, p) => product * ideals[p]);
        return Search(new()
        {
            Score = score,
            Cuts = level => gaining.Where(_ => areBounds && level.Sign > 0)
                .Select(p => _bargain.Floor(p, RationalRoot.Power(level, gaining.Length) * unit * ideals[p] / most))
                .Prepend(_bargain.Cut(tangent, level * gaining.Length)),
            Upper = _hasLottery ? _program.Maximise(tangent, Zeros, Zeros)!.Value / gaining.Length : Rational.One, // packages are known
            BoundOf = level => RationalRoot.Power(level, gaining.Length) * unit,
            LevelOf = product => RationalRoot.Below(product / unit, gaining.Length),
        });
    }

    // Gains near the best lottery's, above 0; any will do.
    private Rational[] Reference(int[] gaining, Rational[] start)
    {
        if (!_hasLottery) return start;
        var lottery = new NashLottery(_program, _lotteries.Ideals(), gaining).Solve().Lottery;
        if (lottery is null || Array.Exists(gaining, p => lottery.Gains[p].Sign <= 0)) return start;
        return [.. lottery.Gains.Select((g, p) => gaining.Contains(p) ? RationalRoot.Short(g) : g)];
    }

    private BestPackage Search(LevelQuestion question) => new LevelSearch(_program.Known, question).Run();

    private static BestPackage Given(bool isProved, BestPackage found) => found with { IsProved = found.IsProved && isProved };
}
