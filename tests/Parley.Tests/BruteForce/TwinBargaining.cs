using Parley.Kernels.Exact;

namespace Parley.Tests.BruteForce;

/// <summary>The frontier and the classical solutions: docs/model.md, items 22 and 23.</summary>
internal sealed class TwinBargaining(TwinCase twin, TwinVerdict verdict)
{
    private readonly List<TwinPackage> _acceptable = verdict.Acceptable;

    /// <summary>Item 22: a witness of each non-dominated vector, the first negotiator's utility descending.</summary>
    public List<int[]> Frontier()
    {
        List<(List<Rational> Utilities, TwinPackage Package)> points = [];
        foreach (var package in _acceptable)
        {
            var utilities = Utilities(package);
            var same = points.FindIndex(p => p.Utilities.SequenceEqual(utilities));
            if (same < 0) points.Add((utilities, package));
            else if (package.Changes < points[same].Package.Changes) points[same] = (utilities, package);
        }

        List<(List<Rational> Utilities, TwinPackage Package)> best =
            [.. points.Where(p => !points.Any(other => Dominates(other.Utilities, p.Utilities)))];
        best.Sort((a, b) => TwinCase.CompareVectors(b.Utilities, a.Utilities));
        return [.. best.Select(p => p.Package.Options)];
    }

    public int[]? Nash()
    {
        var ideal = Ideal();
        return Best(p => [Product(Gains(p).Where((_, k) => ideal[k].Sign > 0).Select(g => Rational.Max(0, g)))]);
    }

    public int[]? KalaiSmorodinsky()
    {
        var ideal = Ideal();
        return Best(Shares);

        List<Rational> Shares(TwinPackage package) =>
            [.. Gains(package).Zip(ideal).Where(g => g.Second.Sign > 0).Select(g => g.First / g.Second).Order()];
    }

    public int[]? Egalitarian() => Best(p => [.. Gains(p).Order()]);

    public int[]? Utilitarian() => twin.Model.UtilitiesComparable ? Best(p => [Sum(Gains(p))]) : null;

    private List<Rational> Utilities(TwinPackage package) =>
        [.. twin.Negotiators.Select(p => twin.Utility(p, package.Options))];

    private List<Rational> Gains(TwinPackage package) =>
        [.. twin.Negotiators.Select(p => twin.Utility(p, package.Options) - twin.NoDealPoint(p))];

    /// <summary>I_p: the largest gain of each negotiator over acceptable packages.</summary>
    private List<Rational> Ideal()
    {
        var gains = _acceptable.Select(Gains).ToList();
        if (gains.Count == 0) return [];
        return [.. Enumerable.Range(0, twin.Negotiators.Length).Select(k => gains.Max(g => g[k]))];
    }

    /// <summary>The lexicographically greatest vector, ties by item 16; packages come in lexicographic order.</summary>
    private int[]? Best(Func<TwinPackage, List<Rational>> measure)
    {
        (List<Rational> Value, TwinPackage Package)? best = null;
        var frontier = Frontier();
        foreach (var package in _acceptable.Where(p => frontier.Contains(p.Options)))
        {
            var value = measure(package);
            if (best is { } leader)
            {
                var order = TwinCase.CompareVectors(value, leader.Value);
                if (order < 0 || (order == 0 && package.Changes >= leader.Package.Changes)) continue;
            }

            best = (value, package);
        }

        return best?.Package.Options;
    }

    private static bool Dominates(List<Rational> a, List<Rational> b) =>
        a.Zip(b).All(u => u.First >= u.Second) && a.Zip(b).Any(u => u.First > u.Second);

    private static Rational Product(IEnumerable<Rational> values) => values.Aggregate(Rational.One, (a, b) => a * b);

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, (a, b) => a + b);
}
