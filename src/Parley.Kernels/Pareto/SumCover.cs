using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>Remembers keys that arrive with the first party's value falling, and says what they cover in the other parties.</summary>
/// <remarks>The structures that implement it are known to the compiler where they are used, so that no call is indirect.</remarks>
internal interface ISumCover<T>
    where T : struct, IBinaryInteger<T>
{
    /// <summary>Whether an earlier vector is at least this one in every party but the first.</summary>
    bool Covers(T key);

    /// <summary>Remembers a key that is not covered.</summary>
    void Add(T key);
}

/// <summary>One or two parties: the greatest value so far. Cost: constant.</summary>
internal struct GreatestCover<T>(SumKeys<T> keys) : ISumCover<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly T _second = keys.PartyCount == 2 ? keys.InPlace(1) : T.Zero;
    private T _greatest = -T.One;

    public readonly bool Covers(T key) => (key & _second) <= _greatest;

    public void Add(T key) => _greatest = key & _second;
}

/// <summary>Three parties: for each value of the second, the greatest third that came with at least it.</summary>
/// <remarks>Cost: constant to ask, the length of the new stair to add.</remarks>
/// <param name="keys">The layout of keys.</param>
/// <param name="range">The greatest value of the second party.</param>
internal readonly struct StairCover<T>(SumKeys<T> keys, int range) : ISumCover<T>
    where T : struct, IBinaryInteger<T>
{
    public const int MostSteps = 1 << 16;

    // One more than the greatest third; 0 where there is none yet.
    private readonly T[] _steps = new T[range + 1];
    private readonly int _shift = keys.Shift(1);
    private readonly T _low = keys.Low(1);
    private readonly T _third = keys.InPlace(2);

    public bool Covers(T key) => _steps[Step(key)] > (key & _third);

    public void Add(T key)
    {
        var above = (key & _third) + T.One;
        var steps = _steps;
        for (var k = Step(key); k >= 0 && steps[k] < above; k--) steps[k] = above;
    }

    private int Step(T key) => int.CreateTruncating((key >>> _shift) & _low);
}

/// <summary>Three parties of any range: the stair of undominated pairs, the second party's value rising.</summary>
/// <remarks>Cost: a logarithm to ask, the length of the stair to add, as a move of memory.</remarks>
internal struct SortedStairCover<T>(SumKeys<T> keys) : ISumCover<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly T _pair = keys.InPlace(1) | keys.InPlace(2);
    private readonly T _second = keys.InPlace(1);
    private readonly T _third = keys.InPlace(2);
    private T[] _stair = new T[16];
    private int _count;

    public readonly bool Covers(T key)
    {
        // Of the pairs with at least this second value, the one with the least has the greatest third.
        var k = First(key & _second);
        return k < _count && (_stair[k] & _third) >= (key & _third);
    }

    public void Add(T key)
    {
        var pair = key & _pair;
        var end = First(pair);
        if (end < _count && (_stair[end] & _second) == (pair & _second)) end++;
        var start = end;
        while (start > 0 && (_stair[start - 1] & _third) <= (pair & _third)) start--;
        if (_count == _stair.Length) Array.Resize(ref _stair, 2 * _count);
        Array.Copy(_stair, end, _stair, start + 1, _count - end);
        _stair[start] = pair;
        _count += 1 - (end - start);
    }

    private readonly int First(T least)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_stair[middle] < least) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>Any number of parties: the vectors that no other covers, in the order of arrival.</summary>
/// <remarks>Cost: their number, to ask and to add; the last ones that covered are asked first.</remarks>
internal struct ListCover<T>(SumKeys<T> keys) : ISumCover<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly T _guards = keys.Guards;
    private readonly T _others = ~keys.InPlace(0);
    private T[] _kept = new T[64];
    private int _count;

    public readonly bool Covers(T key)
    {
        var (vector, guards) = (key & _others, _guards);
        var kept = _kept.AsSpan(0, _count);
        for (var k = 0; k < kept.Length; k++)
        {
            if (((kept[k] - vector) & guards) != guards) continue;
            // What covers one sum often covers the next.
            if (k > 0) (kept[k], kept[k / 2]) = (kept[k / 2], kept[k]);
            return true;
        }

        return false;
    }

    public void Add(T key)
    {
        // Kept with their guards raised, ready to be subtracted from.
        var raised = (key & _others) | _guards;
        var left = 0;
        for (var k = 0; k < _count; k++)
            if (((raised - (_kept[k] ^ _guards)) & _guards) != _guards) _kept[left++] = _kept[k];
        if (left == _kept.Length) Array.Resize(ref _kept, 2 * left);
        _kept[left] = raised;
        _count = left + 1;
    }
}
