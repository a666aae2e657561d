using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>An input's share of the output's variance.</summary>
/// <param name="Share">All shares add up to 1. It may come out slightly below 0 for an input that does nothing.</param>
/// <param name="StandardError">The standard deviation of the estimate, for independent rows.</param>
public sealed record ShapleyEffect(double Share, double StandardError);

/// <summary>The shares of all inputs.</summary>
/// <param name="Effects">By input; all 0 where the variance is 0.</param>
/// <param name="Variance">The estimate of the output's variance.</param>
/// <param name="Evaluations">How often the function was called.</param>
public sealed record ShapleyEffectsResult(ImmutableArray<ShapleyEffect> Effects, double Variance, long Evaluations);

/// <summary>The variance of the output shared out fairly among the inputs, also where these hang together.</summary>
/// <remarks>
/// Definition: c(S) = E Var(Y | inputs outside S) is what the inputs S are answerable for; an input's effect is its Shapley value for c
/// over c(all). In each row, c(S) is estimated by (f(x) - f(x'))^2 / 2, where x' keeps the inputs outside S and draws those in S anew,
/// given the others, from one second draw for all S. Up to <see cref="AllSubsetsUpTo"/> inputs a row looks at all subsets; beyond, at those
/// along one random order, which is right on average too. The standard error is that of a ratio of means over rows.
/// Cost: a row makes 2^inputs calls, or inputs + 1; with dependence the latter also inputs n^2 multiplications, for n inputs that hang together with others.
/// Differs from source: rows with one second draw take the place of loops inside loops, as Goda does for independent inputs;
/// for dependent ones the draw is from the conditional normal distribution of the scores.
/// Source: Song, Nelson and Staum 2016, SIAM/ASA J. Uncertainty Quantification 4(1), pp. 1060-1083; key "song2016" in docs/references.bib.
/// Source: Goda 2021, Reliability Engineering and System Safety 213, 107702; key "goda2021" in docs/references.bib.
/// </remarks>
public static class ShapleyEffects
{
    /// <summary>So many inputs at most have all their subsets looked at.</summary>
    public const int AllSubsetsUpTo = 8;

    /// <summary>Runs the rows.</summary>
    /// <param name="function">What is computed from a row; its units are dependent where <paramref name="dependence"/> is given.</param>
    /// <param name="sequence">Draws of twice as many numbers as there are inputs.</param>
    /// <param name="rows">How many rows, at least 2.</param>
    /// <param name="seed">Chooses the random orders.</param>
    /// <param name="dependence">How the inputs hang together; null where they do not.</param>
    /// <param name="threads">How many threads may work on it; the result is the same.</param>
    /// <param name="progress">Told the share of the calls done, by one thread at a time.</param>
    /// <param name="cancellationToken">Looked at before each call.</param>
    /// <exception cref="ArgumentException">The sequence has too few draws or another number of dimensions.</exception>
    public static ShapleyEffectsResult Run(
        RowFunction function,
        UnitSequence sequence,
        int rows,
        ulong seed,
        DependentUnits? dependence = null,
        int threads = 2,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var inputs = sequence.Dimensions / 2;
        if (inputs == 0 || sequence.Dimensions % 2 != 0) throw new ArgumentException("A draw has two rows.", nameof(sequence));
        if (rows < 2 || rows > sequence.Draws) throw new ArgumentException("Rows: at least 2, and as many as there are draws at most.", nameof(rows));
        if (dependence is not null && dependence.Dimensions != inputs) throw new ArgumentException($"There are {inputs} inputs.", nameof(dependence));
        var values = new double[checked(rows * inputs)];
        var random = new CounterRandom(seed, 5);
        var subsets = inputs <= AllSubsetsUpTo;
        var redraws = subsets ? Enumerable.Range(0, 1 << inputs).Select(s => new ConditionalDraw(dependence, SubsetLast(inputs, s))).ToArray() : [];

        var calls = (long)rows * (subsets ? 1 << inputs : inputs + 1);
        var watched = new WatchedFunction(function, calls, progress, cancellationToken);
        RowRuns.ForEach(rows, threads, Worker, cancellationToken);
        watched.End();
        return Summary(values, inputs, calls);

        Action<int> Worker()
        {
            var draw = new double[2 * inputs];
            return row =>
            {
                sequence.Fill(row, draw);
                var own = values.AsSpan(row * inputs, inputs);
                if (subsets) OverSubsets(watched.Call, redraws, draw, own);
                else AlongOrder(watched.Call, dependence, ElementaryEffects.RandomOrder(random, (ulong)row, inputs), draw, own);
            };
        }
    }

