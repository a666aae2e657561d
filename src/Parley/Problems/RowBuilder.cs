using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Results;

namespace Parley.Problems;

/// <summary>Collects rows in exact fractions, then scales them all to integers by their common denominator.</summary>
internal sealed class RowBuilder
{
    private readonly List<(PackageRowKind Kind, Rational[] Coefficients, Rational Threshold, Rational Scale)> _rows = [];
    private readonly List<PackageClause> _clauses = [];

    /// <summary>What each row is called in a proof.</summary>
    public List<(CertificateRow Kind, string Name)> RowNames { get; } = [];

    /// <summary>What each clause is called in a proof.</summary>
    public List<ClauseName> ClauseNames { get; } = [];

    public int Add(PackageRowKind kind, CertificateRow name, string holder, Rational[] coefficients, Rational threshold, Rational scale = default)
    {
        _rows.Add((kind, coefficients, threshold, scale));
        RowNames.Add((name, holder));
        return _rows.Count - 1;
    }

    public void Add(ClauseName name, params IReadOnlyList<PackageAlternative> alternatives)
    {
        _clauses.Add(new([.. alternatives]));
        ClauseNames.Add(name);
    }

    public PackageProblem Build(int[] optionCounts, bool[] allowed, bool[] changes)
    {
        var common = BigInteger.One;
        foreach (var (_, coefficients, threshold, scale) in _rows)
        {
            foreach (var coefficient in coefficients) common = Multiple(common, coefficient.Denominator);
            common = Multiple(Multiple(common, threshold.Denominator), scale.Denominator);
        }

        BigInteger Whole(Rational value) => value.Numerator * (common / value.Denominator);
        var rows = _rows.Select(r => new PackageRow(r.Kind, Array.ConvertAll(r.Coefficients, Whole), Whole(r.Threshold), Whole(r.Scale)));
        return new(optionCounts, allowed, [.. rows], [.. _clauses], changes);
    }

    private static BigInteger Multiple(BigInteger a, BigInteger b) =>
        b.IsOne ? a : a / BigInteger.GreatestCommonDivisor(a, b) * b;
}

/// <summary>What a clause is called in a proof, and how its alternatives read.</summary>
/// <param name="Rule">The rule, or the negotiator whose consent is not always needed.</param>
/// <param name="Branches">By alternative: not triggered, triggered, or a consenting coalition of blocs.</param>
internal sealed record ClauseName(string Rule, IReadOnlyList<ClauseBranch> Branches);

/// <summary>How an alternative reads: null members for the trigger's two sides, else the blocs that consent.</summary>
internal sealed record ClauseBranch(bool Triggered, IReadOnlyList<string>? Members = null);
