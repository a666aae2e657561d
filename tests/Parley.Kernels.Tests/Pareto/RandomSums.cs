namespace Parley.Kernels.Tests.Pareto;

/// <summary>Small random sums that tie often, and what looking at every package says about them.</summary>
internal sealed class RandomSums
{
    public RandomSums(int seed)
    {
        var random = new Random(seed);
        var parties = 2 + random.Next(4);
        var range = random.Next(4) switch { 0 => 2, 1 => 5, 2 => 20, _ => 1_000_000 };
        var low = random.Next(2) * -range / 2;
        var zero = random.Next(4) == 0 ? random.Next(parties) : -1;
        var opposed = random.Next(2) == 0;
        Values = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Issue())];
        var packages = All().Count();
        if (random.Next(2) == 0)
        {
            var near = Sum(Values, All().ElementAt(random.Next(packages)));
            Reservations = Array.ConvertAll(near, v => random.Next(3) == 0 ? (long?)null : v - random.Next(range));
        }

        long[][] Issue()
        {
            var options = new long[1 + random.Next(4)][];
            for (var o = 0; o < options.Length; o++)
                options[o] = o > 0 && random.Next(5) == 0 ? [.. options[random.Next(o)]] : Option();
            return options;
        }

        long[] Option()
        {
            var option = new long[parties];
            for (var p = 0; p < parties; p++) option[p] = p == zero ? 0 : low + random.Next(range);
            if (opposed && zero < 0) option[1] = random.Next(2) - option[0];
            return option;
        }
    }

    /// <summary>By issue, option and party.</summary>
    public long[][][] Values { get; }

    public long?[]? Reservations { get; }

    public static long[] Sum(long[][][] values, int[] package) =>
        [.. Enumerable.Range(0, values[0][0].Length).Select(p => package.Select((o, i) => values[i][o][p]).Sum())];

    /// <summary>The undominated vectors that meet the reservations, in order, each with its packages in lexicographic order.</summary>
    public string Frontier()
    {
        var points = All().GroupBy(k => string.Join(' ', Sum(Values, k))).Select(g => (Text: g.Key, Vector: Sum(Values, g.First()), Packages: g.ToList()))
            .Where(a => Reservations is null || a.Vector.Zip(Reservations).All(v => v.Second is not { } least || v.First >= least)).ToList();
        var frontier = points.Where(a => !points.Exists(b => b.Text != a.Text && b.Vector.Zip(a.Vector).All(v => v.First >= v.Second))).ToList();
        frontier.Sort((a, b) => b.Vector.AsSpan().SequenceCompareTo(a.Vector));
        return string.Join('\n', frontier.Select(a => $"{a.Text}: {a.Packages.Count}, {string.Join(' ', a.Packages[0])}: "
            + string.Join(", ", a.Packages.Select(k => string.Join(' ', k)))));
    }

    // Every package, in lexicographic order.
    private IEnumerable<int[]> All() => Values.Aggregate(
        (IEnumerable<int[]>)[[]], (packages, issue) => packages.SelectMany(k => Enumerable.Range(0, issue.Length), (k, o) => (int[])[.. k, o]));
}
