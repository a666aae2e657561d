using System.Collections.Immutable;
using System.Text.Json;
using Parley.Cases.Model;
using Parley.Obstacles;
using Parley.Reports.Answers;

namespace Parley.Reports.Json;

/// <summary>Why there is no deal, as JSON.</summary>
internal static class ObstaclesJson
{
    public static void Write(Utf8JsonWriter json, CaseAnswers answers, ObstaclesResult why)
    {
        json.WriteString("deal", why.Deal);
        json.WriteBoolean("open", why.IsOpen);
        json.WriteStartArray("obstacles");
        foreach (var obstacle in why.Obstacles)
        {
            json.WriteStartObject();
            json.WriteString("name", obstacle.Name);
            json.WriteString("title", obstacle.Title);
            json.WriteString("group", obstacle.Group);
            json.WriteBoolean("generated", obstacle.IsGenerated);
            WriteSet(json, obstacle.Set);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCorrections(json, why);
        WriteBlocks(json, answers, why);
        json.WriteBoolean("complete", why.IsComplete);
        json.WriteNumber("completeToSize", why.CompleteToSize);
        json.NumberOrNull("distance", why.Distance);
        json.WriteNumber("worlds", why.Worlds);
        WriteBlame(json, "attribution", why.Attributions);
        WriteBlame(json, "groups", why.Groups);
    }

    private static void WriteSet(Utf8JsonWriter json, ImmutableArray<Edit> edits)
    {
        json.WriteStartArray("set");
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("path", edit.Path);
            json.WriteString("value", edit.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCorrections(Utf8JsonWriter json, ObstaclesResult why)
    {
        json.WriteStartArray("correctionSets");
        foreach (var set in why.CorrectionSets)
        {
            json.WriteStartObject();
            json.Strings("members", set.Members);
            json.Strings("opens", set.Opens is { } opens ? opens.Package.Options : []);
            json.Strings("changes", set.Opens is { } deal ? deal.Package.Changes : []);
            json.NumberOrNull("dose", set.Dose);
            json.WriteBoolean("closesAgain", set.ClosesAgain);
            json.ByParty("surplus", why.Parties, set.Surplus);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBlocks(Utf8JsonWriter json, CaseAnswers answers, ObstaclesResult why)
    {
        json.WriteStartArray("blockingSets");
        foreach (var set in why.BlockingSets)
        {
            json.WriteStartObject();
            json.Strings("members", set.Members);
            json.WritePropertyName("certificate");
            if (set.Certificate is { } certificate) CertificateJson.WriteBlocking(json, answers, why, set.Members, certificate);
            else json.WriteNullValue();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBlame(Utf8JsonWriter json, string name, ImmutableArray<Attribution> blames)
    {
        json.WriteStartObject(name);
        foreach (var blame in blames)
        {
            json.WriteStartObject(blame.Name);
            json.WriteBoolean("butFor", blame.ButFor);
            WriteYesNo(json, "sufficient", blame.Sufficient);
            WriteYesNo(json, "relevant", blame.Relevant);
            json.NumberOrNull("responsibility", blame.Responsibility);
            json.NumberOrNull("openingShare", blame.OpeningShare);
            if (blame.OpeningShareError is { } error) json.WriteNumber("openingShareError", Math.Round(error, 6));
            json.NumberOrNull("banzhaf", blame.Banzhaf);
            json.NumberOrNull("distanceShare", blame.DistanceShare);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteYesNo(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }
}
