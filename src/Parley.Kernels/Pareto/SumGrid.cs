using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>How much each merge may give away, so that all together give away no more than allowed.</summary>
/// <remarks>
/// A merge that drops the lowest k bits of a party's field mistakes sums by at most 2^k - 1. The merges share the allowance
/// evenly as far as powers of two permit; what is left over widens the merges of the longest blocks. The first merge (of the
/// last issue alone) gives nothing away.
/// </remarks>
internal sealed class SumGrid
{
    private readonly int[][] _bits;

    private SumGrid(int[][] bits) => _bits = bits;

    /// <summary>Whether any merge may give anything away.</summary>
    public bool IsCoarse => Array.Exists(_bits, issue => Array.Exists(issue, k => k > 0));

    /// <param name="scale">Gives units and ranges.</param>
    /// <param name="allowed">By party, in the units of the values; null: nothing.</param>
    public static SumGrid Of(SumScale scale, IReadOnlyList<BigInteger>? allowed)
    {
        var bits = Array.ConvertAll(scale.Reduced, _ => new int[scale.PartyCount]);
        var merges = bits.Length - 1;
        if (allowed is null || merges == 0) return new(bits);
        var reach = scale.Reach(0);
        for (var p = 0; p < scale.PartyCount; p++)
        {
            var units = allowed[p] / scale.Unit[p];
            var even = (int)((units / merges) + 1).GetBitLength() - 1;
            var rest = units - (merges * ((BigInteger.One << even) - 1));
            var wider = BigInteger.Min(rest >> even, merges);
            var most = (int)reach[p].GetBitLength();
            for (var i = 0; i < merges; i++) bits[i][p] = Math.Min(most, i < wider ? even + 1 : even);
        }

        return new(bits);
    }

    /// <summary>The number of low bits of a party's field that the merge of an issue does not look at.</summary>
    public int Bits(int issue, int party) => _bits[issue][party];

    /// <summary>By party, the most that merges before that of an issue have given away.</summary>
    public BigInteger[] LossBefore(int issue)
    {
        var loss = new BigInteger[_bits[0].Length];
        for (var i = issue + 1; i < _bits.Length; i++)
            for (var p = 0; p < loss.Length; p++) loss[p] += (BigInteger.One << _bits[i][p]) - 1;
        return loss;
    }
}
