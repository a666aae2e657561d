using Parley.Kernels.Graphs;
using Parley.Tests.Shared;

namespace Parley.Kernels.Tests.Graphs;

public class StatementChangesTests
{
    [Fact]
    public void A_changed_list_gives_what_the_changed_game_gives()
    {
        ConflictLaw.Hold("changed statements", 20_09_71, 60, (random, _) =>
        {
            var game = RandomOptionGame.Make(random, options: random.Next(3, 9));
            var changes = StatementChanges.All(game);
            var kept = changes.Where(_ => random.Next(20) == 0).Take(10).ToArray();
            var results = StatementChanges.Solve(game, [.. kept], cancellationToken: TestContext.Current.CancellationToken);
            for (var k = 0; k < kept.Length; k++)
            {
                Assert.Equal(kept[k], results[k].Change);
                var anew = OptionStability.Solve(StatementChanges.Apply(game, kept[k]), null, TestContext.Current.CancellationToken);
                for (var concept = StabilityConcept.Nash; concept <= StabilityConcept.Sequential; concept++)
                    Assert.True(anew.Equilibria(concept).SameAs(results[k].Equilibria[(int)concept]));
            }
        });
    }

    [Fact]
    public void Drops_and_moves_are_listed_without_repetition()
    {
        Statement one = new Statement.Literal(0, true);
        var list = new OptionPreference.Statements([one, new Statement.Literal(0, false), new Statement.Literal(1, true)]);
        var game = new OptionGame([0, 1], [OptionDirection.Both, OptionDirection.Both], [], [list, new OptionPreference.Weights([1, 1])]);
        var lists = StatementChanges.All(game)
            .Select(c => string.Join('|', ((OptionPreference.Statements)StatementChanges.Apply(game, c).Preferences[0]).Values)).ToArray();
        Assert.Equal(3 + 4, lists.Length);
        Assert.Equal(lists.Length, lists.Distinct().Count());
    }
}
