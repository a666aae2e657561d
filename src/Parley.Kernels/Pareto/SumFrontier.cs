using System.Numerics;
using Parley.Kernels.Packages;

namespace Parley.Kernels.Pareto;

/// <summary>The exact Pareto frontier of packages whose value to each party is a sum over the issues.</summary>
/// <remarks>
/// Issues are folded from the last to the first: the undominated sums of the later issues, each plus each undominated option,
/// then the undominated among those. A sum that is undominated has only undominated parts, so nothing is lost. Folding one by
/// one needs fewer sums than a balanced tree, because the frontier of a block of issues grows faster than the number of its
/// issues. A partial sum that cannot satisfy a cut with the best of every issue to come, for that cut, is dropped.
/// Values are reduced by each issue's least and by the greatest common divisor, and each vector is packed into one integer
/// of 64 bits, of 128 bits, or of any length, whichever the greatest sums need.
/// Cost: the sum, over the issues, of partial frontier times options, times a logarithm; a partial frontier can be exponential
/// in the number of issues, and is at most the range of sums when there are two parties. Memory: one integer for each sum
/// of a partial frontier.
/// Source: Nemhauser and Ullmann 1969, Management Science 15(9), pp. 494-505; key "nemhauser1969" in docs/references.bib.
/// </remarks>
public static class SumFrontier
{
    /// <summary>Computes the frontier of the packages that satisfy all cuts.</summary>
    /// <param name="values">What each option is worth, by issue, option and party; more is better.</param>
    /// <param name="options">Cuts, grid and limits.</param>
    /// <param name="cancellationToken">Ends the computation by exception.</param>
    /// <returns>The distinct undominated vectors of the region, the best for the first party first.</returns>
    /// <exception cref="ArgumentException">
    /// No issue, an issue without options, options with unequal numbers of parties, or cuts or a grid for another number of
    /// parties or with a negative number.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit below 1.</exception>
    public static SumFrontierResult Of(
        BigInteger[][][] values, SumFrontierOptions options, CancellationToken cancellationToken = default) =>
        Of(SumScale.Of(values), options, SumTuning.Usual, cancellationToken);

    internal static SumFrontierResult Of(
        SumScale scale, SumFrontierOptions options, SumTuning tuning, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(scale.PartyCount, options);
        cancellationToken.ThrowIfCancellationRequested();
        var grid = SumGrid.Of(scale, options.Grid);
        var region = new SumRegion(scale, options.Cuts ?? [], grid);
        var bits = Array.ConvertAll(scale.Reach(0), reach => (int)reach.GetBitLength());
        return WidthOf(Math.Max(Math.Max(bits.Sum() + bits.Length, region.Bits), tuning.LeastBits)) switch
        {
            IntegerWidth.Bits64 => new SumFold<long>(scale, bits, grid, region, options, tuning).Run(cancellationToken),
            IntegerWidth.Bits128 => new SumFold<Int128>(scale, bits, grid, region, options, tuning).Run(cancellationToken),
            _ => new SumFold<BigInteger>(scale, bits, grid, region, options, tuning).Run(cancellationToken),
        };
    }

    // Keys, with all guards raised, and weighted sums are never negative; the sign takes a bit.
    private static IntegerWidth WidthOf(int bits) =>
        bits < 64 ? IntegerWidth.Bits64 : bits < 128 ? IntegerWidth.Bits128 : IntegerWidth.Unbounded;

    private static void Check(int parties, SumFrontierOptions options)
    {
        foreach (var cut in options.Cuts ?? [])
        {
            if (cut.Weights.Length != parties)
                throw new ArgumentException($"There are {parties} parties but a cut has {cut.Weights.Length} weights.", nameof(options));
            if (Array.Exists(cut.Weights, w => w.Sign < 0))
                throw new ArgumentException("A cut has a weight below 0.", nameof(options));
        }

        if (options.Grid is { } grid)
        {
            if (grid.Count != parties)
                throw new ArgumentException($"There are {parties} parties but the grid has {grid.Count} sides.", nameof(options));
            if (grid.Any(g => g.Sign < 0)) throw new ArgumentException("The grid has a side below 0.", nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPoints, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPartialPoints, 1, nameof(options));
    }
}
