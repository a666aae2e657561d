using System.Text.Json;
using Parley.History;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>What happened, and the index behind it, as JSON.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter json, HistoryResult history)
    {
        json.WriteStartObject("history");
        json.Number("before", history.Before);
        json.Number("now", history.Now);
        json.WriteString("end", history.End is { } end ? IndexWords.Day(end) : null);
        json.WriteStartArray("periods");
        foreach (var period in history.Periods)
        {
            json.WriteStartObject();
            json.WriteString("period", EventWords.Period(period.Start, history.Period));
            json.WriteNumber("events", period.Events);
            json.WriteNumber("withoutEffect", period.WithoutEffect);
            json.Number("gains", period.Gains);
            json.Number("losses", period.Losses);
            json.Number("level", period.Level);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("events");
        foreach (var row in history.Events) WriteEvent(json, row);
        json.WriteEndObject();
        WriteDrift(json, history);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, HistoryRow row)
    {
        json.WriteStartObject(row.Event.Name);
        json.WriteString("date", row.Event.Date);
        json.WriteString("says", row.Event.Says);
        json.WriteString("type", row.Event.Type);
        json.WriteString("from", row.Event.From);
        json.WriteString("to", row.Event.To);
        json.WriteString("source", row.Event.Source);
        json.NumberOrNull("effect", row.Effect);
        json.WriteString("by", row.Origin == EffectOrigin.None ? null : row.Origin.ToString().ToLowerInvariant());
        json.Number("before", row.Before);
        json.Number("after", row.After);
        json.WriteEndObject();
    }

    private static void WriteDrift(Utf8JsonWriter json, HistoryResult history)
    {
        if (history.Observed is { } observed)
        {
            json.WriteStartObject("observed");
            json.WriteString("from", IndexWords.Day(observed.From));
            json.Number("quarters", observed.Quarters);
            json.Number("perQuarter", observed.PerQuarter);
            json.Number("standardError", NumberText.Root(observed.Variance));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("observed");
        }

        json.Number("expectedPerQuarter", history.Expected.Drift.PerQuarter);
    }
}
