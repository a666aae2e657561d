using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Draws;

namespace Parley.Ledger;

/// <summary>Forecasts and how they turned out.</summary>
public sealed record LedgerResult
{
    /// <summary>In declaration order.</summary>
    public required ImmutableArray<ScoredForecast> Forecasts { get; init; }

    /// <summary>All that are resolved, then each forecaster's, in the order of their first forecast; empty when none is resolved.</summary>
    public required ImmutableArray<ForecastScore> Scores { get; init; }

    /// <summary>How the case's own chances did; null where it has none of anything that is resolved.</summary>
    public required CaseScore? Case { get; init; }

    /// <summary>Uncertain numbers of the case.</summary>
    public required int Numbers { get; init; }

    /// <summary>Draws of them behind the case's own chances; 0 where nothing was drawn.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed of the draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>By tenth of probability, only tenths that hold a resolved forecast.</summary>
    public required ImmutableArray<CalibrationBin> Calibration { get; init; }
}

/// <summary>A forecast, its score, and what the case says.</summary>
/// <param name="Forecast">The forecast.</param>
/// <param name="Brier">Squared distance of its probability from what happened, 0 to 1; null while open.</param>
/// <param name="Log">Minus the logarithm of the chance it gave to what happened; null while open, infinite when it gave none.</param>
/// <param name="FollowsFromCase">Whether the case as asked says the same; null when it says nothing of it.</param>
/// <param name="Chance">The case's own chance of the same; null where it has none.</param>
public sealed record ScoredForecast(Forecast Forecast, decimal? Brier, double? Log, bool? FollowsFromCase, DrawShare? Chance);

/// <summary>The case's own chances scored, beside those of the forecasters on the same.</summary>
/// <param name="Own">The case: what several foretold until the same day is one question.</param>
/// <param name="Forecasters">All forecasts of which the case has a chance.</param>
public sealed record CaseScore(ForecastScore Own, ForecastScore Forecasters);

/// <summary>Scores over several resolved forecasts.</summary>
public sealed record ForecastScore
{
    /// <summary>Whose; null for all together, and for the case.</summary>
    public required string? By { get; init; }

    public required int Resolved { get; init; }

    public required int CameTrue { get; init; }

    /// <summary>Mean Brier score; 0 is perfect, 0.25 is what even odds earn.</summary>
    public required double Brier { get; init; }

    /// <summary>What always saying the share that came true would have earned.</summary>
    public required double BaseRateBrier { get; init; }

    /// <summary>Mean logarithmic score; infinite when some forecast gave no chance to what happened.</summary>
    public required double Log { get; init; }

    /// <summary>How often a forecast that came true had more probability than one that did not, ties counting half; null when all went one way.</summary>
    public required double? Discrimination { get; init; }
}

/// <summary>Resolved forecasts of about the same probability.</summary>
/// <param name="From">The least probability of the bin.</param>
/// <param name="To">Its upper end, which belongs to the next bin but for the last.</param>
/// <param name="Count">How many.</param>
/// <param name="CameTrue">How many came true.</param>
/// <param name="MeanProbability">The mean probability they gave.</param>
/// <param name="Low">Low end of the 95 % interval of the share that comes true (Wilson).</param>
/// <param name="High">High end.</param>
public sealed record CalibrationBin(decimal From, decimal To, int Count, int CameTrue, decimal MeanProbability, double Low, double High);
