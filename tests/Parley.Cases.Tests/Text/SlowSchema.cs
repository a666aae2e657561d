using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Cases.Text;

namespace Parley.Cases.Tests.Text;

/// <summary>Checks a YAML text against a JSON schema, keyword by keyword, for the keywords our schemas use; others are an error of the test.</summary>
internal static class SlowSchema
{
    private static readonly string[] Silent = ["$schema", "$defs", "title", "description"];

    /// <summary>Where the text does not fit; empty where it does.</summary>
    public static List<string> Misfits(JsonNode schema, string yaml) => Misfits(schema, schema, Value(YamlTree.Build(new SourceText("f", yaml)).Root!), "");

    private static List<string> Misfits(JsonNode all, JsonNode schema, JsonNode? value, string at)
    {
        var found = new List<string>();
        foreach (var (keyword, want) in schema.AsObject())
        {
            switch (keyword)
            {
                case "$ref":
                    found.AddRange(Misfits(all, all["$defs"]![((string)want!)["#/$defs/".Length..]]!, value, at));
                    break;
                case "type":
                    var types = want is JsonArray many ? many.Select(t => (string)t!) : [(string)want!];
                    if (!types.Contains(TypeOf(value))) found.Add($"{at}: {TypeOf(value)}");
                    break;
                case "enum":
                    if (!want!.AsArray().Any(w => JsonNode.DeepEquals(w, value))) found.Add($"{at}: no word of the list");
                    break;
                case "pattern":
                    if (TypeOf(value) == "string" && !Regex.IsMatch((string)value!, (string)want!)) found.Add($"{at}: pattern");
                    break;
                case "items":
                    if (value is JsonArray items) found.AddRange(items.SelectMany((v, k) => Misfits(all, want!, v, $"{at}/{k}")));
                    break;
                case "required":
                    if (value is JsonObject holder) found.AddRange(want!.AsArray().Where(k => !holder.ContainsKey((string)k!)).Select(k => $"{at}: no {k}"));
                    break;
                case "properties":
                    if (value is JsonObject keyed) found.AddRange(want!.AsObject().Where(p => keyed.ContainsKey(p.Key)).SelectMany(p => Misfits(all, p.Value!, keyed[p.Key], $"{at}/{p.Key}")));
                    break;
                case "additionalProperties":
                    if (value is JsonObject open) found.AddRange(open.Where(p => schema["properties"]?[p.Key] is null).SelectMany(p => want is JsonObject shape ? Misfits(all, shape, p.Value, $"{at}/{p.Key}") : [$"{at}/{p.Key}: unknown"]));
                    break;
                case "anyOf":
                    if (!want!.AsArray().Any(s => Misfits(all, s!, value, at).Count == 0)) found.Add($"{at}: none of the shapes");
                    break;
                case "oneOf":
                    if (want!.AsArray().Count(s => Misfits(all, s!, value, at).Count == 0) != 1) found.Add($"{at}: not one of the shapes");
                    break;
                default:
                    Assert.Contains(keyword, Silent);
                    break;
            }
        }

        return found;
    }

    private static string TypeOf(JsonNode? value) => value is null ? "null" : value.GetValueKind().ToString().ToLowerInvariant() switch { "true" or "false" => "boolean", var kind => kind };

    // Scalars as YAML 1.2's core schema types them by look.
    private static JsonNode? Value(CaseNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Value(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Value)]),
        ScalarNode { Form: ScalarForm.Plain, Text: "" or "~" or "null" } => null,
        ScalarNode { Form: ScalarForm.Plain, Text: "true" or "false" } truth => truth.Text == "true",
        ScalarNode { Form: ScalarForm.Plain } plain when decimal.TryParse(plain.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        ScalarNode text => text.Text,
        _ => throw new InvalidOperationException(node.Kind),
    };
}
