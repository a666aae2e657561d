using System.Collections.Immutable;
using System.Text;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>Writes a conflict as a case file, in YAML or in JSON (which is YAML too); reading it gives the same conflict.</summary>
public static class ConflictWriter
{
    /// <summary>A case file that holds the conflict alone.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="remarks">Lines to put on top, as comments.</param>
    public static string Write(Conflict conflict, IEnumerable<string>? remarks = null)
    {
        var text = new StringBuilder("parley: 1\n");
        foreach (var remark in remarks ?? [])
            text.Append("# ").Append(string.Concat(remark.Select(c => char.IsControl(c) ? ' ' : c))).Append('\n');
        foreach (var (key, value) in ConflictTree.Of(conflict).Entries)
            if (key != "parley")
                WrittenText.Yaml(text, key, value, 0);
        return text.ToString();
    }

    /// <summary>The same as JSON.</summary>
    public static string WriteJson(Conflict conflict)
    {
        var text = new StringBuilder();
        WrittenText.Json(text, ConflictTree.Of(conflict), 0);
        return text.Append('\n').ToString();
    }
}

/// <summary>A conflict as maps and lists, in the order in which they are written.</summary>
internal static class ConflictTree
{
    public static WrittenMap Of(Conflict conflict)
    {
        var section = new WrittenMap();
        section.Add("title", conflict.Title);
        section.Add("note", conflict.Note);
        section.Add("source", conflict.Source);
        section.Add("parties", new WrittenMap(conflict.Parties.Select(p => (p.Name, (object)Titled(p.Title)))));
        if (!conflict.IsGraph) AddOptions(section, conflict);
        if (!conflict.States.IsEmpty)
            section.Add("states", new WrittenMap(conflict.States.Select(s => (s.Name, (object)(conflict.IsGraph ? s.Title ?? string.Empty : Unnamed(conflict, s.Key))))));
        if (conflict.IsGraph)
            section.Add("moves", new WrittenMap(conflict.Moves.Select(m => (m.Party, (object)m.Moves.Select(a => (object)$"{conflict.States[a.From].Name} -> {conflict.States[a.To].Name}").ToList()))));
        if (conflict.StatusQuo is { } now) section.Add("status_quo", conflict.NameOf(now));
        section.Add("preferences", new WrittenMap(conflict.Parties.Select((p, i) => (p.Name, Preference(conflict, conflict.Preferences[i])))));
        if (!conflict.Perceptions.IsEmpty) section.Add("perceptions", new WrittenMap(conflict.Perceptions.Select(p => (p.Party, (object)Perception(conflict, p)))));
        var root = new WrittenMap();
        root.Add("parley", 1m);
        root.Add("case", conflict.Name);
        root.Add("conflict", section);
        return root;
    }

    private static void AddOptions(WrittenMap section, Conflict conflict)
    {
        section.Add("options", new WrittenMap(conflict.Options.Select(o =>
        {
            var map = Titled(o.Title);
            map.Add("by", o.Owner);
            if (o.Direction != OptionDirection.Both) map.Add("direction", o.Direction == OptionDirection.Forward ? "forward" : "back");
            return (o.Name, (object)map);
        })));
        if (!conflict.Infeasible.IsEmpty) section.Add("infeasible", Statements(conflict, conflict.Infeasible));
        if (!conflict.SameState.IsEmpty)
            section.Add("same_state", new WrittenMap(conflict.SameState.Select(s => (s.Name, (object)s.Where.Write(conflict.OptionNames)))));
    }

    private static List<object> Statements(Conflict conflict, IEnumerable<PlacedStatement> statements) =>
        [.. statements.Select(s => s.Statement.Write(conflict.OptionNames))];

    private static WrittenMap Perception(Conflict conflict, ConflictPerception perception)
    {
        var map = new WrittenMap();
        if (!perception.Infeasible.IsEmpty) map.Add("infeasible", Statements(conflict, perception.Infeasible));
        if (!perception.Preferences.IsEmpty) map.Add("preferences", new WrittenMap(perception.Preferences.Select(p => (p.Party, Preference(conflict, p.Preference)))));
        return map;
    }

    private static string Unnamed(Conflict conflict, StateKey key) =>
        key.Kind == StateKind.Options ? conflict.PatternOf(key.Value) : conflict.NameOf(key);

