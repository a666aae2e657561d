using System.Globalization;
using System.Text.Json;
using Parley.Reports.Answers;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Reports.Json;

/// <summary>The answers as JSON (docs/json.md): deterministic, and only what was asked.</summary>
public static class AnswersJson
{
    private const long LargestExactNumber = 1L << 53;

    public static string Text(CaseAnswers answers) => JsonValues.Document(json => Write(json, answers));

    private static void Write(Utf8JsonWriter json, CaseAnswers answers)
    {
        json.WriteStartObject();
        json.WriteString("case", answers.Model.Name);
        json.WriteString("title", answers.Model.Title);
        StampJson.Write(json, answers);
        json.Strings("parties", answers.Model.Negotiators.Select(p => p.Name));
        if (answers.Verdict is { } verdict)
        {
            WriteVerdict(json, answers, verdict);
            json.Strings("tokens", verdict.Tokens);
            WriteNearMisses(json, verdict);
        }

        if (answers.Deals is { } deals) DealsJson.Write(json, deals);
        if (answers.Coalitions is { } coalitions) CoalitionsJson.Write(json, coalitions);
        if (answers.Frontier is { } frontier) FrontierJson.WriteFrontier(json, frontier);
        if (answers.Bargaining is { } bargaining) FrontierJson.WriteSolutions(json, bargaining, answers.Model.UtilitiesComparable);
        if (answers.Frontier is not null) json.WriteString("completeness", JsonValues.Word(answers.Completeness));
        if (answers.Trade is { } trade) TradeJson.Write(json, trade);
        if (answers.Obstacles is { } why) ObstaclesJson.Write(json, answers, why);
        if (answers.Openings is { } openings) OpeningsJson.Write(json, openings);
        if (answers.Claims is { } claims) ClaimsJson.Write(json, claims, answers.Words);
        if (answers.Perceptions is { } perceptions) PerceptionsJson.Write(json, perceptions);
        WriteEvidence(json, answers);
        if (answers.Comparison is { } comparison) ComparisonJson.Write(json, comparison);
        StabilityJson.Write(json, answers);
        if (answers.Robust is { } robust) RobustJson.Write(json, robust);
        if (answers.Sensitivity is { } sensitivity) SensitivityJson.Write(json, sensitivity);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, CaseAnswers answers)
    {
        if (answers.Beliefs is { } beliefs) BeliefsJson.Write(json, beliefs);
        if (answers.Agenda is { } agenda) AgendaJson.Write(json, agenda);
        if (answers.Stories is { } stories) StoriesJson.Write(json, stories);
        if (answers.Forecasts is { } forecasts) ForecastsJson.Write(json, forecasts);
        if (answers.History is { } history) HistoryJson.Write(json, history);
        if (answers.Path is { } path) PathJson.Write(json, path);
    }

    private static void WriteVerdict(Utf8JsonWriter json, CaseAnswers answers, VerdictResult verdict)
    {
        json.WriteStartObject("verdict");
        json.WriteString("grade", GradeWords.Slug(verdict.Grade));
        json.Number("margin", verdict.Margin);
        json.Number("marginUpper", verdict.MarginUpper);
        json.WriteBoolean("decided", verdict.IsDecided);
        json.WriteString("sentence", VerdictSentence.Of(verdict, answers.Words));
        json.Strings("witness", verdict.Witness is { } witness ? witness.Package.Options : []);
        WriteAcceptable(json, verdict);
        json.WriteString("packages", verdict.PackageCount.ToString(CultureInfo.InvariantCulture));
        json.WritePropertyName("certificate");
        if (verdict.Certificate is { } certificate) CertificateJson.Write(json, answers, certificate);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    /// <summary>A number where it is exact and fits one; else its digits, with ">=" where more may exist.</summary>
    private static void WriteAcceptable(Utf8JsonWriter json, VerdictResult verdict)
    {
        var digits = verdict.AcceptableCount.ToString(CultureInfo.InvariantCulture);
        if (!verdict.AcceptableIsExact) json.WriteString("acceptable", ">=" + digits);
        else if (verdict.AcceptableCount > LargestExactNumber) json.WriteString("acceptable", digits);
        else json.WriteNumber("acceptable", (long)verdict.AcceptableCount);
    }

    private static void WriteNearMisses(Utf8JsonWriter json, VerdictResult verdict)
    {
        json.WriteStartArray("nearMisses");
        foreach (var miss in verdict.NearMisses)
        {
            json.WriteStartObject();
            json.Strings("options", miss.Package.Options);
            json.Strings("changes", miss.Package.Changes);
            json.NumberOrNull("margin", miss.Margin);
            json.WriteStartArray("refusedBy");
            foreach (var row in miss.Broken) WriteRefusal(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Who refuses a package, and by how much.</summary>
    internal static void WriteRefusal(Utf8JsonWriter json, RowOutcome row)
    {
        json.WriteStartObject();
        json.WriteString("who", row.Holder);
        json.WriteString("condition", row.Kind == RowKind.Consent ? "consent" : row.Name);
        json.NumberOrNull("slack", row.Slack);
        json.NumberOrNull("share", row.Value);
        json.WriteEndObject();
    }
}
