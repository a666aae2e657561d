using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Rectangles;

/// <summary>Packages valued by sums and hyper-rectangles, asked for their best and their frontier.</summary>
/// <remarks>
/// Exact: numbers are 64-bit, 128-bit or unbounded integers, whichever the sums need. A budget of nodes, not of time, ends a
/// search that is too long, and the answer says so.
/// </remarks>
public sealed class RectanglePackages : IValuedPackages
{
    private readonly RectangleProblem _problem;
    private readonly BoxSet _set;
    private readonly BoxGraph _graph;
    private readonly long _maxNodes;

    /// <param name="problem">Issues, values and rectangles.</param>
    /// <param name="maxNodes">Nodes that each search may take.</param>
    /// <exception cref="ArgumentException">
    /// No issue or party, an issue without options, members of unequal length, or more than 8,192 boxes (a rectangle is one box,
    /// more where a side is no interval, where it takes value away or is forbidden; an option that adds value is one).
    /// </exception>
    public RectanglePackages(RectangleProblem problem, long maxNodes = 20_000_000)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Check(problem);
        (_problem, _maxNodes) = (problem, maxNodes);
        _set = BoxSet.Of(problem);
        _graph = new(_set.Boxes);
    }

    public int PartyCount => _problem.PartyCount;

    /// <summary>Nodes of all searches so far.</summary>
    public long Nodes { get; private set; }

    public BestPackage Best(IReadOnlyList<BigInteger> weights, CancellationToken cancellationToken)
    {
        var found = Search([], [.. weights], null, cancellationToken);
        return new(found.Points.Count == 0 ? null : found.Points[0], found.IsComplete);
    }

    public ValuedFrontier Within(IReadOnlyList<LinearCut> cuts, CancellationToken cancellationToken) => Search(cuts, null, null, cancellationToken);

    /// <summary>The undominated vectors of a region, with the proof that none is missing.</summary>
    /// <returns>The frontier, and a proof for <see cref="RectangleProofCheck"/>; null where a budget ended the search or the proof outgrew it.</returns>
    /// <param name="cuts">Conditions on the vector of values.</param>
    /// <param name="maxProofNodes">Nodes of a proof at most; it bounds memory.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    public (ValuedFrontier Frontier, RectangleProof? Proof) Prove(
        IReadOnlyList<LinearCut> cuts, int maxProofNodes = 200_000, CancellationToken cancellationToken = default)
    {
        var record = new ProofRecord(maxProofNodes);
        var frontier = Search(cuts, null, record, cancellationToken);
        return (frontier, frontier.IsComplete ? record.Proof : null);
    }

    private ValuedFrontier Search(IReadOnlyList<LinearCut> cuts, BigInteger[]? goal, ProofRecord? record, CancellationToken cancellationToken)
    {
        var most = BigInteger.One << BoxPruning<long>.WeightBits;
        foreach (var weight in cuts.SelectMany(c => c.Weights).Concat(goal ?? [])) most = BigInteger.Max(most, weight);
        var sum = BigInteger.One;
        for (var p = 0; p < PartyCount; p++)
            sum += BigInteger.Abs(_set.Constant[p]) + _set.Boxes.Aggregate(BigInteger.Zero, (s, b) => s + b.Values[p]);
        foreach (var bound in cuts.Select(c => c.Least).Concat(_problem.Caps.Select(c => c ?? 0))) sum = BigInteger.Max(sum, BigInteger.Abs(bound));
        // Room for a weighted sum over all parties, a difference of two, and one more.
        return (long)(most * sum).GetBitLength() switch
        {
            <= 60 => Search<long>(cuts, goal, record, cancellationToken),
            <= 124 => Search<Int128>(cuts, goal, record, cancellationToken),
            _ => Search<BigInteger>(cuts, goal, record, cancellationToken),
        };
    }

    private ValuedFrontier Search<T>(IReadOnlyList<LinearCut> cuts, BigInteger[]? goal, ProofRecord? record, CancellationToken cancellationToken)
        where T : struct, IBinaryInteger<T>
    {
        var caps = new T?[PartyCount];
        var least = new BigInteger[PartyCount];
        for (var p = 0; p < PartyCount; p++)
        {
            least[p] = _set.Constant[p];
            if (_problem.Caps.Count == 0 || _problem.Caps[p] is not { } cap || cap >= Reach(p)) continue;
            caps[p] = T.CreateChecked(cap);
            least[p] = BigInteger.Min(least[p], cap);
        }

        var joint = new List<(T[] Weights, T Least)>();
        foreach (var cut in cuts)
        {
            int[] parties = [.. Enumerable.Range(0, PartyCount).Where(p => !cut.Weights[p].IsZero)];
            if (parties.Length == 1) least[parties[0]] = BigInteger.Max(least[parties[0]], new Rational(cut.Least, cut.Weights[parties[0]]).Ceiling());
            else joint.Add((Numbers<T>(cut.Weights), T.CreateChecked(cut.Least)));
        }

        T[] values = [.. _set.Boxes.SelectMany(b => b.Values).Select(T.CreateChecked)];
        var task = new BoxTask<T>(Numbers<T>(_set.Constant), values, caps, Numbers<T>(least), [.. joint], goal is null ? null : Numbers<T>(goal));
        var search = new BoxSearch<T>(_set, _graph, task, record, _maxNodes, cancellationToken);
        var (found, complete) = search.Run();
        Nodes += search.Nodes;
        List<ValuedPackage> points = [.. found.Select(f => new ValuedPackage(f.Package, Array.ConvertAll(f.Values, v => BigInteger.CreateChecked(v))))];
        points.Sort((a, b) => b.Values.AsSpan().SequenceCompareTo(a.Values));
        return new(points, complete);
    }

    private BigInteger Reach(int party) =>
        BigInteger.Abs(_set.Constant[party]) + _set.Boxes.Aggregate(BigInteger.One, (s, b) => s + b.Values[party]);

    private static T[] Numbers<T>(BigInteger[] values)
        where T : struct, IBinaryInteger<T> => Array.ConvertAll(values, T.CreateChecked);

    private static void Check(RectangleProblem problem)
    {
        if (problem.OptionCounts.Count == 0) throw new ArgumentException("There is no issue.", nameof(problem));
        if (problem.OptionCounts.Any(c => c < 1)) throw new ArgumentException("An issue has no options.", nameof(problem));
        if (problem.PartyCount < 1) throw new ArgumentException("There is no party.", nameof(problem));
        var isEven = problem.Rectangles.All(r => r.Values.Length == problem.PartyCount)
            && problem.Values.All(v => v.All(o => o.Length == problem.PartyCount))
            && (problem.Caps.Count == 0 || problem.Caps.Count == problem.PartyCount);
        if (!isEven) throw new ArgumentException("Members differ in the number of parties.", nameof(problem));
        var fits = problem.Values.Select(v => v.Length).SequenceEqual(problem.Values.Length == 0 ? [] : problem.OptionCounts)
            && problem.Rectangles.SelectMany(r => r.Sides).Concat(problem.Forbidden.SelectMany(f => f))
                .All(s => s.Issue >= 0 && s.Issue < problem.OptionCounts.Count && s.Options.Length == problem.OptionCounts[s.Issue]);
        if (!fits) throw new ArgumentException("Members differ in the number of options.", nameof(problem));
    }
}
