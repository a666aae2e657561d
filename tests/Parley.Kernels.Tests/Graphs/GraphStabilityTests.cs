using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class GraphStabilityTests
{
    private const string MovesAgain = "verdicts that hold only as a party moves again after another";

    [Fact]
    public void Every_verdict_is_the_one_that_the_definitions_give_and_every_witness_replays()
    {
        ConflictLaw.Hold("verdicts and witnesses of listed moves", 20_09_01, 5_000, (random, law) => Compare(RandomConflict.Explicit(random), law));
    }

    [Fact]
    public void Verdicts_that_rest_on_a_party_that_moves_again_are_right_too()
    {
        ConflictLaw? counts = null;
        ConflictLaw.Hold("verdicts and witnesses of sparse moves by three or four", 20_09_05, 1_000, (random, law) =>
        {
            counts = law;
            Compare(RandomConflict.Explicit(random, parties: random.Next(3, 5), densest: 0.2), law);
        });
        Assert.True(counts!.Times(MovesAgain) > 200); // the law ran
    }

    internal static void Compare(ExplicitGraph graph, ConflictLaw? law = null)
    {
        law?.Note(graph);
        var twin = new GraphTwin(graph);
        var solved = GraphTwin.Solve(graph);
        var (verdicts, again) = (0, 0);
        foreach (var concept in Enum.GetValues<StabilityConcept>().Where(solved.Defines))
        {
            var equilibria = solved.Equilibria(concept);
            for (var s = 0; s < graph.StateCount; s++)
            {
                var everyone = true;
                for (var p = 0; p < graph.PartyCount; p++)
                {
                    var expected = twin.Stable(p, s, concept);
                    everyone &= expected;
                    Assert.Equal(expected, solved.Stable(p, concept).Contains(s));
                    var witness = solved.Witness(p, s, concept);
                    Assert.Equal(expected, witness.Stable);
                    Assert.Null(WitnessReplay.Fault(graph, witness));
                    verdicts++;
                    if (law is not null && expected && graph.PartyCount > 2 && !twin.StableIfNobodyReturns(p, s, concept)) again++;
                }

                Assert.Equal(everyone, equilibria.Contains(s));
            }
        }

        law?.Note("verdicts replayed from their witnesses", verdicts);
        law?.Note(MovesAgain, again);
    }

    [Fact]
    public void A_sanction_may_need_a_party_to_move_again_after_another_has_moved()
    {
        // Party 0 improves 0 -> 1; then only 1 -> 2 (party 1), 2 -> 3 (party 2), 3 -> 4 (party 1) hurts it.
        var graph = new ExplicitGraph(
            5, [[new(0, 1)], [new(1, 2), new(3, 4)], [new(2, 3)]], [[1, 4, 3, 2, 0], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]);
        var solved = GraphTwin.Solve(graph);

        Assert.True(solved.Stable(0, StabilityConcept.Sequential).Contains(0));
        var answer = Assert.Single(solved.Witness(0, 0, StabilityConcept.Sequential).Answers);
        Assert.Equal([new(1, 2), new(2, 3), new(1, 4)], answer.Sanction.AsEnumerable());
    }

    [Fact]
    public void No_party_moves_twice_in_a_row()
    {
        // 1 -> 2 -> 3 would hurt, but both moves are party 1's and nobody moves in between.
        var graph = new ExplicitGraph(4, [[new(0, 1)], [new(1, 2), new(2, 3)]], [[1, 3, 2, 0], [0, 1, 2, 3]]);
        Assert.False(GraphTwin.Solve(graph).Stable(0, StabilityConcept.GeneralMetarational).Contains(0));
    }

    [Fact]
    public void Concepts_imply_each_other_as_the_theory_says()
    {
        ConflictLaw.Hold("inclusions of concepts", 20_09_02, 500, (random, _) =>
        {
            var solved = GraphTwin.Solve(RandomConflict.Explicit(random, maxStates: 12));
            for (var p = 0; p < solved.Graph.PartyCount; p++)
            {
                var of = Enumerable.Range(0, 5).Select(k => solved.Stable(p, (StabilityConcept)k)).ToArray();
                Assert.True(of[0].IsSubsetOf(of[2]) && of[2].IsSubsetOf(of[1]));
                Assert.True(of[0].IsSubsetOf(of[3]) && of[3].IsSubsetOf(of[1]));
                Assert.True(of[0].IsSubsetOf(of[4]) && of[4].IsSubsetOf(of[3]) && of[4].IsSubsetOf(of[2]));
            }
        });
    }

    [Fact]
    public void Verdicts_follow_states_and_parties_to_their_new_numbers()
    {
        ConflictLaw.Hold("renumbering", 20_09_03, 300, (random, _) =>
        {
            var graph = RandomConflict.Explicit(random);
            var (n, m) = (graph.PartyCount, graph.StateCount);
            var (state, party) = (Enumerable.Range(0, m).ToArray(), Enumerable.Range(0, n).ToArray());
            random.Shuffle(state);
            random.Shuffle(party);
            var (arcs, ranks) = (new List<StateArc>[n], new int[n][]);
            for (var p = 0; p < n; p++)
            {
                arcs[party[p]] = [];
                ranks[party[p]] = new int[m];
                for (var s = 0; s < m; s++)
                {
                    ranks[party[p]][state[s]] = graph.Ranks(p)[s];
                    foreach (var t in graph.Moves(p, s)) arcs[party[p]].Add(new(state[s], state[t]));
                }
            }

            var (before, after) = (GraphTwin.Solve(graph), GraphTwin.Solve(new(m, arcs, ranks)));
            for (var k = 0; k < 5; k++)
                for (var p = 0; p < n; p++)
                    for (var s = 0; s < m; s++)
                        Assert.Equal(
                            before.Stable(p, (StabilityConcept)k).Contains(s),
                            after.Stable(party[p], (StabilityConcept)k).Contains(state[s]));
        });
    }

    [Fact]
    public void A_spoiled_witness_is_refused()
    {
        const string refused = "spoiled witnesses refused";
        ConflictLaw? counts = null;
        ConflictLaw.Hold("spoiled witnesses", 20_09_04, 300, (random, law) =>
        {
            counts = law;
            var graph = RandomConflict.Explicit(random);
            var solved = GraphTwin.Solve(graph);
            for (var k = 0; k < 5; k++)
                for (var p = 0; p < graph.PartyCount; p++)
                    for (var s = 0; s < graph.StateCount; s++)
                        law.Note(refused, RefuseSpoiled(graph, solved.Witness(p, s, (StabilityConcept)k)));
        });
        Assert.True(counts!.Times(refused) > 10_000); // the law ran
    }

    private static int RefuseSpoiled(ExplicitGraph graph, StabilityWitness witness)
    {
        List<StabilityWitness> bad = [witness with { Stable = !witness.Stable }, witness with { Party = graph.PartyCount }];
        if (!witness.Answers.IsEmpty)
        {
            var first = witness.Answers[0];
            bad.Add(witness with { Answers = witness.Answers.RemoveAt(0) });
            bad.Add(witness with { Answers = witness.Answers.Add(first) });
            bad.Add(Changed(first with { Target = witness.State }));
            bad.Add(Changed(first with { Sanction = first.Sanction.Add(new(witness.Party, witness.State)) }));
            if (witness.Stable)
            {
                bad.Add(Changed(first with { Sanction = [] }));
                bad.Add(Changed(first with { Sanction = first.Sanction.Insert(0, first.Sanction[0]) }));
                bad.Add(Changed(first with { Escapes = first.Escapes.Add(first.Target) }));
            }
        }

        // A stable state without improvements is rightly called stable under any name but that of its verdict.
        foreach (var witnessOf in bad) Assert.NotNull(WitnessReplay.Fault(graph, witnessOf));
        return bad.Count;

        StabilityWitness Changed(MoveAnswer answer) => witness with { Answers = witness.Answers.SetItem(0, answer) };
    }
}
