using System.Numerics;
using Parley.Kernels.Pareto;
using Parley.Kernels.Rectangles;

namespace Parley.Kernels.Tests.Rectangles;

/// <summary>Small random problems with rectangles, and what looking at every package says about them.</summary>
internal sealed class RandomRectangles
{
    private readonly Random _random;
    private readonly int _parties;
    private readonly int[] _counts;
    private readonly int _range;
    private readonly bool _mayLose;

    public RandomRectangles(int seed)
    {
        _random = new Random(seed);
        _parties = 2 + _random.Next(4);
        _counts = [.. Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => 1 + _random.Next(4))];
        _range = _random.Next(4) switch { 0 => 2, 1 => 5, 2 => 20, _ => 1_000_000 };
        _mayLose = _random.Next(2) == 0;
        Problem = new()
        {
            OptionCounts = _counts,
            PartyCount = _parties,
            Values = _random.Next(2) == 0 ? [] : Array.ConvertAll(_counts, c => Enumerable.Range(0, c).Select(_ => Vector()).ToArray()),
            Rectangles = [.. Enumerable.Range(0, _random.Next(9)).Select(_ => new ValuedRectangle(Sides(), Vector()))],
            Forbidden = [.. Enumerable.Range(0, _random.Next(3) == 0 ? 1 + _random.Next(3) : 0).Select(_ => Sides())],
            Caps = _random.Next(3) == 0 ? [.. Enumerable.Range(0, _parties).Select(_ => _random.Next(2) == 0 ? (BigInteger?)null : _random.Next(3 * _range))] : [],
        };
        Cuts = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Cut())];
    }

    public RectangleProblem Problem { get; }

    public LinearCut[] Cuts { get; }

    /// <summary>The distinct undominated vectors that satisfy all cuts, in order.</summary>
    public List<BigInteger[]> Frontier(IReadOnlyList<LinearCut> cuts)
    {
        var vectors = Packages().Select(k => Problem.ValuesOf(k)).Where(v => cuts.All(c => c.Holds(v)))
            .DistinctBy(v => string.Join(' ', v)).ToList();
        var frontier = vectors.Where(a => !vectors.Exists(b => b != a && b.Zip(a).All(v => v.First >= v.Second))).ToList();
        frontier.Sort((a, b) => b.AsSpan().SequenceCompareTo(a));
        return frontier;
    }

    /// <summary>Every allowed package.</summary>
    public IEnumerable<int[]> Packages() => _counts
        .Aggregate((IEnumerable<int[]>)[[]], (packages, count) => packages.SelectMany(k => Enumerable.Range(0, count), (k, o) => (int[])[.. k, o]))
        .Where(k => Problem.IsAllowed(k));

    public BigInteger[] Weights() => [.. Enumerable.Range(0, _parties).Select(_ => (BigInteger)_random.Next(4))];

    private BigInteger[] Vector() =>
        [.. Enumerable.Range(0, _parties).Select(_ => _random.Next(3) == 0 ? BigInteger.Zero : _random.Next(_range) - (_mayLose ? _range / 2 : 0))];

    private List<RectangleSide> Sides() =>
    [
        .. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ =>
        {
            var issue = _random.Next(_counts.Length);
            return _random.Next(2) == 0
                ? new RectangleSide(issue, [.. Enumerable.Range(0, _counts[issue]).Select(_ => _random.Next(2) == 0)])
                : RectangleSide.Between(issue, _counts[issue], _random.Next(_counts[issue]), _random.Next(_counts[issue]));
        }),
    ];

    private LinearCut Cut()
    {
        var near = Problem.ValuesOf(Packages().FirstOrDefault() ?? new int[_counts.Length]);
        var weights = _random.Next(2) == 0 ? Weights() : [.. Enumerable.Range(0, _parties).Select(p => (BigInteger)(p == 0 ? 2 : 0))];
        return new(weights, weights.Zip(near).Aggregate(BigInteger.Zero, (sum, v) => sum + (v.First * v.Second)) + _random.Next(_range) - (_range / 3));
    }
}
