using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Pareto;

/// <summary>The merge of two parties where sums lie dense: on all values of the first party at once.</summary>
/// <remarks>
/// Definition: f(x) is the greatest second value that comes with a first value of at least x. The f of all sums of two sets is
/// F(x) = max over c of f(x - c0) + c1, for all options c of the issue; a sum is undominated exactly where F falls.
/// Cost: options times the range of the first party, eight values at a time; memory eight bytes for each value of that range.
/// </remarks>
internal sealed class SumStairs(SumKeys<long> keys)
{
    /// <summary>Values of the first party for each sum below, up to which the usual merge is dearer.</summary>
    public const int UsualSpread = 12;

    private const int MostCells = 1 << 22;
    private const int Block = 4096;
    private readonly int _shift = keys.Shift(0);
    private int[] _below = [];
    private int[] _sums = [];

    /// <summary>Whether the merge is possible and pays.</summary>
    public bool Pays(long[] below, long[] issue, int spread)
    {
        if (below.Length < 2 || keys.PartyCount != 2 || keys.Low(1) > int.MaxValue / 2) return false;
        var cells = First(below[0]) - First(below[^1]) + First(issue[0]) - First(issue[^1]);
        return cells < MostCells && cells < below.Length * (long)spread;
    }

    public SumLayer<long> Run(long[] below, long[] issue, SumTest<long> test, int limit)
    {
        var slack = (int)(First(issue[0]) - First(issue[^1]));
        var steps = (int)(First(below[0]) - First(below[^1])) + 1;
        var cells = steps + slack;
        Fill(below, slack, cells);
        Add(issue, steps, cells);
        return Falls(First(below[^1]) + First(issue[^1]), cells, test, limit);
    }

    private long First(long key) => key >>> _shift;

    // f from the least first value below, less the slack, on.
    private void Fill(long[] below, int slack, int cells)
    {
        if (_below.Length < cells + 1) (_below, _sums) = (new int[(cells + 1) * 3 / 2], new int[(cells + 1) * 3 / 2]);
        var start = First(below[^1]) - slack;
        var next = 0;
        for (var k = below.Length - 1; k >= 0; k--)
        {
            var end = (int)(First(below[k]) - start) + 1;
            _below.AsSpan(next, end - next).Fill((int)keys.Field(below[k], 1));
            next = end;
        }
    }

    // F from the least first value of all sums on; -1 behind the greatest.
    private void Add(long[] issue, int steps, int cells)
    {
        _sums.AsSpan(0, cells + 1).Fill(-1);
        var (low, slack) = (First(issue[^1]), cells - steps);
        for (var block = 0; block < cells; block += Block)
        {
            foreach (var option in issue)
            {
                var first = (int)(First(option) - low);
                var end = Math.Min(block + Block, steps + first);
                if (end <= block) continue;
                Raise(
                    _sums.AsSpan(block, end - block),
                    _below.AsSpan(block + slack - first, end - block),
                    (int)keys.Field(option, 1));
            }
        }
    }

    private static void Raise(Span<int> sums, ReadOnlySpan<int> below, int second)
    {
        ref var to = ref MemoryMarshal.GetReference(sums);
        ref var from = ref MemoryMarshal.GetReference(below);
        var (k, add) = (0, Vector256.Create(second));
        for (; k <= sums.Length - Vector256<int>.Count; k += Vector256<int>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref from, (nuint)k) + add;
            Vector256.Max(sum, Vector256.LoadUnsafe(ref to, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < sums.Length; k++) sums[k] = Math.Max(sums[k], below[k] + second);
    }

    // Where F falls, from the greatest first value down.
    private SumLayer<long> Falls(long low, int cells, SumTest<long> test, int limit)
    {
        var kept = new long[Count(cells)];
        ref var sums = ref MemoryMarshal.GetReference(_sums.AsSpan(0, cells + 1));
        var (count, found) = (0, 0);
        for (var end = cells; end > 0 && found < kept.Length; end -= Vector256<int>.Count)
        {
            var start = Math.Max(0, end - Vector256<int>.Count);
            var falls = end >= Vector256<int>.Count
                ? ~Vector256.Equals(Vector256.LoadUnsafe(ref sums, (nuint)start), Vector256.LoadUnsafe(ref sums, (nuint)start + 1))
                    .ExtractMostSignificantBits() & 0xFF
                : (1u << end) - 1;
            for (; falls != 0; falls &= ~(1u << BitOperations.Log2(falls)))
            {
                var x = start + BitOperations.Log2(falls);
                if (_sums[x] == _sums[x + 1]) continue;
                found++;
                var key = ((low + x) << _shift) | (uint)_sums[x];
                if (!test.IsEasy && !test.Holds(key)) continue;
                if (count == limit) return new(kept[..count], true);
                kept[count++] = key;
            }
        }

        return new(count == kept.Length ? kept : kept[..count], false);
    }

    private int Count(int cells)
    {
        ref var sums = ref MemoryMarshal.GetReference(_sums.AsSpan(0, cells + 1));
        var (k, equal, count) = (0, Vector256<int>.Zero, 0);
        for (; k <= cells - Vector256<int>.Count; k += Vector256<int>.Count)
            equal -= Vector256.Equals(Vector256.LoadUnsafe(ref sums, (nuint)k), Vector256.LoadUnsafe(ref sums, (nuint)k + 1));
        for (var rest = k; rest < cells; rest++)
            if (_sums[rest] != _sums[rest + 1]) count++;
        return k - Vector256.Sum(equal) + count;
    }
}
