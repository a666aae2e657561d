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

    /// <summary>Makes the problem.</summary>
    /// <returns>The problem, and what its rows were multiplied by.</returns>
    public (PackageProblem Problem, BigInteger Unit) Build(int[] optionCounts, bool[] allowed, bool[] changes)
    {
        var common = Rational.CommonDenominator(_rows.SelectMany(r => r.Coefficients.Append(r.Threshold).Append(r.Scale)));
        var rows = _rows.Select(r => new PackageRow(
            r.Kind, Array.ConvertAll(r.Coefficients, c => c.Times(common)), r.Threshold.Times(common), r.Scale.Times(common)));
        return (new(optionCounts, allowed, [.. rows], [.. _clauses], changes), common);
    }
}

/// <summary>What a clause is called in a proof, and how its alternatives read.</summary>
/// <param name="Rule">The rule, or the negotiator whose consent is not always needed.</param>
/// <param name="Branches">By alternative: not triggered, triggered, or a consenting coalition of blocs.</param>
internal sealed record ClauseName(string Rule, IReadOnlyList<ClauseBranch> Branches)
{
    /// <summary>The name and its branches in one line.</summary>
    public string Text => $"{Rule}: {string.Join('|', Branches.Select(b => $"{b.Triggered} {string.Join(',', b.Members ?? [])}"))}";
}

/// <summary>How an alternative reads: null members for the trigger's two sides, else the blocs that consent.</summary>
internal sealed record ClauseBranch(bool Triggered, IReadOnlyList<string>? Members = null);
