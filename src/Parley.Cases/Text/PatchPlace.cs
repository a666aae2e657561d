using System.Text;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Finds the place of one edit in a text and writes its value there.</summary>
internal sealed class PatchPlace(string text, Edit edit)
{
    private static readonly string[] Heads = ["params", "parties", "rules", "issues"];
    private bool flow;

    /// <summary>Why the value cannot be written.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The changed text; null when the value cannot be written.</summary>
    public string? Find(MapNode root)
    {
        var segments = edit.Path.Split('.');
        if (edit.Path == "substantive_from") return Walk(root, [edit.Path]);
        foreach (var head in Heads)
        {
            if (Entry(root, head) is not { Value: MapNode section } || Entry(section, segments[0]) is not { Value: var item }) continue;
            flow |= root.Flow || section.Flow;
            if (Shared(section)) return null;
            if (head == "issues" && item is MapNode issue && CaseScope.IsNumeric(issue) && segments.Length > 3)
                segments = [segments[0], segments[1], string.Join('.', segments[2..])];
            return Walk(section, segments);
        }
        return null;
    }

    /// <summary>
    /// A status quo that is not listed is an option by that word alone; before another word takes its place it is listed,
    /// first as it was. Null when there is nothing to list.
    /// </summary>
    public string? ListStatusQuo(MapNode root)
    {
        if (edit.Path.Split('.') is not [var name, "status_quo"] || Entry(root, "issues") is not { Value: MapNode issues }) return null;
        if (Entry(issues, name) is not { Value: MapNode issue } || CaseScope.IsNumeric(issue)) return null;
        if (issue["status_quo"] is not ScalarNode { IsEmpty: false } now || issue[now.Text] is not null || now.Text == edit.Value) return null;
        if (issue.Entries.Find(e => CaseFields.Issue.Find(e.Key.Text) is null) is not { } first) return null;
        var lineStart = LineStart(first.Key.Start);
        var alone = text[lineStart..first.Key.Start].Trim().Length == 0 && !issue.Flow;
        return alone
            ? text.Insert(lineStart, $"{text[lineStart..first.Key.Start]}{now.Text}: {{}}{LineEnd}")
            : issue.Flow ? text.Insert(first.Key.Start, $"{now.Text}: {{}}, ") : null;
    }

    private string LineEnd => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private string? Walk(MapNode map, ReadOnlySpan<string> segments)
    {
        flow |= map.Flow;
        if (Shared(map)) return null;
        if (Entry(map, segments[0]) is not { } entry) return Insert(map, Line(segments));
        var (key, value, _) = entry;
        if (value.Start < key.End && value is not ScalarNode { IsEmpty: true }) return Refuse("an alias stands in its place. Write the value out.");
        if (value is ScalarNode { IsEmpty: true }) return AfterColon(key, segments.Length == 1 ? Plain() : Braced(segments[1..]));
        if (segments.Length > 1)
            return value is MapNode inner ? Walk(inner, segments[1..]) : Refuse("another value stands in its way. Edit the file.");
        return value is ScalarNode scalar ? Replace(scalar) : Refuse("it holds more than one value. Write the path of one.");
    }

    private string? Replace(ScalarNode scalar)
    {
        if (text[scalar.Start] is '&' or '!') return Refuse("an anchor stands before it. Remove the anchor.");
        if (scalar.Form == ScalarForm.Block) return Refuse("it is written as a block of text. Write it on one line.");
        var written = scalar.Form switch
        {
            ScalarForm.SingleQuoted when !edit.Value.Contains('\n', StringComparison.Ordinal) => $"'{edit.Value.Replace("'", "''", StringComparison.Ordinal)}'",
            ScalarForm.Plain => Plain(),
            _ => Quoted(edit.Value),
        };
        return string.Concat(text.AsSpan(0, scalar.Start), written, text.AsSpan(scalar.End));
    }

    private string? AfterColon(ScalarNode key, string written)
    {
        var colon = text.IndexOf(':', key.End);
        var end = colon < 0 ? text.Length : colon;
        if (text[key.End..end].Trim().Length > 0 || colon < 0) return text.Insert(key.End, ": " + written);
        return text.Insert(colon + 1, " " + written);
    }

