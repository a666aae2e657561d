using System.Numerics;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Tests.Pareto;

/// <summary>Small random sums that tie often, and what looking at every package says about them.</summary>
internal sealed class RandomSums
{
    private readonly Random _random;

    public RandomSums(int seed)
    {
        _random = new Random(seed);
        PartyCount = 2 + _random.Next(4);
        var range = _random.Next(4) switch { 0 => 2, 1 => 5, 2 => 20, _ => 1_000_000 };
        var low = _random.Next(2) * -range / 2;
        var zero = _random.Next(4) == 0 ? _random.Next(PartyCount) : -1;
        var opposed = _random.Next(2) == 0;
        // Wide numbers that no common divisor makes small again.
        Wide = range < 1_000_000 ? BigInteger.One : BigInteger.Pow(10, 7 * _random.Next(5)) + _random.Next(2);
        Values = [.. Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => Issue())];
        Packages = [.. Values.Aggregate(
            (IEnumerable<int[]>)[[]], (packages, issue) => packages.SelectMany(k => Enumerable.Range(0, issue.Length), (k, o) => (int[])[.. k, o]))];
        Cuts = _random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Cut(range))];
        Grid = [.. Enumerable.Range(0, PartyCount).Select(_ => (BigInteger)_random.Next(1 + (range * Values.Length / 2)) * Wide)];

        BigInteger[][] Issue()
        {
            var options = new BigInteger[1 + _random.Next(4)][];
            for (var o = 0; o < options.Length; o++)
                options[o] = o > 0 && _random.Next(5) == 0 ? [.. options[_random.Next(o)]] : Option();
            return options;
        }

        BigInteger[] Option()
        {
            var option = new BigInteger[PartyCount];
            for (var p = 0; p < PartyCount; p++) option[p] = p == zero ? 0 : ((low + _random.Next(range)) * Wide) + _random.Next(Wide.IsOne ? 1 : 9);
            if (opposed && zero < 0) option[1] = _random.Next(2) - option[0];
            return option;
        }
    }

    /// <summary>By issue, option and party.</summary>
    public BigInteger[][][] Values { get; }

    public int PartyCount { get; }

    public BigInteger Wide { get; }

    public LinearCut[] Cuts { get; }

    /// <summary>By party.</summary>
    public BigInteger[] Grid { get; }

    /// <summary>In lexicographic order.</summary>
    public int[][] Packages { get; }

    public static BigInteger[] Sum(BigInteger[][][] values, int[] package) =>
        [.. Enumerable.Range(0, values[0][0].Length).Select(p => package.Select((o, i) => values[i][o][p]).Aggregate(BigInteger.Add))];

    /// <summary>The vectors of all packages that satisfy the cuts.</summary>
    public List<BigInteger[]> Region() =>
        [.. Packages.Select(k => Sum(Values, k)).Where(v => Array.TrueForAll(Cuts, c => c.Holds(v)))];

    /// <summary>The undominated vectors of the region, in order, each with its packages in lexicographic order.</summary>
    public string Frontier()
    {
        var points = Packages.GroupBy(k => string.Join(' ', Sum(Values, k))).Select(g => (Text: g.Key, Vector: Sum(Values, g.First()), Packages: g.ToList()))
            .Where(a => Array.TrueForAll(Cuts, c => c.Holds(a.Vector))).ToList();
        var frontier = points.Where(a => !points.Exists(b => b.Text != a.Text && Covers(b.Vector, a.Vector))).ToList();
        frontier.Sort((a, b) => b.Vector.AsSpan().SequenceCompareTo(a.Vector));
        return string.Join('\n', frontier.Select(a => $"{a.Text}: {a.Packages.Count}, {string.Join(' ', a.Packages[0])}: "
            + string.Join(", ", a.Packages.Select(k => string.Join(' ', k)))));
    }

    public static bool Covers(BigInteger[] a, BigInteger[] b) => a.Zip(b).All(v => v.First >= v.Second);

    // On one party, or on some or all; near a package, so that it bites now and then.
    private LinearCut Cut(int range)
    {
        var weights = new BigInteger[PartyCount];
        if (_random.Next(2) == 0) weights[_random.Next(PartyCount)] = 1 + _random.Next(3);
        else weights = [.. weights.Select(_ => (BigInteger)_random.Next(4))];
        var near = Sum(Values, Packages[_random.Next(Packages.Length)]);
        var least = weights.Zip(near, (w, v) => w * v).Aggregate(BigInteger.Add) - (_random.Next(range) * Wide);
        return new(weights, weights.All(w => w.IsZero) ? _random.Next(10) == 0 ? 1 : 0 : least);
    }
}
