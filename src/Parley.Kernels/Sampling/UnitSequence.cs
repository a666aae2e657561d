namespace Parley.Kernels.Sampling;

/// <summary>Points of the unit cube, numbered from 0, of which any can be had alone: however the draws are shared out, they are the same.</summary>
/// <remarks>
/// All three kinds are random: each number of each draw is uniform in the open interval (0, 1), so that a mean over draws is unbiased.
/// They differ in how the draws of one seed hang together. Safe from any thread.
/// </remarks>
public abstract class UnitSequence
{
    /// <summary>The most dimensions of <see cref="ScrambledSobol"/>: those whose polynomial has degree 12 at most.</summary>
    public const int MaxSobolDimensions = SobolNumbers.MaxDimensions;

    private protected UnitSequence(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        Dimensions = dimensions;
    }

    /// <summary>Numbers in a draw.</summary>
    public int Dimensions { get; }

    /// <summary>How many draws there are: those asked for at the start, or as many as the kind has.</summary>
    public abstract long Draws { get; }

    /// <summary>Plain Monte Carlo: all numbers are independent.</summary>
    /// <param name="seed">Equal seeds give equal numbers.</param>
    /// <param name="dimensions">Numbers in a draw.</param>
    public static UnitSequence Independent(ulong seed, int dimensions) => new IndependentSequence(seed, dimensions);

    /// <summary>Latin hypercube: in each dimension, each of N equal intervals holds exactly one of the N draws.</summary>
    /// <remarks>
    /// Definition: (p_j(i) + u_ij) / N with an independent random order p_j for each dimension and u uniform.
    /// The spread of a mean is that of plain Monte Carlo for what is left of the function after its best sum of functions of one input.
    /// Source: McKay, Beckman and Conover 1979, Technometrics 21(2), pp. 239-245; key "mckay1979" in docs/references.bib.
    /// </remarks>
    /// <param name="seed">Equal seeds give equal numbers.</param>
    /// <param name="dimensions">Numbers in a draw.</param>
    /// <param name="draws">N, from 1 to 2^40. Fewer of them than N are no Latin hypercube.</param>
    public static UnitSequence LatinHypercube(ulong seed, int dimensions, long draws) => new LatinHypercubeSequence(seed, dimensions, draws);

    /// <summary>Scrambled Sobol points: in each dimension, each of 2^k equal intervals holds one of the first 2^k draws, and pairs of dimensions are spread evenly too.</summary>
    /// <remarks>
    /// Definition: Sobol's digital sequence with the direction numbers of Joe and Kuo, digits scrambled as Owen proposed: each digit is
    /// flipped or not by a random bit that hangs on the dimension and on all digits before it (32 digits; the rest are random).
    /// Use 2^k draws from 0 on. For smooth functions the error of a mean then falls nearly as N^-1.5, for any function it is at most a
    /// constant times plain Monte Carlo's. How evenly three and more late dimensions are spread together is promised only for large N.
    /// Source: Owen 1998, J. Complexity 14(4), pp. 466-489; key "owen1998" in docs/references.bib. Direction numbers: Joe and Kuo 2008;
    /// key "joe2008" in docs/references.bib.
    /// </remarks>
    /// <param name="seed">Equal seeds give equal numbers.</param>
    /// <param name="dimensions">Numbers in a draw, at most <see cref="MaxSobolDimensions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more dimensions.</exception>
    public static UnitSequence ScrambledSobol(ulong seed, int dimensions) => new SobolSequence(seed, dimensions);

    /// <summary>Writes one draw.</summary>
    /// <param name="draw">From 0 to <see cref="Draws"/> - 1.</param>
    /// <param name="units">Takes <see cref="Dimensions"/> numbers in the open interval (0, 1).</param>
    /// <exception cref="ArgumentException">The draw does not exist, or <paramref name="units"/> has another length.</exception>
    public void Fill(long draw, Span<double> units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(draw, Draws);
        if (units.Length != Dimensions) throw new ArgumentException($"A draw has {Dimensions} numbers, not {units.Length}.", nameof(units));
        Write(draw, units);
    }

    private protected abstract void Write(long draw, Span<double> units);
}

internal sealed class IndependentSequence(ulong seed, int dimensions) : UnitSequence(dimensions)
{
    private readonly CounterRandom random = new(seed);

    public override long Draws => long.MaxValue;

    private protected override void Write(long draw, Span<double> units)
    {
        for (var j = 0; j < units.Length; j++) units[j] = random.Unit((ulong)draw, j);
    }
}
