using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>The draws of a sample in 16 bins of equal count, by the rank of one input.</summary>
/// <remarks>
/// Ties are ranked by draw index. Draw of rank r (from 0) of N is in bin 16 r / N, rounded down.
/// Cost: sorting once; each question then reads the output once.
/// </remarks>
public sealed class BinnedSample
{
    /// <summary>Bins.</summary>
    public const int Bins = 16;

    /// <summary>Fewer draws say too little: twenty for each bin.</summary>
    public const int LeastDraws = 20 * Bins;

    private readonly byte[] bins;

    private BinnedSample(byte[] bins) => this.bins = bins;

    /// <summary>Draws of the sample.</summary>
    public int Draws => bins.Length;

    /// <summary>Puts the draws in bins.</summary>
    /// <param name="input">The input's value in each draw; at least <see cref="LeastDraws"/> values, none NaN.</param>
    /// <exception cref="ArgumentException">There are fewer values, or one is NaN.</exception>
    public static BinnedSample Of(ReadOnlySpan<double> input)
    {
        if (input.Length < LeastDraws) throw new ArgumentException($"A binned sample needs {LeastDraws} draws.", nameof(input));
        var order = RankOrder.Of(input);
        var bin = new byte[order.Length];
        for (var rank = 0; rank < bin.Length; rank++) bin[order[rank]] = (byte)((long)rank * Bins / bin.Length);
        return new(bin);
    }

    /// <summary>The same bins dealt out to the draws at random: what an input has that has nothing to do with the output.</summary>
    /// <param name="random">Its seed and stream choose the order.</param>
    /// <param name="number">Chooses among orders of one seed and stream.</param>
    public BinnedSample Permuted(CounterRandom random, int number)
    {
        var order = new KeyedPermutation(Draws, random, number);
        var dealt = new byte[bins.Length];
        for (var i = 0; i < dealt.Length; i++) dealt[i] = bins[order.At(i)];
        return new(dealt);
    }

    /// <summary>The first-order index: the share of the output's variance that would vanish on average if the input were known.</summary>
    /// <remarks>
    /// Definition: max(0, (SUM_b n_b (mean_b - mean)^2 / N - (B - 1) Var / N) / Var), B = 16; what chance alone puts between bins is taken off.
    /// Where Var = 0 it is 0. Bins flatten what the input does inside a sixteenth: a straight line of an evenly spread input keeps 255/256.
    /// Source: docs/model.md, item 74; Plischke 2012, Environmental Modelling and Software 35, pp. 188-191; key "plischke2012" in docs/references.bib.
    /// </remarks>
    /// <param name="output">The output in each draw.</param>
    public double FirstOrder(ReadOnlySpan<double> output)
    {
        // Measured from the first draw, so that equal outputs have no variance, not even by rounding.
        var moved = new double[output.Length];
        for (var i = 0; i < moved.Length; i++) moved[i] = output[i] - output[0];
        var means = Means(moved);
        var (mean, between, all) = (Mean(moved), 0.0, 0.0);
        foreach (var value in moved) all += (value - mean) * (value - mean);
        if (!(all > 0)) return 0;
        foreach (var (share, binMean) in means) between += share * (binMean - mean) * (binMean - mean);
        var variance = all / output.Length;
        return Math.Max(0, (between - (Bins - 1) * variance / output.Length) / variance);
    }

    /// <summary>For each bin its share of the draws and the output's mean in it.</summary>
    internal (double Share, double Mean)[] Means(ReadOnlySpan<double> output)
    {
        if (output.Length != Draws) throw new ArgumentException($"There are {Draws} draws, not {output.Length}.", nameof(output));
        Span<double> sums = stackalloc double[Bins];
        Span<int> counts = stackalloc int[Bins];
        for (var i = 0; i < output.Length; i++)
        {
            sums[bins[i]] += output[i];
            counts[bins[i]]++;
        }

        var means = new (double, double)[Bins];
        for (var b = 0; b < Bins; b++) means[b] = ((double)counts[b] / Draws, sums[b] / counts[b]);
        return means;
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