    /// <summary>Adds an entry behind the last one, in the style of the map.</summary>
    private string? Insert(MapNode map, string line)
    {
        if (map.Flow)
        {
            if (map.Entries.Count == 0) return text.Insert(text.IndexOf('{', map.Start) + 1, line);
            var (key, value, bare) = map.Entries[^1];
            if (!bare && value.Start < key.End && value is not ScalarNode { IsEmpty: true }) return Refuse("an alias stands beside it. Write the value out.");
            return text.Insert(bare ? key.End : Behind(map.Entries[^1]), ", " + line);
        }
        var first = map.Entries[0].Key.Start;
        var lineStart = LineStart(first);
        var indent = new string(' ', first - lineStart);
        var at = EndOfLine(Behind(map.Entries[^1]));
        return text.Insert(at, LineEnd + indent + line);
    }

    /// <summary>One past the last character of an entry, comments and blank lines behind it left out.</summary>
    private int Behind(MapEntry entry)
    {
        var end = entry.Value switch
        {
            ScalarNode { IsEmpty: true } => text.IndexOf(':', entry.Key.End) is var colon && colon >= 0 ? colon + 1 : entry.Key.End,
            MapNode { Flow: false, Entries.Count: > 0 } map when map.Start > entry.Key.Start => Behind(map.Entries[^1]),
            ListNode { Flow: false, Items.Count: > 0 } list when list.Start > entry.Key.Start => EndOf(list.Items[^1]),
            var value => value.Start > entry.Key.Start ? value.End : entry.Key.End,
        };
        while (end > entry.Key.End && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private int EndOf(CaseNode node) => node switch
    {
        MapNode { Flow: false, Entries.Count: > 0 } map => Behind(map.Entries[^1]),
        ListNode { Flow: false, Items.Count: > 0 } list => EndOf(list.Items[^1]),
        _ => node.End,
    };

    private int LineStart(int at)
    {
        while (at > 0 && text[at - 1] is not ('\n' or '\r')) at--;
        return at;
    }

    private int EndOfLine(int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r')) at++;
        return at;
    }

    private string Line(ReadOnlySpan<string> segments) =>
        segments.Length == 1 ? $"{segments[0]}: {Plain()}" : $"{segments[0]}: {Braced(segments[1..])}";

    private string Braced(ReadOnlySpan<string> segments)
    {
        flow = true;
        return $"{{{Line(segments)}}}";
    }

    private string Plain() => CanStandPlain(edit.Value) ? edit.Value : Quoted(edit.Value);

    private bool CanStandPlain(string value)
    {
        if (value.Length == 0 || value != value.Trim() || !(char.IsLetterOrDigit(value[0]) || (value[0] is '-' or '+' or '.' && value.Length > 1 && value[1] != ' '))) return false;
        for (var i = 0; i < value.Length; i++)
        {
            var isPlain = char.IsLetterOrDigit(value[i]) || "_-+*.()@% /".Contains(value[i], StringComparison.Ordinal)
                || (value[i] == ':' && i + 1 < value.Length && char.IsAsciiDigit(value[i + 1])); // 0.3:80%
            if (!isPlain) return false;
        }

        return !flow || value.IndexOfAny([',', '{', '}', '[', ']']) < 0;
    }

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (c == '\r') quoted.Append("\\r");
            else if (c == '\t') quoted.Append("\\t");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>True for a map that an alias repeats elsewhere.</summary>
    private bool Shared(MapNode map)
    {
        if (map.Start >= text.Length || text[map.Start] != '&') return false;
        Refuse("an anchor stands before it, so it would change elsewhere too. Remove the anchor.");
        return true;
    }

    private string? Refuse(string why)
    {
        Refusal ??= why;
        return null;
    }

    private static MapEntry? Entry(MapNode map, string key)
    {
        foreach (var entry in map.Entries)
            if (entry.Key.Text == key || (DecimalText.TryParse(key, out var wanted) && DecimalText.TryParse(entry.Key.Text, out var there) && wanted == there && map[key] is null))
                return entry;
        return null;
    }
}
