using Parley.Bargaining;
using Parley.Cases.Diagnostics;
using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Coalitions;
using Parley.Deals;
using Parley.Frontier;
using Parley.Results;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Cli.Running;

/// <summary>A case made ready for questions.</summary>
public sealed record CompiledCase
{
    public required Func<IProgress<AnalysisProgress>, CancellationToken, VerdictResult> Verdict { get; init; }

    public required Func<IProgress<AnalysisProgress>, CancellationToken, DealsResult> Deals { get; init; }

    public required Func<IProgress<AnalysisProgress>, CancellationToken, CoalitionsResult> Coalitions { get; init; }

    public required Func<int, IProgress<AnalysisProgress>, CancellationToken, FrontierResult> Frontier { get; init; }

    public required Func<FrontierResult, IProgress<AnalysisProgress>, CancellationToken, BargainingResult> Bargaining { get; init; }

    public required Func<IProgress<AnalysisProgress>, CancellationToken, TradeResult> Trade { get; init; }
}

/// <summary>Reading, overlays and compilation, as the commands use them.</summary>
public sealed record CaseEngine
{
    public required Func<string, Checked<CaseModel>> Read { get; init; }

    public required Func<CaseModel, OverlaySelection, Checked<CaseModel>> Apply { get; init; }

    /// <summary>The effective case and the base case, compiled.</summary>
    public required Func<CaseModel, CaseModel, CompiledCase> Compile { get; init; }
}
