namespace Parley.Kernels.Sampling;

/// <summary>Student's distribution: a mean of normal numbers over its own standard error.</summary>
internal static class StudentCurve
{
    /// <summary>How far out, either way, a share of the distribution reaches.</summary>
    /// <remarks>
    /// Definition: t^2 / (nu + t^2) has the beta distribution with shapes 1/2 and nu/2. Relative error about 1e-13, growing with nu.
    /// </remarks>
    /// <param name="share">In the open interval (0, 1); 0.95 gives about 2 for many degrees.</param>
    /// <param name="degrees">Degrees of freedom nu, at least 1.</param>
    public static double Reach(double share, int degrees) => Math.Sqrt(degrees * Math.Exp(new BetaCurve(0.5, degrees / 2.0).Quantile(share)));
}
