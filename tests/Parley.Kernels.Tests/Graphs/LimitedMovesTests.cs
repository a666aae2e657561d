using System.Globalization;
using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class LimitedMovesTests
{
    [Fact]
    public void Looking_ahead_is_the_recursion_of_its_definition()
    {
        ConflictLaw.Hold("looking ahead", 20_09_51, 1_000, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random, parties: 2, strict: random.Next(4) != 0);
            var solved = LimitedMoves.Solve(graph, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(solved.KnowsNonMyopic);
            for (var p = 0; p < 2; p++)
            {
                for (var s = 0; s < graph.StateCount; s++)
                {
                    for (var h = 1; h <= 6; h++) Assert.Equal(Outcome(graph, h, p, s) == s, solved.Stable(p, h).Contains(s));
                    var late = Enumerable.Range(solved.PeriodStart, 2 * solved.Period).All(h => solved.Stable(p, h).Contains(s));
                    Assert.Equal(late, solved.NonMyopic(p).Contains(s));
                }

                Assert.True(solved.Stable(p, 1).SameAs(GraphTwin.Solve(graph).Stable(p, StabilityConcept.Nash)));
            }
        });
    }

    [Fact]
    public void Published_conflicts_look_ahead_as_a_strict_solver_does() => PublishedConflict.WhereGiven("L_h", (conflict, horizons) =>
    {
        var solved = LimitedMoves.Solve(conflict.Graph, cancellationToken: TestContext.Current.CancellationToken);
        foreach (var horizon in horizons.EnumerateObject())
        {
            var h = int.Parse(horizon.Name, CultureInfo.InvariantCulture);
            for (var p = 0; p < 2; p++)
                Assert.Equal(PublishedConflict.Numbers(horizon.Value.GetProperty("stable")[p]), conflict.Named(solved.Stable(p, h)));
        }
    });

    private static int Outcome(ExplicitGraph graph, int h, int i, int s)
    {
        if (h == 0 || graph.Moves(i, s).Length == 0) return s;
        var outcomes = graph.Moves(i, s).ToArray().Select(q => Outcome(graph, h - 1, 1 - i, q)).ToArray();
        var best = outcomes.MaxBy(q => graph.Ranks(i)[q]);
        return graph.Ranks(i)[s] >= graph.Ranks(i)[best] ? s : best;
    }
}
