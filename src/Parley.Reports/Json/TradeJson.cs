using System.Text.Json;
using Parley.Trade;

namespace Parley.Reports.Json;

/// <summary>Options, gives and terms of trade as JSON.</summary>
internal static class TradeJson
{
    public static void Write(Utf8JsonWriter json, TradeResult result)
    {
        WriteOptions(json, result);
        WriteTerms(json, result);
        json.WriteStartArray("gives");
        foreach (var give in result.Gives)
        {
            json.WriteStartObject();
            json.WriteString("from", give.From);
            json.WriteString("to", give.To);
            json.WriteString("option", give.Option);
            json.Number("cost", give.Cost);
            json.Number("benefit", give.Benefit);
            json.Number("efficiency", give.Efficiency);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, TradeResult result)
    {
        json.WriteStartArray("options");
        foreach (var option in result.Options)
        {
            json.WriteStartObject();
            json.WriteString("id", option.Id);
            json.WriteString("title", option.Title);
            json.Strings("by", option.By);
            json.Number("delivery", option.Delivery);
            json.Number("expectedSize", option.ExpectedSize);
            json.WriteBoolean("substantive", option.Substantive);
            json.WriteBoolean("token", option.Token);
            json.WriteBoolean("unilateral", option.Unilateral);
            json.WriteBoolean("available", option.Available);
            json.ByParty("worth", result.Parties, option.Worth);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTerms(Utf8JsonWriter json, TradeResult result)
    {
        json.WriteStartObject("terms");
        foreach (var terms in result.Terms)
        {
            json.WriteStartObject($"{terms.A}+{terms.B}");
            json.Number("product", terms.Product);
            json.WriteString("give", terms.FromA);
            json.WriteString("get", terms.FromB);
            json.NumberOrNull("exchangeProduct", terms.ExchangeProduct);
            json.WriteBoolean("selfStanding", terms.SelfStanding);
            WriteSwap(json, "IfDelivered", terms.IfDelivered);
            WriteSwap(json, "IfCoinsAccepted", terms.IfCoinsAccepted);
            json.WriteString("because", ShortfallWord(terms.Shortfall));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSwap(Utf8JsonWriter json, string suffix, Swap swap)
    {
        json.Number("terms" + suffix, swap.Product);
        json.WriteString("give" + suffix, swap.FromA);
        json.WriteString("get" + suffix, swap.FromB);
    }

    private static string? ShortfallWord(TermsShortfall shortfall) => shortfall switch
    {
        TermsShortfall.Delivery => "delivery",
        TermsShortfall.RefusedCoin => "refused-coin",
        TermsShortfall.CurrencyMismatch => "currency-mismatch",
        _ => null,
    };
}
