using System.Numerics;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Sensitivity;

/// <summary>Least squares on a full quadratic of a few inputs, by normal equations on standardised terms.</summary>
internal sealed class QuadraticTerms
{
    /// <summary>A term whose variance is, to this share, that of terms before it says nothing new and is left out.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>So many multiplications go by between two looks at the token: some milliseconds.</summary>
    private const int WorkBetween = 1 << 22;

    private readonly IReadOnlyList<double[]> inputs;
    private readonly Action<double> step;
    private readonly (double Mean, double Scale)[] standards;
    private readonly int count;
    private readonly int draws;
    private readonly double[] triangle;

    /// <param name="inputs">The values of each input.</param>
    /// <param name="step">Told the share of the matrix that is done, now and then; may end it by exception.</param>
    public QuadraticTerms(IReadOnlyList<double[]> inputs, Action<double> step)
    {
        (this.inputs, this.step) = (inputs, step);
        (count, draws) = (Count(inputs.Count), inputs[0].Length);
        standards = [.. inputs.Select(Standard)];
        triangle = Decompose();
    }

    /// <summary>1, t_i, and t_i t_j for i up to j.</summary>
    public static int Count(int members) => 1 + members + members * (members + 1) / 2;

    /// <summary>The fitted value of each draw.</summary>
    public double[] Fit(ReadOnlySpan<double> output)
    {
        var coefficients = new double[count];
        Span<double> terms = new double[count];
        var mean = BinnedSample.Mean(output);
        for (var i = 0; i < draws; i++)
        {
            Look(i, count, 1);
            Write(i, terms);
            for (var p = 0; p < count; p++) coefficients[p] += terms[p] * (output[i] - mean);
        }

        for (var p = 0; p < count; p++)
        {
            for (var q = 0; q < p; q++) coefficients[p] -= triangle[p * count + q] * coefficients[q];
            coefficients[p] = Divide(coefficients[p], triangle[p * count + p]);
        }

        for (var p = count - 1; p >= 0; p--)
        {
            for (var q = p + 1; q < count; q++) coefficients[p] -= triangle[q * count + p] * coefficients[q];
            coefficients[p] = Divide(coefficients[p], triangle[p * count + p]);
        }

        var fit = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            Look(i, count, 1);
            Write(i, terms);
            fit[i] = mean;
            for (var p = 0; p < count; p++) fit[i] += terms[p] * coefficients[p];
        }

        return fit;
    }

    private double[] Decompose()
    {
        var root = new double[count * count];
        Span<double> terms = new double[count];
        for (var i = 0; i < draws; i++)
        {
            Look(i, (long)count * count / 2, (double)i / draws);
            Write(i, terms);
            for (var p = 0; p < count; p++) AddTo(root.AsSpan(p * count, p + 1), terms, terms[p]);
        }

        for (var p = 0; p < count; p++)
        {
            Look(p, (long)p * p, 1);
            var whole = root[p * count + p];
            for (var q = 0; q <= p; q++)
            {
                var left = root[p * count + q];
                for (var k = 0; k < q; k++) left -= root[p * count + k] * root[q * count + k];
                if (q == p) root[p * count + p] = left <= Tolerance * whole ? 0 : Math.Sqrt(left);
                else root[p * count + q] = Divide(left, root[q * count + q]);
            }
        }

        return root;
    }

    private static void AddTo(Span<double> sum, ReadOnlySpan<double> terms, double factor)
    {
        var sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        var parts = MemoryMarshal.Cast<double, Vector<double>>(terms);
        for (var v = 0; v < sums.Length; v++) sums[v] += parts[v] * factor;
        for (var q = sums.Length * Vector<double>.Count; q < sum.Length; q++) sum[q] += terms[q] * factor;
    }

    private void Look(int pass, long work, double share)
    {
        if (pass % Math.Max(1, WorkBetween / Math.Max(1, work)) == 0) step(share);
    }

    private void Write(int draw, Span<double> terms)
    {
        terms[0] = 1;
        var (members, next) = (inputs.Count, 1 + inputs.Count);
        for (var j = 0; j < members; j++)
        {
            terms[1 + j] = (inputs[j][draw] - standards[j].Mean) * standards[j].Scale;
            for (var i = 0; i <= j; i++) terms[next++] = terms[1 + i] * terms[1 + j] - (i == j ? 1 : 0);
        }
    }

    private static double Divide(double value, double pivot) => pivot == 0 ? 0 : value / pivot;

    private static (double Mean, double Scale) Standard(double[] values)
    {
        var mean = BinnedSample.Mean(values);
        var sum = 0.0;
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return (mean, sum > 0 ? 1 / Math.Sqrt(sum / values.Length) : 0);
    }
}
