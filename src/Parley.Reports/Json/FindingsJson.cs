using System.Collections.Immutable;
using System.Text.Json;
using Parley.Cases.Diagnostics;

namespace Parley.Reports.Json;

/// <summary>What was found wrong with one case file.</summary>
public sealed record FileFindings(string File, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Findings about case files as JSON.</summary>
public static class FindingsJson
{
    public static string Text(IReadOnlyList<FileFindings> files)
    {
        return JsonValues.Document(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (var file in files) WriteFile(json, file);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteFile(Utf8JsonWriter json, FileFindings file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteBoolean("usable", file.Diagnostics.All(d => d.Severity != Severity.Error));
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in file.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("slug", diagnostic.Slug);
            json.WriteNumber("line", diagnostic.Span.Line);
            json.WriteNumber("column", diagnostic.Span.Column);
            json.WriteNumber("length", diagnostic.Span.Length);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
