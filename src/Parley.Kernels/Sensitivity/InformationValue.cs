using System.Runtime.InteropServices;
using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>What it is worth to learn something before deciding whether to pay a cost for an uncertain payoff.</summary>
/// <remarks>
/// Who does not learn pays if the expected payoff exceeds the cost and has max(0, mean - cost); who learns decides case by case.
/// Estimates from a sample lie too high where the mean is near the cost, so beside each stands what an input without any bearing gets.
/// Unit: that of the payoff; for a payoff of 0 or 1, one success.
/// </remarks>
/// <param name="Value">The estimate, at least 0 up to rounding.</param>
/// <param name="Chance">The same estimate with the input's draws in random order: what chance alone makes of it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InformationValue(double Value, double Chance)
{
    /// <summary>Learning everything (EVPI): mean of max(0, payoff - cost) less max(0, mean - cost).</summary>
    /// <remarks>
    /// Source: Strong, Oakley and Brennan 2014, Medical Decision Making 34(3), pp. 311-326; key "strong2014" in docs/references.bib.
    /// </remarks>
    /// <param name="payoff">The payoff in each draw, at least one.</param>
    /// <param name="cost">The cost.</param>
    public static double OfEverything(ReadOnlySpan<double> payoff, double cost)
    {
        if (payoff.IsEmpty) throw new ArgumentException("There is no draw.", nameof(payoff));
        var sum = 0.0;
        foreach (var value in payoff) sum += Math.Max(0, value - cost);
        return sum / payoff.Length - Math.Max(0, BinnedSample.Mean(payoff) - cost);
    }

    /// <summary>Learning one input (EVPPI): SUM_b n_b / N max(0, mean_b - cost) less max(0, mean - cost), over the bins of the input.</summary>
    /// <param name="input">The draws in bins of the input.</param>
    /// <param name="payoff">The payoff in each draw.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="random">Makes the random order.</param>
    /// <param name="number">The input's number: each has an order of its own.</param>
    public static InformationValue OfInput(BinnedSample input, ReadOnlySpan<double> payoff, double cost, CounterRandom random, int number)
    {
        var without = Math.Max(0, BinnedSample.Mean(payoff) - cost);
        return new(With(input, payoff, cost) - without, With(input.Permuted(random, number), payoff, cost) - without);
    }

    /// <summary>Learning several inputs together: as for one, with the payoff fitted by a full quadratic in the inputs in place of the means of bins.</summary>
    /// <remarks>
    /// Definition: mean of max(0, fit - cost) less max(0, mean - cost), the least-squares fit on 1, t_i, t_i^2 and t_i t_j of the
    /// standardised inputs, held between the least and the greatest payoff. What is not smooth in the inputs is seen in part only.
    /// Cost: N p^2 for p terms.
    /// Differs from source: a quadratic, not a generalised additive model or a Gaussian process.
    /// Source: Strong, Oakley and Brennan 2014, Medical Decision Making 34(3), pp. 311-326; key "strong2014" in docs/references.bib.
    /// </remarks>
    /// <param name="inputs">The values of each member, in each draw; at least <see cref="LeastDraws"/> draws.</param>
    /// <param name="payoff">The payoff in each draw.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="random">Makes the random order, one for all members together.</param>
    /// <param name="number">The group's number: each has an order of its own.</param>
    /// <param name="progress">Told the share done of the matrix of the terms, on which most time goes.</param>
    /// <param name="cancellationToken">Looked at every few milliseconds.</param>
    /// <exception cref="ArgumentException">There are too few draws for so many members, or lengths differ.</exception>
    public static InformationValue OfGroup(
        IReadOnlyList<double[]> inputs,
        ReadOnlySpan<double> payoff,
        double cost,
        CounterRandom random,
        int number,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var draws = payoff.Length;
        if (inputs.Count == 0 || inputs.Any(x => x.Length != draws)) throw new ArgumentException($"Every input has {draws} draws.", nameof(inputs));
        if (draws < LeastDraws(inputs.Count)) throw new ArgumentException($"{inputs.Count} inputs together need {LeastDraws(inputs.Count)} draws.", nameof(inputs));
        var order = new KeyedPermutation(draws, random, number);
        var dealt = new double[draws];
        for (var i = 0; i < draws; i++) dealt[i] = payoff[(int)order.At(i)];
        var terms = new QuadraticTerms(inputs, Step);
        var without = Math.Max(0, BinnedSample.Mean(payoff) - cost);
        return new(With(terms.Fit(payoff), payoff, cost) - without, With(terms.Fit(dealt), payoff, cost) - without);

        void Step(double share)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(share);
        }
    }

    /// <summary>How many draws a group of inputs needs: twenty for each term of the quadratic.</summary>
    public static int LeastDraws(int members) => 20 * QuadraticTerms.Count(members);

    private static double With(BinnedSample input, ReadOnlySpan<double> payoff, double cost)
    {
        var sum = 0.0;
        foreach (var (share, mean) in input.Means(payoff)) sum += share * Math.Max(0, mean - cost);
        return sum;
    }

    private static double With(double[] fit, ReadOnlySpan<double> payoff, double cost)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in payoff) (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        var sum = 0.0;
        foreach (var value in fit) sum += Math.Max(0, Math.Clamp(value, least, greatest) - cost);
        return sum / fit.Length;
    }
}
