using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;
using Parley.Kernels.Exact;

namespace Parley.Obstacles;

/// <summary>Five answers to "is this the reason?" for each obstacle and group (docs/model.md, 30-32, 34).</summary>
/// <remarks>
/// Source: H. Chockler and J. Halpern 2004, JAIR 22, pp. 93-115 (responsibility); key "chockler2004" in docs/references.bib.
/// </remarks>
internal sealed class Blame(IReadOnlyList<Overlay> obstacles, CorrectionSearch search, IReadOnlyList<ulong> blocking, ulong idle)
{
    public (ImmutableArray<Attribution> Obstacles, ImmutableArray<Attribution> Groups) Result()
    {
        if (search.CompleteToSize < 0) return ([], []);
        var exact = search.IsComplete ? new Shares(obstacles.Count, idle, search.Closed, Opens) : null;
        var sampled = exact is null && search.Corrections.Count > 0 ? SampledShares.Estimate(obstacles.Count, Opens) : ((Rational[] Shares, double[] Errors)?)null;
        ImmutableArray<Attribution> single =
        [
            .. obstacles.Select((o, f) => Describe(o.Name, f) with
            {
                OpeningShare = exact?.Shapley[f] ?? sampled?.Shares[f],
                OpeningShareError = sampled?.Errors[f],
                Banzhaf = exact?.Banzhaf[f],
                DistanceShare = exact?.Distance?[f],
            }),
        ];
        return (single, [.. obstacles.Where(o => o.Group is not null).GroupBy(o => o.Group!, StringComparer.Ordinal).Select(g => OfGroup(g.Key, single))]);
    }

    private bool Opens(ulong set) => search.Corrections.Exists(c => (c & set) == c);

    private Attribution Describe(string name, int obstacle)
    {
        var bit = 1UL << obstacle;
        var smallest = search.Corrections.Find(c => (c & bit) != 0); // sorted by size; 0 when there is none
        bool? relevant = smallest != 0 ? true : search.IsComplete ? false : null;
        return new()
        {
            Name = name,
            ButFor = smallest == bit,
            Sufficient = search.IsComplete ? blocking.Contains(bit) : null,
            Relevant = relevant,
            Responsibility = relevant switch { true => new Rational(1, BitOperations.PopCount(smallest)), false => Rational.Zero, null => null },
            OpeningShare = null,
            OpeningShareError = null,
            Banzhaf = null,
            DistanceShare = null,
        };
    }

    private Attribution OfGroup(string name, ImmutableArray<Attribution> single)
    {
        var members = 0UL;
        for (var f = 0; f < obstacles.Count; f++)
            if (obstacles[f].Group == name) members |= 1UL << f;
        var own = single.Where((_, f) => (members >> f & 1) != 0).ToList();
        var all = obstacles.Count == 64 ? ulong.MaxValue : (1UL << obstacles.Count) - 1;
        var isOpen = search.Corrections is [0, ..];
        return new()
        {
            Name = name,
            ButFor = !isOpen && Opens(members),
            Sufficient = search.IsComplete ? search.Corrections.Count > 0 && !Opens(all & ~members) : null,
            Relevant = own.Exists(a => a.Relevant == true) ? true : own.TrueForAll(a => a.Relevant == false) ? false : null,
            Responsibility = own.TrueForAll(a => a.Responsibility is not null) ? own.Select(a => a.Responsibility!.Value).Aggregate(Rational.Max) : null,
            OpeningShare = Sum(own, a => a.OpeningShare),
            OpeningShareError = own.TrueForAll(a => a.OpeningShareError is null) ? null : Math.Sqrt(own.Sum(a => Math.Pow(a.OpeningShareError ?? 0, 2))),
            Banzhaf = Sum(own, a => a.Banzhaf),
            DistanceShare = Sum(own, a => a.DistanceShare),
        };
    }

    private static Rational? Sum(List<Attribution> members, Func<Attribution, Rational?> part)
    {
        var sum = Rational.Zero;
        foreach (var member in members)
        {
            if (part(member) is not { } share) return null;
            sum += share;
        }

        return sum;
    }
}
