using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads an outcome space of NegMAS.</summary>
internal static class NegMasDomainReader
{
    public static ScenarioDomain? Read(FormatFile file, CaseNode root, string fallback)
    {
        if (NodeFields.Of(file, root, "An outcome space") is not { } fields) return null;
        if (NodeFields.List(file, fields.Required("issues", "An outcome space"), "'issues'") is not { } issues) return null;
        var builder = new DomainBuilder(file);
        var number = 0;
        foreach (var item in issues.Items)
        {
            number++;
            if (NodeFields.Of(file, item, "An issue") is { } issue) ReadIssue(file, issue, builder, number);
            else builder.Refuse($"issue {number}");
        }
        return builder.Build(fields.Word("name") is { Length: > 0 } name ? name : fallback);
    }

    /// <summary>A type's name without the package it lies in.</summary>
    public static string ShortType(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static void ReadIssue(FormatFile file, NodeFields issue, DomainBuilder builder, int number)
    {
        var name = issue.Word("name") ?? string.Empty;
        var span = issue["name"] is { } given ? file.Span(given) : file.Span(issue.Map);
        var type = issue.Word("type") is { } word ? ShortType(word) : null;
        var values = issue.Required("values", name.Length > 0 ? $"The issue '{name}'" : $"Issue {number}");
        switch (type)
        {
            case null or "CategoricalIssue" or "CardinalIssue" or "DiscreteCardinalIssue" or "OrdinalIssue" or "DiscreteOrdinalIssue":
                if (values is ScalarNode && type is null) AddRange(file, values, builder, name, span);
                else if (NodeFields.List(file, values, "'values'") is { } list) AddNames(file, list, builder, name, span);
                else builder.Refuse(name);
                break;
            case "ContiguousIssue" or "RangeIssue":
                if (values is null) builder.Refuse(name);
                else AddRange(file, values, builder, name, span);
                break;
            case "ContinuousIssue" or "ContinuousInfiniteIssue":
                file.Add(FormatMessages.RealIssue(name), span);
                builder.Refuse(name);
                break;
            default:
                file.Add(FormatMessages.UnknownIssueType(name, type), issue["type"] is { } node ? file.Span(node) : span);
                builder.Refuse(name);
                break;
        }
    }

    private static void AddNames(FormatFile file, ListNode list, DomainBuilder builder, string name, SourceSpan span)
    {
        var values = new List<(string, SourceSpan)>(list.Items.Count);
        foreach (var item in list.Items)
            if (NodeFields.Text(file, item, "A value") is { } text)
                values.Add((text, file.Span(item)));
        builder.Add(name, span, values);
    }

    /// <summary>A list of low and high, or a number of values that are counted from 0.</summary>
    private static void AddRange(FormatFile file, CaseNode node, DomainBuilder builder, string name, SourceSpan span)
    {
        var low = node is ListNode { Items.Count: 2 } pair ? Whole(file, pair.Items[0]) : node is ScalarNode ? 0 : null;
        var high = node is ListNode { Items.Count: 2 } two ? Whole(file, two.Items[1]) : node is ScalarNode ? Whole(file, node) - 1 : null;
        if (node is MapNode or ListNode { Items.Count: not 2 }) file.Add(FormatMessages.WrongShape("'values'", "a list of low and high", node.Kind), node);
        if (low is { } l && high is { } h) builder.Add(name, span, l, h);
        else builder.Refuse(name);
    }

    private static int? Whole(FormatFile file, CaseNode node)
    {
        if (NodeFields.Number(file, node, "A bound") is not { } value) return null;
        if (value.Scale == 0 && value > -1_000_000_000 && value < 1_000_000_000) return (int)value.Unscaled;
        file.Add(FormatMessages.NotWhole(value.ToString(), "values"), node);
        return null;
    }
}
