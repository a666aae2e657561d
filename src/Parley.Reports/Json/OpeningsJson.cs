using System.Globalization;
using System.Text.Json;
using Parley.Openings;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>What would open it, as JSON.</summary>
internal static class OpeningsJson
{
    public static void Write(Utf8JsonWriter json, OpeningsResult openings)
    {
        json.WriteStartArray("tippingPoints");
        foreach (var tip in openings.TippingPoints) WriteTip(json, tip);
        json.WriteEndArray();
        json.WriteNumber("numbers", openings.NumberCount);
        json.Strings("undecided", openings.Undecided);
        json.WriteStartArray("pairs");
        foreach (var pair in openings.Pairs)
        {
            json.WriteStartObject();
            json.Number("cost", pair.Cost);
            json.WriteStartArray("changes");
            foreach (var change in new[] { pair.First, pair.Second })
            {
                json.WriteStartObject();
                json.WriteString("path", change.Path);
                json.Number("from", change.From);
                json.Number("to", change.To);
                json.WriteBoolean("attained", change.Attained);
                json.Number("cost", change.Cost);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteEvents(json, openings);
        WritePayments(json, openings);
        WriteReturned(json, openings);
        if (openings.Anatomy is { } anatomy) WriteAnatomy(json, anatomy);
        json.WriteString("openingsCompleteness", JsonValues.Word(openings.Completeness));
    }

    private static void WriteTip(Utf8JsonWriter json, TippingPoint tip)
    {
        json.WriteStartObject();
        json.WriteString("path", tip.Path);
        json.WriteString("kind", tip.Kind.ToString().ToLowerInvariant());
        json.Number("from", tip.From);
        json.Number("to", tip.To);
        json.WriteString("exactly", tip.To.ToString());
        json.Strings("times", tip.Parameters);
        json.WriteString("side", tip.IsRise ? "above" : "below");
        json.WriteBoolean("attained", tip.Attained);
        json.WriteBoolean("sampled", tip.IsSampled);
        json.NumberOrNull("cost", tip.Cost);
        json.WriteBoolean("plausible", tip.IsPlausible);
        json.WriteString("leadsTo", GradeWords.Slug(tip.LeadsTo));
        json.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter json, OpeningsResult openings)
    {
        json.WriteStartObject("events");
        foreach (var outcome in openings.Events) json.WriteString(outcome.Name, GradeWords.Slug(outcome.Grade));
        json.WriteEndObject();
        json.WriteStartObject("eventDetails");
        foreach (var outcome in openings.Events)
        {
            json.WriteStartObject(outcome.Name);
            json.WriteString("kind", outcome.Kind.ToString().ToLowerInvariant());
            json.WriteBoolean("momentous", outcome.Momentous);
            json.WriteString("effect", outcome.Effect.ToString().ToLower(CultureInfo.InvariantCulture));
            json.Number("margin", outcome.Margin);
            json.WriteBoolean("decided", outcome.IsDecided);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePayments(Utf8JsonWriter json, OpeningsResult openings)
    {
        json.WriteStartArray("sidePayments");
        foreach (var payment in openings.SidePayments)
        {
            json.WriteStartObject();
            json.WriteString("from", payment.From);
            json.WriteString("to", payment.To);
            json.NumberOrNull("amount", payment.Amount);
            json.Strings("changes", payment.Deal?.Changes ?? []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReturned(Utf8JsonWriter json, OpeningsResult openings)
    {
        json.WriteStartObject("returnedIssues");
        foreach (var issue in openings.ReturnedIssues)
        {
            json.WriteStartObject(issue.Issue);
            json.WriteString("grade", GradeWords.Slug(issue.Grade));
            json.Number("margin", issue.Margin);
            json.WriteString("effect", issue.Effect.ToString().ToLower(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAnatomy(Utf8JsonWriter json, AnatomyResult anatomy)
    {
        json.WriteStartObject("anatomy");
        foreach (var party in anatomy.Parties)
        {
            json.WriteStartObject(party.Party);
            json.Strings("offer", party.Offer?.Changes ?? []);
            json.WriteBoolean("hasOffer", party.HasOffer);
            json.NumberOrNull("gain", party.Gain);
            json.WriteStartObject("dimensions");
            foreach (var share in party.Dimensions)
            {
                json.WriteStartObject(share.Dimension);
                json.Number("contribution", share.Contribution);
                json.Number("objectionShare", share.ObjectionShare);
                json.NumberOrNull("ceiling", share.Ceiling);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
