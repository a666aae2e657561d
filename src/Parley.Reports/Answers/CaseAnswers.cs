using Parley.Agenda;
using Parley.Bargaining;
using Parley.Beliefs;
using Parley.Cases.Model;
using Parley.Claims;
using Parley.Coalitions;
using Parley.Comparisons;
using Parley.Deals;
using Parley.Dynamics;
using Parley.Frontier;
using Parley.History;
using Parley.Hypotheses;
using Parley.Ledger;
using Parley.Obstacles;
using Parley.Openings;
using Parley.Perceptions;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Robustness;
using Parley.Sensitivity;
using Parley.Stability;
using Parley.Trade;
using Parley.Verdict;

namespace Parley.Reports.Answers;

/// <summary>A case and whatever was asked of it; what was not asked is null.</summary>
public sealed record CaseAnswers
{
    public CaseAnswers(CaseModel model, AnswerStamp stamp)
    {
        Model = model;
        Stamp = stamp;
        Words = new CaseWords(model);
    }

    /// <summary>The effective case, with its overlays laid on.</summary>
    public CaseModel Model { get; }

    public AnswerStamp Stamp { get; init; }

    /// <summary>The case's own titles.</summary>
    public CaseWords Words { get; }

    public VerdictResult? Verdict { get; init; }

    public DealsResult? Deals { get; init; }

    public CoalitionsResult? Coalitions { get; init; }

    public FrontierResult? Frontier { get; init; }

    public BargainingResult? Bargaining { get; init; }

    public TradeResult? Trade { get; init; }

    public ObstaclesResult? Obstacles { get; init; }

    public OpeningsResult? Openings { get; init; }

    public ClaimsResult? Claims { get; init; }

    public PerceptionsResult? Perceptions { get; init; }

    public BeliefsResult? Beliefs { get; init; }

    public AgendaResult? Agenda { get; init; }

    public StoriesResult? Stories { get; init; }

    public LedgerResult? Forecasts { get; init; }

    /// <summary>How likely the index itself falls, beside forecasts of its expectation; null where there are none.</summary>
    public FallChances? IndexFalls { get; init; }

    public HistoryResult? History { get; init; }

    public PathResult? Path { get; init; }

    public ComparisonResult? Comparison { get; init; }

    public RobustResult? Robust { get; init; }

    public SensitivityResult? Sensitivity { get; init; }

    public StandingResult? Standing { get; init; }

    public StabilityResult? Stability { get; init; }

    /// <summary>Why there is no graph of moves; null where there is one, or none was asked for.</summary>
    public string? StabilityRefused { get; init; }

    /// <summary>The graph of moves as the negotiators perceive it; null where all see it as it is, or it was not asked for.</summary>
    public HypergameResult? Hypergame { get; init; }

    /// <summary>Why the graph was not looked at as the negotiators perceive it; null where it was.</summary>
    public string? HypergameRefused { get; init; }

    /// <summary>Truncated when any of the answers is.</summary>
    public Completeness Completeness =>
        Verdict?.Completeness == Completeness.Truncated
        || Coalitions?.Completeness == Completeness.Truncated
        || Frontier?.Completeness == Completeness.Truncated
        || Bargaining?.Completeness == Completeness.Truncated
        || Obstacles?.Completeness == Completeness.Truncated
        || Openings?.Completeness == Completeness.Truncated
        || Claims?.Completeness == Completeness.Truncated
        || Perceptions?.Completeness == Completeness.Truncated
        || Agenda?.Completeness == Completeness.Truncated
        || Stories?.Completeness == Completeness.Truncated
        || History?.Completeness == Completeness.Truncated
        || Path?.Completeness == Completeness.Truncated
        || Comparison?.Completeness == Completeness.Truncated
        || Sensitivity?.Completeness == Completeness.Truncated
        || Robust?.Completeness == Completeness.Truncated
        || Standing?.Completeness == Completeness.Truncated
        || Stability?.Completeness == Completeness.Truncated
        || StabilityRefused is not null
        || HypergameRefused is not null
            ? Completeness.Truncated
            : Completeness.Exact;
}
