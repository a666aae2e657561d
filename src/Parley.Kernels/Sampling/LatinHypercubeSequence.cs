using System.Numerics;

namespace Parley.Kernels.Sampling;

/// <summary>Latin hypercube points by random access; see <see cref="UnitSequence.LatinHypercube"/>.</summary>
internal sealed class LatinHypercubeSequence : UnitSequence
{
    private readonly CounterRandom random;
    private readonly KeyedPermutation[] orders;
    private readonly int digits;

    public LatinHypercubeSequence(ulong seed, int dimensions, long draws)
        : base(dimensions)
    {
        random = new(seed);
        var shuffle = new CounterRandom(seed, 1);
        orders = [.. Enumerable.Range(0, dimensions).Select(j => new KeyedPermutation(draws, shuffle, j))];
        Draws = draws;
        // So few digits inside an interval that no rounding reaches its end.
        digits = Math.Min(32, 50 - (64 - BitOperations.LeadingZeroCount((ulong)draws)));
    }

    public override long Draws { get; }

    private protected override void Write(long draw, Span<double> units)
    {
        for (var j = 0; j < units.Length; j++)
        {
            var inside = ((random.Bits((ulong)draw, j) >> (64 - digits)) + 0.5) / (1L << digits);
            units[j] = (orders[j].At(draw) + inside) / Draws;
        }
    }
}
