namespace Parley.Kernels.Sampling;

/// <summary>How far a share that was counted may be from the probability behind it.</summary>
public static class WilsonInterval
{
    /// <summary>The normal quantile of 0.975.</summary>
    private const double Quantile = 1.959963984540054;

    /// <summary>Wilson's score interval at 95 %.</summary>
    /// <remarks>
    /// Source: Wilson 1927, J. American Statistical Association 22, pp. 209-212; key "wilson1927" in docs/references.bib.
    /// </remarks>
    /// <param name="hits">How often it came out, from 0 to <paramref name="count"/>.</param>
    /// <param name="count">How often it was tried, at least 1.</param>
    /// <returns>Two probabilities; exactly 0 below if there was no hit, exactly 1 above if there were only hits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The counts are outside their ranges.</exception>
    public static (double Low, double High) Of(long hits, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, count);
        var (n, share, square) = ((double)count, (double)hits / count, Quantile * Quantile);
        var middle = (share + square / (2 * n)) / (1 + square / n);
        var half = Quantile / (1 + square / n) * Math.Sqrt(share * (1 - share) / n + square / (4 * n * n));
        return (hits == 0 ? 0 : middle - half, hits == count ? 1 : middle + half);
    }
}
