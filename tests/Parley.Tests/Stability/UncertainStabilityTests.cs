using Parley.Cases.Conflicts;
using Parley.Kernels.Graphs;
using Parley.Problems;
using Parley.Stability;

namespace Parley.Tests.Stability;

/// <summary>Preferences that are not known, and strong ones, from the text of a conflict to its equilibria.</summary>
public class UncertainStabilityTests
{
    // From calm, one can move to war; two can answer war with ruin. One ranks calm above ruin, and war beside calm as each test says.
    private const string Text = """
        parley: 1
        case: brink
        conflict:
          parties: {one: {}, two: {}}
          states: {calm: "", war: "", ruin: ""}
          moves: {one: [calm -> war], two: [war -> ruin]}
          status_quo: calm
          preferences:
            one: {ranking: [RANKING]EXTRA}
            two: {ranking: [ruin, calm, war]}
        """;

    [Fact]
    public void What_is_not_known_is_an_improvement_to_some_attitudes_and_deters_some()
    {
        // Whether one prefers war to calm, or ruin to calm, is not known.
        var uncertain = Ask("calm, war, ruin", ", unknown: [war ? calm, ruin ? calm]").Uncertain!;

        // Nash: only who moves on the unknown leaves. GMR: the answer, ruin, deters only those whom the unknown deters.
        Assert.Equal([false, true, false, true], uncertain.Attitudes.Select(a => a.ByConcept[0].Contains(0)));
        Assert.Equal([false, true, true, true], uncertain.Attitudes.Select(a => a.ByConcept[1].Contains(0)));
        Assert.Equal([UnknownAttitude.Aggressive, UnknownAttitude.Certain, UnknownAttitude.Mixed, UnknownAttitude.Cautious], uncertain.Attitudes.Select(a => a.Attitude));
    }

    [Fact]
    public void A_state_is_strong_where_the_answer_is_much_worse()
    {
        var weak = Ask("war, calm, ruin", ", much: [war >> ruin]").Uncertain!.Strength!.Value;
        var strong = Ask("war, calm, ruin", ", much: [calm >> ruin]").Uncertain!.Strength!.Value;

        Assert.Equal((true, false), (weak[1].All.Contains(0), weak[1].Strong.Contains(0)));
        Assert.Equal((true, true), (strong[1].All.Contains(0), strong[1].Strong.Contains(0)));
        Assert.False(strong[0].All.Contains(0)); // under Nash it leaves all the same
    }

    [Fact]
    public void Where_all_is_known_nothing_is_added() => Assert.Null(Ask("war, calm, ruin", string.Empty).Uncertain);

    [Fact]
    public void Pairs_that_say_what_is_known_anyway_change_no_verdict()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var conflict = RandomConflicts.OfOptions(seed);
            if (ConflictGraph.Of(conflict).Value is not { Graph: { } graph } problem) continue;
            var labels = Enumerable.Range(0, graph.StateCount).Where(s => graph.Ranks(0)[s] == graph.Ranks(0).ToArray().Max()).ToList();
            if (labels.Count == graph.StateCount) continue;
            var worst = Enumerable.Range(0, graph.StateCount).First(s => !labels.Contains(s));
            var outcomes = ConflictOutcomes.List(conflict)!; // small
            var much = new StatePair(outcomes.Keys[labels[0]], outcomes.Keys[worst]);
            var told = conflict with { Preferences = conflict.Preferences.SetItem(0, conflict.Preferences[0] with { Much = [much] }) };
            var (plain, marked) = (StabilityAnalysis.Run(problem, new(), null, TestContext.Current.CancellationToken), StabilityAnalysis.Run(ConflictGraph.Of(told).Value!, new(), null, TestContext.Current.CancellationToken));
            for (var c = 0; c < 4; c++)
            {
                Assert.True(plain.Concepts[c].Equilibria.SameAs(marked.Uncertain!.Strength!.Value[c].All), $"seed {seed}");
                Assert.True(marked.Uncertain.Strength.Value[c].Strong.IsSubsetOf(marked.Uncertain.Strength.Value[c].All), $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Pairs_are_written_and_read_back()
    {
        var conflict = Read("war, calm, ruin", ", unknown: [war ? calm], much: [calm >> ruin]");

        var again = ConflictReader.Read("again", ConflictWriter.Write(conflict));
        Assert.Empty(again.Errors);
        Assert.Equal(conflict.Preferences[0].Unknown, again.Value!.Preferences[0].Unknown);
        Assert.Equal(conflict.Preferences[0].Much, again.Value.Preferences[0].Much);
        Assert.Equal(ConflictWriter.Write(conflict), ConflictWriter.Write(again.Value));
    }

    private static StabilityResult Ask(string ranking, string extra) => StabilityAnalysis.Run(ConflictGraph.Of(Read(ranking, extra)).Value!, new()); // three states

    private static Conflict Read(string ranking, string extra)
    {
        var read = ConflictReader.Read("brink", Text.Replace("RANKING", ranking, StringComparison.Ordinal).Replace("EXTRA", extra, StringComparison.Ordinal));
        Assert.Empty(read.Errors);
        return read.Value!;
    }
}
