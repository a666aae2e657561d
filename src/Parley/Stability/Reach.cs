using System.Collections.Immutable;
using Parley.Kernels.Graphs;

namespace Parley.Stability;

/// <summary>Where a conflict can go from a state, and where it would stay.</summary>
internal sealed class Reach(ExplicitGraph graph, int start, ImmutableArray<ConceptStability> concepts, CancellationToken cancellationToken)
{
    public (ImmutableArray<ReachedState> Reachable, int More, ImmutableArray<int> OutOfReach, ImmutableArray<StateSet> Absorbing) Find()
    {
        var moves = Evolution.From(graph, start, improving: false);
        cancellationToken.ThrowIfCancellationRequested();
        var improvements = Evolution.From(graph, start, improving: true);
        var movers = Evolution.SmallestCoalitions(graph, start, cancellationToken);
        var equilibria = Enumerable.Range(0, graph.StateCount).Where(s => concepts.Any(c => c.Equilibria.Contains(s))).ToList();
        var within = equilibria.Where(moves.Reached.Contains).OrderByDescending(s => concepts.Count(c => c.Equilibria.Contains(s))).ThenBy(moves.Distance).ToList();
        return (
            [.. within.Take(StabilityAnalysis.MaxReachable).Select(s => new ReachedState(
                s,
                [.. concepts.Where(c => c.Equilibria.Contains(s)).Select(c => c.Concept)],
                moves.Path(s),
                improvements.Reached.Contains(s) ? improvements.Path(s) : null,
                movers[s]))],
            Math.Max(0, within.Count - StabilityAnalysis.MaxReachable),
            [.. equilibria.Where(s => !moves.Reached.Contains(s))],
            [.. moves.Absorbing()]);
    }
}
