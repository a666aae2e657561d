using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Pareto;

/// <summary>One merge of two parties on all values of the first.</summary>
/// <param name="Below">f of the sums below, with room around it.</param>
/// <param name="Sums">F, to be filled; the value behind the last is laid.</param>
/// <param name="Room">Where F starts in the sums.</param>
/// <param name="Offsets">By option, where what it reads for the first value of F lies below.</param>
/// <param name="Adds">By option, its second value.</param>
/// <param name="Low">The first party's value where F starts.</param>
/// <param name="Shift">Bits below the first party's value in a key.</param>
/// <param name="Test">What sums must reach.</param>
/// <param name="Limit">Sums kept at most.</param>
internal sealed record SumStairsStep(
    int[] Below, int[] Sums, int Room, int[] Offsets, int[] Adds, long Low, int Shift, SumTest<long> Test, int Limit)
{
    /// <summary>First values that are worked on together.</summary>
    public const int Block = 128 * Lanes;

    /// <summary>First values in a vector.</summary>
    public const int Lanes = 8;

    /// <summary>F where there is none.</summary>
    public const int None = int.MinValue / 2;

    /// <summary>F over one block.</summary>
    public void Fill(int block)
    {
        var first = block * Block;
        // All reads lie in what was laid: from the slack before the first value to a block behind the last and the slack.
        Debug.Assert(Offsets.Min() + first >= 0 && Offsets.Max() + first + Block <= Below.Length, "f is laid too short");
        ref var below = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Below), first);
        ref var sums = ref MemoryMarshal.GetReference(Sums.AsSpan(Room + first, Block));
        for (var x = 0; x < Block; x += 4 * Lanes)
        {
            var (a, b) = (Vector256.Create(None), Vector256.Create(None));
            var (c, d) = (a, b);
            for (var o = 0; o < Offsets.Length; o++)
            {
                var add = Vector256.Create(Adds[o]);
                ref var read = ref Unsafe.Add(ref below, Offsets[o] + x);
                a = Vector256.Max(a, Vector256.LoadUnsafe(ref read) + add);
                b = Vector256.Max(b, Vector256.LoadUnsafe(ref read, Lanes) + add);
                c = Vector256.Max(c, Vector256.LoadUnsafe(ref read, 2 * Lanes) + add);
                d = Vector256.Max(d, Vector256.LoadUnsafe(ref read, 3 * Lanes) + add);
            }

            a.StoreUnsafe(ref sums, (nuint)x);
            b.StoreUnsafe(ref sums, (nuint)x + Lanes);
            c.StoreUnsafe(ref sums, (nuint)x + (2 * Lanes));
            d.StoreUnsafe(ref sums, (nuint)x + (3 * Lanes));
        }
    }
}

/// <summary>Where F falls on a stretch of first values: the undominated sums there.</summary>
internal sealed class SumStretch
{
    private const int Lanes = SumStairsStep.Lanes;
    private const int Together = 8 * Lanes;
    private long[] _kept = [];
    private int _count;

    /// <summary>The sums of the last run, the greatest first; it ends early when they are more than the limit.</summary>
    public ReadOnlySpan<long> Kept => _kept.AsSpan(0, _count);

    /// <summary>From the block below the top down to the bottom.</summary>
    /// <param name="step">The merge.</param>
    /// <param name="top">One more than the first block; the lowest value of this one must be filled, or lie behind the last.</param>
    /// <param name="bottom">The last block.</param>
    /// <param name="isLastFilled">Whether F is there on the last block.</param>
    public void Run(SumStairsStep step, int top, int bottom, bool isLastFilled)
    {
        _count = 0;
        for (var block = top - 1; block >= bottom && _count <= step.Limit; block--)
        {
            if (block > bottom || !isLastFilled) step.Fill(block);
            if (_kept.Length < _count + SumStairsStep.Block) Grow();
            var start = _count;
            Falls(step, block * SumStairsStep.Block);
            if (!step.Test.IsEasy) Pass(start, step.Test);
        }
    }

    private void Grow()
    {
        var grown = GC.AllocateUninitializedArray<long>(Math.Max(4 * SumStairsStep.Block, 2 * _kept.Length));
        Kept.CopyTo(grown);
        _kept = grown;
    }

    // The greatest first value first; behind the last sum F is negative.
    private void Falls(SumStairsStep step, int first)
    {
        ref var sums = ref MemoryMarshal.GetReference(step.Sums.AsSpan(step.Room + first, SumStairsStep.Block + 1));
        ref var kept = ref MemoryMarshal.GetReference(_kept.AsSpan(_count, SumStairsStep.Block));
        var (found, low, shift) = (0, step.Low + first, step.Shift);
        for (var x = SumStairsStep.Block - Together; x >= 0; x -= Together)
        {
            var falls = 0ul;
            for (var v = 0; v < Together; v += Lanes)
            {
                var here = Vector256.LoadUnsafe(ref sums, (nuint)(x + v));
                var next = Vector256.Max(Vector256.LoadUnsafe(ref sums, (nuint)(x + v + 1)), Vector256.Create(-1));
                falls |= (ulong)Vector256.GreaterThan(here, next).ExtractMostSignificantBits() << v;
            }

            while (falls != 0)
            {
                var lane = BitOperations.Log2(falls);
                falls ^= 1ul << lane;
                Unsafe.Add(ref kept, found++) = ((low + x + lane) << shift) | (uint)Unsafe.Add(ref sums, x + lane);
            }
        }

        _count += found;
    }

    private void Pass(int start, SumTest<long> test)
    {
        var left = start;
        for (var k = start; k < _count; k++)
            if (test.Holds(_kept[k])) _kept[left++] = _kept[k];
        _count = left;
    }
}
