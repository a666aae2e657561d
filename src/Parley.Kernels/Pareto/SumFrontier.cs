using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>The exact Pareto frontier of packages whose value to each party is a sum over the issues.</summary>
/// <remarks>
/// Issues are folded from the last to the first: the undominated sums of the later issues, each plus each undominated option,
/// then the undominated among those. A sum that is undominated has only undominated parts, so nothing is lost, and the
/// back-pointers of the fold spell packages in lexicographic order. Folding one by one needs fewer sums than a balanced tree,
/// because the frontier of a block of issues grows faster than the number of its issues.
/// Cost: the sum, over the issues, of partial frontier times options, times a logarithm; a partial frontier can be exponential
/// in the number of issues, and is at most the range of sums when there are two parties.
/// Source: Nemhauser and Ullmann 1969, Management Science 15(9), pp. 494-505; key "nemhauser1969" in docs/references.bib.
/// </remarks>
public static class SumFrontier
{
    /// <summary>Computes the frontier.</summary>
    /// <param name="values">What each option is worth, by issue, option and party; more is better.</param>
    /// <param name="options">Reservations and limits.</param>
    /// <param name="cancellationToken">Ends the computation by exception.</param>
    /// <returns>The distinct undominated vectors that meet the reservations, the best for the first party first.</returns>
    /// <exception cref="ArgumentException">No issue, an issue without options, or options with unequal numbers of parties.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum might not fit 64 bits.</exception>
    public static SumFrontierResult Of(long[][][] values, SumFrontierOptions options, CancellationToken cancellationToken = default) =>
        Of(values, options, SumMerge.UsualBand, cancellationToken);

    internal static SumFrontierResult Of(long[][][] values, SumFrontierOptions options, int band, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        var parties = Check(values, options);
        var need = Array.ConvertAll(Needed(values, options, parties), Clamp);
        var issues = Array.ConvertAll(values, options => SumIssue.Of(options, cancellationToken));
        var layers = new SumLayer[values.Length + 1];
        layers[^1] = SumLayer.Empty(parties);
        var cut = false;
        for (var i = values.Length - 1; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var limit = i == 0 ? options.MaxPoints : options.MaxPartialPoints;
            layers[i] = SumMerge.Run(parties, layers[i + 1], issues[i], need[i], limit, band, cancellationToken);
            layers[i + 1] = layers[i + 1].WithoutValues();
            cut |= i > 0 && layers[i].IsCut;
        }

        var status = cut ? SumFrontierStatus.PartialCut : layers[0].IsCut ? SumFrontierStatus.FirstPoints : SumFrontierStatus.Complete;
        return new(parties, status, issues, layers);
    }

    // What the issues from here on must bring each party, if all issues before bring it their best.
    private static BigInteger[][] NeededSums(long[][][] values, BigInteger[] reservations)
    {
        var need = new BigInteger[values.Length][];
        var left = reservations;
        for (var i = 0; i < values.Length; i++)
        {
            need[i] = left;
            left = [.. left.Select((reservation, p) => reservation - values[i].Max(o => o[p]))];
        }

        return need;
    }

    private static BigInteger[][] Needed(long[][][] values, SumFrontierOptions options, int parties) => NeededSums(
        values,
        [.. Enumerable.Range(0, parties).Select(p => options.Reservations is { } r && r[p] is { } least ? least : 2 * (BigInteger)long.MinValue)]);

    private static long[] Clamp(BigInteger[] need) =>
        Array.ConvertAll(need, n => (long)BigInteger.Min(BigInteger.Max(n, long.MinValue), long.MaxValue));

    private static int Check(long[][][] values, SumFrontierOptions options)
    {
        if (values.Length == 0) throw new ArgumentException("There is no issue.", nameof(values));
        if (Array.Exists(values, v => v.Length == 0)) throw new ArgumentException("An issue has no options.", nameof(values));
        var parties = values[0][0].Length;
        if (parties == 0) throw new ArgumentException("There is no party.", nameof(values));
        if (Array.Exists(values, v => Array.Exists(v, o => o.Length != parties)))
            throw new ArgumentException("Options differ in the number of parties.", nameof(values));
        if (options.Reservations is { } reservations && reservations.Count != parties)
            throw new ArgumentException($"There are {parties} parties but {reservations.Count} reservations.", nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPoints, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPartialPoints, 1, nameof(options));
        // Room for a sum over issues and parties, a difference of two, and one more.
        var most = long.MaxValue / 4 / parties;
        for (var p = 0; p < parties; p++)
        {
            var bound = values.Aggregate(BigInteger.Zero, (sum, v) => sum + v.Max(o => BigInteger.Abs(o[p])));
            if (bound > most) throw new ArgumentOutOfRangeException(nameof(values), $"Sums of party {p + 1} may reach {bound}; at most {most} is supported.");
        }

        return parties;
    }
}
