using Parley.Cases.Events;
using Parley.History;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>A file of event data as JSON: what was read, and the counts over time.</summary>
public static class EventsJson
{
    public static string Text(string name, EventFile file, EventHistory history, WrittenEvents? written = null) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", name);
        json.WriteString("format", file.Format.ToString().ToLowerInvariant());
        json.WriteNumber("lines", file.Lines);
        json.WriteNumber("events", file.Events.Length);
        json.WriteNumber("notWanted", file.NotWanted);
        json.WriteNumber("repeated", file.Repeated);
        json.WriteNumber("broken", file.Broken);
        if (written is { } into)
        {
            json.WriteStartObject("into");
            json.WriteString("file", into.File);
            json.WriteNumber("added", into.Addition.Added);
            json.WriteNumber("known", into.Addition.Known);
            json.WriteNumber("later", into.Addition.Later);
            json.WriteEndObject();
        }

        json.WriteStartArray("periods");
        foreach (var count in history.Counts)
        {
            json.WriteStartObject();
            json.WriteString("period", EventWords.Period(count.Start, history.Period));
            json.WriteNumber("events", count.Events);
            json.WriteNumber("cooperative", count.Cooperative);
            json.WriteNumber("conflictual", count.Conflictual);
            if (count.MeanIntensity is { } mean) json.WriteNumber("meanIntensity", decimal.Round(mean, 12));
            else json.WriteNull("meanIntensity");
            json.WriteStartObject("types");
            foreach (var (type, times) in count.Types) json.WriteNumber(type, times);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
