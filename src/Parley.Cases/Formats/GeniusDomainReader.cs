using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>An agent that a GENIUS template names: whose profile lies in which file.</summary>
internal sealed record GeniusAgent(string Name, string File, SourceSpan Span);

/// <summary>A GENIUS template: its issues, the numbers it gives them, and its agents.</summary>
/// <param name="Domain">The issues.</param>
/// <param name="ByNumber">From the <c>index</c> of an issue to its place; -1 where one number stands for two issues or a refused one.</param>
/// <param name="Agents">In the order of the file.</param>
internal sealed record GeniusDomain(ScenarioDomain Domain, IReadOnlyDictionary<string, int> ByNumber, ImmutableArray<GeniusAgent> Agents);

/// <summary>Reads a GENIUS template.</summary>
internal static class GeniusDomainReader
{
    public static GeniusDomain? Read(FormatFile file, MarkupNode root)
    {
        var builder = new DomainBuilder(file);
        var byNumber = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var issue in Issues(root))
        {
            var place = builder.Count;
            var added = ReadIssue(file, issue, builder);
            if (issue["index"] is not { } number) continue;
            byNumber[number.Trim()] = added && !byNumber.ContainsKey(number.Trim()) ? place : -1;
        }
        var agents = ReadAgents(file, root);
        return builder.Build(ShortName(file.BareName)) is { } domain ? new GeniusDomain(domain, byNumber, agents) : null;
    }

    /// <summary>All issues below an element, objectives inside objectives included, in the order of the text.</summary>
    public static IEnumerable<MarkupNode> Issues(MarkupNode root)
    {
        foreach (var child in root.Children)
        {
            if (child.Name == "issue") yield return child;
            if (child.Name is not ("utility_space" or "objective")) continue;
            foreach (var inner in Issues(child)) yield return inner;
        }
    }

    /// <summary>The kind of an issue; those without a word for it have named values.</summary>
    public static string KindOf(MarkupNode issue) =>
        issue.Named("item").Any() ? "discrete" : issue["vtype"] ?? issue["type"] ?? issue["etype"] ?? (issue["lowerbound"] is null ? "discrete" : "integer");

    /// <summary>Low and high of an integer issue, given on it or on a <c>range</c> inside; null with a finding.</summary>
    public static IntegerRange? Bounds(FormatFile file, MarkupNode issue)
    {
        var holder = issue["lowerbound"] is null ? issue.Named("range").FirstOrDefault() ?? issue : issue;
        var low = Bound(file, holder, "lowerbound");
        var high = Bound(file, holder, "upperbound");
        return low is { } l && high is { } h ? new IntegerRange(l, h) : null;
    }

    private static int? Bound(FormatFile file, MarkupNode holder, string name)
    {
        if (holder.Find(name) is not { } bound)
        {
            file.Add(FormatMessages.MissingKey("An integer issue", name), holder.Span);
            return null;
        }
        if (ExactDecimal.TryParse(bound.Value, out var value) && value.Scale == 0 && value > -1_000_000_000 && value < 1_000_000_000) return (int)value.Unscaled;
        file.Add(FormatMessages.NotWhole(bound.Value, name), bound.Span);
        return null;
    }

    private static bool ReadIssue(FormatFile file, MarkupNode issue, DomainBuilder builder)
    {
        var name = issue["name"] ?? string.Empty;
        switch (KindOf(issue))
        {
            case "discrete":
                Notes(file, issue);
                return builder.Add(name, issue.Span, [.. issue.Named("item").Select(i => (i["value"] ?? string.Empty, i.Find("value")?.Span ?? i.Span))]);
            case "integer":
                if (Bounds(file, issue) is { } bounds) return builder.Add(name, issue.Span, bounds.Low, bounds.High);
                break;
            case "real":
                file.Add(FormatMessages.RealIssue(name), issue.Span);
                break;
            case var kind:
                file.Add(FormatMessages.UnknownIssueType(name, kind), issue.Span);
                break;
        }
        builder.Refuse(name);
        return false;
    }

    /// <summary>Tells of what stands at values and is not carried.</summary>
    public static void Notes(FormatFile file, MarkupNode issue)
    {
        foreach (var item in issue.Named("item"))
        {
            if (item.Find("cost") is { } cost && ExactDecimal.TryParse(cost.Value, out var amount) && amount != ExactDecimal.Zero)
                file.Note(ScenarioSlugs.NotCarried, cost.Span, "The cost of a value is not carried");
            if (item.Find("description") is { Value.Length: > 0 } text && text.Value != item["value"])
                file.Note(ScenarioSlugs.NotCarried, text.Span, "The description of a value is not carried");
        }
        foreach (var similar in issue.Named("similarity_function"))
            file.Note(ScenarioSlugs.NotCarried, similar.Span, "A similarity function is not carried");
    }

    private static ImmutableArray<GeniusAgent> ReadAgents(FormatFile file, MarkupNode root)
    {
        var agents = ImmutableArray.CreateBuilder<GeniusAgent>();
        foreach (var agent in root.Named("agent"))
        {
            if (agent["utility_space"] is not { Length: > 0 } path) continue;
            agents.Add(new GeniusAgent(agent["name"] ?? string.Empty, path[(path.LastIndexOfAny(['/', '\\']) + 1)..], agent.Span));
            if (agent.Find("class") is { Value.Length: > 0 } kind) file.Note(ScenarioSlugs.NotCarried, kind.Span, "The class of an agent is not carried");
        }
        return agents.ToImmutable();
    }

    /// <summary>The file's name without what says that it is a template: <c>Car-domain</c> is the scenario <c>Car</c>.</summary>
    private static string ShortName(string name)
    {
        foreach (var end in (string[])["-domain", "_domain", "-template", "_template"])
            if (name.Length > end.Length && name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return name[..^end.Length];
        return name;
    }
}
