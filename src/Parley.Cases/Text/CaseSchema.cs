using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Cases.Text;

/// <summary>The JSON schema of the case file, for editors that complete and explain keys.</summary>
public static class CaseSchema
{
    /// <summary>Its dialect.</summary>
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text, made from the field table.</summary>
    /// <remarks>An editor's YAML types scalars by look, so a text may be a number or a truth value to it; the schema admits both.</remarks>
    public static string Write() => Write("Parley case, format 1", CaseFields.Sections, new()
    {
        ["effects"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(Ref("number"), MapOf(Ref("number")), new JsonObject { ["type"] = "null" }),
        },
        ["rule"] = new JsonObject
        {
            ["oneOf"] = new JsonArray([.. CaseFields.RuleKinds.Select(k => (JsonNode)Ref(NameOf(k)))]),
        },
    });

    /// <summary>The schema of a file with these sections, the top first.</summary>
    /// <param name="title">What it describes.</param>
    /// <param name="sections">The sections of its field table.</param>
    /// <param name="more">Shapes that no section has.</param>
    internal static string Write(string title, IReadOnlyList<FieldSection> sections, JsonObject more)
    {
        more["scalar"] = new JsonObject { ["type"] = Types("string", "number", "boolean") };
        more["number"] = new JsonObject
        {
            ["type"] = Types("string", "number"),
            ["description"] = "value [*parameter]... [(low..high)] [@source], 5 +-2, or 12%; in the brackets also uniform low..high, pert low..high, normal 4 in low..high, lognormal 1.5 in low..high, beta 2 5 in low..high, discrete 0:20% 0.3:80%.",
        };
        foreach (var section in sections.Skip(1)) more[NameOf(section)] = Section(section);
        var schema = new JsonObject { ["$schema"] = Dialect, ["title"] = title };
        foreach (var (key, value) in Section(sections[0]).ToList())
            schema[key] = value?.DeepClone();
        schema["$defs"] = more;
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Section(FieldSection section)
    {
        var properties = new JsonObject();
        foreach (var field in section.Fields)
        {
            var shape = section == CaseFields.Top && field.Key == "rules" ? OrNull(MapOf(Ref("rule"))) : Shape(field);
            shape["description"] = field.Meaning;
            properties[field.Key] = shape;
        }
        var map = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (section.Others is { } others)
        {
            var shape = others.Section is null ? Shape(others) : new JsonObject { ["anyOf"] = new JsonArray(Ref(NameOf(others.Section)), MapOf(Ref("number")), new JsonObject { ["type"] = "null" }) };
            shape["description"] = others.Meaning;
            map["additionalProperties"] = shape;
        }
        else map["additionalProperties"] = false;
        var required = section.Fields.Where(f => f.Required).Select(f => (JsonNode)f.Key).ToArray();
        if (required.Length > 0) map["required"] = new JsonArray(required);
        return map;
    }

    private static JsonObject Shape(Field field) => field.Kind switch
    {
        FieldKind.Word when !field.Words.IsEmpty => new JsonObject { ["enum"] = new JsonArray([.. field.Words.SelectMany(Values)]) },
        FieldKind.Words or FieldKind.References => new JsonObject { ["anyOf"] = new JsonArray(Ref("scalar"), new JsonObject { ["type"] = "array", ["items"] = Ref("scalar") }) },
        FieldKind.Number => new JsonObject { ["$ref"] = "#/$defs/number" },
        FieldKind.Plain or FieldKind.Count => new JsonObject { ["type"] = "number" },
        FieldKind.Percent => new JsonObject { ["type"] = "string", ["pattern"] = "%$" },
        FieldKind.YesNo => new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) },
        FieldKind.Url => new JsonObject { ["type"] = "string", ["pattern"] = "^https?://" },
        FieldKind.Hash => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9A-Fa-f]{64}$" },
        FieldKind.Numbers => OrNull(MapOf(Ref("number"))),
        FieldKind.Texts or FieldKind.Edits => OrNull(MapOf(Ref("scalar"))),
        FieldKind.NumberOrNumbers => new JsonObject { ["oneOf"] = new JsonArray(Ref("number"), MapOf(Ref("number"))) },
        FieldKind.Effects when field.Key == "party" => new JsonObject { ["$ref"] = "#/$defs/effects" },
        FieldKind.Effects => OrNull(MapOf(Ref("effects"))),
        FieldKind.Groups => Groups(),
        FieldKind.NamedWords => OrNull(MapOf(new JsonObject { ["anyOf"] = new JsonArray(Ref("scalar"), ListOf(Ref("scalar")), new JsonObject { ["type"] = "null" }) })),
        FieldKind.Preferences => OrNull(MapOf(new JsonObject { ["anyOf"] = new JsonArray(Groups(), Ref(NameOf(field.Section))) })),
        FieldKind.Loadings => OrNull(MapOf(MapOf(Correlation()))),
        FieldKind.Correlations => ListOf(new JsonObject
        {
            ["type"] = "array",
            ["prefixItems"] = new JsonArray(Ref("scalar"), Ref("scalar"), Correlation()),
            ["minItems"] = 3,
            ["maxItems"] = 3,
        }),
        FieldKind.Section => new JsonObject { ["$ref"] = $"#/$defs/{NameOf(field.Section)}" },
        FieldKind.NamedSections => OrNull(MapOf(new JsonObject { ["anyOf"] = new JsonArray(Ref(NameOf(field.Section)), new JsonObject { ["type"] = "null" }) })),
        FieldKind.SectionList => new JsonObject { ["type"] = "array", ["items"] = Ref(NameOf(field.Section)) },
        _ => new JsonObject { ["$ref"] = "#/$defs/scalar" },
    };

    private static string NameOf(FieldSection? section) =>
        section is null ? "rule" : string.Join('_', section.Name.Split(' ').Where(w => w is not ("a" or "an")));

    private static IEnumerable<JsonNode> Values(string word) => word == "1" ? [JsonValue.Create(1), JsonValue.Create("1")] : [JsonValue.Create(word)];

    private static JsonArray Types(params string[] names) => new([.. names.Select(n => (JsonNode)n)]);

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject MapOf(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Groups() => ListOf(new JsonObject { ["anyOf"] = new JsonArray(Ref("scalar"), ListOf(Ref("scalar"))) });

    private static JsonObject Correlation() => new() { ["type"] = "number", ["minimum"] = -1, ["maximum"] = 1 };

    private static JsonObject OrNull(JsonObject shape) => new() { ["anyOf"] = new JsonArray(shape, new JsonObject { ["type"] = "null" }) };
}
