using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;

namespace Parley.Coalitions;

/// <summary>What coalitions can do by their own means (docs/model.md, 20 and 21).</summary>
internal static class SideDeals
{
    /// <summary>Coalitions of negotiators by size, then in declaration order; members are party indices.</summary>
    public static IEnumerable<ImmutableArray<int>> Coalitions(CaseProblem problem, int fromSize, int toSize)
    {
        var negotiators = problem.Values.Negotiators;
        return Enumerable.Range(1, (1 << negotiators.Length) - 1)
            .Where(mask => BitOperations.PopCount((uint)mask) is var size && size >= fromSize && size <= toSize)
            .Select(mask => Enumerable.Range(0, negotiators.Length).Where(k => (mask >> k & 1) != 0).ToImmutableArray())
            .OrderBy(members => members.Length)
            .ThenBy(members => members, Comparer<ImmutableArray<int>>.Create((a, b) => a.AsSpan().SequenceCompareTo(b.AsSpan())))
            .Select(members => members.Select(k => negotiators[k]).ToImmutableArray());
    }

    /// <summary>The first coalition that can make all its members strictly better off than some utilities; null when none can.</summary>
    /// <param name="problem">The case.</param>
    /// <param name="utilities">By negotiator.</param>
    /// <param name="maxNodes">Search nodes at most for each coalition.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    public static ImmutableArray<string>? FirstBlocking(
        CaseProblem problem, ImmutableArray<Rational> utilities, long maxNodes, CancellationToken cancellationToken)
    {
        var negotiators = problem.Values.Negotiators;
        foreach (var members in Coalitions(problem, 1, negotiators.Length))
        {
            Rational[] points = [.. members.Select(p => utilities[negotiators.IndexOf(p)])];
            if (members is [var alone]) points[0] -= problem.NoDealOf(alone); // acting alone is no agreement
            var ways = members.Length == negotiators.Length
                ? problem.SignatorySets().Select(s => ProblemRows.BetterDeal(problem, s, points))
                : [ProblemRows.SideDeal(problem, members, points)];
            foreach (var rows in ways)
            {
                var outcome = PackageSearch.Find(rows.Problem, 0, strict: false, wantProof: false, maxNodes, cancellationToken);
                if (outcome.Package is not null) return [.. members.Select(p => problem.Model.Parties[p].Name)];
            }
        }

        return null;
    }
}
