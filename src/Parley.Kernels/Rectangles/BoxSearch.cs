using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>What a search over boxes looks for, in numbers of one width.</summary>
/// <param name="Constant">By party, what every package has.</param>
/// <param name="Values">By box and party, at least 0, flat.</param>
/// <param name="Caps">By party, the most that counts; null for no cap.</param>
/// <param name="Least">By party, the least that is wanted.</param>
/// <param name="Cuts">Weighted sums that must be at least so much.</param>
/// <param name="Goal">Weights of a sum to be maximised; null when the frontier is wanted.</param>
internal sealed record BoxTask<T>(T[] Constant, T[] Values, T?[] Caps, T[] Least, (T[] Weights, T Least)[] Cuts, T[]? Goal)
    where T : struct, IBinaryInteger<T>;

/// <summary>Branch and bound over boxes: which ones does the package lie in?</summary>
/// <remarks>
/// A node is a set of boxes chosen, which meet, and a set of candidates that meet all of them. A candidate that meets all others
/// is chosen at once. A branch takes a candidate (and drops what it is apart from) or leaves it uncounted, which is a
/// relaxation: what is found is counted in full. A node ends when the bounds of its values reach no open corner.
/// Cost: exponential in the number of boxes that are apart; <c>nodes</c> tells.
/// </remarks>
internal sealed class BoxSearch<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly BoxSet _set;
    private readonly BoxGraph _graph;
    private readonly BoxTask<T> _task;
    private readonly BoxBound<T> _bound;
    private readonly BoxPruning<T> _pruning;
    private readonly CornerSet<T> _corners;
    private readonly ProofRecord? _record;
    private readonly long _maxNodes;
    private readonly CancellationToken _cancellationToken;
    private readonly int _parties;
    private readonly ulong[] _valued;
    private readonly ulong[][] _groups;
    private readonly double[] _weight;
    private readonly List<int> _chosen = [];
    private readonly int[] _taken;
    private readonly List<ulong[]> _candidates = [];
    private readonly List<(int[] Package, T[] Values)> _found = [];
    private readonly T[] _sums;
    private bool _isCut;
    private int _dead;

    public BoxSearch(BoxSet set, BoxGraph graph, BoxTask<T> task, ProofRecord? record, long maxNodes, CancellationToken cancellationToken)
    {
        (_set, _graph, _task, _record, _maxNodes, _cancellationToken) = (set, graph, task, record, maxNodes, cancellationToken);
        _parties = task.Constant.Length;
        _corners = new((T[])task.Least.Clone());
        _bound = new(graph, task.Values, _parties);
        _pruning = new(task, _bound, _corners, record is not null);
        _sums = (T[])task.Constant.Clone();
        _valued = new ulong[graph.Words];
        _groups = new ulong[set.GroupCount][];
        _taken = new int[set.GroupCount];
        for (var g = 0; g < _groups.Length; g++) _groups[g] = new ulong[graph.Words];
        _weight = BoxStart<T>.Shares(task, graph.Count);
        for (var b = 0; b < graph.Count; b++)
            BoxGraph.Put(set.Boxes[b].Group is var g and >= 0 ? _groups[g] : _valued, b);
    }

    /// <summary>Nodes of the search tree.</summary>
    public long Nodes { get; private set; }

    /// <summary>The points found, undominated when nothing was cut; of a goal, the best alone.</summary>
    public (IReadOnlyList<(int[] Package, T[] Values)> Points, bool IsComplete) Run()
    {
        foreach (var start in BoxStart<T>.Choices(_graph, _task, _groups, _cancellationToken)) Found(start);
        var all = new ulong[_graph.Words];
        for (var b = 0; b < _graph.Count; b++) BoxGraph.Put(all, b);
        Visit(0, all);
        return (_found, !_isCut);
    }

    // Candidates of a depth; deeper levels write to their own.
    private ulong[] Level(int depth)
    {
        while (_candidates.Count <= depth) _candidates.Add(new ulong[_graph.Words]);
        return _candidates[depth];
    }

    private void Visit(int depth, ReadOnlySpan<ulong> given)
    {
        var candidates = Level(depth);
        given.CopyTo(candidates);
        var before = _chosen.Count;
        var splits = new List<(int[] Taken, int Box, RectangleProofNode With)>();
        while (true)
        {
            var start = _chosen.Count;
            var end = Step(candidates);
            int[] taken = _record is null ? [] : [.. _chosen[start..]];
            if (end == NodeEnd.Open)
            {
                var box = NextBox(candidates, out var group);
                _record?.Open();
                if (group >= 0) VisitGroup(depth, candidates, group);
                else VisitWith(depth, candidates, box);
                var below = _record?.Close();
                if (group < 0)
                {
                    if (below is [var with]) splits.Add((taken, box, with));
                    BoxGraph.Take(candidates, box);
                    continue;
                }

                if (below is not null) Write(splits, new GroupNode(taken, group, below));
            }
            else if (_record is not null && end != NodeEnd.Budget)
            {
                Write(splits, LastNode(end, taken));
            }

            break;
        }

        while (_chosen.Count > before) Release();
    }

    private RectangleProofNode LastNode(NodeEnd end, int[] taken) => end switch
    {
        NodeEnd.Leaf => new LeafNode(taken),
        NodeEnd.Dead => new DeadNode(taken, _dead),
        _ => new BoundedNode(taken, _pruning.Bounds),
    };

    private void Write(List<(int[] Taken, int Box, RectangleProofNode With)> splits, RectangleProofNode last)
    {
        for (var k = splits.Count - 1; k >= 0; k--) last = new SplitNode(splits[k].Taken, splits[k].Box, splits[k].With, last);
        _record!.Write(last); // asked only when there is a record
    }

    // Chooses what costs nothing, and says how the node ends.
    private NodeEnd Step(ulong[] candidates)
    {
        _isCut |= ++Nodes > _maxNodes;
        if (_isCut) return NodeEnd.Budget;

        _record?.Count();
        if ((Nodes & 255) == 0) _cancellationToken.ThrowIfCancellationRequested();
        var isLeaf = true;
        for (var b = BoxGraph.Next(candidates, 0); b >= 0; b = BoxGraph.Next(candidates, b + 1))
        {
            if (BoxGraph.Overlap(candidates, _graph.Apart(b))) isLeaf = false;
            else Choose(candidates, b);
        }

        for (var g = 0; g < _groups.Length; g++)
        {
            if (_taken[g] > 0 || BoxGraph.Overlap(candidates, _groups[g])) continue;
            _dead = g;
            return NodeEnd.Dead;
        }

        if (!isLeaf) return _pruning.MayImprove(candidates, _sums) ? NodeEnd.Open : NodeEnd.Bounded;
        Found(_chosen);
        return NodeEnd.Leaf;
    }

    private void VisitWith(int depth, ulong[] candidates, int box)
    {
        var with = Level(depth + 1);
        candidates.CopyTo(with, 0);
        Choose(with, box);
        Visit(depth + 1, with);
        Release();
    }

    private void VisitGroup(int depth, ulong[] candidates, int group)
    {
        for (var b = BoxGraph.Next(candidates, 0); b >= 0; b = BoxGraph.Next(candidates, b + 1))
            if (BoxGraph.Has(_groups[group], b)) VisitWith(depth, candidates, b);
    }

    private void Choose(ulong[] candidates, int box)
    {
        BoxGraph.Without(candidates, _graph.Apart(box));
        BoxGraph.Take(candidates, box);
        _chosen.Add(box);
        if (_set.Boxes[box].Group is var g and >= 0) _taken[g]++;
        for (var p = 0; p < _parties; p++) _sums[p] += _task.Values[(box * _parties) + p];
    }

    private void Release()
    {
        var box = _chosen[^1];
        _chosen.RemoveAt(_chosen.Count - 1);
        if (_set.Boxes[box].Group is var g and >= 0) _taken[g]--;
        for (var p = 0; p < _parties; p++) _sums[p] -= _task.Values[(box * _parties) + p];
    }

    // The valued box that most weight is apart from; where none is left, or a group has a single way, a group.
    private int NextBox(ulong[] candidates, out int group)
    {
        group = -1;
        var (best, most) = (-1, -1.0);
        for (var b = BoxGraph.Next(candidates, 0); b >= 0; b = BoxGraph.Next(candidates, b + 1))
        {
            if (!BoxGraph.Has(_valued, b)) continue;
            var against = 0.0;
            var apart = _graph.Apart(b);
            for (var w = 0; w < candidates.Length; w++)
            {
                for (var word = candidates[w] & apart[w]; word != 0; word &= word - 1)
                    against += _weight[(w << 6) + BitOperations.TrailingZeroCount(word)];
            }

            if (against > most) (best, most) = (b, against);
        }

        var fewest = best < 0 ? int.MaxValue : 2;
        for (var g = 0; g < _groups.Length; g++)
        {
            if (_taken[g] > 0) continue;
            var ways = 0;
            for (var w = 0; w < candidates.Length; w++) ways += BitOperations.PopCount(candidates[w] & _groups[g][w]);
            if (ways < fewest) (fewest, group) = (ways, g);
        }

        return best;
    }

    // A package in all chosen boxes, counted in full: it may lie in boxes that were left out.
    private void Found(IReadOnlyList<int> chosen)
    {
        var package = new int[_set.IssueCount];
        foreach (var box in chosen)
            for (var i = 0; i < package.Length; i++) package[i] = Math.Max(package[i], _set.Boxes[box].Low[i]);
        var values = (T[])_task.Constant.Clone();
        for (var b = 0; b < _set.Boxes.Count; b++)
        {
            if (!LiesIn(package, _set.Boxes[b])) continue;
            for (var p = 0; p < _parties; p++) values[p] += _task.Values[(b * _parties) + p];
        }

        for (var p = 0; p < _parties; p++)
            if (_task.Caps[p] is { } cap && values[p] > cap) values[p] = cap;
        if (!_pruning.Takes(values)) return;
        _found.RemoveAll(f => _task.Goal is not null || CornerSet<T>.AtLeast(values, f.Values));
        _found.Add((package, values));
    }

    private static bool LiesIn(int[] package, Box box)
    {
        for (var i = 0; i < package.Length; i++)
            if (package[i] < box.Low[i] || package[i] > box.High[i]) return false;
        return true;
    }
}

/// <summary>How a node of the search ends, if it does.</summary>
internal enum NodeEnd
{
    Open,
    Leaf,
    Dead,
    Bounded,
    Budget,
}
