using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Rectangles;

/// <summary>Checks that a frontier is complete, by a proof and without the search that made it.</summary>
/// <remarks>
/// It shares with the search how a problem is put into boxes, and nothing else; all numbers are unbounded integers.
/// Cost: nodes times boxes squared.
/// </remarks>
public sealed class RectangleProofCheck
{
    private readonly BoxSet _set;
    private readonly RectangleProblem _problem;
    private readonly IReadOnlyList<LinearCut> _cuts;
    private readonly List<BigInteger[]> _wanted;
    private int _nodes;

    private RectangleProofCheck(RectangleProblem problem, IReadOnlyList<LinearCut> cuts, IReadOnlyList<ValuedPackage> points)
    {
        (_problem, _cuts) = (problem, cuts);
        _set = BoxSet.Of(problem);
        _wanted = Wanted(points);
    }

    /// <summary>Whether the points are exactly the undominated vectors of the region.</summary>
    /// <returns>Null when the proof holds; else what is wrong, in one sentence.</returns>
    public static string? Run(
        RectangleProblem problem,
        IReadOnlyList<LinearCut> cuts,
        IReadOnlyList<ValuedPackage> points,
        RectangleProof proof,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proof);
        foreach (var point in points)
        {
            if (!problem.IsAllowed(point.Package) || !problem.ValuesOf(point.Package).SequenceEqual(point.Values)) return "A point is not attained by its package.";
            if (!cuts.All(c => c.Holds(point.Values))) return "A point lies outside the region.";
            if (points.Any(p => p != point && p.Values.Zip(point.Values).All(v => v.First >= v.Second))) return "A point is dominated by another.";
        }

