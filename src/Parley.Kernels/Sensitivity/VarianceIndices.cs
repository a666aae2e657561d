using System.Collections.Immutable;
using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>How the indices are computed.</summary>
public sealed record VarianceIndicesOptions
{
    /// <summary>N, how many rows each of the matrices A and B has; at least 2. For Sobol points a power of 2.</summary>
    public int Rows { get; init; } = 1024;

    /// <summary>The probability with which an interval should hold the index, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How many threads may work on it; the result is the same.</summary>
    public int Threads { get; init; } = 2;
}

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
/// Intervals: Student's, with the standard error of a ratio of means over rows; those of T without its skewness, and not below 0.
/// They are made for independent rows: of a Latin hypercube or Sobol points the estimates are mostly better than their intervals say.
/// Of 4,000 intervals at 0.9 for each index of Ishigami's and Sobol's functions, lines and a product, 0.88 to 0.91 hold it from 200 rows on,
/// 0.86 to 0.91 with 64 rows and 0.82 to 0.91 with 32; least those of outputs with long tails.
/// Where an index is exactly 0 or 1 it may be known without doubt: of an input that does nothing both ends are 0, and always hold it.
/// Where the output hangs on something rare, rows that do not hold it do not know of it: then as few as half of the intervals hold.
/// Cost: N (inputs + 2) calls, and some 20 N inputs multiplications; N (inputs + 2) numbers are kept.
/// Source: Saltelli et al. 2010, Computer Physics Communications 181(2), pp. 259-270, table 2 (b) and (f); key "saltelli2010" in docs/references.bib.
/// Source: Jansen 1999, Computer Physics Communications 117, pp. 35-43; key "jansen1999" in docs/references.bib.
/// </remarks>
public static class VarianceIndices
{
    /// <summary>Runs the design.</summary>
    /// <param name="function">What is computed from a row.</param>
    /// <param name="sequence">Draws of twice as many numbers as there are inputs: the row of A, then that of B.</param>
    /// <param name="options">How it is computed.</param>
    /// <param name="progress">Told the share of the calls done, by one thread at a time.</param>
    /// <param name="cancellationToken">Looked at before each call.</param>
    /// <exception cref="ArgumentException">The sequence has an odd number of dimensions or too few draws, or an option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static VarianceIndicesResult Run(
        RowFunction function, UnitSequence sequence, VarianceIndicesOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (sequence.Dimensions % 2 != 0) throw new ArgumentException("A draw has the row of A and that of B.", nameof(sequence));
        if (options.Rows < 2 || options.Rows > sequence.Draws) throw new ArgumentException("Rows: at least 2, and as many as there are draws at most.", nameof(options));
        if (!(options.Confidence is > 0 and < 1)) throw new ArgumentException("A confidence lies between 0 and 1.", nameof(options));
        var inputs = sequence.Dimensions / 2;
        var outputs = Evaluate(function, sequence, options, progress, cancellationToken);
        var mean = Centre(outputs, inputs + 2);
        var variance = 0.0;
        for (var row = 0; row < options.Rows; row++) variance += Spread(outputs, row * (inputs + 2)) / options.Rows;
        var reach = StudentCurve.Reach(options.Confidence, options.Rows - 1);
        return new(
            [.. Enumerable.Range(0, inputs).Select(j => First(outputs, inputs, j, variance, reach))],
            [.. Enumerable.Range(0, inputs).Select(j => Total(outputs, inputs, j, variance, reach))],
            mean,
            variance,
            (long)options.Rows * (inputs + 2));
    }

    /// <summary>[row * (inputs + 2) + k]: f(A), f(B), then f(AB_j).</summary>
    private static double[] Evaluate(
        RowFunction function, UnitSequence sequence, VarianceIndicesOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var inputs = sequence.Dimensions / 2;
        var outputs = new double[checked(options.Rows * (inputs + 2))];
        var watched = new WatchedFunction(function, outputs.Length, progress, cancellationToken);
        RowRuns.ForEach(options.Rows, options.Threads, Worker, cancellationToken);
        watched.End();
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
                own[0] = watched.Call(a);
                own[1] = watched.Call(b);
                for (var j = 0; j < inputs; j++)
                {
                    (a[j], b[j]) = (b[j], a[j]);
                    own[2 + j] = watched.Call(a);
                    (a[j], b[j]) = (b[j], a[j]);
                }
            };
        }
    }

    /// <summary>Takes the mean over A and B off all outputs.</summary>
    private static double Centre(double[] outputs, int stride)
    {
        // Measured from the first output, so that equal ones have no variance, not even by rounding.
        var (first, sum) = (outputs[0], 0.0);
        for (var row = 0; row < outputs.Length; row += stride) sum += (outputs[row] - first) + (outputs[row + 1] - first);
        var mean = first + sum / (2.0 * (outputs.Length / stride));
        foreach (ref var output in outputs.AsSpan()) output -= mean;
        return mean;
    }

    /// <summary>A row's part of the variance.</summary>
    private static double Spread(double[] outputs, int at) => (outputs[at] * outputs[at] + outputs[at + 1] * outputs[at + 1]) / 2;

    private static IndexEstimate First(double[] outputs, int inputs, int j, double variance, double reach)
    {
        var parts = new double[outputs.Length / (inputs + 2)];
        for (var row = 0; row < parts.Length; row++)
        {
            var own = outputs.AsSpan(row * (inputs + 2), inputs + 2);
            parts[row] = own[1] * (own[2 + j] - own[0]);
        }

        var (estimate, error, _) = Ratio(parts, outputs, inputs, variance);
        return IndexEstimate.Around(estimate, error, reach, 0);
    }

    private static IndexEstimate Total(double[] outputs, int inputs, int j, double variance, double reach)
    {
        var parts = new double[outputs.Length / (inputs + 2)];
        for (var row = 0; row < parts.Length; row++)
        {
            var own = outputs.AsSpan(row * (inputs + 2), inputs + 2);
            var change = own[2 + j] - own[0];
            parts[row] = change * change / 2;
        }

        var (estimate, error, skewness) = Ratio(parts, outputs, inputs, variance);
        var interval = IndexEstimate.Around(estimate, error, reach, skewness);
        return interval with { Low = Math.Max(0, interval.Low) };
    }

    /// <summary>The mean of parts over the variance, its standard error and the skewness of such an estimate.</summary>
    /// <remarks>Definition: row i moves the ratio r by (part_i - r spread_i) / V; spread_i is its part of the variance V.</remarks>
    private static (double Estimate, double Error, double Skewness) Ratio(double[] parts, double[] outputs, int inputs, double variance)
    {
        if (!(variance > 0)) return (0, 0, 0);
        var (ratio, squares, cubes) = (0.0, 0.0, 0.0);
        foreach (var part in parts) ratio += part;
        ratio /= parts.Length * variance;
        for (var row = 0; row < parts.Length; row++)
        {
            var pull = (parts[row] - ratio * Spread(outputs, row * (inputs + 2))) / variance;
            squares += pull * pull;
            cubes += pull * pull * pull;
        }

        if (!(squares > 0)) return (ratio, 0, 0);
        var error = Math.Sqrt(squares / (parts.Length - 1.0) / parts.Length);
        return (ratio, error, cubes / Math.Pow(squares, 1.5));
    }
}
