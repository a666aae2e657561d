using Parley.Cases.Model;

namespace Parley.Cases.Checks;

/// <summary>Numbers that rank correlations tie together, directly or through others.</summary>
internal sealed class RankCorrelationGroup
{
    private const double Tolerance = 1e-9;

    private RankCorrelationGroup(IReadOnlyList<RankCorrelation> pairs)
    {
        Pairs = pairs;
        Paths = [.. pairs.SelectMany(p => (string[])[p.First, p.Second]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Its numbers, in the order in which pairs name them.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Its pairs, in declaration order.</summary>
    public IReadOnlyList<RankCorrelation> Pairs { get; }

    /// <summary>True when normal scores with these correlations exist.</summary>
    public bool IsPossible => IsPossibleAt(1m);

    /// <summary>The groups, in the order of their first pairs.</summary>
    public static IEnumerable<RankCorrelationGroup> Of(IEnumerable<RankCorrelation> pairs)
    {
        var groups = new List<(HashSet<string> Paths, List<RankCorrelation> Pairs)>();
        foreach (var pair in pairs)
        {
            var touched = groups.FindAll(g => g.Paths.Contains(pair.First) || g.Paths.Contains(pair.Second));
            if (touched.Count == 0)
            {
                groups.Add(([pair.First, pair.Second], [pair]));
                continue;
            }
            var into = touched[0];
            foreach (var other in touched.Skip(1))
            {
                into.Paths.UnionWith(other.Paths);
                into.Pairs.AddRange(other.Pairs);
                groups.Remove(other);
            }
            into.Paths.UnionWith([pair.First, pair.Second]);
            into.Pairs.Add(pair);
        }
        return groups.Select(g => new RankCorrelationGroup([.. g.Pairs.OrderBy(p => p.FirstSpan.Offset)]));
    }

    /// <summary>A share 0..0.99 by which all its correlations can be multiplied to become possible, in hundredths, found by halving.</summary>
    public decimal LargestPossibleShare()
    {
        var (possible, impossible) = (0, 100);
        while (impossible - possible > 1)
        {
            var middle = (possible + impossible) / 2;
            if (IsPossibleAt(middle / 100m)) possible = middle;
            else impossible = middle;
        }
        return possible / 100m;
    }

    /// <remarks>
    /// The score correlation of Spearman's r is <c>2 sin(pi r / 6)</c>; the matrix of them is positive semidefinite iff Cholesky's
    /// factorisation with the largest remaining diagonal entry as pivot meets no negative one, and ends on zeros.
    /// Cost: n^3 / 3 for n numbers.
    /// Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, algorithm 10.2 with pivoting, section 10.3; key "higham2002" in docs/references.bib.
    /// </remarks>
    private bool IsPossibleAt(decimal share)
    {
        var n = Paths.Count;
        var left = new double[n, n];
        var index = Paths.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
        for (var i = 0; i < n; i++) left[i, i] = 1;
        foreach (var pair in Pairs)
        {
            var (i, j) = (index[pair.First], index[pair.Second]);
            left[i, j] = left[j, i] = 2 * Math.Sin(Math.PI * (double)(pair.Correlation * share) / 6);
        }
        var open = Enumerable.Range(0, n).ToList();
        while (open.Count > 0)
        {
            var pivot = open.MaxBy(i => left[i, i]);
            if (open.Exists(i => left[i, i] < -Tolerance)) return false;
            if (left[pivot, pivot] <= Tolerance) return open.TrueForAll(i => open.TrueForAll(j => Math.Abs(left[i, j]) <= Tolerance));
            open.Remove(pivot);
            foreach (var i in open)
                foreach (var j in open)
                    left[i, j] -= left[i, pivot] * left[pivot, j] / left[pivot, pivot];
        }
        return true;
    }
}
