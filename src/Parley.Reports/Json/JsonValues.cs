using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;
using Parley.Results;

namespace Parley.Reports.Json;

/// <summary>The few shapes that recur in Parley's JSON.</summary>
internal static class JsonValues
{
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A document, with a line end after it.</summary>
    public static string Document(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Twelve significant digits, so that equal answers are equal bytes on every machine.</summary>
    public static void Number(this Utf8JsonWriter json, string name, Rational value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(NumberText.Significant(value), skipInputValidation: true);
    }

    /// <summary>The same of a figure that is no exact fraction; null where it is infinite.</summary>
    public static void Figure(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.Number(name, NumberText.Fraction(value));
        else json.WriteNull(name);
    }

    public static void FigureOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.Figure(name, number);
        else json.WriteNull(name);
    }

    public static void NumberOrNull(this Utf8JsonWriter json, string name, Rational? value)
    {
        if (value is { } number) json.Number(name, number);
        else json.WriteNull(name);
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void ByParty(
        this Utf8JsonWriter json, string name, ImmutableArray<string> parties, ImmutableArray<Rational> values)
    {
        json.WriteStartObject(name);
        for (var i = 0; i < values.Length; i++) json.Number(parties[i], values[i]);
        json.WriteEndObject();
    }

    public static void Package(
        this Utf8JsonWriter json, ImmutableArray<string> parties, PackageView package, bool withChanges)
    {
        json.Strings("options", package.Options);
        if (withChanges) json.Strings("changes", package.Changes);
        json.ByParty("utilities", parties, package.Utilities);
        json.ByParty("gains", parties, package.Gains);
    }

    public static string Word(Completeness completeness) =>
        completeness == Completeness.Exact ? "exact" : "truncated";
}
