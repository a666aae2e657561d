namespace Parley.Kernels.Sampling;

/// <summary>What a number may be and how likely: a distribution on the real line, equal by its parameters.</summary>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The lowest value it can take; minus infinity where there is none.</summary>
    public abstract double Low { get; }

    /// <summary>The highest value it can take; infinity where there is none.</summary>
    public abstract double High { get; }

    /// <summary>The value that the share <paramref name="unit"/> of draws stays at or below; it never falls as the share grows.</summary>
    /// <param name="unit">From 0 (gives <see cref="Low"/>) to 1 (gives <see cref="High"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a share.</exception>
    public double Quantile(double unit)
    {
        if (!(unit is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "A share lies between 0 and 1.");
        return unit switch
        {
            0 => Low,
            1 => High,
            // Rounding may carry a value over an end by a last digit.
            _ => Math.Clamp(Inside(unit), Low, High),
        };
    }

    /// <summary>Always the same value.</summary>
    public static Distribution Constant(double value)
    {
        Finite(value, nameof(value));
        return new ConstantDistribution(value);
    }

    /// <summary>Every value between two is equally likely.</summary>
    /// <exception cref="ArgumentException">A number is not finite, or the low end is above the high one. So for all the others.</exception>
    public static Distribution Uniform(double low, double high)
    {
        Ordered(low, high);
        return low == high ? Constant(low) : new UniformDistribution(low, high);
    }

    /// <summary>The likelihood rises in a line from the low end to the mode and falls in a line to the high end.</summary>
    public static Distribution Triangular(double low, double mode, double high)
    {
        Ordered(low, mode, high);
        return low == high ? Constant(low) : new TriangularDistribution(low, mode, high);
    }

    /// <summary>A normal distribution, cut off at both ends and scaled up again.</summary>
    /// <param name="mean">Of the whole curve; what is cut moves it.</param>
    /// <param name="standardDeviation">Of the whole curve, above 0.</param>
    /// <param name="low">Where it is cut below; minus infinity cuts nothing.</param>
    /// <param name="high">Where it is cut above; infinity cuts nothing.</param>
    public static Distribution Normal(
        double mean, double standardDeviation, double low = double.NegativeInfinity, double high = double.PositiveInfinity)
    {
        Finite(mean, nameof(mean));
        Positive(standardDeviation, nameof(standardDeviation));
        return new NormalDistribution(mean, standardDeviation, new((low - mean) / standardDeviation, (high - mean) / standardDeviation));
    }

    /// <summary>A value whose logarithm is normal, cut off at both ends and scaled up again.</summary>
    /// <param name="median">Of the whole curve, above 0.</param>
    /// <param name="geometricStandardDeviation">A factor above 1: about two thirds of the whole curve lie within this factor of the median.</param>
    /// <param name="low">Where it is cut below; 0 cuts nothing.</param>
    /// <param name="high">Where it is cut above; infinity cuts nothing.</param>
    public static Distribution LogNormal(double median, double geometricStandardDeviation, double low = 0, double high = double.PositiveInfinity)
    {
        Positive(median, nameof(median));
        Positive(geometricStandardDeviation - 1, nameof(geometricStandardDeviation));
        if (!(low >= 0)) throw new ArgumentException("A log-normal value lies above 0.", nameof(low));
        var sigma = Math.Log(geometricStandardDeviation);
        return new LogNormalDistribution(Math.Log(median), sigma, new(Math.Log(low / median) / sigma, Math.Log(high / median) / sigma));
    }

    /// <summary>A beta distribution stretched over an interval.</summary>
    /// <param name="a">Above 0; the greater, the more weight at the high end.</param>
    /// <param name="b">Above 0; the greater, the more weight at the low end.</param>
    /// <param name="low">The low end.</param>
    /// <param name="high">The high end.</param>
    public static Distribution Beta(double a, double b, double low = 0, double high = 1)
    {
        Positive(a, nameof(a));
        Positive(b, nameof(b));
        Ordered(low, high);
        return low == high ? Constant(low) : new BetaDistribution(a, b, low, high);
    }

    /// <summary>The beta distribution of project planners: mean (low + weight mode + high) / (weight + 2).</summary>
    /// <remarks>
    /// Definition: beta with a = 1 + weight (mode - low) / (high - low) and b = 1 + weight (high - mode) / (high - low).
    /// Source: Malcolm, Roseboom, Clark and Fazar 1959, Operations Research 7(5), pp. 646-669; key "malcolm1959" in docs/references.bib.
    /// </remarks>
    /// <param name="low">The low end.</param>
    /// <param name="mode">The most likely value.</param>
    /// <param name="high">The high end.</param>
    /// <param name="weight">How much the mode weighs against one end, at least 0; 4 is customary.</param>
    public static Distribution Pert(double low, double mode, double high, double weight = 4)
    {
        Ordered(low, mode, high);
        if (!(weight >= 0 && double.IsFinite(weight))) throw new ArgumentException("The weight of the mode is at least 0.", nameof(weight));
        if (low == high) return Constant(low);
        var share = (mode - low) / (high - low);
        return new BetaDistribution(1 + weight * share, 1 + weight * (1 - share), low, high);
    }

    /// <summary>One of the values listed, each with its probability.</summary>
    /// <param name="values">In any order; a value listed twice has both its probabilities.</param>
    /// <param name="probabilities">As many, none negative; their sum is 1 up to 1e-9, and is made exactly 1.</param>
    public static Distribution Discrete(IReadOnlyList<double> values, IReadOnlyList<double> probabilities) =>
        DiscreteDistribution.Of(values, probabilities);

    /// <summary>The value at a share strictly between 0 and 1.</summary>
    private protected abstract double Inside(double unit);

    private static void Ordered(params ReadOnlySpan<double> values)
    {
        foreach (var value in values) Finite(value, nameof(values));
        for (var k = 1; k < values.Length; k++)
            if (values[k] < values[k - 1]) throw new ArgumentException($"{values[k - 1]:R} is above {values[k]:R}.", nameof(values));
    }

    private static void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("The number must be finite.", name);
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentException("The number must be finite and above its least value.", name);
    }
}
