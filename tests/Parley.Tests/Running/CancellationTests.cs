using System.Diagnostics;
using Parley.Bargaining;
using Parley.Cases.Overlays;
using Parley.Coalitions;
using Parley.Deals;
using Parley.Frontier;
using Parley.Problems;
using Parley.Stability;
using Parley.Tests.Shared;
using Parley.Tests.Shipped;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Tests.Running;

public partial class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    private static readonly Dictionary<string, Action<CaseProblem>> Analyses = new()
    {
        ["verdict"] = p => VerdictAnalysis.Run(p, new(), null, Cancelled),
        ["verdict without proof"] = p => VerdictAnalysis.Run(p, new() { Certificate = false }, null, Cancelled),
        ["deals"] = p => DealsAnalysis.Run(p, new(), null, Cancelled),
        ["coalitions"] = p => CoalitionsAnalysis.Run(p, new(), null, Cancelled),
        ["frontier"] = p => FrontierAnalysis.Run(p, new(), null, Cancelled),
        ["bargaining"] = p => BargainingAnalysis.Run(p, FrontierAnalysis.Run(p, new()), new(), null, Cancelled),
        ["trade"] = p => TradeAnalysis.Run(p, new(), null, Cancelled),
    };

    public static TheoryData<string, string> AnalysesOfCases =>
    [
        .. from analysis in Analyses.Keys
           from path in new[] { ShippedCase.Founding, ShippedCase.JobOffer, ShippedCase.NileDam }
           select new TheoryDataRow<string, string>(analysis, path),
    ];

    [Theory]
    [MemberData(nameof(AnalysesOfCases))]
    public void An_analysis_that_is_cancelled_beforehand_does_not_answer(string analysis, string path)
    {
        var problem = ShippedCase.Read(path).Problem;

        Assert.ThrowsAny<OperationCanceledException>(() => Analyses[analysis](problem));
    }

    [Fact]
    public void Stability_that_is_cancelled_beforehand_does_not_answer()
    {
        var problem = ShippedCase.Read(ShippedCase.Founding).Problem;
        var graph = CaseGraph.Of(problem, CancellationToken.None).Value!; // small enough to list
        var question = CaseQuestion.Ask(ShippedCase.Read(ShippedCase.Founding).Base, OverlaySelection.Default).Value!; // no overlays, so no errors

        Assert.ThrowsAny<OperationCanceledException>(() => CaseGraph.Of(problem, Cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => StabilityAnalysis.Run(graph, new(), null, Cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => StandingAnalysis.Run(question, new(), null, Cancelled));
    }

    [Fact]
    public void A_running_verdict_ends_when_it_is_cancelled()
    {
        // Without its proof, and near enough to the border to keep a search busy for long.
        var model = LargeCases.Make(1, issues: 60, options: 10, bar: 2.6);
        var problem = CaseProblem.Compile(model, model);
        using var cancellation = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(300));

        var failure = Record.Exception(() => VerdictAnalysis.Run(
            problem, new() { MaxNodes = long.MaxValue, RefineNodes = long.MaxValue, ProofNodes = long.MaxValue }, null, cancellation.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(failure);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
