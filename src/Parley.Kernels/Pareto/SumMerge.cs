using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>One step of the fold: the undominated among all sums of a vector below and a vector of the issue.</summary>
/// <remarks>
/// The keys below are sorted, so the sums with one choice are a sorted stream. The streams are read in bands of the first
/// party's value, highest first; a band is filtered, sorted and swept before the next is read, so that it stays in the cache
/// and memory does not grow with the number of sums. With a grid, a band holds whole boxes, and each box gives one sum.
/// Cost: sums times one question to the cover, and a logarithm of the band for those it does not cover.
/// </remarks>
internal sealed class SumMerge<T, TCover>
    where T : struct, IBinaryInteger<T>
    where TCover : struct, ISumCover<T>
{
    private const int FirstRoom = 256;

    private readonly SumKeys<T> _keys;
    private readonly SumTest<T> _test;
    private readonly T _mask;
    private readonly bool _isCoarse;
    private readonly T[] _below;
    private readonly T[] _issue;
    private readonly int _limit;
    private readonly int[] _heads;
    private readonly T _width;
    private TCover _cover;
    private T[] _boxes = new T[FirstRoom];
    private T[] _sums;
    private int _count;
    private T[] _kept = new T[16];
    private int _keptCount;

    /// <param name="keys">The layout of keys.</param>
    /// <param name="cover">Empty.</param>
    /// <param name="test">What sums must reach.</param>
    /// <param name="mask">The bits of a key that tell boxes apart.</param>
    /// <param name="limit">Sums kept at most.</param>
    /// <param name="below">Sums over the later issues, the greatest first.</param>
    /// <param name="issue">Options, the greatest first.</param>
    /// <param name="band">Sums in a band, about.</param>
    public SumMerge(SumKeys<T> keys, TCover cover, SumTest<T> test, T mask, int limit, T[] below, T[] issue, int band)
    {
        (_keys, _cover, _test, _mask, _limit, _below, _issue) = (keys, cover, test, mask, limit, below, issue);
        _isCoarse = mask != -T.One;
        _sums = _isCoarse ? new T[FirstRoom] : [];
        _heads = new int[issue.Length];
        if (below.Length == 0) return;
        var range = keys.Field(below[0], 0) + keys.Field(issue[0], 0) - keys.Field(below[^1], 0) - keys.Field(issue[^1], 0);
        _width = T.Max(T.One, range / T.CreateChecked(((long)below.Length * issue.Length / band) + 1));
    }

    public SumLayer<T> Run(CancellationToken cancellationToken)
    {
        var isCut = false;
        while (!isCut && Gather())
        {
            cancellationToken.ThrowIfCancellationRequested();
            isCut = !Sweep();
        }

        return Finish(isCut);
    }

    /// <summary>Boxes only: gives one sum for each undominated box of sums that are all at hand.</summary>
    /// <param name="sums">Undominated; sorted on the way.</param>
    public SumLayer<T> Thin(T[] sums)
    {
        (_sums, _count) = (sums, sums.Length);
        _boxes = Array.ConvertAll(sums, s => s & _mask);
        Array.Sort(_boxes, _sums);
        return Finish(!Sweep());
    }

    private SumLayer<T> Finish(bool isCut)
    {
        var kept = _kept.AsSpan(0, _keptCount).ToArray();
        if (_isCoarse)
        {
            Array.Sort(kept);
            Array.Reverse(kept);
        }

        return new(kept, isCut);
    }

    // Reads the next band of sums that may be undominated; false when no stream has more.
    private bool Gather()
    {
        _count = 0;
        var (below, cover, heads) = (_below, _cover, _heads);
        var top = -T.One;
        for (var c = 0; c < heads.Length; c++)
            if (heads[c] < below.Length) top = T.Max(top, below[heads[c]] + _issue[c]);
        if (top < _test.FirstLeast || top < T.Zero) return false;
        var least = _keys.Field(top, 0) - _width + T.One;
        var floor = T.Max(least, T.Zero) << _keys.Shift(0) & _mask;
        for (var c = 0; c < heads.Length; c++)
        {
            var (head, choice) = (heads[c], _issue[c]);
            for (; head < below.Length; head++)
            {
                var sum = below[head] + choice;
                if (sum < floor) break;
                if (cover.Covers(sum & _mask) || !(_test.IsEasy || _test.Holds(sum))) continue;
                Push(sum);
            }

            heads[c] = head;
        }

        if (_isCoarse) Array.Sort(_boxes, _sums, 0, _count);
        else Array.Sort(_boxes, 0, _count);
        return true;
    }

    private void Push(T sum)
    {
        if (_count == _boxes.Length)
        {
            Array.Resize(ref _boxes, 2 * _count);
            if (_isCoarse) Array.Resize(ref _sums, 2 * _count);
        }

        _boxes[_count] = sum & _mask;
        if (_isCoarse) _sums[_count] = sum;
        _count++;
    }

    // Whatever dominates a sum comes before it, from the end; false when there are more than the limit.
    private bool Sweep()
    {
        for (var (k, next) = (_count - 1, 0); k >= 0; k = next)
        {
            var box = _boxes[k];
            var best = _isCoarse ? _sums[k] : box;
            for (next = k - 1; next >= 0 && _boxes[next] == box; next--)
                if (_isCoarse) best = T.Max(best, _sums[next]);
            if (_cover.Covers(box)) continue;
            if (_keptCount == _limit) return false;
            _cover.Add(box);
            if (_keptCount == _kept.Length) Array.Resize(ref _kept, 2 * _keptCount);
            _kept[_keptCount++] = best;
        }

        return true;
    }
}
