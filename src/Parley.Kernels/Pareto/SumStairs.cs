using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Pareto;

/// <summary>The merge of two parties where sums lie dense: on all values of the first party at once.</summary>
/// <remarks>
/// Definition: f(x) is the greatest second value that comes with a first value of at least x. The f of all sums of two sets is
/// F(x) = max over c of f(x - c0) + c1, for all options c of the issue; a sum is undominated exactly where F falls.
/// Shapes: f holds the values from the least first value on, with room before and behind for the issue's range.
/// Cost: options times the range of the first party, eight values at a time; memory eight bytes for each value of that range.
/// </remarks>
internal sealed class SumStairs(SumKeys<long> keys)
{
    /// <summary>Values of the first party for each sum below, up to which the usual merge is dearer.</summary>
    public const int UsualSpread = 32;

    private const int MostCells = 1 << 22;
    private const int None = int.MinValue / 2;
    private const int Block = 128 * Lanes;
    private const int Lanes = 8;
    private readonly int _shift = keys.Shift(0);
    private readonly uint _low = (uint)keys.Low(1);
    private int[] _below = [];
    private int[] _sums = [];
    private int _start;
    private int _room;
    private long[] _kept = [];
    private long[] _last = [];

    /// <summary>Whether the merge is possible and pays.</summary>
    public bool Pays(long[] below, long[] issue, int spread)
    {
        if (below.Length < 2 || keys.Low(1) > int.MaxValue / 4) return false;
        var cells = Steps(below) + Steps(issue);
        return cells < MostCells && cells < below.Length * (long)spread;
    }

    public SumLayer<long> Run(long[] below, long[] issue, SumTest<long> test, int limit)
    {
        var (steps, slack) = ((int)Steps(below) + 1, (int)Steps(issue));
        Lay(below, steps, slack);
        // Sums and what is read for them are laid out from the same place; reading goes back by what the option is worth.
        // The room before is the largest so far, so that most merges find the sums laid out by the one before.
        _room = Math.Max(_room, slack + Lanes);
        var size = steps + slack + Block + Lanes + (2 * _room);
        if (_sums.Length < size) _sums = new int[size * 3 / 2];
        var (offsets, adds) = (new int[issue.Length], new Vector256<int>[issue.Length]);
        for (var c = 0; c < issue.Length; c++)
        {
            offsets[c] = _start - (int)(First(issue[c]) - First(issue[^1]));
            adds[c] = Vector256.Create((int)((uint)issue[c] & _low));
        }

        var layer = Descend(First(below[^1]) + First(issue[^1]), steps + slack, (offsets, adds), test, limit);
        (_below, _sums, _start) = (_sums, _below, _room);
        _last = test.IsEasy && !layer.IsCut ? layer.Keys : [];
        return layer;
    }

    private long First(long key) => key >>> _shift;

    private long Steps(long[] falling) => First(falling[0]) - First(falling[^1]);

    // f of the sums below: left from the merge before, or laid out anew; the first value comes before, nothing behind.
    private void Lay(long[] below, int steps, int slack)
    {
        var isLaid = ReferenceEquals(below, _last) && _start >= slack && _below.Length >= _start + steps + slack + Block + Lanes;
        if (!isLaid)
        {
            _start = slack;
            var size = slack + steps + slack + Block + Lanes;
            if (_below.Length < size) _below = new int[size * 3 / 2];
            var (start, next) = (First(below[^1]), 0);
            for (var k = below.Length - 1; k >= 0; k--)
            {
                var end = (int)(First(below[k]) - start) + 1;
                _below.AsSpan(_start + next, end - next).Fill((int)((uint)below[k] & _low));
                next = end;
            }
        }

        _below.AsSpan(_start - slack, slack).Fill(_below[_start]);
        _below.AsSpan(_start + steps, slack + Block + Lanes).Fill(None);
    }

    // Block by block from the greatest first value down: F, then where it falls.
    private SumLayer<long> Descend(
        long low, int cells, (int[] Offsets, Vector256<int>[] Adds) issue, SumTest<long> test, int limit)
    {
        var count = 0;
        var blocks = (cells + Block - 1) / Block;
        _sums[_room + (blocks * Block)] = None;
        for (var block = blocks - 1; block >= 0; block--)
        {
            Fill(block * Block, issue.Offsets, issue.Adds);
            if (_kept.Length < count + Block) Array.Resize(ref _kept, Math.Max(4 * Block, 2 * _kept.Length));
            var end = Falls(low, block * Block, count);
            if (!test.IsEasy) end = Passing(count, end, test);
            if (end > limit) return new(_kept[..limit], true);
            count = end;
        }

        return new(_kept[..count], false);
    }

    private void Fill(int first, int[] offsets, Vector256<int>[] adds)
    {
        ref var below = ref MemoryMarshal.GetArrayDataReference(_below);
        ref var sums = ref MemoryMarshal.GetReference(_sums.AsSpan(_room + first, Block));
        // All reads lie in what was laid: from the slack before the first value to a block behind the last and the slack.
        Debug.Assert(offsets.Min() + first >= 0 && offsets.Max() + first + Block <= _below.Length, "f is laid too short");
        for (var x = 0; x < Block; x += Lanes)
        {
            var most = Vector256.Create(None);
            for (var c = 0; c < offsets.Length; c++)
                most = Vector256.Max(most, Vector256.LoadUnsafe(ref below, (nuint)(offsets[c] + first + x)) + adds[c]);
            most.StoreUnsafe(ref sums, (nuint)x);
        }
    }

    // Where F falls, the greatest first value first; behind the last sum F is negative.
    private int Falls(long low, int first, int count)
    {
        ref var sums = ref MemoryMarshal.GetReference(_sums.AsSpan(_room + first, Block + 1));
        ref var kept = ref MemoryMarshal.GetReference(_kept.AsSpan(count, Block));
        var found = 0;
        for (var x = Block - Lanes; x >= 0; x -= Lanes)
        {
            var here = Vector256.LoadUnsafe(ref sums, (nuint)x);
            var falls = Vector256.GreaterThan(here, Vector256.Max(Vector256.LoadUnsafe(ref sums, (nuint)x + 1), Vector256.Create(-1)))
                .ExtractMostSignificantBits();
            while (falls != 0)
            {
                var lane = BitOperations.Log2(falls);
                falls ^= 1u << lane;
                Unsafe.Add(ref kept, found++) = ((low + first + x + lane) << _shift) | (uint)Unsafe.Add(ref sums, x + lane);
            }
        }

        return count + found;
    }

    private int Passing(int start, int end, SumTest<long> test)
    {
        var left = start;
        for (var k = start; k < end; k++)
            if (test.Holds(_kept[k])) _kept[left++] = _kept[k];
        return left;
    }
}
