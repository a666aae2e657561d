using System.Text.Json;
using Parley.Cases.Overlays;
using Parley.Reports.Answers;

namespace Parley.Reports.Json;

/// <summary>What an answer rests on, as JSON.</summary>
internal static class StampJson
{
    public static void Write(Utf8JsonWriter json, CaseAnswers answers)
    {
        var stamp = answers.Stamp;
        json.WriteStartObject("stamp");
        json.WriteString("version", stamp.Version);
        json.WriteString("caseHash", stamp.CaseHash);
        json.WriteStartObject("options");
        WriteOverlayMembers(json, stamp.Overlays);
        if (stamp.FrontierLimit is { } limit) json.WriteNumber("frontierLimit", limit);
        if (!stamp.Columns.IsDefaultOrEmpty) WriteColumns(json, stamp);
        json.WriteEndObject();
        json.WriteString("completeness", JsonValues.Word(answers.Completeness));
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, AnswerStamp stamp)
    {
        json.WriteStartArray("columns");
        foreach (var column in stamp.Columns)
        {
            json.WriteStartObject();
            WriteOverlayMembers(json, column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The members of the overlays object, as certificates carry it too.</summary>
    public static void WriteOverlayMembers(Utf8JsonWriter json, OverlaySelection overlays)
    {
        json.WriteString("at", overlays.At);
        json.WriteString("under", overlays.Under);
        json.WriteString("seenBy", overlays.SeenBy);
        json.WriteString("story", overlays.Story);
        json.Strings("given", overlays.Given);
        json.Strings("without", overlays.Without);
        json.Strings("set", overlays.Set);
    }
}
