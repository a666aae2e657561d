using System.Collections.Immutable;
using System.Text.Json;
using Parley.Perceptions;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>Who sees a deal, as JSON.</summary>
internal static class PerceptionsJson
{
    public static void Write(Utf8JsonWriter json, PerceptionsResult result)
    {
        json.WriteStartObject("perceptions");
        json.WriteBoolean("declared", result.IsDeclared);
        json.WriteString("agreement", AgreementWord(result.Agreement));
        json.WriteStartObject("deals");
        foreach (var deal in result.Deals) json.WriteString(deal.Name, AgreementWord(deal.Agreement));
        json.WriteEndObject();
        json.WriteStartObject("case");
        WriteView(json, result.Parties, result.Case);
        json.WriteEndObject();
        json.WriteStartObject("own");
        foreach (var (party, view) in result.Parties.Zip(result.Own))
        {
            json.WriteStartObject(party);
            WriteView(json, result.Parties, view);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("others");
        foreach (var view in result.Others)
        {
            json.WriteStartObject(view.Perception!); // only the case itself has none
            WriteView(json, result.Parties, view);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteView(Utf8JsonWriter json, ImmutableArray<string> parties, PerceivedCase view)
    {
        json.WriteString("perception", view.Perception);
        json.WriteString("grade", GradeWords.Slug(view.Grade));
        json.Number("margin", view.Margin);
        json.Number("marginUpper", view.MarginUpper);
        json.WriteBoolean("decided", view.IsDecided);
        json.WriteStartObject("deals");
        foreach (var deal in view.Deals)
        {
            json.WriteStartObject(deal.Name);
            json.WriteBoolean("feasible", deal.Feasible);
            json.Number("margin", deal.Margin);
            json.ByParty("surplus", parties, deal.Surplus);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string? AgreementWord(ViewAgreement? agreement) => agreement switch
    {
        ViewAgreement.AgreedNo => "agreed-no",
        ViewAgreement.AgreedDeal => "agreed-deal",
        ViewAgreement.Illusory => "illusory",
        ViewAgreement.Missed => "missed",
        ViewAgreement.Split => "split",
        _ => null,
    };
}
