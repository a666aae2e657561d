using System.Collections.Immutable;
using System.Text.Json;
using Parley.Reports.Wording;
using Parley.Stability;

namespace Parley.Reports.Json;

/// <summary>Whether a case as it stands is stable, as JSON.</summary>
internal static class StandingJson
{
    public static void Write(Utf8JsonWriter json, StandingResult result, CaseWords words)
    {
        json.WriteStartObject("standing");
        json.WriteString("sentence", StandingSentence.Of(result, words));
        json.WriteBoolean("stable", result.IsStable);
        if (result.HasDeal is { } has) json.WriteBoolean("deal", has);
        else json.WriteNull("deal");
        json.WriteStartArray("sideDeals");
        foreach (var members in result.SideDeals)
        {
            json.WriteStartArray();
            foreach (var member in members) json.WriteStringValue(member);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Strings("going", result.Going);
        json.WriteString("inForce", result.InForce);
        WriteMoves(json, result);
        Best(json, "best", result, result.Best);
        WriteLeaving(json, result);
        WriteEvents(json, result);
        WriteViews(json, result);
        json.WriteEndObject();
    }

    private static void WriteMoves(Utf8JsonWriter json, StandingResult result)
    {
        json.WriteStartArray("moves");
        foreach (var move in result.Moves)
        {
            json.WriteStartObject();
            json.WriteString("party", result.Parties[move.Party]);
            json.WriteString("option", move.Option);
            json.WriteBoolean("unilateral", move.IsUnilateral);
            json.WriteBoolean("withdrawal", move.IsWithdrawal);
            json.Number("gain", move.Gain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLeaving(Utf8JsonWriter json, StandingResult result)
    {
        json.WriteStartObject("leaving");
        for (var k = 0; k < result.Leaving.Length; k++)
        {
            json.WriteStartObject(result.Parties[k]);
            json.Number("inside", result.Leaving[k].Inside);
            json.Number("outside", result.Leaving[k].Outside);
            json.WriteBoolean("leaves", result.Leaving[k].Leaves);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter json, StandingResult result)
    {
        json.WriteStartArray("events");
        foreach (var shock in result.Events)
        {
            json.WriteStartObject();
            json.WriteString("event", shock.Event);
            json.WriteBoolean("momentous", shock.IsMomentous);
            json.WriteBoolean("breaks", shock.Breaks);
            json.WriteBoolean("opensDeal", shock.OpensDeal);
            Best(json, "best", result, shock.Best);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteViews(Utf8JsonWriter json, StandingResult result)
    {
        json.WriteStartObject("views");
        foreach (var view in result.Views)
        {
            json.WriteStartObject(view.Negotiator);
            json.WriteString("perception", view.Perception);
            Best(json, "best", result, view.Best);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Best(Utf8JsonWriter json, string name, StandingResult result, ImmutableArray<BestMove> best)
    {
        json.WriteStartObject(name);
        for (var k = 0; k < best.Length; k++)
        {
            json.WriteStartObject(result.Parties[k]);
            json.Strings("changes", best[k].Changes);
            json.Number("gain", best[k].Gain);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
