using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>A map of a JSON or YAML file, asked key by key; what has the wrong shape is told once.</summary>
internal sealed class NodeFields
{
    private readonly Dictionary<string, CaseNode> values = new(StringComparer.Ordinal);

    private NodeFields(FormatFile file, MapNode map)
    {
        (File, Map) = (file, map);
        foreach (var entry in map.Entries)
            if (!values.TryAdd(entry.Key.Text, entry.Value))
                file.Add(FormatMessages.SameKey(entry.Key.Text), entry.Key);
    }

    public FormatFile File { get; }

    public MapNode Map { get; }

    /// <summary>Keys with their places, in the order of the text.</summary>
    public IEnumerable<MapEntry> Entries => Map.Entries;

    public CaseNode? this[string key] => values.GetValueOrDefault(key);

    /// <summary>The fields of a node; null with a finding when it is no map.</summary>
    public static NodeFields? Of(FormatFile file, CaseNode? node, string what)
    {
        if (node is MapNode map) return new NodeFields(file, map);
        if (node is not null) file.Add(FormatMessages.WrongShape(what, "a map", node.Kind), node);
        return null;
    }

    /// <summary>The node at a key; null with a finding when there is none.</summary>
    public CaseNode? Required(string key, string where)
    {
        if (this[key] is { } node) return node;
        File.Add(FormatMessages.MissingKey(where, key), Map);
        return null;
    }

    /// <summary>The map at a key that must be there.</summary>
    public NodeFields? Inner(string key, string where) => Of(File, Required(key, where), $"'{key}'");

    /// <summary>The text at a key; null when there is none.</summary>
    public string? Word(string key) => this[key] is { } node && !IsNull(node) ? Text(File, node, $"'{key}'") : null;

    /// <summary>The number at a key that must be there; null with a finding.</summary>
    public ExactDecimal? Number(string key, string where) => Required(key, where) is { } node ? Number(File, node, $"'{key}'") : null;

    public static bool IsNull(CaseNode node) => node is ScalarNode { Form: ScalarForm.Plain, Text: "" or "null" or "~" };

    public static string? Text(FormatFile file, CaseNode node, string what)
    {
        if (node is ScalarNode scalar) return scalar.Text;
        file.Add(FormatMessages.WrongShape(what, "text", node.Kind), node);
        return null;
    }

    public static ListNode? List(FormatFile file, CaseNode? node, string what)
    {
        if (node is ListNode list) return list;
        if (node is not null) file.Add(FormatMessages.WrongShape(what, "a list", node.Kind), node);
        return null;
    }

    /// <summary>A number; null with a finding.</summary>
    public static ExactDecimal? Number(FormatFile file, CaseNode node, string what)
    {
        if (node is not ScalarNode scalar) file.Add(FormatMessages.WrongShape(what, "a number", node.Kind), node);
        else if (ExactDecimal.TryParse(scalar.Text, out var value)) return value;
        else file.Add(FormatMessages.BadNumber(scalar.Text, what), scalar);
        return null;
    }
}
