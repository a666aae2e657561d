using System.Text.Json;
using Parley.Claims;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Json;

/// <summary>The claims as JSON.</summary>
internal static class ClaimsJson
{
    public static void Write(Utf8JsonWriter json, ClaimsResult result, CaseWords words)
    {
        json.WriteStartObject("claims");
        foreach (var claim in result.Claims)
        {
            json.WriteStartObject(claim.Id);
            WriteClaim(json, claim, words);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (result.Fragility is { } fragility) WriteFragility(json, fragility);
        if (result.Reconciliation is { } reconciliation) WriteReconciliation(json, reconciliation);
    }

    private static void WriteClaim(Utf8JsonWriter json, ClaimResult claim, CaseWords words)
    {
        if (claim.Follows is { } follows) json.WriteBoolean("follows", follows);
        else json.WriteNull("follows");
        json.WriteString("says", claim.Says);
        json.WriteString("source", claim.Source);
        json.WriteStartArray("shown");
        foreach (var part in claim.Parts)
        {
            json.WriteStartObject();
            json.WriteString("phrase", part.Phrase);
            if (part.Holds is { } holds) json.WriteBoolean("holds", holds);
            else json.WriteNull("holds");
            json.WriteString("found", ClaimWords.Shown(part, words));
            if (part.Shown is FiguresShown figures)
            {
                json.NumberOrNull("left", figures.Left.Value);
                json.NumberOrNull("right", figures.Right.Value);
                if (figures.Left.Variance is { } left) json.Figure("leftDeviation", Math.Sqrt(left.ToDouble()));
                if (figures.Right.Variance is { } right) json.Figure("rightDeviation", Math.Sqrt(right.ToDouble()));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFragility(Utf8JsonWriter json, FragilityResult fragility)
    {
        json.WriteStartObject("fragility");
        json.WriteNumber("numbers", fragility.Numbers);
        json.WriteNumber("changes", fragility.Changes);
        json.WriteNumber("checks", fragility.Checks);
        json.WriteStartArray("breaks");
        foreach (var broken in fragility.Breaks)
        {
            json.WriteStartObject();
            json.WriteString("claim", broken.Claim);
            json.WriteString("path", broken.Path);
            json.WriteString("change", ChangeWord(broken.Change));
            json.Number("from", (Rational)broken.From);
            json.Number("to", (Rational)broken.To);
            json.WriteBoolean("inRange", broken.InRange);
            json.WriteBoolean("open", broken.IsOpen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("leansOn");
        foreach (var support in fragility.Supports) json.Strings(support.Claim, support.Numbers);
        json.WriteEndObject();
        json.Strings("unchanged", fragility.Unchanged);
        json.WriteEndObject();
    }

    private static void WriteReconciliation(Utf8JsonWriter json, ReconciliationResult result)
    {
        json.WriteStartObject("reconciliation");
        json.WriteBoolean("found", result.Found);
        json.Number("marginAsGiven", result.MarginAsGiven);
        json.Number("margin", result.Margin);
        json.WriteString("tightest", result.Tightest);
        json.WriteStartArray("moved");
        foreach (var moved in result.Moved)
        {
            json.WriteStartObject();
            json.WriteString("path", moved.Path);
            json.Number("from", (Rational)moved.From);
            json.Number("to", (Rational)moved.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("conflicts");
        foreach (var set in result.Conflicts)
        {
            json.WriteStartArray();
            foreach (var claim in set) json.WriteStringValue(claim);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("trials", result.Trials);
        json.WriteBoolean("atRest", result.AtRest);
        json.WriteEndObject();
    }

    private static string ChangeWord(NumberChange change) => change switch
    {
        NumberChange.FifthLess => "fifth-less",
        NumberChange.FifthMore => "fifth-more",
        NumberChange.RangeLow => "range-low",
        _ => "range-high",
    };
}
