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
}

internal sealed record NormalDistribution(double Middle, double StandardDeviation, NormalPiece Piece) : Distribution
{
    public override double Low => Middle + StandardDeviation * Piece.From;

    public override double High => Middle + StandardDeviation * Piece.To;

    private protected override double Inside(double unit) => Middle + StandardDeviation * Piece.Quantile(unit);
}

internal sealed record LogNormalDistribution(double Middle, double Sigma, NormalPiece Piece) : Distribution
{
    public override double Low => Math.Exp(Middle + Sigma * Piece.From);

    public override double High => Math.Exp(Middle + Sigma * Piece.To);

    private protected override double Inside(double unit) => Value(Piece.Quantile(unit));

    private double Value(double z) => Math.Exp(Middle + Sigma * z);
}
