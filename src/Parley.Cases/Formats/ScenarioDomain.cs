using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>The issues that all profiles of a folder speak of, with their values by name.</summary>
internal sealed class ScenarioDomain
{
    private readonly Dictionary<string, int> issues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>?[] values;
    private readonly Dictionary<string, int>?[] numbers;
    private readonly IReadOnlySet<string> refused;

    public ScenarioDomain(string name, ImmutableArray<ScenarioIssue> found, IReadOnlySet<string> refused)
    {
        (Name, Issues, this.refused) = (name, found, refused);
        for (var i = 0; i < found.Length; i++) issues.TryAdd(found[i].Name, i);
        values = new Dictionary<string, int>?[found.Length];
        numbers = new Dictionary<string, int>?[found.Length];
    }

    public string Name { get; }

    public ImmutableArray<ScenarioIssue> Issues { get; }

    /// <summary>True when issues are missing here that the files have.</summary>
    public bool HasRefused => refused.Count > 0;

    /// <summary>Index of an issue; -1 when there is none of that name.</summary>
    public int Find(string issue) => issues.TryGetValue(issue, out var at) ? at : -1;

    /// <summary>True for an issue that was refused with a finding of its own.</summary>
    public bool IsRefused(string issue) => refused.Contains(issue);

    /// <summary>Index of an issue's value by its text; -1 when there is none.</summary>
    public int FindValue(int issue, string text)
    {
        var known = values[issue] ??= Index(Issues[issue].Values, t => t);
        return known.TryGetValue(text, out var at) ? at : -1;
    }

    /// <summary>Index of an issue's value by its text, else by the number that the text writes; -1 when there is none.</summary>
    public int FindNumber(int issue, string text)
    {
        if (FindValue(issue, text) is var exact and >= 0) return exact;
        if (!ExactDecimal.TryParse(text, out var number)) return -1;
        var known = numbers[issue] ??= Index(Issues[issue].Values, t => ExactDecimal.TryParse(t, out var n) ? n.ToString() : null);
        return known.TryGetValue(number.ToString(), out var at) ? at : -1;
    }

    private static Dictionary<string, int> Index(ImmutableArray<string> texts, Func<string, string?> key)
    {
        var index = new Dictionary<string, int>(texts.Length, StringComparer.Ordinal);
        for (var v = 0; v < texts.Length; v++)
            if (key(texts[v]) is { } word)
                index.TryAdd(word, v);
        return index;
    }
}

/// <summary>Gathers issues one by one and watches the limits.</summary>
internal sealed class DomainBuilder(FormatFile file)
{
    private readonly List<ScenarioIssue> issues = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<IntegerRange, ImmutableArray<string>> ranges = [];
    private int allValues;

    public int Count => issues.Count;

    /// <summary>Marks an issue that was told to be wrong, so that profiles may speak of it in silence.</summary>
    public void Refuse(string name) => refused.Add(name);

    /// <summary>Adds an issue with named values; false with a finding.</summary>
    public bool Add(string name, SourceSpan span, IReadOnlyCollection<(string Text, SourceSpan Span)> values)
    {
        if (!Admit(name, span, values.Count)) return false;
        var texts = ImmutableArray.CreateBuilder<string>(values.Count);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, place) in values)
        {
            if (text.Length == 0) file.Add(FormatMessages.EmptyName("A value"), place);
            else if (known.Add(text)) texts.Add(text);
            else file.Add(FormatMessages.SameValue(text, name), place);
        }
        if (texts.Count == 0) return false;
        issues.Add(new ScenarioIssue(name, texts.ToImmutable(), null));
        return true;
    }

    /// <summary>Adds an issue with the whole numbers from low to high; false with a finding.</summary>
    public bool Add(string name, SourceSpan span, int low, int high)
    {
        var count = (long)high - low + 1;
        if (count < 1)
        {
            file.Add(FormatMessages.BadRange(name, low, high), span);
            Refuse(name);
            return false;
        }
        if (!Admit(name, span, count)) return false;
        var range = new IntegerRange(low, high);
        if (!ranges.TryGetValue(range, out var texts))
        {
            texts = [.. Enumerable.Range(0, (int)count).Select(k => (low + k).ToString(CultureInfo.InvariantCulture))];
            ranges.Add(range, texts);
        }
        issues.Add(new ScenarioIssue(name, texts, range));
        return true;
    }

    /// <summary>The domain; null with a finding when it has no issue.</summary>
    public ScenarioDomain? Build(string name)
    {
        if (issues.Count == 0 && refused.Count == 0) file.Add(FormatMessages.NoIssues(), file.Whole);
        return issues.Count == 0 ? null : new ScenarioDomain(name, [.. issues], refused);
    }

    private bool Admit(string name, SourceSpan span, long count)
    {
        if (name.Length == 0) file.Add(FormatMessages.EmptyName("An issue"), span);
        else if (issues.Count == ScenarioLimits.Issues) file.Add(FormatMessages.TooManyIssues(), span);
        else if (issues.Count > ScenarioLimits.Issues) return false;
        else if (count == 0) file.Add(FormatMessages.EmptyIssue(name), span);
        else if (count > ScenarioLimits.Values || allValues + count > ScenarioLimits.AllValues) file.Add(FormatMessages.TooManyValues(name), span);
        else if (!names.Add(name)) file.Add(FormatMessages.SameIssue(name), span);
        else
        {
            allValues += (int)count;
            return true;
        }
        Refuse(name);
        return false;
    }
}
