using System.Text.Json;
using Parley.Comparisons;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>Columns side by side, and what makes the difference, as JSON.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, ComparisonResult result)
    {
        json.WriteStartObject("comparison");
        json.WriteStartArray("columns");
        foreach (var column in result.Columns) WriteColumn(json, column);
        json.WriteEndArray();
        json.WriteStartArray("changes");
        for (var k = 1; k < result.Columns.Length; k++)
            foreach (var change in result.Columns[k].Changes) WriteChange(json, k, change);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, ComparedColumn column)
    {
        var verdict = column.Verdict;
        json.WriteStartObject();
        json.WriteStartObject("overlays");
        StampJson.WriteOverlayMembers(json, column.Selection);
        json.WriteEndObject();
        json.WriteString("grade", GradeWords.Slug(verdict.Grade));
        json.Number("margin", verdict.Margin);
        json.Number("marginUpper", verdict.MarginUpper);
        json.WriteBoolean("decided", verdict.IsDecided);
        json.Strings("tokens", verdict.Tokens);
        WriteNearestMiss(json, column);
        WriteCorrectionSets(json, column);
        json.WriteStartObject("deals");
        foreach (var deal in column.Deals)
        {
            json.WriteStartObject(deal.Name);
            json.WriteBoolean("feasible", deal.Feasible);
            json.Number("margin", deal.Margin);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNearestMiss(Utf8JsonWriter json, ComparedColumn column)
    {
        if (column.Verdict.NearMisses is not [var miss, ..])
        {
            json.WriteNull("nearestMiss");
            return;
        }

        json.WriteStartObject("nearestMiss");
        json.Strings("options", miss.Package.Options);
        json.Strings("changes", miss.Package.Changes);
        json.NumberOrNull("margin", miss.Margin);
        json.WriteStartArray("refusedBy");
        foreach (var row in miss.Broken) AnswersJson.WriteRefusal(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCorrectionSets(Utf8JsonWriter json, ComparedColumn column)
    {
        if (column.Obstacles is not { } obstacles)
        {
            json.WriteNull("correctionSets");
            json.WriteBoolean("correctionSetsComplete", false);
            return;
        }

        json.WriteStartArray("correctionSets");
        foreach (var set in obstacles.CorrectionSets)
        {
            json.WriteStartArray();
            foreach (var member in set.Members) json.WriteStringValue(member);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteBoolean("correctionSetsComplete", obstacles.IsComplete);
    }

    private static void WriteChange(Utf8JsonWriter json, int column, ComparedChange change)
    {
        json.WriteStartObject();
        json.WriteNumber("column", column);
        json.WriteString("path", change.Path);
        json.WriteString("kind", KindWord(change.Kind));
        json.WriteString("from", change.From);
        json.WriteString("to", change.To);
        json.WriteString("gradeAlone", change.Alone is { } alone ? GradeWords.Slug(alone.Grade) : null);
        json.NumberOrNull("marginAlone", change.Alone?.Margin);
        json.NumberOrNull("effect", change.Alone?.Effect);
        json.WriteEndObject();
    }

    private static string KindWord(ChangeKind kind) => kind switch
    {
        ChangeKind.Parameter => "parameter",
        ChangeKind.RuleInForce => "rule-in-force",
        ChangeKind.StatusQuo => "status-quo",
        ChangeKind.OffTable => "off-table",
        ChangeKind.Unilateral => "unilateral",
        _ => "number",
    };
}
