using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Claims;
using Parley.Problems;
using Parley.Tests.Claims;

namespace Parley.Tests.Shipped;

public class ClaimsOfShippedCasesTests
{
    /// <summary>What takes reports, meetings, moves or a forecast.</summary>
    private static readonly ImmutableArray<string> NotComputed = ["C12", "C13", "C20", "C24", "C25", "C26", "C27"];

    private static readonly CaseModel Founding = ShippedCase.Read(ShippedCase.Founding).Base;

    [Fact]
    public void Every_claim_of_the_column_that_can_be_computed_follows()
    {
        var claims = Judge(Founding, OverlaySelection.Default);

        Assert.Equal(29, claims.Length);
        Assert.Empty(Failing(claims));
        Assert.Equal(NotComputed, claims.Where(c => c.Status == ClaimStatus.Unsupported).Select(c => c.Id));
    }

    [Theory]
    [InlineData(ShippedCase.JobOffer)]
    [InlineData(ShippedCase.NileDam)]
    [InlineData(ShippedCase.Brexit)]
    [InlineData("ladder/rung-10.yaml")]
    public void Every_claim_of_the_other_cases_follows(string path) =>
        Assert.All(Judge(ShippedCase.Read(path).Base, OverlaySelection.Default), c => Assert.True(c.Follows, c.Id));

    /// <summary>The case as it would be if an obstacle had never stood: the dates are laid over it as always.</summary>
    [Theory]
    [InlineData("nothing_to_offer", "C1 C2 C3 C4 C5 C11 C15 C16 C17 C21 C23 C28 C29")]
    [InlineData("mueller", "")]
    [InlineData("congress", "")]
    [InlineData("ideology", "")]
    public void A_case_that_says_otherwise_loses_claims(string obstacle, string lost)
    {
        var never = CaseEdit.Apply(Founding, Founding.OverlaysOf(OverlayKind.Obstacle).Single(o => o.Name == obstacle).Set);

        var failing = Failing(Judge(never.Value!, OverlaySelection.Default)); // the edits are the case's own

        Assert.Equal(lost, string.Join(' ', failing.Except(NotComputed)));
    }

    [Fact]
    public void Asked_without_the_investigation_the_claims_about_its_time_fail_too() =>
        Assert.Equal(["C3", "C5"], Failing(Judge(Founding, OverlaySelection.Default with { Without = ["mueller"] })));

    [Fact]
    public void Syria_for_Ukraine_hangs_on_what_Ukraine_is_worth_to_Putin()
    {
        const string path = "ukraine.us_ceases.if_delivered.putin.geo";
        var question = CaseQuestion.Ask(Founding, OverlaySelection.Default).Value!; // no overlay, so nothing to be in error

        var less = SmallClaims.Run(question.About(CaseNumbers.SetCoefficient(Founding, path, 60m)));
        var more = SmallClaims.Run(question.About(CaseNumbers.SetCoefficient(Founding, path, 90m)));

        Assert.Equal(["C7"], Failing(less.Claims));
        Assert.Empty(Failing(more.Claims));
    }

    private static ImmutableArray<ClaimResult> Judge(CaseModel model, OverlaySelection overlays) =>
        SmallClaims.Run(CaseQuestion.Ask(model, overlays).Value!).Claims; // the overlays are the case's own

    private static IEnumerable<string> Failing(ImmutableArray<ClaimResult> claims) => claims.Where(c => c.Follows == false).Select(c => c.Id);
}
