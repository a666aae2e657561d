using System.Globalization;
using System.Text.Json;
using Parley.Cases.Formats;
using Parley.Problems;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>What was read from another program's files, as JSON.</summary>
public static class ImportJson
{
    public static string Text(ScenarioReading reading, IReadOnlyList<ScenarioCase?> cases, string? file) =>
        JsonValues.Document(json => Write(json, reading, cases, file));

    private static void Write(Utf8JsonWriter json, ScenarioReading reading, IReadOnlyList<ScenarioCase?> cases, string? file)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("format", ScenarioWords.Token(reading.Format));
        json.WriteStartArray("scenarios");
        for (var k = 0; k < reading.Scenarios.Length; k++)
        {
            var scenario = reading.Scenarios[k];
            json.WriteStartObject();
            json.WriteString("scenario", scenario.Name);
            json.WriteString("semantics", ScenarioWords.Token(scenario.Semantics));
            json.Strings("parties", scenario.Profiles.Select(p => p.Name));
            json.Strings("issues", scenario.Issues.Select(i => i.Name));
            json.WriteString("outcomes", scenario.OutcomeCount.ToString(CultureInfo.InvariantCulture));
            if (cases[k] is { } made)
            {
                json.ByParty("pointsPerUtility", [.. scenario.Profiles.Select(p => p.Name)], made.PointsPerUtility);
                json.ByParty("greatestRounding", [.. scenario.Profiles.Select(p => p.Name)], made.GreatestRounding);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in reading.Notes)
        {
            json.WriteStartObject();
            json.WriteString("slug", note.Slug);
            json.WriteString("file", note.Span.File);
            json.WriteNumber("line", note.Span.Line);
            json.WriteNumber("column", note.Span.Column);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
