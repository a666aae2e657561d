using System.Text.Json;
using Parley.Kernels.Exact;
using Parley.Ledger;

namespace Parley.Reports.Json;

/// <summary>Forecasts and their scores, as JSON.</summary>
internal static class ForecastsJson
{
    public static void Write(Utf8JsonWriter json, LedgerResult result)
    {
        json.WriteStartObject("forecasts");
        json.WriteNumber("numbers", result.Numbers);
        json.WriteNumber("draws", result.Draws);
        json.WriteNumber("seed", result.Seed);
        json.WriteStartObject("list");
        foreach (var row in result.Forecasts) WriteForecast(json, row);
        json.WriteEndObject();
        json.WriteStartArray("scores");
        foreach (var score in result.Scores) WriteScore(json, null, score);
        json.WriteEndArray();
        if (result.Case is { } own)
        {
            json.WriteStartObject("case");
            WriteScore(json, "own", own.Own);
            WriteScore(json, "forecasters", own.Forecasters);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("case");
        }

        json.WriteStartArray("calibration");
        foreach (var bin in result.Calibration)
        {
            json.WriteStartObject();
            json.Number("from", (Rational)bin.From);
            json.Number("to", (Rational)bin.To);
            json.WriteNumber("count", bin.Count);
            json.WriteNumber("cameTrue", bin.CameTrue);
            json.Number("meanProbability", (Rational)bin.MeanProbability);
            json.Figure("low", bin.Low);
            json.Figure("high", bin.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // One of a list says whose it is; the others have a key that does.
    private static void WriteScore(Utf8JsonWriter json, string? key, ForecastScore score)
    {
        if (key is null) json.WriteStartObject();
        else json.WriteStartObject(key);
        if (key is null) json.WriteString("by", score.By);
        json.WriteNumber("resolved", score.Resolved);
        json.WriteNumber("cameTrue", score.CameTrue);
        json.Figure("brier", score.Brier);
        json.Figure("baseRateBrier", score.BaseRateBrier);
        json.Figure("log", score.Log);
        json.FigureOrNull("discrimination", score.Discrimination);
        json.WriteEndObject();
    }

    private static void WriteForecast(Utf8JsonWriter json, ScoredForecast row)
    {
        var forecast = row.Forecast;
        json.WriteStartObject(forecast.Name);
        json.WriteString("by", forecast.By);
        json.WriteString("says", forecast.Says);
        json.WriteString("expect", forecast.Expect);
        json.WriteString("made", forecast.Made);
        json.WriteString("horizon", forecast.Horizon);
        json.Number("probability", (Rational)forecast.Probability);
        Flag(json, "resolved", forecast.Resolved);
        json.WriteString("resolvedOn", forecast.ResolvedOn);
        json.WriteString("postMortem", forecast.PostMortem);
        json.NumberOrNull("brier", row.Brier is { } brier ? (Rational)brier : null);
        json.FigureOrNull("log", row.Log);
        Flag(json, "followsFromCase", row.FollowsFromCase);
        if (row.Chance is { } chance) RobustJson.WriteShare(json, "chanceOfCase", chance);
        else json.WriteNull("chanceOfCase");
        json.WriteEndObject();
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag) json.WriteBoolean(name, flag);
        else json.WriteNull(name);
    }
}
