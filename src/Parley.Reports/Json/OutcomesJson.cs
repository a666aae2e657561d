using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parley.Kernels.Exact;
using Parley.Outcomes;
using Parley.Reports.Answers;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>A scenario's frontier and solutions as JSON (docs/json.md).</summary>
public static class OutcomesJson
{
    /// <summary>One document; of several scenarios a list of them, under <c>scenarios</c>.</summary>
    public static string Text(IReadOnlyList<ScenarioAnswers> answers) =>
        JsonValues.Document(json =>
        {
            if (answers is [var only]) Write(json, only);
            else WriteAll(json, answers);
        });

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyList<ScenarioAnswers> answers)
    {
        json.WriteStartObject();
        json.WriteStartArray("scenarios");
        foreach (var answer in answers) Write(json, answer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScenarioAnswers answers)
    {
        var result = answers.Outcomes;
        json.WriteStartObject();
        json.WriteString("scenario", answers.Scenario.Name);
        json.WriteString("format", ScenarioWords.Token(answers.Scenario.Format));
        json.WriteString("semantics", ScenarioWords.Token(answers.Scenario.Semantics));
        WriteStamp(json, answers);
        json.Strings("parties", result.Parties);
        json.Strings("issues", result.Issues);
        json.WriteString("outcomes", result.OutcomeCount.ToString(CultureInfo.InvariantCulture));
        json.ByParty("reservations", result.Parties, result.Reservations);
        json.WriteStartObject("ideals");
        Ideals(json, "rational", result, result.IdealOverRational);
        Ideals(json, "all", result, result.IdealOverAll);
        json.WriteEndObject();
        WriteFrontier(json, result);
        WriteSolutions(json, result);
        if (result.Lotteries is { } lotteries) WriteLotteries(json, result, lotteries);
        WriteOtherKalai(json, result);
        json.NumberOrNull("integrativePotential", result.IntegrativePotential);
        json.NumberOrNull("opposition", Root(result.Opposition));
        json.WriteString("completeness", JsonValues.Word(result.Completeness));
        json.WriteEndObject();
    }

    private static void WriteStamp(Utf8JsonWriter json, ScenarioAnswers answers)
    {
        json.WriteStartObject("stamp");
        json.WriteString("version", answers.Version);
        json.WriteString("scenarioHash", answers.Hash);
        json.WriteStartObject("options");
        json.WriteNumber("limit", answers.Limit);
        json.WriteString("within", answers.Within);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFrontier(Utf8JsonWriter json, OutcomesResult result)
    {
        json.WriteStartObject("frontier");
        json.WriteNumber("size", result.Size);
        json.WriteNumber("rationalSize", result.RationalSize);
        json.WriteString("extent", ScenarioWords.Token(result.Extent));
        if (result.Extent == FrontierExtent.Within) json.ByParty("givenAway", result.Parties, result.GivenAway);
        json.WriteStartArray("points");
        foreach (var point in result.Points)
        {
            json.WriteStartObject();
            Outcome(json, result, point.Outcome);
            if (point.OutcomeCount is { } count) json.WriteString("outcomes", count.ToString(CultureInfo.InvariantCulture));
            json.WriteBoolean("rational", point.IsRational);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSolutions(Utf8JsonWriter json, OutcomesResult result)
    {
        json.WriteStartObject("solutions");
        foreach (var (name, solution) in ScenarioWords.Named(result.Solutions))
        {
            if (solution.Outcome is not { } outcome)
            {
                json.WriteNull(name);
                continue;
            }

            json.WriteStartObject(name);
            Outcome(json, result, outcome);
            json.WriteBoolean("proved", solution.IsProved);
            json.NumberOrNull("distanceToIdeal", Root(solution.DistanceToIdeal));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLotteries(Utf8JsonWriter json, OutcomesResult result, OutcomeLotteries lotteries)
    {
        json.WriteStartObject("lotteries");
        foreach (var (name, lottery) in ScenarioWords.Named(lotteries))
        {
            if (lottery.Shares.IsEmpty)
            {
                json.WriteNull(name);
                continue;
            }

            json.WriteStartObject(name);
            json.ByParty("expected", result.Parties, lottery.Expected);
            json.WriteStartArray("shares");
            foreach (var share in lottery.Shares)
            {
                json.WriteStartObject();
                json.Number("probability", share.Probability);
                Outcome(json, result, share.Outcome);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("proved", lottery.IsProved);
            json.Number("gap", lottery.Gap);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteOtherKalai(Utf8JsonWriter json, OutcomesResult result)
    {
        if (result.OtherKalai is not { } other)
        {
            json.WriteNull("otherKalai");
            return;
        }

        json.WriteStartObject("otherKalai");
        foreach (var (name, outcome) in ScenarioWords.Named(other))
        {
            json.WriteStartObject(name);
            Outcome(json, result, outcome);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, OutcomesResult result, OutcomeView outcome)
    {
        json.WriteStartObject("values");
        for (var i = 0; i < outcome.Values.Length; i++) json.WriteString(result.Issues[i], outcome.Values[i]);
        json.WriteEndObject();
        json.ByParty("utilities", result.Parties, outcome.Utilities);
    }

    private static void Ideals(Utf8JsonWriter json, string name, OutcomesResult result, ImmutableArray<Rational?> ideals)
    {
        json.WriteStartObject(name);
        for (var p = 0; p < ideals.Length; p++) json.NumberOrNull(result.Parties[p], ideals[p]);
        json.WriteEndObject();
    }

    private static Rational? Root(Rational? squared) => squared is { } value ? NumberText.Root(value) : null;
}
