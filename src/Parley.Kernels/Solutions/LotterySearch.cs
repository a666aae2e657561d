using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>The solutions over lotteries that are linear programs, or a few in a row.</summary>
internal sealed class LotterySearch(LotteryProgram program)
{
    private int Parties => program.Known.Bargain.PartyCount;

    private Rational[] Zeros => new Rational[Parties];

    /// <summary>The lottery whose least gain is greatest, when that is at least 0.</summary>
    public RationalLottery AnyRational()
    {
        var best = Surest();
        if (best is null) return new(null, null, program.Known.Best(Zeros) is { Package: null, IsProved: true });
        return best.Value.Sign >= 0
            ? new(Mixture(program.Known, best.Shares), null, true)
            : new(null, best.IsProved ? best.Prices : null, best.IsProved);
    }

    /// <summary>Maximises the least gain over all lotteries; below 0 when none is individually rational.</summary>
    public LotteryOptimum? Surest() => program.Maximise(Zeros, Zeros, [.. Zeros.Select(_ => Rational.One)]);

    /// <summary>By party, the lottery that lets it gain most. Some known lottery must be individually rational.</summary>
    public LotteryOptimum[] Ideals() => [.. Enumerable.Range(0, Parties).Select(p => program.Maximise(program.Known.Bargain.Only(p), Zeros, Zeros)!)];

    /// <summary>The greatest weighted sum of gains. Some known lottery must be individually rational.</summary>
    public LotterySolution Greatest(Rational[] weights)
    {
        var best = program.Maximise(weights, Zeros, Zeros)!; // packages are known
        return new(Mixture(program.Known, best.Shares), best.IsProved, Rational.Zero);
    }

    /// <summary>Raises the least of gain / scale, then the second least, and so on.</summary>
    /// <remarks>
    /// A party with a price is at the common level in every optimal lottery: its floor is settled. Prices times scales sum to 1,
    /// so that each round settles one at least.
    /// </remarks>
    /// <param name="scales">By party; parties with scale 0 keep a floor of 0.</param>
    public LotterySolution MaxMin(Rational[] scales)
    {
        Rational[] left = [.. scales];
        var floors = Zeros;
        var isProved = true;
        var shares = Array.Empty<Rational>();
        do
        {
            var best = program.Maximise(Zeros, floors, left)!; // packages are known
            isProved &= best.IsProved;
            shares = best.Shares;
            for (var p = 0; p < Parties; p++)
            {
                if (left[p].IsZero || best.Prices[p].IsZero) continue;
                (floors[p], left[p]) = (best.Value * left[p], Rational.Zero);
            }
        }
        while (Array.Exists(left, s => !s.IsZero));
        return new(Mixture(program.Known, shares), isProved, Rational.Zero);
    }

    /// <summary>A lottery from probabilities by known package; fewer than known means 0 for the others.</summary>
    public static Lottery Mixture(KnownPackages known, IReadOnlyList<Rational> shares)
    {
        var parts = Enumerable.Range(0, shares.Count).Where(k => shares[k].Sign > 0).ToList();
        parts.Sort((a, b) => known.All[b].Package.Values.AsSpan().SequenceCompareTo(known.All[a].Package.Values));
        var expected = new Rational[known.Bargain.PartyCount];
        var gains = new Rational[known.Bargain.PartyCount];
        foreach (var k in parts)
        {
            for (var p = 0; p < expected.Length; p++)
            {
                expected[p] += shares[k] * known.All[k].Package.Values[p];
                gains[p] += shares[k] * known.All[k].Gains[p];
            }
        }

        return new([.. parts.Select(k => new PackageShare(known.All[k].Package, shares[k]))], expected, gains);
    }
}
