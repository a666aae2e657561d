using System.Numerics;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;

namespace Parley.Obstacles;

/// <summary>Whose condition each row and clause of a problem is (docs/model.md, 31).</summary>
internal sealed class Holders
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofRule;

    public Holders(CaseProblem problem)
    {
        foreach (var party in problem.Parties) _numbers[party] = _numbers.Count;
        _ofRule = problem.Rules.ToDictionary(r => r.Rule.Name, problem.HolderOf, StringComparer.Ordinal);
        foreach (var holder in _ofRule.Values) _numbers.TryAdd(holder, _numbers.Count);
    }

    public int Count => _numbers.Count;

    /// <summary>The search for the least distance among candidates that some parties sign.</summary>
    public DistanceSearch Search(NamedPackageProblem rows, long budget, CancellationToken cancellationToken)
    {
        // That a refused trade is triggered is no condition of its own; left out, more is always better in every row.
        bool IsTrigger(int row) => rows.RowNames[row].Kind == CertificateRow.Triggered;
        var kept = rows.Problem.Rows.Select((r, k) => IsTrigger(k) ? Nothing(r) : r).ToArray();
        var clauses = Array.ConvertAll(
            rows.Problem.Clauses, c => new PackageClause(Array.ConvertAll(c.Alternatives, a => a with { Rows = Array.FindAll(a.Rows, r => !IsTrigger(r)) })));
        var problem = new PackageProblem(rows.Problem.OptionCounts, rows.Problem.Allowed, kept, clauses, rows.Problem.Changes);
        return new(problem, [.. rows.RowNames.Select(n => NumberOf(n.Name))], [.. rows.ClauseNames.Select(n => NumberOf(n.Rule))], Count, budget, cancellationToken);
    }

    private static PackageRow Nothing(PackageRow row) => new(PackageRowKind.Structural, new BigInteger[row.Coefficients.Length], BigInteger.Zero, BigInteger.Zero);

    // Rows inside clauses and candidate rows have no holder of their own; nobody asks for theirs.
    private int NumberOf(string name) => _numbers.GetValueOrDefault(_ofRule.GetValueOrDefault(name, name), -1);
}
