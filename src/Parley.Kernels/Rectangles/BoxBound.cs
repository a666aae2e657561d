using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>A bound on what any package can have of a set of boxes.</summary>
/// <remarks>
/// Weights are spread over classes of boxes that are apart two by two; a package lies in one box of a class at most, so it has
/// at most the sum of the classes' weights. Each class is grown around the box that has least left, heaviest boxes first.
/// Cost: classes (at most boxes) times boxes times words.
/// Source: Held, Cook and Sewell 2012, Mathematical Programming Computation 4(4), pp. 363-381; key "held2012" in docs/references.bib.
/// </remarks>
internal sealed class BoxBound<T>(BoxGraph graph, T[] values, int parties)
    where T : struct, IBinaryInteger<T>
{
    private readonly T[] _left = new T[graph.Count];
    private readonly int[] _order = new int[graph.Count];
    private readonly int[] _class = new int[graph.Count];
    private readonly ulong[] _fits = new ulong[graph.Words];

    /// <summary>Bounds computed so far.</summary>
    public long Count { get; private set; }

    /// <summary>Where classes are written down; null while nobody asks for a proof.</summary>
    public List<BoxClass>? Classes { get; set; }

    /// <summary>The most that a package can have of the boxes, as a weighted sum over the parties.</summary>
    public T Of(ReadOnlySpan<ulong> boxes, ReadOnlySpan<T> weights)
    {
        Count++;
        var open = 0;
        for (var b = BoxGraph.Next(boxes, 0); b >= 0; b = BoxGraph.Next(boxes, b + 1))
        {
            var weight = T.Zero;
            for (var p = 0; p < parties; p++) weight += weights[p] * values[(b * parties) + p];
            if (weight <= T.Zero) continue;
            _left[b] = weight;
            Insert(b, open++);
        }

        var total = T.Zero;
        while (open > 0)
        {
            var (size, least) = Class(open);
            total += least;
            Classes?.Add(new(_class[..size], BigInteger.CreateChecked(least)));
            for (var k = 0; k < size; k++) _left[_class[k]] -= least;
            open = Sorted(open);
        }

        return total;
    }

    // Boxes in order of what is left of them, the heaviest first; among equals, as they come.
    private void Insert(int box, int count)
    {
        var at = count;
        for (; at > 0 && _left[_order[at - 1]] < _left[box]; at--) _order[at] = _order[at - 1];
        _order[at] = box;
    }

    private (int Size, T Least) Class(int open)
    {
        var seed = _order[open - 1];
        var (size, least) = (1, _left[seed]);
        _class[0] = seed;
        graph.Apart(seed).CopyTo(_fits);
        for (var k = 0; k < open; k++)
        {
            var box = _order[k];
            if (!BoxGraph.Has(_fits, box)) continue;
            _class[size++] = box;
            var apart = graph.Apart(box);
            for (var w = 0; w < _fits.Length; w++) _fits[w] &= apart[w];
        }

        return (size, least); // the seed has least left of all
    }

    private int Sorted(int open)
    {
        var kept = 0;
        for (var k = 0; k < open; k++)
        {
            var box = _order[k];
            if (_left[box] > T.Zero) Insert(box, kept++);
        }

        return kept;
    }
}
