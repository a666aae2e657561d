using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>Whether a partial sum reaches what a region asks of it.</summary>
internal sealed class SumTest<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly SumKeys<T> _keys;
    private readonly T[][] _weights;
    private readonly T[] _joint;
    private readonly T _single;

    public SumTest(SumKeys<T> keys, SumRegion region, int issue)
    {
        _keys = keys;
        _single = keys.Pack(region.Single(issue));
        FirstLeast = T.CreateChecked(region.Single(issue)[0]) << keys.Shift(0);
        _weights = [.. region.Weights.Select(w => Array.ConvertAll(w, T.CreateChecked))];
        _joint = Array.ConvertAll(region.Joint(issue), T.CreateChecked);
        IsEasy = _single == T.Zero && _joint.Length == 0;
    }

    /// <summary>Whether all sums pass.</summary>
    public bool IsEasy { get; }

    /// <summary>No lesser key passes.</summary>
    public T FirstLeast { get; }

    public bool Holds(T key)
    {
        if (!_keys.Covers(key, _single)) return false;
        for (var c = 0; c < _joint.Length; c++)
        {
            var sum = T.Zero;
            var weights = _weights[c];
            for (var p = 0; p < weights.Length; p++) sum += weights[p] * _keys.Field(key, p);
            if (sum < _joint[c]) return false;
        }

        return true;
    }
}
