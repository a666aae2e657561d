using System.Text.Json;
using Parley.Dynamics;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>An expected path, as JSON.</summary>
internal static class PathJson
{
    public static void Write(Utf8JsonWriter json, PathResult result)
    {
        var (path, changes) = (result.Path, result.Changes);
        json.WriteStartObject("path");
        json.WriteString("grade", GradeWords.Slug(result.Grade));
        json.Number("start", path.Drift.Start);
        json.Number("perQuarter", path.Drift.PerQuarter);
        json.Number("variancePerQuarter", path.Drift.VariancePerQuarter);
        json.WriteStartArray("quarters");
        foreach (var point in path.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("quarter", point.Quarter);
            json.WriteString("until", result.Ends is { } ends ? IndexWords.Day(ends[point.Quarter - 1]) : null);
            WriteBand(json, point.Ordinary);
            json.WriteStartObject("withMomentous");
            WriteBand(json, point.WithMomentous);
            json.WriteEndObject();
            json.Figure("change", changes.ChanceAlone[point.Quarter - 1]);
            json.Figure("changeWithPairs", changes.ChanceWithPairs[point.Quarter - 1]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.FigureOrNull("lowerAfterOne", path.Fall?.LowerAfterOne);
        json.FigureOrNull("lowerStillAfterTwo", path.Fall?.LowerStillAfterTwo);
        json.FigureOrNull("lowerAfterTwo", path.Fall?.LowerAfterTwo);
        WriteMomentous(json, result);
        WriteChanges(json, changes);
        json.WriteEndObject();
    }

    private static void WriteBand(Utf8JsonWriter json, PathBand band)
    {
        json.Number("mean", band.Mean);
        json.Number("variance", band.Variance);
        if (band.Quantiles.IsEmpty)
        {
            json.WriteNull("quantiles");
            return;
        }

        json.WriteStartObject("quantiles");
        for (var k = 0; k < band.Quantiles.Length; k++) json.Number(PathCsv.Name(IndexPath.Shares[k]), band.Quantiles[k]);
        json.WriteEndObject();
    }

    private static void WriteMomentous(Utf8JsonWriter json, PathResult result)
    {
        json.WriteStartObject("momentous");
        foreach (var shock in result.Momentous)
        {
            json.WriteStartObject(shock.Event.Name);
            json.Number("perYear", shock.PerYear);
            json.Number("effect", shock.Effect);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, VerdictChanges changes)
    {
        json.WriteNumber("judged", changes.Judged);
        json.WriteStartObject("changes");
        foreach (var change in changes.Alone)
        {
            json.WriteStartObject(change.Event.Name);
            json.WriteBoolean("momentous", change.Event.Momentous);
            json.Number("perYear", change.PerYear);
            json.WriteString("grade", GradeWords.Slug(change.Grade));
            json.Number("first", change.Share);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("pairsJudged", changes.PairsJudged);
        json.WriteStartArray("pairs");
        foreach (var pair in changes.Pairs)
        {
            json.WriteStartObject();
            json.Strings("events", [pair.First.Name, pair.Second.Name]);
            json.WriteString("grade", GradeWords.Slug(pair.Grade));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
