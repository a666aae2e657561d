using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Cases.Evidence;
using Parley.Kernels.Sampling;
using Parley.Problems;
using Parley.Results;

namespace Parley.Ledger;

/// <summary>What a ledger is made of.</summary>
public sealed record LedgerOptions
{
    /// <summary>The forecasts.</summary>
    public required CaseEvidence Evidence { get; init; }

    /// <summary>Whether phrases hold in a question; null when that cannot be said.</summary>
    public required Func<CaseQuestion, ImmutableArray<ClaimPhrase>, bool?> Judge { get; init; }
}

/// <summary>Who foretold what, and how good was it?</summary>
public static class LedgerAnalysis
{
    private const int Bins = 10;

    /// <summary>Scores the forecasts that are resolved and asks the case about all that are phrases.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 58. Ties and edge cases: open forecasts are listed and score nothing; a chance of 0 for what
    /// happened scores infinity.
    /// Source: Brier 1950, the half of his score; key "brier1950" in docs/references.bib.
    /// Source: Good 1952, the logarithmic score; key "good1952" in docs/references.bib.
    /// Source: Wilson 1927, the interval of a share; key "wilson1927" in docs/references.bib.
    /// </remarks>
    /// <param name="question">The case as asked.</param>
    /// <param name="options">The forecasts.</param>
    /// <param name="progress">Told of every forecast.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    public static LedgerResult Run(
        CaseQuestion question, LedgerOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (evidence, judge) = (options.Evidence, options.Judge);
        var scored = ImmutableArray.CreateBuilder<ScoredForecast>();
        foreach (var forecast in evidence.Forecasts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("forecasts", scored.Count, evidence.Forecasts.Length));
            scored.Add(Score(forecast, forecast.Phrases.IsEmpty ? null : judge(question, forecast.Phrases)));
        }

        var resolved = scored.Where(f => f.Forecast.Resolved is not null).ToList();
        var forecasters = resolved.Select(f => f.Forecast.By).Distinct().ToList();
        return new()
        {
            Forecasts = scored.ToImmutable(),
            Scores = resolved.Count == 0 ? [] : [Total(null, resolved), .. forecasters.Select(by => Total(by, resolved.FindAll(f => f.Forecast.By == by)))],
            Calibration = [.. Enumerable.Range(0, Bins).Select(b => Bin(b, resolved.FindAll(f => BinOf(f) == b))).OfType<CalibrationBin>()],
        };
    }

    private static ScoredForecast Score(Forecast forecast, bool? follows)
    {
        if (forecast.Resolved is not { } happened) return new(forecast, null, null, follows);
        var given = happened ? forecast.Probability : 1m - forecast.Probability;
        return new(forecast, (1m - given) * (1m - given), given == 0m ? double.PositiveInfinity : Math.Abs(Math.Log((double)given)), follows);
    }

    private static ForecastScore Total(string? by, List<ScoredForecast> resolved)
    {
        var hits = resolved.Count(f => f.Forecast.Resolved == true);
        var rate = (double)hits / resolved.Count;
        return new()
        {
            By = by,
            Resolved = resolved.Count,
            CameTrue = hits,
            Brier = (double)resolved.Average(f => f.Brier!.Value), // resolved ones have a score
            BaseRateBrier = rate * (1 - rate),
            Log = resolved.Average(f => f.Log!.Value), // likewise
            Discrimination = Discrimination(resolved),
        };
    }

    private static double? Discrimination(List<ScoredForecast> resolved)
    {
        var (sum, pairs) = (0.0, 0);
        foreach (var hit in resolved.Where(f => f.Forecast.Resolved == true))
        {
            foreach (var miss in resolved.Where(f => f.Forecast.Resolved == false))
            {
                pairs++;
                sum += (Math.Sign(hit.Forecast.Probability - miss.Forecast.Probability) + 1) / 2.0;
            }
        }

        return pairs == 0 ? null : sum / pairs;
    }

    private static int BinOf(ScoredForecast forecast) => Math.Min(Bins - 1, (int)(forecast.Forecast.Probability * Bins));

    private static CalibrationBin? Bin(int bin, List<ScoredForecast> members)
    {
        if (members.Count == 0) return null;
        var hits = members.Count(f => f.Forecast.Resolved == true);
        var (low, high) = WilsonInterval.Of(hits, members.Count);
        return new((decimal)bin / Bins, (decimal)(bin + 1) / Bins, members.Count, hits, members.Average(f => f.Forecast.Probability), low, high);
    }
}
