using System.Collections.Immutable;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;

namespace Parley.Coalitions;

/// <summary>How far coalitions are looked at.</summary>
public sealed record CoalitionsOptions
{
    /// <summary>Search nodes at most for each coalition.</summary>
    public long MaxNodes { get; init; } = 200_000;

    /// <summary>Acceptable packages tested for the core at most; above it none are.</summary>
    public int MaxCorePackages { get; init; } = 500;
}

/// <summary>Who could agree without whom?</summary>
public static class CoalitionsAnalysis
{
    /// <summary>Finds each proper coalition's best side deal by own means, and how many acceptable packages are in the core.</summary>
    /// <remarks>Definition: docs/model.md, 20 and 21. Cost: one search for each coalition, and one for each coalition and acceptable package.</remarks>
    public static CoalitionsResult Run(
        CaseProblem problem, CoalitionsOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = ImmutableArray.CreateBuilder<CoalitionResult>();
        var complete = true;
        if (problem.Parties.Length < 3)
            return new() { Parties = problem.Parties, Coalitions = [], InTheCore = null, Completeness = Completeness.Exact };
        foreach (var members in SideDeals.Coalitions(problem, 2, problem.Parties.Length - 1))
        {
            progress?.Report(new("side deals", results.Count, null));
            var points = members.Select(p => problem.NoDealPoints[problem.Values.Negotiators.IndexOf(p)]).ToArray();
            var rows = ProblemRows.SideDeal(problem, members, points);
            ImmutableArray<string> names = [.. members.Select(p => problem.Model.Parties[p].Name)];
            var best = BestSideDeal(rows.Problem, options, ref complete, cancellationToken);
            results.Add(new(names, best is not null, best is null ? null : problem.View(problem.Flat(best))));
        }

        var core = InTheCore(problem, options, cancellationToken);
        return new()
        {
            Parties = problem.Parties,
            Coalitions = results.ToImmutable(),
            InTheCore = core,
            Completeness = complete ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private static int[]? BestSideDeal(PackageProblem rows, CoalitionsOptions options, ref bool complete, CancellationToken cancellationToken)
    {
        var found = PackageSearch.Find(rows, 0, strict: false, wantProof: false, options.MaxNodes, cancellationToken);
        complete &= found.Complete;
        if (found.Package is null) return null;
        var margin = new MarginSearch(rows, options.MaxNodes, cancellationToken).Run();
        complete &= margin.IsExact;
        return margin.Package ?? found.Package;
    }

    private static int? InTheCore(CaseProblem problem, CoalitionsOptions options, CancellationToken cancellationToken)
    {
        var acceptable = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var set in problem.SignatorySets())
        {
            var complete = PackageSearch.Visit(
                ProblemRows.Deal(problem, set).Problem,
                0,
                strict: false,
                options.MaxNodes,
                package =>
                {
                    acceptable[string.Join(' ', package)] = problem.Flat(package);
                    return acceptable.Count <= options.MaxCorePackages;
                },
                cancellationToken);
            if (!complete || acceptable.Count > options.MaxCorePackages) return null;
        }

        return acceptable.Values.Count(flat => SideDeals.FirstBlocking(
            problem, [.. problem.Values.Negotiators.Select(p => problem.Utility(p, flat))], options.MaxNodes, cancellationToken) is null);
    }
}
