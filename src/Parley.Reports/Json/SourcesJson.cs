using System.Text.Json;
using Parley.Beliefs;
using Parley.Cases.Documents;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>Attached documents, quotes and evidence as JSON.</summary>
public static class SourcesJson
{
    /// <summary>The sources of a case and which of them are attached.</summary>
    public static string List(IReadOnlyList<SourceRow> rows) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("sources");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("title", row.Source?.Title ?? row.Stored?.Facts.Title);
            json.WriteString("date", row.Source?.Date ?? row.Stored?.Facts.Date);
            json.WriteString("url", row.Source?.Url ?? row.Stored?.Facts.Url);
            json.WriteBoolean("in_case", row.Source is not null);
            json.WriteBoolean("attached", row.Stored is not null);
            json.WriteNumber("quotes", row.Quotes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A document: texts, steps, guesses, dates.</summary>
    public static string Show(string id, SourceDocument document) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("sha256", document.Sha256);
        json.WriteString("encoding", document.Decoded.Encoding);
        json.WriteBoolean("encoding_certain", document.Decoded.IsCertain);
        json.WriteString("form", SourceDocument.FormName(document.Form));
        json.WriteStartObject("guesses");
        foreach (var (name, value) in SourceWords.Guesses(document)) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("text", document.Clean);
        json.WriteStartArray("steps");
        foreach (var step in document.Steps) WriteStep(json, document, step);
        json.WriteEndArray();
        json.WriteStartArray("dates");
        foreach (var date in document.Dates)
        {
            json.WriteStartObject();
            json.WriteString("written", date.Written);
            json.WriteString("resolved", date.Resolved);
            WriteRange(json, "raw", date.Raw);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>What switching steps of cleaning changed.</summary>
    public static string Cleaned(string id, SourceDocument before, SourceDocument after, IReadOnlyList<QuoteChange> quotes) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.Strings("without", after.Off);
        json.WriteStartArray("switched");
        foreach (var step in after.Steps.Where(s => before.IsOn(s) != after.IsOn(s))) WriteStep(json, after, step);
        json.WriteEndArray();
        json.WriteStartArray("quotes");
        foreach (var quote in quotes)
        {
            json.WriteStartObject();
            json.WriteString("id", quote.Quote.Id);
            json.WriteString("before", SourceWords.State(quote.Before.Kind));
            json.WriteString("after", SourceWords.State(quote.After.Kind));
            json.WriteBoolean("changed", quote.IsChanged);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Whether documents and quotes are what the case says.</summary>
    public static string Verify(IReadOnlyList<SourceRow> rows, IReadOnlyList<AnchoredQuote> quotes) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("sources");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("state", SourceWords.State(row.State));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("quotes");
        foreach (var quote in quotes) WriteQuote(json, quote);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>What a number rests on, with the passage.</summary>
    public static string Cite(NumberEvidence evidence, AnchoredQuote? quote, Attribution? attribution) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        WriteEvidence(json, evidence, attribution);
        if (quote is not null)
        {
            json.WritePropertyName("quote");
            WriteQuote(json, quote);
            json.WriteString("sentence", SourceWords.Passage(quote) is var (before, words, behind) ? before + words + behind : null);
        }

        json.WriteEndObject();
    });

    /// <summary>What all numbers rest on.</summary>
    public static string Evidence(EvidenceList evidence, IReadOnlyDictionary<string, Attribution> attributions) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("count");
        foreach (var basis in Enum.GetValues<EvidenceBasis>()) json.WriteNumber(SourceWords.Basis(basis), evidence.Count(basis));
        json.WriteEndObject();
        json.WriteNumber("guessed_share", Math.Round(evidence.GuessedShare, 4));
        json.WriteStartArray("numbers");
        foreach (var number in evidence.Numbers)
        {
            json.WriteStartObject();
            WriteEvidence(json, number, attributions.GetValueOrDefault(number.Number.Number.Source ?? string.Empty));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteEvidence(Utf8JsonWriter json, NumberEvidence evidence, Attribution? attribution)
    {
        json.WriteString("path", evidence.Number.Path);
        json.WriteNumber("value", evidence.Number.Number.Coefficient);
        json.WriteString("basis", SourceWords.Basis(evidence.Basis));
        if (evidence.Quote is { } quote) json.WriteString("quote_id", quote.Id);
        if (evidence.Source is { } source) json.WriteString("source_id", source.Id);
        if (attribution is null) return;
        json.WriteStartArray("said_by");
        foreach (var chain in attribution.Chains)
        {
            json.WriteStartObject();
            json.Strings("chain", chain.Chain);
            json.WriteString("bias", BeliefWords.Key(chain.Bias));
            json.WriteNumber("fidelity", chain.Fidelity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("rests_on_interest", attribution.RestsOnInterest);
    }

    private static void WriteQuote(Utf8JsonWriter json, AnchoredQuote quote)
    {
        json.WriteStartObject();
        json.WriteString("id", quote.Quote.Id);
        json.WriteString("of", quote.Quote.Of);
        json.WriteString("state", quote.Anchor is { } anchor ? SourceWords.State(anchor.Kind) : "not attached");
        if (quote.Anchor is { } found)
        {
            json.WriteNumber("score", Math.Round(found.Score, 4));
            json.WriteStartArray("places");
            foreach (var place in found.Places)
            {
                json.WriteStartObject();
                WriteRange(json, "raw_code_points", place.RawCodePoints);
                WriteRange(json, "raw_utf16", place.Raw);
                WriteRange(json, "clean_code_points", place.CleanCodePoints);
                WriteRange(json, "clean_utf16", place.Clean);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, SourceDocument document, CleaningStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("number", step.Number);
        json.WriteString("kind", SourceDocument.KindName(step.Kind));
        WriteRange(json, "raw", step.Raw);
        json.WriteString("replacement", step.Replacement);
        json.WriteBoolean("certain", step.IsCertain);
        json.WriteBoolean("on", document.IsOn(step));
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, string name, TextRange range)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(range.Start);
        json.WriteNumberValue(range.End);
        json.WriteEndArray();
    }
}
