using System.Numerics;

namespace Parley.Kernels.Sampling;

/// <summary>Owen-scrambled Sobol points by random access; see <see cref="UnitSequence.ScrambledSobol"/>.</summary>
internal sealed class SobolSequence : UnitSequence
{
    private readonly uint[] directions;
    private readonly ulong[] keys;

    public SobolSequence(ulong seed, int dimensions)
        : base(dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, SobolNumbers.MaxDimensions);
        directions = SobolNumbers.Directions(dimensions);
        var random = new CounterRandom(seed, 2);
        keys = [.. Enumerable.Range(0, dimensions).Select(j => random.Bits(0, j))];
    }

    public override long Draws => 1L << 32;

    private protected override void Write(long draw, Span<double> units)
    {
        for (var j = 0; j < units.Length; j++) units[j] = CounterRandom.ToUnit(Scramble(Digits((uint)draw, j), keys[j]));
    }

    /// <summary>The first 32 binary digits of a coordinate of the sequence before scrambling.</summary>
    internal uint Digits(uint draw, int dimension)
    {
        var digits = 0u;
        for (; draw != 0; draw &= draw - 1) digits ^= directions[dimension * 32 + BitOperations.TrailingZeroCount(draw)];
        return digits;
    }

    /// <summary>64 digits: each of the 32 given flipped by a bit of its own for each beginning, those after them random.</summary>
    internal static ulong Scramble(uint digits, ulong key)
    {
        var flips = 0u;
        for (var place = 0; place < 32; place++)
        {
            // The digits before this one behind a leading 1: no two nodes of the tree share a number.
            var node = 1UL << place | (ulong)digits >> (32 - place);
            flips = flips << 1 | (uint)(Hash(node, key) >> 63);
        }

        return (ulong)(digits ^ flips) << 32 | Hash(1UL << 32 | digits, key) >> 32;
    }

    private static ulong Hash(ulong node, ulong key) => CounterRandom.Mix(key + node * 0x9E3779B97F4A7C15);
}
