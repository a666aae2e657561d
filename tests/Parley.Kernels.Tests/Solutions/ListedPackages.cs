using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Tests.Solutions;

/// <summary>A space that looks at every package on its list.</summary>
internal sealed class ListedPackages(int partyCount, IReadOnlyList<ValuedPackage> all) : IValuedPackages
{
    public int PartyCount => partyCount;

    public IReadOnlyList<ValuedPackage> All => all;

    /// <summary>A region with more packages ends its budget and yields only some of its points.</summary>
    public int MaxRegion { get; init; } = int.MaxValue;

    /// <summary>Whether best packages are found but never proved.</summary>
    public bool NeverProves { get; init; }

    public int Regions { get; private set; }

    /// <summary>Packages that are no worse for every party than any other of the region.</summary>
    public static List<ValuedPackage> Undominated(IEnumerable<ValuedPackage> region)
    {
        var distinct = region.DistinctBy(p => string.Join(' ', p.Values)).ToList();
        var kept = distinct.Where(a => !distinct.Exists(b => b != a && b.Values.Zip(a.Values).All(v => v.First >= v.Second))).ToList();
        kept.Sort((a, b) => b.Values.AsSpan().SequenceCompareTo(a.Values));
        return kept;
    }

    public BestPackage Best(IReadOnlyList<BigInteger> weights, CancellationToken cancellationToken)
    {
        Assert.All(weights, w => Assert.True(w.Sign >= 0));
        return new(all.MaxBy(p => p.Values.Zip(weights).Aggregate(BigInteger.Zero, (sum, v) => sum + v.First * v.Second)), !NeverProves);
    }

    public ValuedFrontier Within(IReadOnlyList<LinearCut> cuts, CancellationToken cancellationToken)
    {
        Assert.All(cuts, c => Assert.All(c.Weights, w => Assert.True(w.Sign >= 0)));
        Regions++;
        var region = all.Where(p => cuts.All(c => c.Holds(p.Values))).ToList();
        return region.Count <= MaxRegion ? new(Undominated(region), true) : new(Undominated(region.Take(region.Count / 2)), false);
    }
}

/// <summary>A small random space with ties, losses and packages left out, with reservations and units.</summary>
internal sealed class RandomBargain
{
    public RandomBargain(int seed, int? parties = null)
    {
        var random = new Random(seed);
        var n = parties ?? 2 + random.Next(4);
        var range = random.Next(3) switch { 0 => 3, 1 => 12, _ => 1_000 };
        var opposed = random.Next(2) == 0;
        var leftOut = random.Next(3) == 0;
        var values = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Option()).ToArray()).ToArray();
        var packages = values.Aggregate((IEnumerable<int[]>)[[]], (all, i) => all.SelectMany(k => Enumerable.Range(0, i.Length), (k, o) => (int[])[.. k, o]))
            .Select(k => new ValuedPackage(k, Sum(k))).ToList();
        // Rectangles: some packages are worth more or less than the sum.
        foreach (var package in packages)
            if (random.Next(4) == 0) package.Values[random.Next(n)] += random.Next(2 * range) - range;
        All = [.. packages.Where(_ => !leftOut || random.Next(3) > 0)];
        var near = packages[random.Next(packages.Count)].Values;
        Reservations = [.. near.Select(v => (Rational)(v - random.Next(range + 1)) + new Rational(random.Next(3), 3))];
        if (random.Next(5) == 0) Reservations[random.Next(n)] = All.Count == 0 ? 0 : All.Max(p => p.Values[0]);
        Units = [.. near.Select(_ => new Rational(1 + random.Next(4), 1 + random.Next(4)))];
        PartyCount = n;

        BigInteger[] Option()
        {
            var option = new BigInteger[n];
            for (var p = 0; p < n; p++) option[p] = random.Next(range) - range / 3;
            if (opposed) option[^1] = random.Next(3) - option[0];
            return option;
        }

        BigInteger[] Sum(int[] package)
        {
            var sum = new BigInteger[n];
            for (var p = 0; p < n; p++) sum[p] = package.Select((o, i) => values[i][o][p]).Aggregate(BigInteger.Zero, BigInteger.Add);
            return sum;
        }
    }

    public int PartyCount { get; }

    public List<ValuedPackage> All { get; }

    public Rational[] Reservations { get; }

    public Rational[] Units { get; }

    public Parley.Kernels.Solutions.BargainingSpace Bargain(int maxRegion = int.MaxValue, bool neverProves = false) =>
        new(new ListedPackages(PartyCount, All) { MaxRegion = maxRegion, NeverProves = neverProves }, Reservations, Units);
}
