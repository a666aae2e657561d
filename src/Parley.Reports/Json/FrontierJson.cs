using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parley.Bargaining;
using Parley.Frontier;
using Parley.Results;

namespace Parley.Reports.Json;

/// <summary>The frontier and the classical solutions as JSON.</summary>
internal static class FrontierJson
{
    public static void WriteFrontier(Utf8JsonWriter json, FrontierResult result)
    {
        json.WriteString("outcomes", result.PackageCount.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("frontier");
        json.WriteNumber("size", result.Points.Length);
        json.WriteNumber("rationalSize", result.Points.Length); // only acceptable packages are looked at
        json.WriteString("completeness", JsonValues.Word(result.Completeness));
        json.WriteStartArray("points");
        foreach (var point in result.Points)
        {
            json.WriteStartObject();
            json.Package(result.Parties, point, withChanges: false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteSolutions(Utf8JsonWriter json, BargainingResult result, bool comparable)
    {
        json.WriteStartObject("solutions");
        WriteSolution(json, "nash", result.Parties, result.Nash);
        WriteSolution(json, "kalaiSmorodinsky", result.Parties, result.KalaiSmorodinsky);
        WriteSolution(json, "egalitarian", result.Parties, result.Egalitarian);
        if (comparable) WriteSolution(json, "utilitarian", result.Parties, result.Utilitarian);
        json.WriteEndObject();
    }

    private static void WriteSolution(
        Utf8JsonWriter json, string name, ImmutableArray<string> parties, PackageView? package)
    {
        if (package is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.Package(parties, package, withChanges: true);
        json.WriteEndObject();
    }
}