    private static void OverSubsets(RowFunction function, ConditionalDraw[] redraws, double[] draw, Span<double> values)
    {
        var inputs = values.Length;
        // All subsets begin from one row: the first draw turned in the order of the inputs.
        var x = redraws[0].Row(draw);
        var costs = new double[redraws.Length];
        var at = function(x);
        for (var s = 1; s < costs.Length; s++)
        {
            var change = function(redraws[s].Again(x, draw, BitOperations.PopCount((uint)s))) - at;
            costs[s] = change * change / 2;
        }

        for (var s = 0; s < costs.Length; s++)
        {
            var size = BitOperations.PopCount((uint)s);
            for (var j = 0; j < inputs; j++)
                if ((s >> j & 1) == 0) values[j] += (costs[s | 1 << j] - costs[s]) / (inputs * Choose(inputs - 1, size));
        }
    }

    private static void AlongOrder(RowFunction function, DependentUnits? dependence, int[] order, double[] draw, Span<double> values)
    {
        // The first of the order is last to be given up as known.
        var redraw = new ConditionalDraw(dependence, [.. order.Reverse()]);
        var x = redraw.Row(draw);
        var (at, before) = (function(x), 0.0);
        for (var k = 0; k < order.Length; k++)
        {
            var change = function(redraw.Again(x, draw, k + 1)) - at;
            values[order[k]] = change * change / 2 - before;
            before = change * change / 2;
        }
    }

    /// <summary>The inputs outside a subset, then those in it.</summary>
    private static int[] SubsetLast(int inputs, int subset) =>
        [.. Enumerable.Range(0, inputs).OrderBy(j => subset >> j & 1).ThenBy(j => j)];

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;

    private static ShapleyEffectsResult Summary(double[] values, int inputs, long evaluations)
    {
        var rows = values.Length / inputs;
        var means = new double[inputs];
        for (var i = 0; i < values.Length; i++) means[i % inputs] += values[i] / rows;
        var variance = means.Sum();
        if (!(variance > 0)) return new([.. means.Select(_ => new ShapleyEffect(0, 0))], 0, evaluations);
        var squares = new double[inputs];
        for (var row = 0; row < rows; row++)
        {
            var own = values.AsSpan(row * inputs, inputs);
            var whole = 0.0;
            foreach (var value in own) whole += value;
            for (var j = 0; j < inputs; j++)
            {
                var rest = own[j] - means[j] / variance * whole;
                squares[j] += rest * rest;
            }
        }

        return new(
            [.. means.Select((mean, j) => new ShapleyEffect(mean / variance, Math.Sqrt(squares[j] / (rows - 1.0) / rows) / variance))], variance, evaluations);
    }
}

/// <summary>Draws the last few of the inputs, in an order, anew, given those before them.</summary>
internal sealed class ConditionalDraw
{
    private readonly int[] order;

    /// <summary>Places in the order of the inputs that hang together with others, rising.</summary>
    private readonly int[] tied;

    /// <summary>The triangle of the correlations of their normal scores, in the order.</summary>
    private readonly double[][] triangle;

    public ConditionalDraw(DependentUnits? dependence, int[] order)
    {
        this.order = order;
        tied = dependence is null ? [] : [.. Enumerable.Range(0, order.Length).Where(k => dependence.IsTied(order[k]))];
        triangle = dependence?.NormalTriangle([.. tied.Select(k => order[k])]) ?? [];
    }

    /// <summary>A row of inputs from the first half of a draw.</summary>
    public double[] Row(double[] draw)
    {
        var row = draw.AsSpan(0, order.Length).ToArray();
        var scores = Array.ConvertAll(tied, k => NormalCurve.Quantile(draw[order[k]]));
        for (var t = 0; t < tied.Length; t++)
        {
            var score = 0.0;
            for (var i = 0; i <= t; i++) score += triangle[t][i] * scores[i];
            row[order[tied[t]]] = DependentUnits.ToUnit(score);
        }

        return row;
    }

    /// <summary>The row with the last <paramref name="count"/> of the order drawn anew from the second half of a draw.</summary>
    public double[] Again(double[] row, double[] draw, int count)
    {
        var (inputs, again) = (order.Length, (double[])row.Clone());
        for (var k = inputs - count; k < inputs; k++) again[order[k]] = draw[inputs + order[k]];
        // What stays says what its independent parts were; a pivot of 0 has none.
        var parts = new double[tied.Length];
        for (var t = 0; t < tied.Length; t++)
        {
            var known = 0.0;
            for (var i = 0; i < t; i++) known += triangle[t][i] * parts[i];
            var (input, pivot) = (order[tied[t]], triangle[t][t]);
            if (tied[t] < inputs - count) parts[t] = pivot == 0 ? 0 : (NormalCurve.Quantile(row[input]) - known) / pivot;
            else
            {
                parts[t] = NormalCurve.Quantile(draw[inputs + input]);
                again[input] = DependentUnits.ToUnit(known + pivot * parts[t]);
            }
        }

        return again;
    }
}
