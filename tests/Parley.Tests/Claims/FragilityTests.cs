using Parley.Cases.Overlays;
using Parley.Claims;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Tests.Claims;

public class FragilityTests
{
    [Fact]
    public void Each_number_goes_a_fifth_down_and_up_and_to_the_ends_of_its_range()
    {
        var fragility = Fragile("no deal");
        var question = SmallClaims.Ask(SmallClaims.Trade + "  k: {expect: no deal}\n");

        var expected = CaseNumbers.List(question.BaseCase).Where(n => n.CanEdit)
            .Sum(n => new[] { n.Number.Coefficient * 0.8m, n.Number.Coefficient * 1.2m, n.Number.Range?.Low ?? 0, n.Number.Range?.High ?? 0 }
                .Take(n.Number.Range is null ? 2 : 4).Where(to => to != n.Number.Coefficient).Distinct().Count());

        Assert.Equal(expected, fragility.Changes);
        Assert.Equal(expected, fragility.Checks);
    }

    [Fact]
    public void The_changes_that_break_a_claim_are_those_under_which_the_whole_question_says_so()
    {
        const string expect = "no deal";
        var question = SmallClaims.Ask($"{SmallClaims.Trade}  k: {{expect: {expect}}}\n");

        var breaks = Fragile(expect).Breaks.Select(b => (b.Path, b.To)).ToHashSet();

        Assert.NotEmpty(breaks);
        foreach (var number in CaseNumbers.List(question.BaseCase).Where(n => n.CanEdit))
        {
            foreach (var (_, to) in Fragility.ChangesOf(number))
            {
                var changed = question.About(CaseNumbers.SetCoefficient(question.BaseCase, number.Path, to));
                var follows = SmallClaims.Run(changed).Claims.Single().Follows;
                Assert.Equal(follows != true, breaks.Contains((number.Path, to)));
            }
        }
    }

    [Fact]
    public void A_claim_leans_on_the_numbers_that_break_it()
    {
        var fragility = Fragile("no deal");

        var support = Assert.Single(fragility.Supports);
        Assert.Contains("hill.b_holds.if_delivered.b.land", support.Numbers);
        Assert.Equal(fragility.Breaks.Select(b => b.Path).Distinct(), support.Numbers);
        Assert.Contains("a.weights.land", Fragile("a accepts on swap").Supports.Single().Numbers);
    }

    [Fact]
    public void A_claim_that_does_not_follow_hangs_on_nothing() => Assert.Equal((0, 0), (Fragile("deal").Checks, Fragile("deal").Supports.Length));

    [Fact]
    public void Progress_is_monotone_and_the_search_can_be_cancelled()
    {
        var question = SmallClaims.Ask(SmallClaims.Trade + "  k: {expect: no deal}\n");
        using var cancel = new CancellationTokenSource();
        var seen = new List<AnalysisProgress>();
        var progress = new Recorder(p =>
        {
            seen.Add(p);
            if (p is { Phase: "changing numbers", Done: 3 }) cancel.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => ClaimsAnalysis.Run(question, new() { Fragile = true }, progress, cancel.Token));

        var changes = seen.Where(p => p.Phase == "changing numbers").Select(p => p.Done).ToList();
        Assert.Equal([0L, 1L, 2L, 3L], changes);
    }

    [Fact]
    public void Claims_that_hold_are_given_more_room_within_the_ranges()
    {
        var result = Reconcile("no deal; delivery of hill.b_holds < 0.6");

        Assert.True(result.Found);
        Assert.True(result.Margin > result.MarginAsGiven);
        Assert.NotEmpty(result.Moved);
        Assert.True(result.AtRest);
        var ranges = CaseNumbers.List(SmallClaims.Ask(SmallClaims.Trade + "  k: {expect: no deal}\n").BaseCase).ToDictionary(n => n.Path, n => n.Number.Range);
        Assert.All(result.Moved, m => Assert.InRange(m.To, ranges[m.Path]!.Value.Low, ranges[m.Path]!.Value.High)); // only numbers with a range move
    }

    [Fact]
    public void A_claim_that_fails_as_given_is_made_to_hold()
    {
        var result = Reconcile("deal");

        Assert.True(result.Found);
        Assert.True(result.MarginAsGiven.Sign < 0);
        Assert.True(result.Margin.Sign >= 0);
    }

    [Fact]
    public void Claims_that_contradict_each_other_are_named()
    {
        var text = SmallClaims.Trade + "  k: {expect: no deal}\n  m: {expect: deal}\n  n: {expect: delivery of hill.b_holds < 0.9}\n";

        var result = SmallClaims.Run(SmallClaims.Ask(text), new() { Reconcile = true }).Reconciliation!; // asked for

        Assert.False(result.Found);
        var conflicts = result.Conflicts.Select(c => string.Join(' ', c)).ToList();
        Assert.True(conflicts is ["k m"] or ["m"] or ["k"], string.Join(", ", conflicts));
    }

    [Fact]
    public void The_limit_of_trials_ends_the_search()
    {
        var text = SmallClaims.Trade + "  k: {expect: no deal}\n";

        var result = SmallClaims.Run(SmallClaims.Ask(text), new() { Reconcile = true, MaxTrials = 5 }).Reconciliation!; // asked for

        Assert.Equal((5, false), (result.Trials, result.AtRest));
    }

    private static FragilityResult Fragile(string expect) => SmallClaims.Judge(expect, new() { Fragile = true }).Fragility!; // asked for

    private static ReconciliationResult Reconcile(string expect) => SmallClaims.Judge(expect, new() { Reconcile = true }).Reconciliation!; // asked for

    private sealed class Recorder(Action<AnalysisProgress> record) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => record(value);
    }
}
