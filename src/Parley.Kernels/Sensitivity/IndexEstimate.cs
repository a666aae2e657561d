using Parley.Kernels.Sampling;

namespace Parley.Kernels.Sensitivity;

/// <summary>An estimate and its interval.</summary>
/// <param name="Estimate">The estimate; of an index near 0 it may come out slightly below.</param>
/// <param name="Low">The low end of the interval.</param>
/// <param name="High">The high end of the interval.</param>
public sealed record IndexEstimate(double Estimate, double Low, double High)
{
    /// <summary>Student's interval round an estimate.</summary>
    /// <remarks>Definition: the estimate and t times its standard error either way, t of the degrees of freedom given.</remarks>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error, estimated itself; 0 gives an interval without length.</param>
    /// <param name="degreesOfFreedom">At least 1: for a mean over n rows n - 1.</param>
    /// <param name="confidence">The probability with which the interval should hold what is estimated, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are no degrees of freedom, or the confidence is no probability between 0 and 1.</exception>
    public static IndexEstimate Around(double estimate, double standardError, int degreesOfFreedom, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (!(confidence is > 0 and < 1)) throw new ArgumentException("A confidence lies between 0 and 1.", nameof(confidence));
        return Around(estimate, standardError, StudentCurve.Reach(confidence, degreesOfFreedom), 0);
    }

    /// <summary>Student's interval with the skewness of the estimate taken out.</summary>
    /// <remarks>
    /// Definition: with t = (estimate - truth) / standard error and s its skewness, t + s t^2 / 3 + s^2 t^3 / 27 + s / 6 is nearly symmetric;
    /// the interval holds the truths for which it is within reach.
    /// Source: Hall 1992, J. Royal Statistical Society B 54(1), pp. 221-228; key "hall1992" in docs/references.bib.
    /// </remarks>
    internal static IndexEstimate Around(double estimate, double standardError, double reach, double skewness)
    {
        return new(estimate, estimate - standardError * Straight(reach), estimate - standardError * Straight(-reach));

        // Below some 1e-6 the cube root would lose its digits, and the skewness says nothing.
        double Straight(double bent) => Math.Abs(skewness) < 1e-6 ? bent : 3 / skewness * (Math.Cbrt(1 + skewness * (bent - skewness / 6)) - 1);
    }
}
