using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;

namespace Parley.Kernels.Tests.Packages;

/// <summary>Small random problems that tie often, and what looking at every package says about them.</summary>
internal sealed class RandomProblem
{
    private const int MaxPackages = 500;

    private readonly Random _random;
    private readonly int[] _counts;
    private readonly int _flats;

    public RandomProblem(int seed)
    {
        Seed = seed;
        _random = new(seed);
        _counts = Counts();
        _flats = _counts.Sum();
        Problem = Make();
        Packages = [.. All().Where(p => Problem.IsCandidate(p)).Select(p => (p, Problem.Value(p)))];
    }

    public int Seed { get; }

    public PackageProblem Problem { get; }

    /// <summary>Every candidate with its value (null is unbounded), in lexicographic order.</summary>
    public List<(int[] Package, Rational? Value)> Packages { get; }

    /// <summary>The packages that reach a target, in lexicographic order.</summary>
    public List<int[]> Reaching(Rational target, bool strict) =>
        [.. Packages.Where(p => p.Value is not { } v || (strict ? v > target : v >= target)).Select(p => p.Package)];

    /// <summary>Targets to ask for: values that packages have, and values between them.</summary>
    public IEnumerable<(Rational Target, bool Strict)> Targets(int count)
    {
        yield return (-1, true);
        for (var k = 1; k < count; k++)
        {
            var value = _random.Next(3) switch
            {
                0 => Rational.Zero,
                1 when Packages.Count > 0 => Packages[_random.Next(Packages.Count)].Value ?? 1,
                _ => new Rational(_random.Next(-29, 40), 30),
            };
            yield return (value, value <= -1 || _random.Next(2) == 0);
        }
    }

    /// <summary>The same problem in a unit so much smaller: every value stays what it is.</summary>
    public static PackageProblem InUnits(PackageProblem problem, BigInteger unit) => new(
        problem.OptionCounts,
        problem.Allowed,
        [.. problem.Rows.Select(r => r with
        {
            Coefficients = Array.ConvertAll(r.Coefficients, c => c * unit), Threshold = r.Threshold * unit, Scale = r.Scale * unit,
        })],
        problem.Clauses,
        problem.Changes);

    /// <summary>A problem of the same shape: a few coefficients differ, or most of them, and some thresholds.</summary>
    public PackageProblem Moved()
    {
        var share = _random.Next(3) switch { 0 => 8, 1 => 30, _ => 90 };
        BigInteger Move(BigInteger value) => _random.Next(100) < share ? value + _random.Next(-9, 10) : value;
        return new(
            Problem.OptionCounts,
            Problem.Allowed,
            [.. Problem.Rows.Select(r => r with { Coefficients = Array.ConvertAll(r.Coefficients, Move), Threshold = Move(r.Threshold) })],
            Problem.Clauses,
            Problem.Changes);
    }

    /// <summary>Every combination of allowed options, a candidate or not.</summary>
    public IEnumerable<int[]> Combinations => All();

    /// <summary>Integer rows to be maximised.</summary>
    public BigInteger[][] Objectives(int count) => [.. Enumerable.Range(0, count).Select(_ => Coefficients())];

    public int[]? AnyPackage() => Packages.Count == 0 ? null : Packages[_random.Next(Packages.Count)].Package;

    private int[] Counts()
    {
        var counts = new List<int>();
        var packages = 1;
        var issues = _random.Next(2, 7);
        while (counts.Count < issues)
        {
            var options = _random.Next(10) == 0 ? 1 : _random.Next(2, 6);
            if (packages * options > MaxPackages) options = 1;
            packages *= options;
            counts.Add(options);
        }

        return [.. counts];
    }

    private PackageProblem Make()
    {
        var closed = _random.Next(3) == 0 ? 15 : 0;
        var allowed = Enumerable.Range(0, _flats).Select(_ => _random.Next(100) >= closed).ToArray();
        PackageRow[] rows = [.. Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Row())];
        PackageClause[] clauses = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Clause(rows))];
        var changes = Enumerable.Range(0, _flats).Select(_ => _random.Next(3) > 0).ToArray();
        return new(_counts, allowed, rows, clauses, changes);
    }

    private PackageRow Row()
    {
        var kind = _random.Next(6) switch
        {
            0 => PackageRowKind.Structural,
            1 => PackageRowKind.Hard,
            _ => PackageRowKind.Scored,
        };
        BigInteger scale = kind == PackageRowKind.Scored && _random.Next(8) > 0 ? _random.Next(1, 13) : 0;
        return new(kind, Coefficients(), _random.Next(-6, kind == PackageRowKind.Structural ? 2 : 7), scale);
    }

    private BigInteger[] Coefficients()
    {
        var spread = _random.Next(1, 10);
        return [.. Enumerable.Range(0, _flats).Select(_ => (BigInteger)_random.Next(-spread, spread + 1))];
    }

    // Rows of clauses say how good a package is, never whether it is considered.
    private PackageClause Clause(PackageRow[] rows)
    {
        int[] usable = [.. Enumerable.Range(0, rows.Length).Where(r => rows[r].Kind != PackageRowKind.Structural)];
        return new([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new PackageAlternative(
            [.. Enumerable.Range(0, _flats).Where(_ => _random.Next(100) < 15)],
            [.. usable.Where(_ => _random.Next(100) < 40)],
            _random.Next(4) == 0 ? new Rational(_random.Next(-12, 13), 12) : null))]);
    }

    private IEnumerable<int[]> All()
    {
        var package = new int[_counts.Length];
        while (true)
        {
            if (Enumerable.Range(0, package.Length).All(i => Problem.Allowed[Problem.Offset(i) + package[i]])) yield return (int[])package.Clone();
            var at = package.Length - 1;
            while (at >= 0 && ++package[at] == _counts[at]) package[at--] = 0;
            if (at < 0) yield break;
        }
    }
}