        var check = new RectangleProofCheck(problem, cuts, points);
        HashSet<int> all = [.. Enumerable.Range(0, check._set.Boxes.Count)];
        var reason = check.Node(proof.Root, all, [], (BigInteger[])check._set.Constant.Clone(), cancellationToken);
        return reason ?? (check._nodes == proof.NodeCount ? null : "The number of nodes is another.");
    }

    private string? Node(RectangleProofNode node, HashSet<int> candidates, HashSet<int> groups, BigInteger[] sums, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _nodes++;
            foreach (var box in node.Taken)
            {
                if (!candidates.Contains(box) || candidates.Any(c => !_set.Boxes[c].Meets(_set.Boxes[box]))) return "A box is taken that costs something.";
                Choose(box, candidates, groups, sums);
            }

            if (node is not SplitNode split) return End(node, candidates, groups, sums, cancellationToken);
            if (!candidates.Contains(split.Box) || _set.Boxes[split.Box].Group >= 0) return "A node splits on a box that is no candidate.";
            if (With(split.With, split.Box, candidates, groups, sums, cancellationToken) is { } reason) return reason;
            candidates.Remove(split.Box);
            node = split.Without;
        }
    }

    private string? End(RectangleProofNode node, HashSet<int> candidates, HashSet<int> groups, BigInteger[] sums, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case LeafNode when candidates.Count > 0 || groups.Count < _set.GroupCount:
                return "A leaf has candidates left.";
            case LeafNode:
                return IsWanted(Capped(sums)) ? "A leaf holds a vector that is not among the points." : null;
            case DeadNode dead:
                return groups.Contains(dead.Group) || candidates.Any(c => _set.Boxes[c].Group == dead.Group) ? "A group is called dead that is not." : null;
            case BoundedNode bounded:
                return Bounded(bounded.Bounds, candidates, sums);
            case GroupNode choice when !groups.Contains(choice.Group):
                var pieces = candidates.Where(c => _set.Boxes[c].Group == choice.Group).Order().ToList();
                if (pieces.Count != choice.Pieces.Count) return "A group has other pieces.";
                return pieces.Zip(choice.Pieces, (box, piece) => With(piece, box, candidates, groups, sums, cancellationToken)).FirstOrDefault(r => r is not null);
            default:
                return "A node is of no known kind.";
        }
    }

    private string? With(
        RectangleProofNode node, int box, HashSet<int> candidates, HashSet<int> groups, BigInteger[] sums, CancellationToken cancellationToken)
    {
        var (left, chosen, more) = (new HashSet<int>(candidates), new HashSet<int>(groups), (BigInteger[])sums.Clone());
        Choose(box, left, chosen, more);
        return Node(node, left, chosen, more, cancellationToken);
    }

    private void Choose(int box, HashSet<int> candidates, HashSet<int> groups, BigInteger[] sums)
    {
        candidates.RemoveWhere(c => c == box || !_set.Boxes[c].Meets(_set.Boxes[box]));
        if (_set.Boxes[box].Group is var group and >= 0) groups.Add(group);
        for (var p = 0; p < sums.Length; p++) sums[p] += _set.Boxes[box].Values[p];
    }

    private string? Bounded(IReadOnlyList<ClassBound> bounds, HashSet<int> candidates, BigInteger[] sums)
    {
        var limits = new List<(IReadOnlyList<BigInteger> Weights, BigInteger Most)>();
        var upper = new BigInteger?[sums.Length];
        foreach (var bound in bounds)
        {
            if (bound.Weights.Count != sums.Length || bound.Weights.Any(w => w.Sign < 0) || !IsCovered(bound, candidates)) return "A bound does not cover the candidates.";
            var most = Sum(bound.Weights, sums) + bound.Classes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Weight);
            limits.Add((bound.Weights, most));
            if (bound.Weights.Count(w => !w.IsZero) == 1 && bound.Weights.Single(w => !w.IsZero).IsOne) upper[bound.Weights.ToList().FindIndex(w => !w.IsZero)] = most;
        }

        if (!_wanted.Exists(c => c.SequenceEqual(Capped(c)) && limits.TrueForAll(l => Sum(l.Weights, c) <= l.Most))) return null;
        var caps = upper.Select((u, p) => _problem.Caps.Count > 0 && _problem.Caps[p] is { } cap && (u is null || cap < u) ? cap : u).ToList();
        return _cuts.Any(Misses) ? null : "Bounds leave room for a vector that is not among the points.";

        bool Misses(LinearCut cut) =>
            limits.Exists(l => l.Weights.SequenceEqual(cut.Weights) && l.Most < cut.Least)
            || (caps.TrueForAll(c => c is not null) && Sum(cut.Weights, [.. caps.Select(c => c!.Value)]) < cut.Least); // none is null
    }

    // Every candidate's weight is spread over classes of boxes that are apart.
    private bool IsCovered(ClassBound bound, HashSet<int> candidates)
    {
        if (bound.Classes.Any(c => c.Boxes.Any(b => b < 0 || b >= _set.Boxes.Count))) return false;
        var covered = new Dictionary<int, BigInteger>();
        foreach (var (boxes, weight) in bound.Classes)
        {
            for (var a = 0; a < boxes.Count; a++)
            {
                for (var b = 0; b < a; b++)
                    if (_set.Boxes[boxes[a]].Meets(_set.Boxes[boxes[b]])) return false;
                covered[boxes[a]] = covered.GetValueOrDefault(boxes[a]) + weight;
            }
        }

        return bound.Classes.All(c => c.Weight.Sign >= 0) && candidates.All(c => covered.GetValueOrDefault(c) >= Sum(bound.Weights, _set.Boxes[c].Values));
    }

    private bool IsWanted(BigInteger[] values) => _cuts.All(c => c.Holds(values)) && _wanted.Exists(c => c.Zip(values).All(v => v.Second >= v.First));

    private BigInteger[] Capped(BigInteger[] values) =>
        [.. values.Select((v, p) => _problem.Caps.Count > 0 && _problem.Caps[p] is { } cap ? BigInteger.Min(v, cap) : v)];

    // The least vectors that no point covers; whatever is wanted is at least one of them.
    private List<BigInteger[]> Wanted(IReadOnlyList<ValuedPackage> points)
    {
        List<BigInteger[]> corners = [Capped(_set.Constant)];
        foreach (var cut in _cuts)
        {
            var parties = Enumerable.Range(0, cut.Weights.Length).Where(p => !cut.Weights[p].IsZero).ToList();
            if (parties is [var p]) corners[0][p] = BigInteger.Max(corners[0][p], new Rational(cut.Least, cut.Weights[p]).Ceiling());
        }

        foreach (var point in points)
        {
            var next = corners.Where(c => c.Zip(point.Values).Any(v => v.First > v.Second)).ToList();
            foreach (var corner in corners.Except(next))
            {
                for (var p = 0; p < corner.Length; p++)
                {
                    var raised = (BigInteger[])corner.Clone();
                    raised[p] = point.Values[p] + 1;
                    if (!next.Exists(c => c.Zip(raised).All(v => v.First <= v.Second))) next.Add(raised);
                }
            }

            corners = next;
        }

        return corners;
    }

    private static BigInteger Sum(IReadOnlyList<BigInteger> weights, BigInteger[] values)
    {
        var sum = BigInteger.Zero;
        for (var p = 0; p < weights.Count; p++) sum += weights[p] * values[p];
        return sum;
    }
}
