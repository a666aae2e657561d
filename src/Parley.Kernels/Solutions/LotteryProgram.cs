using System.Diagnostics;
using Parley.Kernels.Exact;
using Parley.Kernels.Linear;

namespace Parley.Kernels.Solutions;

/// <summary>Maximises over lotteries by making packages as they are wanted.</summary>
/// <remarks>
/// Definition: maximise <c>SUM_p w_p G_p + t</c> where <c>G_p &gt;= f_p + t s_p</c> for each party p and G are the expected
/// gains of a lottery; t is any number, and 0 where all scales s_p are 0. A program over the packages met so far gives prices
/// y_p; a package improves it when its sum of <c>(w_p + y_p) g_p</c> exceeds the price of probability. One best package for
/// these weights tells, so that the last answer proves itself.
/// Cost: each round adds a vertex of the hull; rounds are a small multiple of the parties as a rule.
/// Source: Dantzig and Wolfe 1960, Operations Research 8(1), pp. 101-111; key "dantzig1960" in docs/references.bib.
/// </remarks>
internal sealed class LotteryProgram(KnownPackages known)
{
    public KnownPackages Known => known;

    private int Parties => known.Bargain.PartyCount;

    /// <summary>Solves it.</summary>
    /// <param name="weights">By party, at least 0.</param>
    /// <param name="floors">By party; some lottery over known packages must reach them, unless all scales are above 0.</param>
    /// <param name="scales">By party, at least 0.</param>
    /// <returns>Null when no package is known to be feasible.</returns>
    public LotteryOptimum? Maximise(Rational[] weights, Rational[] floors, Rational[] scales)
    {
        if (known.All.Count == 0) known.Best([.. Enumerable.Repeat(Rational.One, Parties)]);
        if (known.All.Count == 0) return null;
        while (true)
        {
            var solved = ExactSimplex.Solve(Program(weights, floors, scales), known.CancellationToken);
            if (solved.Status != LinearStatus.Optimal) throw new UnreachableException("A lottery reaches the floors, and gains are bounded.");
            Rational[] prices = [.. solved.Dual.Take(Parties)];
            Rational[] wanted = [.. prices.Select((y, p) => y + weights[p])];
            var count = known.All.Count;
            var (package, isProved) = known.Best(wanted);
            // More than the price of probability: new, for the known packages have at most that.
            if (package is not null && Sum(wanted, known.Bargain.Gains(package.Values)) > solved.Dual[Parties] && known.All.Count > count) continue;
            return new(solved.Value, [.. solved.Primal.Take(count)], prices, isProved);
        }
    }

    /// <summary>The weighted sum.</summary>
    public static Rational Sum(IReadOnlyList<Rational> weights, IReadOnlyList<Rational> gains)
    {
        var sum = Rational.Zero;
        for (var p = 0; p < weights.Count; p++) sum += weights[p] * gains[p];
        return sum;
    }

    // Variables: a probability for each known package, then t in two parts.
    private LinearProgram Program(Rational[] weights, Rational[] floors, Rational[] scales)
    {
        var level = Array.Exists(scales, s => s.Sign > 0) ? Rational.One : Rational.Zero;
        Rational[] objective = [.. known.All.Select(k => Sum(weights, k.Gains)), level, -level];
        var rows = new List<Rational[]>();
        for (var p = 0; p < Parties; p++)
        {
            var party = p;
            rows.Add([.. known.All.Select(k => -k.Gains[party]), scales[p], -scales[p]]);
        }

        rows.Add([.. known.All.Select(_ => Rational.One), Rational.Zero, Rational.Zero]);
        return new(
            objective,
            rows,
            [.. floors.Select(f => -f), Rational.One],
            [.. floors.Select(_ => false), true]);
    }
}

/// <summary>An optimal lottery over the known packages.</summary>
/// <param name="Value">What it attains.</param>
/// <param name="Shares">Probabilities, by known package; at most one more than there are parties are above 0.</param>
/// <param name="Prices">By party, at least 0; a party with a price above 0 is at its floor in every optimal lottery.</param>
/// <param name="IsProved">Whether no other package could improve it.</param>
internal sealed record LotteryOptimum(Rational Value, Rational[] Shares, Rational[] Prices, bool IsProved);
