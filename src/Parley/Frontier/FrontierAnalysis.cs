using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;
using Parley.Problems;
using Parley.Results;

namespace Parley.Frontier;

/// <summary>How large a frontier may grow.</summary>
public sealed record FrontierOptions
{
    /// <summary>Points at most.</summary>
    public int MaxPoints { get; init; } = 10_000;

    /// <summary>Partial packages kept at most while issues are merged.</summary>
    public int MaxStates { get; init; } = 20_000;
}

/// <summary>Which acceptable packages does no other beat for everybody?</summary>
public static class FrontierAnalysis
{
    /// <summary>Computes the Pareto frontier over acceptable packages (docs/model.md, 22).</summary>
    /// <remarks>Cost: bounded by <see cref="FrontierOptions.MaxStates"/> squared for each issue.</remarks>
    public static FrontierResult Run(
        CaseProblem problem, FrontierOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var objectives = Objectives(problem);
        var found = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var complete = true;
        var sets = problem.SignatorySets();
        for (var k = 0; k < sets.Count; k++)
        {
            progress?.Report(new("merging issues", k, sets.Count));
            var rows = ProblemRows.Deal(problem, sets[k]).Problem;
            var (packages, all) = PackageFrontier.Of(rows, objectives, options.MaxStates, options.MaxPoints, cancellationToken);
            complete &= all;
            foreach (var package in packages) found[string.Join(' ', package)] = package;
        }

        var views = found.Values.Select(p => (Package: p, View: problem.View(problem.Flat(p)))).ToList();
        if (sets.Count > 1) views = Undominated(views, ProblemRows.Deal(problem, sets[0]).Problem.CompareTies);
        var points = views.Select(v => v.View).Order(Comparer<PackageView>.Create(ByUtilities)).ToImmutableArray();
        return new()
        {
            Parties = problem.Parties,
            Points = points,
            PackageCount = problem.PackageCount(),
            Completeness = complete ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private delegate int TieBreak(ReadOnlySpan<int> a, ReadOnlySpan<int> b);

    // The union of several frontiers, cleaned: one package for each undominated vector.
    private static List<(int[] Package, PackageView View)> Undominated(List<(int[] Package, PackageView View)> all, TieBreak ties)
    {
        bool Beats((int[] Package, PackageView View) a, (int[] Package, PackageView View) b)
        {
            if (!a.View.Utilities.Zip(b.View.Utilities).All(u => u.First >= u.Second)) return false;
            return !a.View.Utilities.SequenceEqual(b.View.Utilities) || ties(a.Package, b.Package) < 0;
        }

        return all.Where(b => !all.Exists(a => Beats(a, b))).ToList();
    }

    private static int ByUtilities(PackageView a, PackageView b)
    {
        for (var k = 0; k < a.Utilities.Length; k++)
            if (b.Utilities[k].CompareTo(a.Utilities[k]) is var order and not 0) return order;
        return 0;
    }

    private static BigInteger[][] Objectives(CaseProblem problem)
    {
        var values = problem.Values.Negotiators.Select(p => problem.Values.Values[p]).ToList();
        var common = Rational.CommonDenominator(values.SelectMany(v => v));
        return [.. values.Select(v => Array.ConvertAll(v, x => x.Times(common)))];
    }
}
