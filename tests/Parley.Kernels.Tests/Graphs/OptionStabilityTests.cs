using System.Collections.Immutable;
using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class OptionStabilityTests
{
    [Fact]
    public void Sweeps_agree_with_the_same_game_made_explicit()
    {
        var random = new Random(20_09_11);
        for (var c = 0; c < Soak.Times(5_000); c++) Compare(RandomOptionGame.Make(random), GraphTwin.Solve);
    }

    [Fact]
    public void The_definitions_agree_too()
    {
        var random = new Random(20_09_12);
        for (var c = 0; c < Soak.Times(400); c++)
            GraphStabilityTests.Compare(RandomOptionGame.Make(random, options: random.Next(2, 5)).ToExplicit());
    }

    [Fact]
    public void Rows_beyond_the_first_are_swept_too()
    {
        var random = new Random(20_09_13);
        for (var c = 0; c < Soak.Times(150); c++) Compare(RandomOptionGame.Make(random, options: random.Next(8, 11)), GraphTwin.Solve);
    }

    [Fact]
    public void One_hand_finds_what_many_find()
    {
        var random = new Random(20_09_14);
        for (var c = 0; c < Soak.Times(40); c++)
        {
            var game = RandomOptionGame.Make(random, options: random.Next(8, 14), reversible: c % 2 == 0);
            var (one, many) = (Solve(game, 1), Solve(game, 5));
            for (var k = StabilityConcept.Nash; k <= StabilityConcept.SymmetricSequential; k++)
                for (var p = 0; p < game.PartyCount; p++)
                    Assert.True(one.Stable(p, k).SameAs(many.Stable(p, k)));
        }
    }

    [Fact]
    public void Blocks_side_by_side_hold_whoever_owns_the_first_options()
    {
        var random = new Random(20_09_15);
        for (var c = 0; c < Soak.Times(60); c++)
        {
            var game = RandomOptionGame.Make(random, options: random.Next(9, 11), parties: 3, reversible: true);
            var (n, first) = (game.OptionCount, c % 3);
            var owners = Enumerable.Range(0, n).Select(o => (o * 3 / n + first) % 3).ToImmutableArray();
            Compare(new(owners, game.Directions, game.Infeasible, game.Preferences), GraphTwin.Solve);
        }
    }

    private static OptionStability Solve(OptionGame game, int threads) =>
        OptionStability.Solve(game, new() { Threads = threads, SharedFrom = 1 }, TestContext.Current.CancellationToken);

    private static void Compare(OptionGame game, Func<ExplicitGraph, GraphStability> solve)
    {
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
