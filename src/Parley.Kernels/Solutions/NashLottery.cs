using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Linear;

namespace Parley.Kernels.Solutions;

/// <summary>The lottery with the greatest product of expected gains.</summary>
/// <remarks>
/// Definition: maximise <c>PROD_p G_p</c> over the gaining parties, no other party below 0. The best mixture of the lotteries
/// met so far is found first; the tangent there, <c>w_p = 1 / G_p</c>, is a linear program. Its optimum M bounds the product of
/// any lottery by <c>(M / n)^n / PROD_p w_p</c> (the mean of the <c>w_p G_p</c> is at least their geometric mean), for any
/// weights above 0; a lottery that attains it joins the mixture, until the bound is met.
/// Exactness: with two gaining parties the best mixture lies between two of the lotteries and is a fraction. With more it need
/// not be, so it is computed in floating point, rounded, and its gap to the bound proved exactly.
/// Cost: a linear program for each round, and rounds as the hull has vertices near the solution.
/// Source: Nash 1950, Econometrica 18(2), pp. 155-162; key "nash1950" in docs/references.bib.
/// Source: Frank and Wolfe 1956, Naval Research Logistics Quarterly 3(1-2), pp. 95-110; key "frank1956" in docs/references.bib.
/// </remarks>
internal sealed class NashLottery
{
    private const int MaxRounds = 50;
    private const long Grain = 1_000_000_000_000_000;
    private const long Fine = 1_000_000_000_000_000_000;
    private static readonly Rational s_enough = new(1, 10_000_000_000);

    private readonly LotteryProgram _program;
    private readonly bool _idealsProved;
    private readonly int[] _gainers;
    private readonly Rational[] _floors;
    private readonly List<Rational[]> _lotteries = []; // probabilities by known package; missing ones are 0
    private readonly List<Rational[]> _gains = []; // of the gaining parties

    /// <param name="program">The lotteries; some known one is individually rational.</param>
    /// <param name="ideals">By party, the lottery that lets it gain most.</param>
    /// <param name="gainers">The parties in the product; null for all with an ideal gain above 0.</param>
    public NashLottery(LotteryProgram program, LotteryOptimum[] ideals, int[]? gainers = null)
    {
        _program = program;
        _gainers = gainers ?? [.. Enumerable.Range(0, ideals.Length).Where(p => ideals[p].Value.Sign > 0)];
        _idealsProved = Array.TrueForAll(ideals, i => i.IsProved);
        _floors = new Rational[ideals.Length];
        foreach (var p in _gainers) Add(ideals[p].Shares);
        if (_gainers.Length == 0) Add(ideals[0].Shares);
        // Lets every gaining party gain.
        if (_gainers.Length > 1) Add(Combined([.. _lotteries.Select(_ => new Rational(1, _lotteries.Count))]));
    }

    public LotterySolution Solve()
    {
        if (_gainers.Length == 0) return new(LotterySearch.Mixture(_program.Known, _lotteries[0]), _idealsProved, Rational.Zero);
        var start = new Rational[_lotteries.Count];
        start[^1] = Rational.One;
        var mixture = Better(start, Best());
        for (var round = 1; ; round++)
        {
            var gains = Mixed(mixture);
            var (bound, isProved, isNew) = Tangent(gains);
            var gap = Rational.Max(Rational.Zero, bound / Product(gains) - 1);
            if (gap.IsZero || !isNew || round == MaxRounds || (gap < s_enough && _gainers.Length > 2))
                return Solution(Combined(mixture), isProved && _idealsProved, bound);
            mixture = Better(mixture, Best());
        }
    }

    // The bound from the tangent, whether it is proved, and whether its lottery was not met before.
    private (Rational Bound, bool IsProved, bool IsNew) Tangent(Rational[] gains)
    {
        var weights = new Rational[_floors.Length];
        for (var k = 0; k < gains.Length; k++)
            weights[_gainers[k]] = gains.Length <= 2 ? Rational.One / gains[k] : Rounded(1 / gains[k].ToDouble());
        var best = _program.Maximise(weights, _floors, new Rational[_floors.Length])!; // packages are known
        var mean = best.Value / gains.Length;
        var bound = gains.Select((_, k) => mean / weights[_gainers[k]]).Aggregate((a, b) => a * b);
        return (bound, best.IsProved, Add(best.Shares));
    }

    private bool Add(Rational[] shares)
    {
        Rational[] all = [.. LotterySearch.Mixture(_program.Known, shares).Gains];
        var gains = Array.ConvertAll(_gainers, p => all[p]);
        if (_gains.Exists(g => g.AsSpan().SequenceEqual(gains))) return false;
        _lotteries.Add(shares);
        _gains.Add(gains);
        return true;
    }

