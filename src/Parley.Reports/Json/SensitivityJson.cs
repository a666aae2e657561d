using System.Text.Json;
using Parley.Kernels.Sensitivity;
using Parley.Reports.Wording;
using Parley.Sensitivity;

namespace Parley.Reports.Json;

/// <summary>What a verdict hangs on, as JSON.</summary>
internal static class SensitivityJson
{
    public static void Write(Utf8JsonWriter json, SensitivityResult result)
    {
        json.WriteStartObject("sensitivity");
        json.WriteString("grade", result.IsDecided ? GradeWords.Slug(result.Grade) : null);
        json.Figure("margin", result.Margin);
        json.Figure("marginDeviation", result.MarginDeviation);
        json.Figure("dealProbability", result.DealProbability);
        json.Strings("overlaid", result.Overlaid);
        json.WriteNumber("draws", result.Draws);
        json.WriteNumber("undecidedDraws", result.UndecidedDraws);
        json.WriteNumber("boundedDraws", result.BoundedDraws);
        json.WriteNumber("seed", result.Seed);
        json.WriteBoolean("dependent", result.IsDependent);
        json.WriteString("design", DesignWord(result.Design));
        json.WriteNumber("designEvaluations", result.DesignEvaluations);
        json.WriteNumber("openEvaluations", result.OpenEvaluations);
        json.WriteStartArray("numbers");
        foreach (var number in result.Numbers) WriteNumber(json, number);
        json.WriteEndArray();
        json.WriteStartArray("flips");
        foreach (var flip in result.Flips)
        {
            json.WriteStartObject();
            json.WriteString("path", flip.Path);
            json.Number("from", flip.From);
            json.Number("to", flip.To);
            json.WriteString("side", flip.IsRise ? "above" : "below");
            json.WriteBoolean("attained", flip.Attained);
            json.NumberOrNull("cost", flip.Cost);
            json.WriteBoolean("plausible", flip.IsPlausible);
            json.WriteString("leadsTo", GradeWords.Slug(flip.LeadsTo));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("boxes");
        if (result.Boxes is { } boxes) WriteBoxes(json, result, boxes);
        else json.WriteNullValue();
        json.WritePropertyName("information");
        if (result.Information is { } information) WriteInformation(json, information);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    private static string DesignWord(SensitivityDesign design) => design switch
    {
        SensitivityDesign.TotalIndices => "total",
        SensitivityDesign.Screening => "screening",
        SensitivityDesign.ShapleyEffects => "shapley",
        _ => "none",
    };

    private static void WriteNumber(Utf8JsonWriter json, NumberSensitivity number)
    {
        json.WriteStartObject();
        json.WriteString("path", number.Path);
        json.Figure("value", number.Value);
        WriteEnd(json, "atLow", number.AtLow);
        WriteEnd(json, "atHigh", number.AtHigh);
        json.FigureOrNull("firstOrder", number.FirstOrder);
        json.WritePropertyName("design");
        if (number.Design is { } design)
        {
            json.WriteStartObject();
            json.Figure("estimate", design.Estimate);
            json.Figure("low", design.Low);
            json.Figure("high", design.High);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, string name, TornadoEnd end)
    {
        json.WriteStartObject(name);
        json.Figure("value", end.Value);
        json.Figure("margin", end.Margin);
        json.WriteString("grade", end.Grade is { } grade ? GradeWords.Slug(grade) : null);
        json.WriteEndObject();
    }

    private static void WriteBoxes(Utf8JsonWriter json, SensitivityResult result, BoxFinderResult found)
    {
        json.WriteStartObject();
        json.WriteString("of", result.BoxesOfDeals ? "deal" : "no deal");
        json.WriteNumber("draws", found.Draws);
        json.WriteNumber("hits", found.Hits);
        json.WriteStartArray("list");
        foreach (var box in found.Boxes)
        {
            json.WriteStartObject();
            json.WriteStartArray("bounds");
            for (var k = 0; k < box.Bounds.Length; k++)
            {
                json.WriteStartObject();
                json.WriteString("path", result.Numbers[box.Bounds[k].Input].Path);
                json.FigureOrNull("low", box.Bounds[k].Low);
                json.FigureOrNull("high", box.Bounds[k].High);
                json.Figure("quasiP", box.QuasiP[k]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("draws", box.Draws);
            json.WriteNumber("hits", box.Hits);
            json.Figure("density", box.Density);
            json.Figure("coverage", box.Coverage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInformation(Utf8JsonWriter json, InformationResult information)
    {
        json.WriteStartObject();
        json.Figure("costOfTalks", information.CostOfTalks);
        json.Figure("dealProbability", information.DealProbability);
        json.WriteBoolean("worthwhile", information.IsWorthwhile);
        json.Figure("everything", information.Everything);
        json.WriteStartArray("numbers");
        foreach (var (path, value) in information.Numbers) WriteValue(json, "path", path, value);
        json.WriteEndArray();
        json.WriteStartArray("groups");
        foreach (var (group, _, value) in information.Groups) WriteValue(json, "group", group, value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string key, string name, InformationValue value)
    {
        json.WriteStartObject();
        json.WriteString(key, name);
        json.Figure("value", value.Value);
        json.Figure("byChance", value.Chance);
        json.WriteEndObject();
    }
}
