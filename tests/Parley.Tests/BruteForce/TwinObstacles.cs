using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>What one obstacle or group has to do with it: docs/model.md, 30-32.</summary>
internal sealed record TwinAttribution(
    string Name,
    bool ButFor,
    bool Sufficient,
    bool Relevant,
    Rational Responsibility,
    Rational OpeningShare,
    Rational Banzhaf,
    Rational DistanceShare);

/// <summary>Why not, by looking at every world: docs/model.md, 26-33. Sets are those of <see cref="TwinWorlds"/>.</summary>
internal sealed class TwinObstacles
{
    private const int Steps = 50;

    private readonly TwinWorlds _worlds;
    private readonly string? _deal;
    private readonly Lazy<Rational[]> _distances;
    private readonly Lazy<List<TwinAttribution>> _attributions;

    public TwinObstacles(TwinWorlds worlds, string? deal)
    {
        _worlds = worlds;
        _deal = deal;
        IsOpenIn = [.. worlds.Sets.Select(s => worlds.World(s).IsOpen(deal))];
        Opens = [.. worlds.Sets.Select(s => worlds.Within(s).Any(t => IsOpenIn[t]))];
        CorrectionSets = worlds.InOrder(worlds.Sets.Where(r => IsOpenIn[r] && !worlds.Within(r).Any(t => t != r && IsOpenIn[t])));
        BlockingSets = worlds.InOrder(worlds.Sets.Where(u => Blocks(u) && !worlds.Within(u).Any(t => t != u && Blocks(t))));
        _attributions = new(MakeAttributions);
        _distances = new(() => [.. worlds.Sets.Select(s => worlds.World(s).Distance(deal))]);
    }

    /// <summary>F0 of each set.</summary>
    public bool[] IsOpenIn { get; }

    /// <summary>H of each set, item 29.</summary>
    public bool[] Opens { get; }

    /// <summary>Item 27.</summary>
    public List<int> CorrectionSets { get; }

    /// <summary>Item 27, by the second of its definitions.</summary>
    public List<int> BlockingSets { get; }

    /// <summary>Delta of each set, item 31.</summary>
    public Rational[] Distances => _distances.Value;

    private int Count => _worlds.Obstacles.Length;

    /// <summary>Items 30 and 31, by obstacle.</summary>
    public List<TwinAttribution> Attributions => _attributions.Value;

    /// <summary>Item 32, by declared group in order of first mention.</summary>
    public List<TwinAttribution> Groups()
    {
        List<TwinAttribution> all = [];
        foreach (var group in _worlds.Obstacles.Select(o => o.Group).OfType<string>().Distinct())
        {
            var set = _worlds.Sets.Single(s => _worlds.Members(s).SequenceEqual(_worlds.Obstacles.Where(o => o.Group == group)));
            var own = Attributions.Where((_, k) => (set >> k & 1) == 1).ToList();
            all.Add(new(
                group,
                Opens[set] && !Opens[0],
                !Opens[_worlds.All & ~set] && Opens[_worlds.All],
                own.Exists(a => a.Relevant),
                own.Select(a => a.Responsibility).Max(),
                Sum(own.Select(a => a.OpeningShare)),
                Sum(own.Select(a => a.Banzhaf)),
                Sum(own.Select(a => a.DistanceShare))));
        }

        return all;
    }

    /// <summary>Item 33: the least of fifty steps that opens, and whether a later one closes again; null when none opens.</summary>
    /// <remarks>Where a deal exists as asked there is nothing to explain, item 28; the empty set has no dose.</remarks>
    public (Rational? Dose, bool ClosesAgain) Dose(int set)
    {
        if (set == 0) return (null, false);
        var opens = Enumerable.Range(1, Steps).Where(k => _worlds.Dosed(set, k).IsOpen(_deal)).ToList();
        return opens.Count == 0 ? (null, false) : (new Rational(opens[0], Steps), opens.Count < Steps - opens[0] + 1);
    }

    /// <summary>The minimal sets that meet every set of a family.</summary>
    public List<int> MinimalHittingSets(List<int> family)
    {
        bool Hits(int set) => family.TrueForAll(member => (member & set) != 0);
        return _worlds.InOrder(_worlds.Sets.Where(s => Hits(s) && !_worlds.Within(s).Any(t => t != s && Hits(t))));
    }

    private List<TwinAttribution> MakeAttributions()
    {
        var opening = Shapley(r => Opens[r] ? 1 : 0);
        var distance = DistanceShares();
        List<TwinAttribution> all = [];
        for (var k = 0; k < Count; k++)
        {
            var alone = 1 << k;
            var with = CorrectionSets.Where(r => (r & alone) != 0).ToList();
            all.Add(new(
                _worlds.Obstacles[k].Name,
                CorrectionSets.Contains(alone),
                BlockingSets.Contains(alone),
                with.Count > 0,
                with.Count == 0 ? 0 : new Rational(1, with.Min(r => BitOperations.PopCount((uint)r))),
                opening[k],
                Banzhaf(k),
                distance[k]));
        }

        return all;
    }

    private bool Blocks(int set) => !_worlds.Within(_worlds.All & ~set).Any(t => IsOpenIn[t]);

    private Rational[] DistanceShares()
    {
        var least = _worlds.Sets.Select(r => _worlds.Within(r).Select(t => Distances[t]).Min()).ToList();
        var values = Shapley(r => least[0] - least[r]);
        var sum = Sum(values);
        return [.. values.Select(v => sum.IsZero ? 0 : v / sum)];
    }

    /// <summary>What each adds to those before it, averaged over every order.</summary>
    private Rational[] Shapley(Func<int, Rational> worth)
    {
        var total = new Rational[Count];
        var orders = 0;
        foreach (var order in Orders([.. Enumerable.Range(0, Count)]))
        {
            orders++;
            var before = 0;
            foreach (var k in order)
            {
                total[k] += worth(before | 1 << k) - worth(before);
                before |= 1 << k;
            }
        }

        return [.. total.Select(t => t / orders)];
    }

    private Rational Banzhaf(int k)
    {
        var without = _worlds.Sets.Where(s => (s >> k & 1) == 0).ToList();
        return new(without.Count(s => !Opens[s] && Opens[s | 1 << k]), without.Count);
    }

    private static IEnumerable<int[]> Orders(int[] items)
    {
        if (items.Length == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var first in items)
        {
            foreach (var rest in Orders([.. items.Where(i => i != first)])) yield return [first, .. rest];
        }
    }

    private static Rational Sum(IEnumerable<Rational> values)
    {
        Rational total = 0;
        foreach (var value in values) total += value;
        return total;
    }
}