    // By lottery met.
    private Rational[] Best()
    {
        if (_gainers.Length > 2) return ProductMixture.Of([.. _gains.Select(g => Array.ConvertAll(g, v => v.ToDouble()))]);
        Rational[]? best = null;
        for (var a = 0; a < _gains.Count; a++)
            for (var b = a; b < _gains.Count; b++)
                best = Better(best, Between(a, b));
        return best!; // there is a lottery
    }

    // On the segment, the product is a parabola in the share of the second; with one party, a line.
    private Rational[] Between(int a, int b)
    {
        var (g, h) = (_gains[a], _gains[b]);
        var slope = Rational.Zero;
        var curve = Rational.Zero;
        if (g.Length == 1)
        {
            slope = h[0] - g[0];
        }
        else
        {
            slope = g[0] * (h[1] - g[1]) + g[1] * (h[0] - g[0]);
            curve = (h[0] - g[0]) * (h[1] - g[1]);
        }

        var share = curve.Sign < 0 ? (-slope / (2 * curve)).Clamp(Rational.Zero, Rational.One) : slope + curve > 0 ? Rational.One : Rational.Zero;
        var mixture = new Rational[_gains.Count];
        mixture[a] = Rational.One - share;
        mixture[b] += share;
        return mixture;
    }

    private Rational[] Better(Rational[]? a, Rational[] b) => a is not null && Product(Mixed(a)) >= Product(Mixed(b)) ? a : b;

    // Below 0 where a party does not gain, so that two losses make no product.
    private static Rational Product(Rational[] gains) =>
        Array.Exists(gains, g => g.Sign <= 0) ? -Rational.One : gains.Aggregate((a, b) => a * b);

    private Rational[] Mixed(Rational[] mixture)
    {
        var gains = new Rational[_gains[0].Length];
        for (var k = 0; k < mixture.Length; k++)
            for (var p = 0; p < gains.Length && !mixture[k].IsZero; p++) gains[p] += mixture[k] * _gains[k][p];
        return gains;
    }

    private Rational[] Combined(Rational[] mixture)
    {
        var shares = new Rational[_program.Known.All.Count];
        for (var k = 0; k < mixture.Length; k++)
            for (var j = 0; j < _lotteries[k].Length && !mixture[k].IsZero; j++) shares[j] += mixture[k] * _lotteries[k][j];
        return shares;
    }

    // The same expected gains from a vertex of the mixtures that have them: at most one package more than there are parties.
    private LotterySolution Solution(Rational[] shares, bool isProved, Rational bound)
    {
        var lottery = LotterySearch.Mixture(_program.Known, shares);
        int[] used = [.. Enumerable.Range(0, shares.Length).Where(k => shares[k].Sign > 0)];
        var rows = lottery.Gains.Select((_, p) => used.Select(k => _program.Known.All[k].Gains[p]).ToArray()).ToList();
        rows.Add([.. used.Select(_ => Rational.One)]);
        var vertex = ExactSimplex.Solve(
            new([.. used.Select(_ => Rational.Zero)], rows, [.. lottery.Gains, Rational.One], [.. rows.Select(_ => true)]),
            _program.Known.CancellationToken);
        var fewer = new Rational[shares.Length];
        for (var k = 0; k < used.Length; k++) fewer[used[k]] = vertex.Primal[k];
        lottery = LotterySearch.Mixture(_program.Known, fewer);
        if (_gainers.Length > 2 && LotterySearch.Mixture(_program.Known, Short(fewer)) is var brief && Product(brief) > 0
            && brief.Gains.All(g => g.Sign >= 0)) lottery = brief;
        return new(lottery, isProved, Short(bound / Product(lottery) - 1));
    }

    private Rational Product(Lottery lottery) => Product(Array.ConvertAll(_gainers, p => lottery.Gains[p]));

    // An approximation needs no long fractions: the greatest share takes up what the others lose.
    private static Rational[] Short(Rational[] shares)
    {
        var brief = Array.ConvertAll(shares, s => new Rational(s.Numerator * Grain / s.Denominator, Grain));
        var most = Array.IndexOf(shares, shares.Aggregate(Rational.Max));
        brief[most] += Rational.One - brief.Aggregate((a, b) => a + b);
        return brief;
    }

    // Upwards, as a bound may go.
    private static Rational Short(Rational gap) =>
        gap.Sign <= 0 ? Rational.Zero : new(gap.Numerator * Fine / gap.Denominator + 1, Fine);

    // Any weight above 0 gives a bound: 40 bits keep the numbers short.
    private static Rational Rounded(double weight)
    {
        var shift = 40 - Math.ILogB(weight);
        var mantissa = (BigInteger)Math.ScaleB(weight, shift);
        return shift >= 0
            ? new(mantissa, BigInteger.One << shift)
            : new(mantissa << -shift, BigInteger.One);
    }
}
