namespace Parley.Kernels.Sampling;

internal sealed record ConstantDistribution(double Value) : Distribution
{
    public override double Low => Value;

    public override double High => Value;

    private protected override double Inside(double unit) => Value;
}

internal sealed record UniformDistribution(double From, double To) : Distribution
{
    public override double Low => From;

    public override double High => To;

    private protected override double Inside(double unit) => From + unit * (To - From);
}

internal sealed record TriangularDistribution(double From, double Mode, double To) : Distribution
{
    public override double Low => From;

    public override double High => To;

    private protected override double Inside(double unit)
    {
        var width = To - From;
        return unit * width < Mode - From
            ? From + Math.Sqrt(unit * width * (Mode - From))
            : To - Math.Sqrt((1 - unit) * width * (To - Mode));
    }
}

internal sealed record BetaDistribution(double A, double B, double From, double To) : Distribution
{
    private readonly BetaCurve curve = new(A, B);

    public override double Low => From;

    public override double High => To;

    public bool Equals(BetaDistribution? other) => other is not null && (A, B, From, To) == (other.A, other.B, other.From, other.To);

    public override int GetHashCode() => HashCode.Combine(A, B, From, To);

    private protected override double Inside(double unit)
    {
        var logOdds = curve.Quantile(unit);
        return logOdds < 0 ? From + (To - From) * BetaCurve.Logistic(logOdds) : To - (To - From) * BetaCurve.Logistic(-logOdds);
    }
}

/// <summary>Values rising, each with the probability of it and all below.</summary>
internal sealed record DiscreteDistribution : Distribution
{
    private readonly double[] values;
    private readonly double[] cumulative;

    private DiscreteDistribution(double[] values, double[] cumulative) => (this.values, this.cumulative) = (values, cumulative);

    public override double Low => values[0];

    public override double High => values[^1];

    public static Distribution Of(IReadOnlyList<double> values, IReadOnlyList<double> probabilities)
    {
        if (values.Count == 0 || values.Count != probabilities.Count) throw new ArgumentException("Every value has one probability.", nameof(probabilities));
        if (values.Any(v => !double.IsFinite(v))) throw new ArgumentException("The number must be finite.", nameof(values));
        if (probabilities.Any(p => !(p >= 0)) || !(Math.Abs(probabilities.Sum() - 1) <= 1e-9))
            throw new ArgumentException("Probabilities are at least 0 and add up to 1.", nameof(probabilities));
        var likely = values.Zip(probabilities)
            .GroupBy(v => v.First, (value, same) => (Value: value, Probability: same.Sum(v => v.Second)))
            .Where(v => v.Probability > 0)
            .OrderBy(v => v.Value)
            .ToList();
        var total = likely.Sum(v => v.Probability);
        var upTo = new double[likely.Count];
        for (var k = 0; k < likely.Count; k++) upTo[k] = (k == 0 ? 0 : upTo[k - 1]) + likely[k].Probability / total;
        upTo[^1] = 1;
        return new DiscreteDistribution([.. likely.Select(v => v.Value)], upTo);
    }

    public bool Equals(DiscreteDistribution? other) =>
        other is not null && values.AsSpan().SequenceEqual(other.values) && cumulative.AsSpan().SequenceEqual(other.cumulative);

    public override int GetHashCode() => HashCode.Combine(values.Length, values[0], values[^1], cumulative[0]);

    private protected override double Inside(double unit)
    {
        var place = Array.BinarySearch(cumulative, unit);
        return values[place < 0 ? ~place : place];
    }
}
