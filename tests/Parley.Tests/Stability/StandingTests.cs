using Parley.Cases.Overlays;
using Parley.Cases.Text;
using Parley.Problems;
using Parley.Stability;

namespace Parley.Tests.Stability;

/// <summary>How cases stand: commitments that are kept for one another, moves against others, events.</summary>
public class StandingTests
{
    // Each gives at a cost, and has more from the other than it costs; nothing but the bargain holds them to it.
    private const string Accord = """
        case: accord
        parties:
          iran: {}
          us: {}
        issues:
          curbs:
            status_quo: none
            none: {by: iran}
            kept: {by: iran, iran: -5, us: 6}
          relief:
            status_quo: none
            none: {by: us}
            granted: {by: us, iran: 8, us: -2}
          raid:
            status_quo: none
            none: {}
            carried_out: {by: us, unilateral: yes, us: -1, iran: -9}
        deals:
          accord: {curbs: kept, relief: granted}
        dates:
          before: {set: {}}
          after: {in_force: accord}
        events:
          rearmament: {set: {curbs.kept.us: 1}}
          drill: {set: {}}
        """;

    [Fact]
    public void A_conditional_commitment_is_not_unstable_because_each_would_rather_not_give()
    {
        var standing = Ask("after");

        Assert.Equal("accord", standing.InForce);
        Assert.True(standing.IsStable);
        Assert.All(standing.Leaving, l => Assert.False(l.Leaves));
        Assert.Equal([(3, 0), (4, 0)], standing.Leaving.Select(l => ((int)(decimal)l.Inside.Numerator, (int)(decimal)l.Outside.Numerator)));
        var graph = CaseGraph.Of(Question("after").Problem, TestContext.Current.CancellationToken).Value!;
        Assert.All(StabilityAnalysis.Run(graph, new(), null, TestContext.Current.CancellationToken).From!.Verdicts, v => Assert.True(v.Stable));
    }

    [Fact]
    public void Without_the_bargain_each_would_drop_what_it_gives()
    {
        var standing = Ask("before", "curbs.status_quo=kept", "relief.status_quo=granted");

        Assert.False(standing.IsStable);
        Assert.Equal(["curbs.none"], standing.Best[0].Changes);
        Assert.Equal(["relief.none"], standing.Best[1].Changes);
    }

    [Fact]
    public void An_event_after_which_one_side_would_leave_breaks_it_and_leaving_ends_both_sides_giving()
    {
        var (breaks, stands) = (Ask("after").Events[0], Ask("after").Events[1]);

        Assert.True(breaks.Breaks);
        Assert.Equal(["curbs.none", "relief.none"], breaks.Best[1].Changes);
        Assert.Equal(1, breaks.Best[1].Gain);
        Assert.False(stands.Breaks);
    }

    [Fact]
    public void Moves_against_others_are_moves_too()
    {
        var raid = Assert.Single(Ask("before").Moves, m => m.Option == "raid.carried_out");

        Assert.Equal((1, true, false, -1), (raid.Party, raid.IsUnilateral, raid.IsWithdrawal, (int)raid.Gain.Numerator));
    }

    private static StandingResult Ask(string at, params string[] edits) => StandingAnalysis.Run(Question(at, edits), new());

    private static CaseQuestion Question(string at, params string[] edits)
    {
        var read = CaseReader.Read("accord", Accord);
        Assert.Empty(read.Errors);
        var asked = CaseQuestion.Ask(read.Value!, OverlaySelection.Default with { At = at, Set = [.. edits] });
        Assert.Empty(asked.Errors);
        return asked.Value!;
    }
}
