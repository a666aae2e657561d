using System.Globalization;
using Parley.Cases.Overlays;
using Parley.Comparisons;
using Parley.Kernels.Exact;
using Parley.Perceptions;
using Parley.Problems;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Tests.Shipped;

/// <summary>The founding case as others see it, beside itself at another date, and where its wants do not meet.</summary>
public class ViewsTests
{
    private static readonly CaseQuestion Now = Ask(ShippedCase.Founding, OverlaySelection.Default);

    [Fact]
    public void The_bargain_of_the_commentators_works_in_their_eyes_only()
    {
        var result = PerceptionsAnalysis.Run(Now, new(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsDeclared);
        Assert.Equal(ViewAgreement.AgreedNo, result.Agreement);
        Assert.Equal(ViewAgreement.AgreedNo, result.Deals.Single(d => d.Name == "venezuela_for_ukraine").Agreement);
        Assert.Equal(["trump", "putin"], result.Own.Select(v => v.Perception));
        Assert.All(result.Own, view => Assert.All(Deal(view).Surplus, surplus => Assert.True(surplus.Sign < 0)));
        var commentators = Assert.Single(result.Others);
        Assert.Equal(("commentators", Grade.Deal), (commentators.Perception, commentators.Grade));
        Assert.True(Deal(commentators).Feasible);
    }

    [Fact]
    public void A_perception_that_is_asked_under_is_left_aside() => Assert.Equal(
        Grade.Tokens, PerceptionsAnalysis.Run(Ask(ShippedCase.Founding, new() { SeenBy = "commentators" }), new(), cancellationToken: TestContext.Current.CancellationToken).Case.Grade);

    [Fact]
    public void Without_perceptions_everybody_sees_the_case_as_it_stands()
    {
        var result = PerceptionsAnalysis.Run(Ask(ShippedCase.JobOffer, OverlaySelection.Default), new(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.IsDeclared);
        Assert.Equal(ViewAgreement.AgreedDeal, result.Agreement);
        Assert.All(result.Own, view => Assert.Null(view.Perception));
        Assert.Empty(result.Others);
    }

    [Fact]
    public void Between_the_dates_one_number_changed_and_it_made_the_tokens()
    {
        var result = ComparisonAnalysis.Run(Ask(Now, new() { At = "nov_2018" }), new() { Others = [new() { At = "may_2019" }] }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([(Grade.Nothing, "-0.130"), (Grade.Tokens, "-0.086")], result.Columns.Select(c => (c.Verdict.Grade, Rounded(c.Verdict.Margin))));
        Assert.Empty(result.Columns[0].Changes);
        var change = Assert.Single(result.Columns[1].Changes);
        Assert.Equal(("mueller_noise", ChangeKind.Parameter, "0.7", "0"), (change.Path, change.Kind, change.From, change.To));
        Assert.Equal((Grade.Tokens, result.Columns[1].Verdict.Margin), (change.Alone!.Grade, change.Alone.Margin));
        Assert.Empty(result.Columns[1].Verdict.NearMisses[1..]);
    }

    [Theory]
    [InlineData(ShippedCase.Founding)]
    [InlineData(ShippedCase.Brexit)]
    [InlineData(ShippedCase.NileDam)]
    public void All_changes_together_make_the_first_column_the_other(string path)
    {
        var bare = Ask(path, OverlaySelection.Default);
        foreach (var (name, overlays) in ShippedCase.OverlaysOf(bare.BaseCase))
        {
            var other = Ask(bare, overlays);
            var edits = CaseDifferences.Between(bare.Model, other.Model).Select(d => d.Edit!).ToList();

            var made = bare.Problem.With(edits);

            Assert.True(CaseDifferences.Between(made.Model, other.Model).All(_ => false), name);
            Assert.Equal(Margin(other.Problem), Margin(made));
        }
    }

    [Fact]
    public void A_column_under_an_overlay_that_is_not_declared_is_refused() => Assert.Throws<ArgumentException>(
        () => ComparisonAnalysis.Run(Now, new() { Others = [new() { At = "nowhere" }] }, cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public void Wants_would_meet_if_promises_were_kept_or_money_were_taken_for_geopolitics()
    {
        var terms = TradeAnalysis.Run(Now.Problem, new(), cancellationToken: TestContext.Current.CancellationToken).Terms.Single();

        Assert.Equal(TermsShortfall.Delivery, terms.Shortfall);
        Assert.True(terms.IfDelivered.Product > 1);
        Assert.Equal(("us_econ.investment", "lng.ru_yields"), (terms.IfCoinsAccepted.FromA, terms.IfCoinsAccepted.FromB));
        Assert.Equal("1.002", Rounded(terms.IfCoinsAccepted.Product));
    }

    private static PerceivedDeal Deal(PerceivedCase view) => view.Deals.Single(d => d.Name == "venezuela_for_ukraine");

    private static Rational Margin(CaseProblem problem) => VerdictAnalysis.Run(problem, new() { NearMisses = 0, Certificate = false }, cancellationToken: TestContext.Current.CancellationToken).Margin;

    private static CaseQuestion Ask(string path, OverlaySelection selection)
    {
        var question = CaseQuestion.Ask(ShippedCase.Read(path).Base, selection);
        Assert.Empty(question.Errors);
        return question.Value!; // no errors, so there is a value
    }

    private static CaseQuestion Ask(CaseQuestion question, OverlaySelection selection) => question.Under(selection).Value!; // declared names only

    private static string Rounded(Rational value) => value.ToDouble().ToString("F3", CultureInfo.InvariantCulture);
}
