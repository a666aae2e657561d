using System.Text.Json;
using Parley.Claims;
using Parley.Draws;
using Parley.Reports.Wording;
using Parley.Robustness;

namespace Parley.Reports.Json;

/// <summary>How sure a verdict is, as JSON.</summary>
internal static class RobustJson
{
    public static void Write(Utf8JsonWriter json, RobustResult result)
    {
        json.WriteStartObject("robust");
        json.WriteNumber("draws", result.Draws);
        json.WriteNumber("exactDraws", result.ExactDraws);
        json.WriteNumber("undecidedDraws", result.UndecidedDraws);
        json.WriteNumber("boundedDraws", result.BoundedDraws);
        json.WriteNumber("seed", result.Seed);
        json.WriteString("sampling", Slug(result.Sampling));
        json.WriteNumber("numbers", result.Numbers);
        json.WriteNumber("together", result.Together);
        json.Strings("overlaid", result.Overlaid);
        json.FigureOrNull("until", result.Until);
        json.WriteString("asAsked", result.AsAskedIsDecided ? GradeWords.Slug(result.AsAsked) : null);
        json.Figure("marginAsAsked", result.AsAskedMargin);
        json.WriteStartObject("grades");
        foreach (var (grade, share) in result.Grades) WriteShare(json, GradeWords.Slug(grade), share);
        json.WriteEndObject();
        WriteMargin(json, result.Margin);
        WriteShares(json, "tokens", result.Tokens);
        WriteShares(json, "deals", result.Deals);
        WriteShares(json, "binding", result.Binding);
        json.WriteStartArray("convergence");
        foreach (var (draws, share) in result.Convergence)
        {
            json.WriteStartObject();
            json.WriteNumber("draws", draws);
            WriteShare(json, "deal", share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("closer");
        if (result.Closer is { } closer) WriteCloser(json, closer);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    /// <summary>The word for a kind of sampling.</summary>
    public static string Slug(SamplingKind kind) => kind switch
    {
        SamplingKind.LatinHypercube => "latin",
        SamplingKind.Sobol => "sobol",
        _ => "independent",
    };

    private static void WriteMargin(Utf8JsonWriter json, MarginSpread margin)
    {
        json.WriteStartObject("margin");
        json.Figure("mean", margin.Mean);
        json.Figure("deviation", margin.Deviation);
        json.WriteStartArray("quantiles");
        foreach (var (share, value) in margin.Quantiles)
        {
            json.WriteStartObject();
            json.Figure("share", share);
            json.Figure("margin", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Figure("belowAsAsked", margin.BelowAsAsked);
        json.WriteStartArray("bins");
        foreach (var (from, to, count) in margin.Bins)
        {
            json.WriteStartObject();
            json.Figure("from", from);
            json.Figure("to", to);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteShares(Utf8JsonWriter json, string name, IReadOnlyList<DrawShare> shares)
    {
        json.WriteStartObject(name);
        foreach (var share in shares) WriteShare(json, share.Name, share);
        json.WriteEndObject();
    }

    internal static void WriteShare(Utf8JsonWriter json, string name, DrawShare share)
    {
        json.WriteStartObject(name);
        WriteMembers(json, share);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, DrawShare share)
    {
        json.WriteNumber("count", share.Count);
        json.WriteNumber("of", share.Of);
        json.Figure("share", share.Share);
        json.Figure("low", share.Low);
        json.Figure("high", share.High);
    }

    private static void WriteCloser(Utf8JsonWriter json, CloserLook closer)
    {
        json.WriteStartObject();
        json.WriteNumber("draws", closer.Draws);
        json.WriteStartObject("claims");
        foreach (var claim in closer.Claims)
        {
            json.WriteStartObject(claim.Id);
            json.WriteBoolean("followsAsAsked", claim.AsAsked == ClaimStatus.Follows);
            WriteMembers(json, claim.Follows);
            json.WriteNumber("notComputed", claim.Unsupported);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (closer.AllClaims is { } all) WriteShare(json, "allClaims", all);
        WriteSets(json, "blockingSets", closer.BlockingSets);
        WriteSets(json, "correctionSets", closer.CorrectionSets);
        json.WriteEndObject();
    }

    private static void WriteSets(Utf8JsonWriter json, string name, IReadOnlyList<SetShare> sets)
    {
        json.WriteStartArray(name);
        foreach (var set in sets)
        {
            json.WriteStartObject();
            json.Strings("obstacles", set.Obstacles);
            WriteMembers(json, set.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
