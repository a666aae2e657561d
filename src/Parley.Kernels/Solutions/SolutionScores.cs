using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>What a solution maximises, first number first.</summary>
internal static class SolutionScores
{
    public static Func<Rational[], Rational[]> Sum => gains => [gains.Aggregate(Rational.Zero, (a, b) => a + b)];

    public static Func<Rational[], Rational[]> Party(int party) => gains => [gains[party]];

    /// <summary>Of the given parties; 1 for none.</summary>
    public static Func<Rational[], Rational[]> Product(int[] parties) => gains =>
        [parties.Aggregate(Rational.One, (product, p) => product * Rational.Max(Rational.Zero, gains[p]))];

    /// <summary>Gains divided by scales, the least first; parties with scale 0 are left out. With none, a 0.</summary>
    public static Func<Rational[], Rational[]> Ascending(Rational[] scales) => gains =>
    {
        var ratios = new List<Rational>();
        for (var p = 0; p < scales.Length; p++)
            if (scales[p].Sign > 0) ratios.Add(gains[p] / scales[p]);
        ratios.Sort();
        return ratios.Count == 0 ? [Rational.Zero] : [.. ratios];
    };

    /// <summary>By score, then by values with the first party first.</summary>
    public static int Compare(Rational[] scoreA, BigInteger[] valuesA, Rational[] scoreB, BigInteger[] valuesB)
    {
        for (var k = 0; k < scoreA.Length; k++)
            if (scoreA[k].CompareTo(scoreB[k]) is var order and not 0) return order;
        return valuesA.AsSpan().SequenceCompareTo(valuesB);
    }
}
