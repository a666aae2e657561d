using System.Runtime.InteropServices;

namespace Parley.Kernels.Sampling;

/// <summary>Random numbers without a state: each is a function of a seed, a stream, the number of the draw and a dimension.</summary>
/// <remarks>
/// Definition: the Philox-4x32-10 cipher with the seed as key and (draw, dimension / 2, stream) as counter; even dimensions take the
/// first half of the 128 bits, odd ones the second. Two calls with the same arguments give the same bits on every machine.
/// Cost: ten rounds of two multiplications a call, no memory. Safe from any thread.
/// Source: Salmon, Moraes, Dror and Shaw 2011, Parallel Random Numbers: As Easy as 1, 2, 3; key "salmon2011" in docs/references.bib.
/// </remarks>
/// <param name="Seed">Equal seeds give equal numbers.</param>
/// <param name="Stream">Keeps uses apart that share a seed: the numbers of two streams have nothing to do with each other.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CounterRandom(ulong Seed, int Stream = 0)
{
    /// <summary>64 random bits.</summary>
    /// <param name="draw">The number of the draw; any.</param>
    /// <param name="dimension">Which number of the draw; any.</param>
    public ulong Bits(ulong draw, int dimension)
    {
        var (a, b, c, d) = Block(
            ((uint)draw, (uint)(draw >> 32), (uint)dimension >> 1, (uint)Stream), ((uint)Seed, (uint)(Seed >> 32)));
        return (dimension & 1) == 0 ? a | (ulong)b << 32 : c | (ulong)d << 32;
    }

    /// <summary>A number in the open interval (0, 1): an odd multiple of 2^-53, each equally likely, so that 1 - u is as likely as u.</summary>
    /// <param name="draw">The number of the draw; any.</param>
    /// <param name="dimension">Which number of the draw; any.</param>
    public double Unit(ulong draw, int dimension) => ToUnit(Bits(draw, dimension));

    /// <summary>An index in [0, <paramref name="count"/>), each equally likely up to count / 2^64.</summary>
    /// <param name="draw">The number of the draw; any.</param>
    /// <param name="dimension">Which number of the draw; any.</param>
    /// <param name="count">At least 1.</param>
    public int Index(ulong draw, int dimension, int count) => (int)Math.BigMul(Bits(draw, dimension), (ulong)count, out _);

    /// <summary>The upper 52 bits as an odd multiple of 2^-53.</summary>
    internal static double ToUnit(ulong bits) => ((bits >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A cheap keyed hash of 64 bits: Stafford's variant 13 of the mixing step of MurmurHash3, as in SplitMix64.</summary>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }

    internal static (uint A, uint B, uint C, uint D) Block((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        for (var round = 0; round < 10; round++)
        {
            var left = counter.A * 0xD2511F53UL;
            var right = counter.C * 0xCD9E8D57UL;
            counter = ((uint)(right >> 32) ^ counter.B ^ key.A, (uint)right, (uint)(left >> 32) ^ counter.D ^ key.B, (uint)left);
            key = (key.A + 0x9E3779B9, key.B + 0xBB67AE85);
        }

        return counter;
    }
}
