using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Problems;

namespace Parley.Stability;

/// <summary>Stability where some preferences are not known, or some states are much better than others.</summary>
internal static class UncertainStability
{
    /// <summary>States up to which it is looked at.</summary>
    public const int MaxStates = 500;

    /// <summary>The concepts that are asked about, from Nash to the sequential one.</summary>
    public static IEnumerable<StabilityConcept> Concepts => Enum.GetValues<StabilityConcept>().Where(c => c <= StabilityConcept.Sequential);

    /// <summary>The equilibria under each attitude, and the strong ones; null where everything is known and nothing is much better.</summary>
    public static UncertainAnswers? Of(StabilityProblem problem, ExplicitGraph graph, CancellationToken cancellationToken)
    {
        if (problem.Uncertain.All(u => u.Unknown.IsEmpty && u.Much.IsEmpty) || graph.StateCount > MaxStates) return null;
        var attitudes = ImmutableArray.CreateBuilder<AttitudeEquilibria>();
        if (problem.Uncertain.Any(u => !u.Unknown.IsEmpty))
        {
            var preferences = problem.Uncertain.Select((u, p) => Preferences(graph, p, u)).ToList();
            foreach (var attitude in Enum.GetValues<UnknownAttitude>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var solved = RelationStability.Solve(graph, [.. preferences.Select(r => PairRelations.OfUnknown(r, attitude))]);
                attitudes.Add(new(attitude, [.. Concepts.Select(solved.Equilibria)]));
            }
        }

        if (problem.Uncertain.All(u => u.Much.IsEmpty)) return new(attitudes.ToImmutable(), null);
        var degrees = problem.Uncertain.Select((u, p) => Degrees(graph, p, u)).ToList();
        var strong = RelationStability.Solve(graph, [.. degrees.Select(d => PairRelations.OfStrength(d, strong: true))]);
        var weak = RelationStability.Solve(graph, [.. degrees.Select(d => PairRelations.OfStrength(d, strong: false))]);
        return new(attitudes.ToImmutable(), [.. Concepts.Select(c => new StrengthEquilibria(strong.Equilibria(c), weak.Equilibria(c)))]);
    }

    private static UncertainPreference[] Preferences(ExplicitGraph graph, int party, UncertainPairs pairs)
    {
        var m = graph.StateCount;
        UncertainPreference[] found = [.. Degrees(graph, party, pairs).Select(d => d > 0 ? UncertainPreference.Better : d < 0 ? UncertainPreference.Worse : UncertainPreference.Equal)];
        foreach (var (first, second) in pairs.Unknown) found[(first * m) + second] = found[(second * m) + first] = UncertainPreference.Unknown;
        return found;
    }

    // [s * m + q]: by how much q is better than s.
    private static int[] Degrees(ExplicitGraph graph, int party, UncertainPairs pairs)
    {
        var (m, ranks) = (graph.StateCount, graph.Ranks(party).ToArray());
        var degrees = new int[m * m];
        for (var s = 0; s < m; s++)
            for (var q = 0; q < m; q++) degrees[(s * m) + q] = ranks[q].CompareTo(ranks[s]);
        foreach (var (first, second) in pairs.Much) (degrees[(second * m) + first], degrees[(first * m) + second]) = (2, -2);
        return degrees;
    }
}
