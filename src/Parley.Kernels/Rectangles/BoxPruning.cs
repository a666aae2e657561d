using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>Which values are still wanted, and whether a node can reach one.</summary>
internal sealed class BoxPruning<T>(BoxTask<T> task, BoxBound<T> bound, CornerSet<T> corners, bool isProof)
    where T : struct, IBinaryInteger<T>
{
    /// <summary>Weights of a joint bound are at most this; it decides how wide numbers must be.</summary>
    public const int WeightBits = 20;

    private const int MostJointBounds = 6;

    private readonly T[][] _units = Units(task.Constant.Length);
    private readonly T[] _upper = new T[task.Constant.Length];
    private readonly T[] _weights = new T[task.Constant.Length];
    private readonly List<T[]> _open = [];
    private List<ClassBound> _bounds = [];
    private T? _best;

    /// <summary>The bounds that the last refusal rests on, when a proof is wanted.</summary>
    public IReadOnlyList<ClassBound> Bounds => _bounds;

    /// <summary>Whether a vector is wanted; then nothing that it covers is wanted any more.</summary>
    public bool Takes(ReadOnlySpan<T> values)
    {
        if (!CornerSet<T>.AtLeast(values, task.Least)) return false;
        foreach (var (weights, least) in task.Cuts)
            if (Sum(weights, values) < least) return false;
        if (task.Goal is null) return corners.Close(values);
        var sum = Sum(task.Goal, values);
        if (_best is { } best && sum <= best) return false;
        _best = sum;
        return true;
    }

    /// <summary>Whether the sums so far and what the candidates may add reach a wanted vector, as far as bounds tell.</summary>
    public bool MayImprove(ReadOnlySpan<ulong> candidates, ReadOnlySpan<T> sums)
    {
        _bounds = [];
        for (var p = 0; p < _upper.Length; p++)
        {
            _upper[p] = sums[p] + Bound(candidates, _units[p]);
            if (task.Caps[p] is { } cap && _upper[p] > cap) _upper[p] = cap;
            if (_upper[p] < task.Least[p]) return false;
        }

        foreach (var (weights, least) in task.Cuts)
            if (Joint(candidates, sums, weights) < least) return false;
        if (task.Goal is { } goal) return _best is not { } best || Joint(candidates, sums, goal) > best;
        _open.Clear();
        foreach (var corner in corners.All)
            if (CornerSet<T>.AtLeast(_upper, corner)) _open.Add(corner);
        return !ClosesAll(candidates, sums);
    }

    // The parties' bounds are seldom reached together: sums of values, weighted towards a corner in the middle, say more.
    private bool ClosesAll(ReadOnlySpan<ulong> candidates, ReadOnlySpan<T> sums)
    {
        for (var k = 0; k < MostJointBounds && _open.Count > 0; k++)
        {
            Aim(_open[_open.Count / 2]);
            var joint = Joint(candidates, sums, _weights);
            if (_open.RemoveAll(c => joint < Sum(_weights, c)) == 0) return false;
        }

        return _open.Count == 0;
    }

    private void Aim(T[] corner)
    {
        var nearest = double.MaxValue;
        for (var p = 0; p < _upper.Length; p++) nearest = Math.Min(nearest, Distance(p));
        for (var p = 0; p < _upper.Length; p++) _weights[p] = T.CreateTruncating((long)((1 << WeightBits) * (nearest / Distance(p))));

        double Distance(int p) => double.CreateTruncating(_upper[p] - corner[p]) + 1;
    }

    private T Joint(ReadOnlySpan<ulong> candidates, ReadOnlySpan<T> sums, T[] weights) =>
        T.Min(Sum(weights, sums) + Bound(candidates, weights), Sum(weights, _upper));

    private T Bound(ReadOnlySpan<ulong> candidates, T[] weights)
    {
        if (!isProof) return bound.Of(candidates, weights);
        bound.Classes = [];
        var most = bound.Of(candidates, weights);
        _bounds.Add(new(Array.ConvertAll(weights, w => BigInteger.CreateChecked(w)), bound.Classes));
        return most;
    }

    private static T Sum(ReadOnlySpan<T> weights, ReadOnlySpan<T> values)
    {
        var sum = T.Zero;
        for (var p = 0; p < weights.Length; p++) sum += weights[p] * values[p];
        return sum;
    }

    private static T[][] Units(int parties)
    {
        var units = new T[parties][];
        for (var p = 0; p < parties; p++)
        {
            units[p] = new T[parties];
            units[p][p] = T.One;
        }

        return units;
    }
}
