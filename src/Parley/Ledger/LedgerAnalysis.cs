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

    /// <summary>Whether phrases hold in a question; null when that cannot be said. Asked from several threads at once.</summary>
    public required Func<CaseQuestion, ImmutableArray<ClaimPhrase>, bool?> Judge { get; init; }

    /// <summary>Draws of all uncertain numbers behind the case's own chances; 0 for none.</summary>
    public long Draws { get; init; } = 200;

    /// <summary>Equal seeds give equal answers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; the answer does not hang on it.</summary>
    public int Threads { get; init; } = 2;
}

/// <summary>Who foretold what, and how good was it?</summary>
public static class LedgerAnalysis
{
    private const int Bins = 10;

    /// <summary>Scores the forecasts that are resolved, asks the case about all that are phrases, and scores what it says too.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 58. Numbers are drawn in the order of the file, each from its own distribution, and every draw is judged
    /// exactly. Equal seeds give equal answers at any number of threads.
    /// Ties and edge cases: open forecasts are listed and score nothing; a chance of 0 for what happened scores infinity. The case has
    /// no chance where no number is uncertain, where nothing is drawn, or where no draw could answer.
    /// Cost: one case compiled for each draw, and each phrase judged once in it however many foretold it.
    /// Source: Brier 1950, the half of his score; key "brier1950" in docs/references.bib.
    /// Source: Good 1952, the logarithmic score; key "good1952" in docs/references.bib.
    /// Source: Wilson 1927, the interval of a share; key "wilson1927" in docs/references.bib.
    /// </remarks>
    /// <param name="question">The case as asked.</param>
    /// <param name="options">The forecasts.</param>
    /// <param name="progress">Told of every forecast and every draw.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than no draws.</exception>
    public static LedgerResult Run(
        CaseQuestion question, LedgerOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Draws, nameof(options));
        cancellationToken.ThrowIfCancellationRequested();
        var (evidence, judge) = (options.Evidence, options.Judge);
        var run = new CaseChances(question, options);
        var scored = ImmutableArray.CreateBuilder<ScoredForecast>();
        foreach (var forecast in evidence.Forecasts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("forecasts", scored.Count, evidence.Forecasts.Length));
            scored.Add(Score(forecast, forecast.Phrases.IsEmpty ? null : judge(question, forecast.Phrases)));
        }

        var chances = run.Run(progress, cancellationToken);
        for (var k = 0; k < scored.Count; k++)
            if (scored[k].Forecast.Expect is { } expect && chances.TryGetValue(expect, out var chance)) scored[k] = scored[k] with { Chance = chance };
        var resolved = scored.Where(f => f.Forecast.Resolved is not null).ToList();
        var forecasters = resolved.Select(f => f.Forecast.By).Distinct().ToList();
        return new()
        {
            Forecasts = scored.ToImmutable(),
            Numbers = run.Numbers,
            Draws = chances.Count == 0 ? 0 : options.Draws,
            Seed = options.Seed,
            Case = ScoredCase(resolved.FindAll(f => f.Chance is not null)),
            Scores = resolved.Count == 0 ? [] : [Total(null, resolved), .. forecasters.Select(by => Total(by, resolved.FindAll(f => f.Forecast.By == by)))],
            Calibration = [.. Enumerable.Range(0, Bins).Select(b => Bin(b, resolved.FindAll(f => BinOf(f) == b))).OfType<CalibrationBin>()],
        };
    }

    private static ScoredForecast Score(Forecast forecast, bool? follows)
    {
        if (forecast.Resolved is not { } happened) return new(forecast, null, null, follows, null);
        var given = happened ? forecast.Probability : 1m - forecast.Probability;
        return new(forecast, (1m - given) * (1m - given), given == 0m ? double.PositiveInfinity : Math.Abs(Math.Log((double)given)), follows, null);
    }

    // Several who foretold the same are one question to the case.
    private static CaseScore? ScoredCase(List<ScoredForecast> resolved)
    {
        if (resolved.Count == 0) return null;
        var questions = resolved.DistinctBy(f => (f.Forecast.Expect, f.Forecast.Horizon, f.Forecast.Resolved));
        return new(Total(null, [.. questions.Select(AsForetoldByCase)]), Total(null, resolved));
    }

    private static ScoredForecast AsForetoldByCase(ScoredForecast forecast)
    {
        var chance = forecast.Chance!.Value; // only those with one are asked for
        var (came, probability) = (forecast.Forecast.Resolved == true ? chance.Count : chance.Of - chance.Count, (decimal)chance.Count / chance.Of);
        var missed = 1m - ((decimal)came / chance.Of);
        var given = Math.Clamp((double)came / chance.Of, 0.5 / chance.Of, 1 - (0.5 / chance.Of));
        return forecast with { Forecast = forecast.Forecast with { Probability = probability }, Brier = missed * missed, Log = -Math.Log(given) };
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
