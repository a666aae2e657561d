using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class OptionStabilityTests
{
    [Fact]
    public void Sweeps_agree_with_the_same_game_made_explicit()
    {
        ConflictLaw.Hold("sweeps over options", 20_09_11, 5_000, (random, law) => Compare(RandomOptionGame.Make(random), GraphTwin.Solve, law));
    }

    [Fact]
    public void The_definitions_agree_too()
    {
        ConflictLaw.Hold("verdicts and witnesses of options", 20_09_12, 400, (random, law) =>
        {
            var game = RandomOptionGame.Make(random, options: random.Next(2, 5));
            Note(game, law);
            GraphStabilityTests.Compare(game.ToExplicit(), law);
        });
    }

    [Fact]
    public void Rows_beyond_the_first_are_swept_too()
    {
        ConflictLaw.Hold(
            "sweeps over 8 to 10 options", 20_09_13, 150,
            (random, law) => Compare(RandomOptionGame.Make(random, options: random.Next(8, 11)), GraphTwin.Solve, law));
    }

    [Fact]
    public void One_hand_finds_what_many_find()
    {
        ConflictLaw.Hold("one hand and many", 20_09_14, 40, (random, law) =>
        {
            var game = RandomOptionGame.Make(random, options: random.Next(8, 14), reversible: random.Next(2) == 0);
            Note(game, law);
            var (one, many) = (Solve(game, 1), Solve(game, 5));
            for (var k = StabilityConcept.Nash; k <= StabilityConcept.SymmetricSequential; k++)
                for (var p = 0; p < game.PartyCount; p++)
                    Assert.True(one.Stable(p, k).SameAs(many.Stable(p, k)));
        }, full: 50);
    }

    [Fact]
    public void Blocks_side_by_side_hold_whoever_owns_the_first_options()
    {
        ConflictLaw.Hold("blocks side by side", 20_09_15, 60, (random, law) =>
        {
            var game = RandomOptionGame.Make(random, options: random.Next(9, 11), parties: 3, reversible: true);
            var (n, first) = (game.OptionCount, random.Next(3));
            var owners = Enumerable.Range(0, n).Select(o => (o * 3 / n + first) % 3).ToImmutableArray();
            Compare(new(owners, game.Directions, game.Infeasible, game.Preferences), GraphTwin.Solve, law);
        }, full: 50);
    }

    private static OptionStability Solve(OptionGame game, int threads) =>
        OptionStability.Solve(game, new() { Threads = threads, SharedFrom = 1 }, TestContext.Current.CancellationToken);

    private static void Note(OptionGame game, ConflictLaw law)
    {
        law.Note("with options of one direction", game.Directions.Any(d => d != OptionDirection.Both) ? 1 : 0);
        law.Note("with infeasible patterns", game.Infeasible.IsEmpty ? 0 : 1);
    }

    private static void Compare(OptionGame game, Func<ExplicitGraph, GraphStability> solve, ConflictLaw law)
    {
        Note(game, law);
        var graph = game.ToExplicit();
        var (expected, actual) = (solve(graph), Solve(game, 1));
        for (var k = StabilityConcept.Nash; k <= StabilityConcept.SymmetricSequential; k++)
        {
            for (var p = 0; p < game.PartyCount; p++)
            {
                var states = expected.Stable(p, k).ToArray().Select(s => (int)graph.Codes!.Codes[s]).ToArray();
                Assert.Equal(states, actual.Stable(p, k).ToArray());
            }
        }
    }
}
