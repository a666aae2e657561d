using System.Text.Json;
using Parley.Hypotheses;
using Parley.Kernels.Exact;

namespace Parley.Reports.Json;

/// <summary>Rival explanations, as JSON.</summary>
internal static class StoriesJson
{
    public static void Write(Utf8JsonWriter json, StoriesResult result)
    {
        json.WriteStartObject("stories");
        json.Strings("ranking", result.Ranking);
        json.WriteBoolean("tied", result.IsTied);
        json.WriteStartObject("scores");
        foreach (var story in result.Stories)
        {
            json.WriteStartObject(story.Story);
            json.Strings("mispredicted", story.Mispredicted);
            json.Number("inconsistency", (Rational)story.Inconsistency);
            json.Figure("logLikelihood", story.LogLikelihood);
            json.Figure("posterior", story.Posterior);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("rows");
        foreach (var row in result.Rows) WriteRow(json, row, result);
        json.WriteEndObject();
        json.WriteStartArray("flips");
        foreach (var flip in result.Flips)
        {
            json.WriteStartObject();
            json.WriteString("row", flip.Observation);
            json.WriteString("change", flip.Change == RowChange.Removed ? "removed" : "rerated");
            json.WriteString("story", flip.Story);
            if (flip.Change == RowChange.Removed) json.WriteNull("rating");
            else json.WriteNumber("rating", flip.Rating);
            json.WriteString("leader", flip.Leader);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, MatrixRow row, StoriesResult result)
    {
        json.WriteStartObject(row.Observation.Name);
        json.WriteString("seen", row.Observation.Seen);
        json.WriteString("at", row.Observation.At);
        json.WriteString("source", row.Observation.Source);
        json.Number("fidelity", (Rational)row.Fidelity);
        json.Figure("diagnosticity", row.Diagnosticity);
        json.WriteStartObject(row.Observation.Seen is null ? "ratings" : "predicted");
        for (var s = 0; s < result.Stories.Length; s++)
        {
            var (name, cell) = (result.Stories[s].Story, row.Cells[s]);
            if (row.Observation.Seen is null) json.WriteNumber(name, cell.Rating);
            else if (cell.Predicted is { } predicted) json.WriteBoolean(name, predicted);
            else json.WriteNull(name);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
