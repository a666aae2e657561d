using System.Collections.Immutable;
using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>How the indices are computed.</summary>
public sealed record VarianceIndicesOptions
{
    /// <summary>N, how many rows each of the matrices A and B has; at least 2. For Sobol points a power of 2.</summary>
    public int Rows { get; init; } = 1024;

    /// <summary>How often the rows are drawn anew for the intervals; at least 1.</summary>
    public int Resamples { get; init; } = 500;

    /// <summary>The probability with which an interval should hold the index, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Chooses the resamples.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work on it; the result is the same.</summary>
    public int Threads { get; init; } = 2;
}

/// <summary>An estimate and its interval.</summary>
/// <param name="Estimate">The estimate; of an index near 0 it may come out slightly below.</param>
/// <param name="Low">The low end of the interval.</param>
/// <param name="High">The high end of the interval.</param>
public sealed record IndexEstimate(double Estimate, double Low, double High);

/// <summary>The indices of all inputs.</summary>
/// <param name="First">By input: the share of the variance that would vanish on average if it alone were known.</param>
/// <param name="Total">By input: the share that would be left on average if all others were known.</param>
/// <param name="Mean">The output's mean over A and B.</param>
/// <param name="Variance">The output's variance over A and B. Where it is 0, so are all indices.</param>
/// <param name="Evaluations">How often the function was called: N (inputs + 2).</param>
public sealed record VarianceIndicesResult(
    ImmutableArray<IndexEstimate> First, ImmutableArray<IndexEstimate> Total, double Mean, double Variance, long Evaluations);

/// <summary>First-order and total indices of a function of independent inputs, by a design made for them.</summary>
/// <remarks>
/// Definition: A and B are independent matrices of N rows, AB_j is A with column j from B; with outputs less their mean,
/// S_j = MEAN f(B) (f(AB_j) - f(A)) / V and T_j = MEAN (f(A) - f(AB_j))^2 / (2 V), V the variance over A and B together.
/// Intervals: percentiles of the estimates over N rows drawn from the N with replacement. They are made for independent rows;
/// for a Latin hypercube or Sobol points the estimates are better than their intervals say.
/// Cost: N (inputs + 2) calls, and resamples times 2 N inputs multiplications; N (inputs + 2) numbers are kept.
/// Source: Saltelli et al. 2010, Computer Physics Communications 181(2), pp. 259-270, table 2 (b) and (f); key "saltelli2010" in docs/references.bib.
/// Source: Jansen 1999, Computer Physics Communications 117, pp. 35-43; key "jansen1999" in docs/references.bib.
/// </remarks>
public static class VarianceIndices
{
    /// <summary>Runs the design.</summary>
    /// <param name="function">What is computed from a row.</param>
    /// <param name="sequence">Draws of twice as many numbers as there are inputs: the row of A, then that of B.</param>
    /// <param name="options">How it is computed.</param>
    /// <param name="progress">Told the share of the rows done.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    /// <exception cref="ArgumentException">The sequence has an odd number of dimensions or too few draws, or an option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static VarianceIndicesResult Run(
        RowFunction function, UnitSequence sequence, VarianceIndicesOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (sequence.Dimensions % 2 != 0) throw new ArgumentException("A draw has the row of A and that of B.", nameof(sequence));
        if (options.Rows < 2 || options.Rows > sequence.Draws) throw new ArgumentException("Rows: at least 2, and as many as there are draws at most.", nameof(options));
        if (options.Resamples < 1 || !(options.Confidence is > 0 and < 1)) throw new ArgumentException("At least one resample, and a confidence between 0 and 1.", nameof(options));
        var inputs = sequence.Dimensions / 2;
        var outputs = Evaluate(function, sequence, options, progress, cancellationToken);
        var mean = Centre(outputs, inputs + 2);
        var ones = new int[options.Rows];
        Array.Fill(ones, 1);
        var whole = Estimates(outputs, inputs, ones, out var variance);
        var resampled = new double[options.Resamples][];
        RowRuns.ForEach(options.Resamples, options.Threads, () => b => resampled[b] = Resample(outputs, inputs, options, b), null, cancellationToken);

        var intervals = Enumerable.Range(0, 2 * inputs).Select(k => Interval(whole[k], [.. resampled.Select(r => r[k]).Order()], options.Confidence)).ToList();
        return new([.. intervals.Take(inputs)], [.. intervals.Skip(inputs)], mean, variance, (long)options.Rows * (inputs + 2));
    }

    /// <summary>[row * (inputs + 2) + k]: f(A), f(B), then f(AB_j).</summary>
    private static double[] Evaluate(
        RowFunction function, UnitSequence sequence, VarianceIndicesOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var inputs = sequence.Dimensions / 2;
        var outputs = new double[checked(options.Rows * (inputs + 2))];
        RowRuns.ForEach(options.Rows, options.Threads, Worker, progress, cancellationToken);
        return outputs;

        Action<int> Worker()
        {
            var draw = new double[2 * inputs];
            return row =>
            {
                sequence.Fill(row, draw);
                var own = outputs.AsSpan(row * (inputs + 2), inputs + 2);
                var a = draw.AsSpan(0, inputs);
                var b = draw.AsSpan(inputs);
                own[0] = function(a);
                own[1] = function(b);
                for (var j = 0; j < inputs; j++)
                {
                    (a[j], b[j]) = (b[j], a[j]);
                    own[2 + j] = function(a);
                    (a[j], b[j]) = (b[j], a[j]);
                }
            };
        }
    }

    /// <summary>Takes the mean over A and B off all outputs.</summary>
    private static double Centre(double[] outputs, int stride)
    {
        var sum = 0.0;
        for (var row = 0; row < outputs.Length; row += stride) sum += outputs[row] + outputs[row + 1];
        var mean = sum / (2.0 * (outputs.Length / stride));
        foreach (ref var output in outputs.AsSpan()) output -= mean;
        return mean;
    }

    private static double[] Resample(double[] outputs, int inputs, VarianceIndicesOptions options, int number)
    {
        var random = new CounterRandom(options.Seed, 3);
        var counts = new int[options.Rows];
        for (var k = 0; k < counts.Length; k++) counts[random.Index((ulong)number, k, counts.Length)]++;
        return Estimates(outputs, inputs, counts, out _);
    }

    /// <summary>First-order indices, then total ones, where each row counts as often as said.</summary>
    private static double[] Estimates(double[] outputs, int inputs, int[] counts, out double variance)
    {
        var estimates = new double[2 * inputs];
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < counts.Length; row++)
        {
            if (counts[row] == 0) continue;
            var own = outputs.AsSpan(row * (inputs + 2), inputs + 2);
            var (a, b, weight) = (own[0], own[1], (double)counts[row]);
            sum += weight * (a + b);
            squares += weight * (a * a + b * b);
            for (var j = 0; j < inputs; j++)
            {
                var change = own[2 + j] - a;
                estimates[j] += weight * b * change;
                estimates[inputs + j] += weight * change * change / 2;
            }
        }

        var mean = sum / (2.0 * counts.Length);
        variance = Math.Max(0, squares / (2.0 * counts.Length) - mean * mean);
        foreach (ref var estimate in estimates.AsSpan()) estimate = variance > 0 ? estimate / counts.Length / variance : 0;
        return estimates;
    }

    private static IndexEstimate Interval(double estimate, double[] sorted, double confidence)
    {
        return new(estimate, Percentile((1 - confidence) / 2), Percentile((1 + confidence) / 2));

        double Percentile(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
        }
    }
}
