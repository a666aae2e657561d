using System.Text.Json;
using Parley.Coalitions;

namespace Parley.Reports.Json;

/// <summary>Who could agree without whom, as JSON.</summary>
internal static class CoalitionsJson
{
    public static void Write(Utf8JsonWriter json, CoalitionsResult result)
    {
        json.WriteStartArray("coalitions");
        foreach (var coalition in result.Coalitions)
        {
            json.WriteStartObject();
            json.Strings("members", coalition.Members);
            json.WriteBoolean("couldAgree", coalition.CouldAgree);
            json.Strings("package", coalition.Package is { } package ? package.Changes : []);
            json.ByParty("gains", result.Parties, coalition.Package is { } side ? side.Gains : []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (result.InTheCore is { } core) json.WriteNumber("inTheCore", core);
        else json.WriteNull("inTheCore");
    }
}