    private static WrittenMap Titled(string? title)
    {
        var map = new WrittenMap();
        map.Add("title", title);
        return map;
    }

    private static object Preference(Conflict conflict, ConflictPreference preference)
    {
        var certain = Certain(conflict, preference);
        if (preference.Unknown.IsEmpty && preference.Much.IsEmpty) return certain;
        var map = certain as WrittenMap ?? new WrittenMap([("statements", certain)]);
        if (!preference.Unknown.IsEmpty) map.Add("unknown", Pairs(conflict, preference.Unknown, "?"));
        if (!preference.Much.IsEmpty) map.Add("much", Pairs(conflict, preference.Much, ">>"));
        return map;
    }

    private static List<object> Pairs(Conflict conflict, ImmutableArray<StatePair> pairs, string sign) =>
        [.. pairs.Select(p => $"{conflict.NameOf(p.First)} {sign} {conflict.NameOf(p.Second)}")];

    private static object Certain(Conflict conflict, ConflictPreference preference)
    {
        var map = new WrittenMap();
        switch (preference)
        {
            case RankingPreference ranking:
                map.Add("ranking", ranking.Groups.Select(g => Group(g.Select(conflict.NameOf))).ToList());
                return map;
            case UtilityPreference utilities:
                map.Add("utilities", new WrittenMap(utilities.Utilities.Select(u => (conflict.NameOf(u.State), (object)u.Utility))));
                return map;
            case WeightPreference weights:
                map.Add("weights", new WrittenMap(conflict.Options.Select((o, i) => (o.Name, (object)weights.Weights[i]))));
                return map;
            case StatementPreference statements:
                return statements.Groups.Select(g => Group(g.Select(s => s.Statement.Write(conflict.OptionNames)))).ToList();
            default:
                throw new System.Diagnostics.UnreachableException("a kind of preference that is not listed");
        }
    }

    private static object Group(IEnumerable<string> words)
    {
        var all = words.Select(w => (object)w).ToList();
        return all.Count == 1 ? all[0] : all;
    }
}

/// <summary>A map on its way to text.</summary>
internal sealed class WrittenMap
{
    public WrittenMap()
    {
    }

    public WrittenMap(IEnumerable<(string Key, object Value)> entries) => Entries.AddRange(entries);

    public List<(string Key, object Value)> Entries { get; } = [];

    public void Add(string key, object? value)
    {
        if (value is not null) Entries.Add((key, value));
    }
}

/// <summary>Maps, lists, texts and numbers as YAML and as JSON.</summary>
internal static class WrittenText
{
    private const int LevelsOfLines = 3;

    public static void Yaml(StringBuilder text, string key, object value, int level)
    {
        text.Append(' ', 2 * level).Append(Key(key)).Append(':');
        if (value is WrittenMap { Entries.Count: > 0 } map && level < LevelsOfLines - 1)
        {
            text.Append('\n');
            foreach (var (inner, content) in map.Entries) Yaml(text, inner, content, level + 1);
            return;
        }
        text.Append(' ');
        Flow(text, value);
        text.Append('\n');
    }

    public static void Json(StringBuilder text, object value, int level)
    {
        if (value is not WrittenMap { Entries.Count: > 0 } map || level >= LevelsOfLines)
        {
            Flow(text, value);
            return;
        }
        for (var i = 0; i < map.Entries.Count; i++)
        {
            text.Append(i == 0 ? "{\n" : ",\n").Append(' ', 2 * level + 2).Append(Quoted(map.Entries[i].Key)).Append(": ");
            Json(text, map.Entries[i].Value, level + 1);
        }
        text.Append('\n').Append(' ', 2 * level).Append('}');
    }

    private static void Flow(StringBuilder text, object value)
    {
        switch (value)
        {
            case decimal number:
                text.Append(DecimalText.Of(number));
                break;
            case WrittenMap map:
                Joined(text, '{', map.Entries, '}', e =>
                {
                    text.Append(Quoted(e.Key)).Append(": ");
                    Flow(text, e.Value);
                });
                break;
            case List<object> list:
                Joined(text, '[', list, ']', item => Flow(text, item));
                break;
            default:
                text.Append(Quoted((string)value));
                break;
        }
    }

    private static void Joined<T>(StringBuilder text, char open, List<T> items, char close, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(", ");
            write(items[i]);
        }
        text.Append(close);
    }

    private static string Key(string key) =>
        key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? key : Quoted(key);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
