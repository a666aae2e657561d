using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Sampling;

namespace Parley.Draws;

/// <summary>For how many uncertain numbers <see cref="SamplingKind.Sobol"/> will do.</summary>
public static class SobolLimit
{
    /// <summary>The most directions.</summary>
    public const int Directions = UnitSequence.MaxSobolDimensions;

    /// <summary>How many directions draws of a case take: one for each uncertain number, and one for each common factor.</summary>
    /// <param name="baseCase">The case without overlays: these draw nothing of their own.</param>
    public static int DirectionsFor(CaseModel baseCase) => CaseNumbers.Sampled(baseCase).Length + baseCase.Dependence.CommonFactors.Length;
}
