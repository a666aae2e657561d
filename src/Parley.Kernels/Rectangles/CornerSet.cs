using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>What of the space of values the points found so far leave open: a vector is new when it is at least some corner.</summary>
/// <remarks>
/// A point closes the corners it reaches; each is replaced by those that exceed the point in one party. Corners that lie
/// within another's region are dropped.
/// Source: Klamroth, Lacour and Vanderpooten 2015, European Journal of Operational Research 245(3), pp. 767-778; key "klamroth2015" in docs/references.bib.
/// </remarks>
internal sealed class CornerSet<T>(T[] least)
    where T : struct, IBinaryInteger<T>
{
    private readonly List<T[]> _corners = [least];
    private readonly List<T[]> _fresh = [];

    public IReadOnlyList<T[]> All => _corners;

    public bool IsOpen(ReadOnlySpan<T> values)
    {
        foreach (var corner in _corners)
            if (AtLeast(values, corner)) return true;
        return false;
    }

    /// <summary>Closes what a point covers; false when it was closed already.</summary>
    public bool Close(ReadOnlySpan<T> point)
    {
        _fresh.Clear();
        for (var k = _corners.Count - 1; k >= 0; k--)
        {
            if (!AtLeast(point, _corners[k])) continue;
            for (var p = 0; p < point.Length; p++)
            {
                var corner = (T[])_corners[k].Clone();
                corner[p] = point[p] + T.One;
                _fresh.Add(corner);
            }

            _corners.RemoveAt(k);
        }

        foreach (var corner in _fresh)
        {
            if (_corners.Exists(c => AtLeast(corner, c))) continue;
            _corners.RemoveAll(c => AtLeast(c, corner));
            _corners.Add(corner);
        }

        return _fresh.Count > 0;
    }

    /// <summary>Whether values are at least a corner, for every party.</summary>
    public static bool AtLeast(ReadOnlySpan<T> values, ReadOnlySpan<T> corner)
    {
        for (var p = 0; p < values.Length; p++)
            if (values[p] < corner[p]) return false;
        return true;
    }
}
