using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Tests.Solutions;

/// <summary>The solutions by looking at every package.</summary>
internal sealed class DirectTwin
{
    private readonly List<(ValuedPackage Package, Rational[] Gains)> _rational;
    private readonly Rational[] _ideals;
    private readonly Rational[] _idealsOfAll;

    public DirectTwin(IReadOnlyList<ValuedPackage> all, Rational[] reservations, Rational[] units)
    {
        var n = units.Length;
        var gains = all.Select(p => (p, Enumerable.Range(0, n).Select(k => (p.Values[k] - reservations[k]) * units[k]).ToArray())).ToList();
        _rational = [.. gains.Where(g => g.Item2.All(v => v.Sign >= 0))];
        IdealOverAll = [.. Enumerable.Range(0, n).Select(k => all.Count == 0 ? (BigInteger?)null : all.Max(p => p.Values[k]))];
        IdealOverRational = [.. Enumerable.Range(0, n).Select(k => _rational.Count == 0 ? (BigInteger?)null : _rational.Max(p => p.Package.Values[k]))];
        _ideals = [.. Enumerable.Range(0, n).Select(k => _rational.Count == 0 ? 0 : _rational.Max(p => p.Gains[k]))];
        _idealsOfAll = [.. Enumerable.Range(0, n).Select(k => all.Count == 0 ? 0 : gains.Max(p => p.Item2[k]))];
    }

    public BigInteger?[] IdealOverAll { get; }

    public BigInteger?[] IdealOverRational { get; }

    public string Egalitarian => Pick(g => [.. g.Order()]);

    public string Utilitarian => Pick(g => [Sum(g)]);

    public string Nash => Pick(g => [Gaining.Aggregate(Rational.One, (product, p) => product * g[p])]);

    public string KalaiSmorodinskyOverRational => Pick(g => [.. Gaining.Select(p => g[p] / _ideals[p]).Order()]);

    public string KalaiSmorodinskyOverAll => Pick(g => [.. Gaining.Select(p => g[p] / _idealsOfAll[p]).Order()]);

    public IEnumerable<int> Gaining => Enumerable.Range(0, _ideals.Length).Where(p => _ideals[p].Sign > 0);

    public bool IsRational(ValuedPackage package) => _rational.Exists(r => r.Package == package);

    public static string Text(ValuedPackage? package) => package is null ? "none" : string.Join(' ', package.Values);

    private static Rational Sum(Rational[] gains) => gains.Aggregate((a, b) => a + b);

    private string Pick(Func<Rational[], Rational[]> score)
    {
        ValuedPackage? best = null;
        Rational[] bestScore = [];
        foreach (var (package, gains) in _rational)
        {
            Rational[] scored = [.. score(gains), .. package.Values.Select(v => (Rational)v)];
            if (best is null || scored.AsSpan().SequenceCompareTo(bestScore) > 0) (best, bestScore) = (package, scored);
        }

        return Text(best);
    }
}
