using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class CoalitionStabilityTests
{
    private static readonly (string Name, StabilityConcept Concept)[] Concepts =
    [
        ("cr", StabilityConcept.Nash), ("cgmr", StabilityConcept.GeneralMetarational),
        ("csmr", StabilityConcept.SymmetricMetarational), ("cseq", StabilityConcept.Sequential),
    ];

    [Fact]
    public void Every_coalition_keeps_what_the_definitions_say()
    {
        ConflictLaw.Hold("coalitions", 20_09_21, 600, (random, _) =>
        {
            var graph = random.Next(3) == 0 ? RandomOptionGame.Make(random, random.Next(2, 4)).ToExplicit() : RandomConflict.Explicit(random, maxStates: 6);
            var solved = Solve(graph);
            var alone = GraphTwin.Solve(graph);
            foreach (var (_, concept) in Concepts)
            {
                for (var s = 0; s < graph.StateCount; s++)
                {
                    var all = true;
                    for (var h = 1; h < 1 << graph.PartyCount; h++)
                    {
                        var expected = Stable(graph, h, s, concept);
                        all &= expected;
                        Assert.Equal(expected, solved.Stable(h, concept).Contains(s));
                    }

                    Assert.Equal(all, solved.StableForAll(concept).Contains(s));
                }

                for (var p = 0; p < graph.PartyCount; p++) Assert.True(solved.Stable(1 << p, concept).SameAs(alone.Stable(p, concept)));
            }
        });
    }

    [Fact]
    public void Published_coalitions_keep_what_a_strict_solver_says() => PublishedConflict.WhereGiven("coalitions", (conflict, coalitions) =>
    {
        var solved = Solve(conflict.Graph);
        foreach (var coalition in coalitions.EnumerateObject())
        {
            var members = coalition.Name.Split('+').Aggregate(0, (bits, member) => bits | 1 << Array.IndexOf(conflict.Parties, member));
            foreach (var (key, concept) in Concepts)
                Assert.Equal(PublishedConflict.Numbers(coalition.Value.GetProperty(key)), conflict.Named(solved.Stable(members, concept)));
        }
    });

    private static CoalitionStability Solve(ExplicitGraph graph) => CoalitionStability.Solve(graph, TestContext.Current.CancellationToken);

    private static bool Stable(ExplicitGraph graph, int coalition, int s, StabilityConcept concept)
    {
        var twin = new GraphTwin(graph);
        int[] members = [.. twin.Parties.Where(p => (coalition >> p & 1) != 0)];
        int[] others = [.. twin.Parties.Except(members)];
        var improvements = twin.Reach(members, s, improving: false).Where(q => members.All(j => twin.Better(j, q, s)));
        return improvements.All(q => concept switch
        {
            StabilityConcept.Nash => false,
            StabilityConcept.GeneralMetarational => twin.Reach(others, q, false).Any(Hurts),
            StabilityConcept.SymmetricMetarational =>
                twin.Reach(others, q, false).Any(k => Hurts(k) && twin.Reach(members, k, false).All(Hurts)),
            _ => twin.Reach(others, q, true).Any(Hurts),
        });

        bool Hurts(int k) => members.Any(j => !twin.Better(j, k, s));
    }
}
