namespace Parley.Kernels.Sampling;

/// <summary>The piece of the standard normal curve between two points.</summary>
internal readonly record struct NormalPiece
{
    private readonly bool mirrored;
    private readonly double below;
    private readonly double share;

    public NormalPiece(double from, double to)
    {
        if (!(from < to)) throw new ArgumentException($"The curve is cut at {from:R} and {to:R} standard deviations: nothing is left.", nameof(from));
        (From, To) = (from, to);
        // Shares are exact in the lower tail only, so a piece right of the middle is looked at in a mirror.
        mirrored = from > 0;
        below = NormalCurve.Below(mirrored ? -to : from);
        share = NormalCurve.Below(mirrored ? -from : to) - below;
        if (!(share >= 1e-290)) throw new ArgumentException("The curve is cut so far out that nothing is left.", nameof(from));
    }

    public double From { get; }

    public double To { get; }

    public double Quantile(double unit) => mirrored
        ? -NormalCurve.Quantile(below + (1 - unit) * share)
        : NormalCurve.Quantile(below + unit * share);

    /// <summary>The expected value over the piece, by ten-point Gauss-Legendre quadrature on stretches of a quarter at most.</summary>
    /// <param name="value">Grows no faster than exp(<paramref name="slope"/> |z|).</param>
    /// <param name="slope">Moves the weight of the integral outward, and the ends with it.</param>
    public double Expected(Func<double, double> value, double slope)
    {
        var (start, end) = (Math.Max(From, -39 - slope), Math.Min(To, 39 + slope));
        // Heights are taken relative to the highest, for pieces far out.
        var top = Math.Clamp(0, start, end);
        var count = (int)Math.Ceiling((end - start) * 4);
        var step = (end - start) / count;
        var (sum, weight) = (0.0, 0.0);
        for (var k = 0; k < count; k++)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                for (var node = 0; node < Nodes.Length; node++)
                {
                    var z = start + (k + 0.5 + side * Nodes[node] / 2) * step;
                    var height = Weights[node] * Math.Exp((top - z) * (top + z) / 2);
                    weight += height;
                    if (height > 0) sum += height * value(z);
                }
            }
        }

        return sum / weight;
    }

    private static ReadOnlySpan<double> Nodes =>
        [0.14887433898163122, 0.43339539412924719, 0.67940956829902441, 0.86506336668898451, 0.97390652851717172];

    private static ReadOnlySpan<double> Weights =>
        [0.29552422471475287, 0.26926671930999636, 0.21908636251598204, 0.14945134915058059, 0.06667134430868814];
}

internal sealed record NormalDistribution(double Middle, double StandardDeviation, NormalPiece Piece) : Distribution
{
    public override double Low => Middle + StandardDeviation * Piece.From;

    public override double High => Middle + StandardDeviation * Piece.To;

    public override double Mean => Middle + StandardDeviation * Piece.Expected(z => z, 0);

    public override double Variance
    {
        get
        {
            var mean = Piece.Expected(z => z, 0);
            return StandardDeviation * StandardDeviation * Piece.Expected(z => (z - mean) * (z - mean), 0);
        }
    }

    private protected override double Inside(double unit) => Middle + StandardDeviation * Piece.Quantile(unit);
}

internal sealed record LogNormalDistribution(double Middle, double Sigma, NormalPiece Piece) : Distribution
{
    public override double Low => Math.Exp(Middle + Sigma * Piece.From);

    public override double High => Math.Exp(Middle + Sigma * Piece.To);

    public override double Mean => Piece.Expected(Value, Sigma);

    public override double Variance
    {
        get
        {
            var mean = Mean;
            return Piece.Expected(z => (Value(z) - mean) * (Value(z) - mean), 2 * Sigma);
        }
    }

    private protected override double Inside(double unit) => Value(Piece.Quantile(unit));

    private double Value(double z) => Math.Exp(Middle + Sigma * z);
}
