using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class RelationStabilityTests
{
    [Fact]
    public void Relations_of_any_kind_are_read_as_the_definitions_say()
    {
        ConflictLaw.Hold("relations of any kind", 20_09_61, 600, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random, maxStates: 6);
            PairRelations[] relations = [.. Enumerable.Range(0, graph.PartyCount).Select(_ => Random(random, graph.StateCount))];
            var solved = RelationStability.Solve(graph, relations);
            for (var concept = StabilityConcept.Nash; concept <= StabilityConcept.SymmetricSequential; concept++)
                for (var p = 0; p < graph.PartyCount; p++)
                    for (var s = 0; s < graph.StateCount; s++)
                        Assert.Equal(Stable(graph, relations, p, s, concept), solved.Stable(p, concept).Contains(s));
        });
    }

    [Fact]
    public void Known_preferences_give_the_verdicts_of_the_ranking_under_every_attitude()
    {
        ConflictLaw.Hold("known preferences", 20_09_62, 200, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random);
            var plain = GraphTwin.Solve(graph);
            foreach (var attitude in Enum.GetValues<UnknownAttitude>())
                Same(plain, Of(p => PairRelations.OfUnknown(Pairs(graph, p, d => d > 0 ? UncertainPreference.Better : d < 0 ? UncertainPreference.Worse : UncertainPreference.Equal), attitude)));
            Same(plain, Of(p => PairRelations.OfStrength(Pairs(graph, p, Math.Sign), strong: false)));
            Same(plain, Of(p => PairRelations.OfProbability(Pairs(graph, p, d => d > 0 ? 1.0 : 0.0), 0.5, 0.5)));

            RelationStability Of(Func<int, PairRelations> make) =>
                RelationStability.Solve(graph, [.. Enumerable.Range(0, graph.PartyCount).Select(make)]);
        });
    }

    [Fact]
    public void The_first_attitude_is_the_hardest_to_satisfy_the_last_the_easiest_and_strong_is_harder_than_weak()
    {
        ConflictLaw.Hold("attitudes and strength", 20_09_63, 200, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random);
            var unknown = Enumerable.Range(0, graph.PartyCount).Select(p => Pairs(graph, p, d => (UncertainPreference)random.Next(4))).ToArray();
            var by = Enum.GetValues<UnknownAttitude>()
                .ToDictionary(a => a, a => RelationStability.Solve(graph, [.. unknown.Select(u => PairRelations.OfUnknown(u, a))]));
            RelationStability Degrees(bool strong) => RelationStability.Solve(
                graph, [.. Enumerable.Range(0, graph.PartyCount).Select(p => PairRelations.OfStrength(Pairs(graph, p, d => Math.Clamp(d, -2, 2)), strong))]);
            var (strong, weak) = (Degrees(true), Degrees(false));
            for (var concept = StabilityConcept.Nash; concept <= StabilityConcept.SymmetricSequential; concept++)
            {
                for (var p = 0; p < graph.PartyCount; p++)
                {
                    foreach (var between in new[] { UnknownAttitude.Certain, UnknownAttitude.Mixed })
                    {
                        Assert.True(by[UnknownAttitude.Aggressive].Stable(p, concept).IsSubsetOf(by[between].Stable(p, concept)));
                        Assert.True(by[between].Stable(p, concept).IsSubsetOf(by[UnknownAttitude.Cautious].Stable(p, concept)));
                    }

                    Assert.True(strong.Stable(p, concept).IsSubsetOf(weak.Stable(p, concept)));
                }
            }
        });
    }

    private static void Same(GraphStability plain, RelationStability related)
    {
        for (var concept = StabilityConcept.Nash; concept <= StabilityConcept.SymmetricSequential; concept++)
            for (var p = 0; p < plain.Graph.PartyCount; p++)
                Assert.True(plain.Stable(p, concept).SameAs(related.Stable(p, concept)));
    }

    private static T[] Pairs<T>(ExplicitGraph graph, int party, Func<int, T> of)
    {
        var (m, ranks) = (graph.StateCount, graph.Ranks(party).ToArray());
        return [.. Enumerable.Range(0, m * m).Select(k => of(ranks[k % m] - ranks[k / m]))];
    }

    private static PairRelations Random(Random random, int states)
    {
        bool[] Some(double share) => [.. Enumerable.Range(0, states * states).Select(_ => random.NextDouble() < share)];
        return new(Some(0.5), Some(0.4), Some(0.5));
    }

    private static bool Stable(ExplicitGraph graph, PairRelations[] relations, int i, int s, StabilityConcept concept)
    {
        var m = graph.StateCount;
        var improving = concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var final = concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
        return graph.Moves(i, s).ToArray().Where(q => relations[i].Improves[s * m + q]).All(q => concept != StabilityConcept.Nash
            && Ends(q, i).Any(k => relations[i].Deters[s * m + k]
                && (!final || graph.Moves(i, k).ToArray().All(h => relations[i].Deters[s * m + h]))));

        HashSet<int> Ends(int from, int party)
        {
            var ends = new HashSet<(int State, int Last)>();
            for (HashSet<(int State, int Last)> layer = [(from, party)]; layer.Count > 0;)
            {
                layer = [.. layer.SelectMany(n => Enumerable.Range(0, graph.PartyCount).Where(j => j != party && j != n.Last)
                    .SelectMany(j => graph.Moves(j, n.State).ToArray().Where(t => !improving || relations[j].Follows[n.State * m + t]).Select(t => (t, j))))];
                layer.ExceptWith(ends);
                ends.UnionWith(layer);
            }

            return [.. ends.Select(e => e.State)];
        }
    }
}
