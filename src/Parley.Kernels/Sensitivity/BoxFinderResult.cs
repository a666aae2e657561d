using System.Collections.Immutable;

namespace Parley.Kernels.Sensitivity;

/// <summary>How boxes are looked for.</summary>
public sealed record BoxFinderOptions
{
    /// <summary>How large a share of the draws in the box is peeled off or pasted on in one step, above 0 and below 1/2. Small is patient.</summary>
    public double StepShare { get; init; } = 0.05;

    /// <summary>A box holds at least this share of all draws, from 0 to 1.</summary>
    public double LeastSupport { get; init; } = 0.05;

    /// <summary>How many boxes are looked for at most, one after the other, each among the draws outside those before it.</summary>
    public int MaxBoxes { get; init; } = 3;
}

/// <summary>How one input is bounded in a box.</summary>
/// <param name="Input">The input's place.</param>
/// <param name="Low">Draws in the box have at least this value; null where there is no bound below.</param>
/// <param name="High">Draws in the box have at most this value; null where there is no bound above.</param>
public sealed record BoxBound(int Input, double? Low, double? High);

/// <summary>A box: draws between bounds of a few inputs, richer in hits than the rest.</summary>
/// <param name="Bounds">By input; the box says nothing about inputs that are not named.</param>
/// <param name="QuasiP">
/// By bound: the probability that, if the input did not matter, the box would still hold as many hits: P(X >= hits) for X binomial with
/// the draws in the box and the density of the box without this bound. Not a test in the strict sense, for the same draws chose the box.
/// </param>
/// <param name="Draws">Draws in it that no box before it holds.</param>
/// <param name="Hits">Hits among them.</param>
/// <param name="Density">Hits over draws.</param>
/// <param name="Coverage">Hits over all hits of the sample.</param>
public sealed record FoundBox(
    ImmutableArray<BoxBound> Bounds, ImmutableArray<double> QuasiP, int Draws, int Hits, double Density, double Coverage);

/// <summary>The boxes found.</summary>
/// <param name="Boxes">In the order found; may be empty.</param>
/// <param name="Draws">Draws of the sample.</param>
/// <param name="Hits">Hits of the sample.</param>
public sealed record BoxFinderResult(ImmutableArray<FoundBox> Boxes, int Draws, int Hits);
