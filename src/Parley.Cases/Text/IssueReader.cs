using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads issues.</summary>
internal static class IssueReader
{
    public static ImmutableArray<Issue> Issues(FieldMap top, CaseScope scope)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var entries = top.Entries("issues");
        if (entries.Count > CaseLimits.Issues)
            scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyIssues, "issues", CaseLimits.Issues), entries[CaseLimits.Issues].Key);
        if (entries.Count == 0 && top.Node("issues") is MapNode or ScalarNode { Text: "" })
            scope.Context.Add(ReaderMessages.TooFew("issues", "holds nothing; a negotiation is about something"), top.Node("issues")!); // matched above
        foreach (var (key, value, _) in entries.Take(CaseLimits.Issues))
            issues.Add(Read(key, value, scope));
        return issues.ToImmutable();
    }

    private static Issue Read(ScalarNode key, CaseNode value, CaseScope scope)
    {
        var map = new FieldMap(scope, CaseFields.Issue, value, key.Text, key);
        var statusQuo = map.WordAt("status_quo");
        var scale = value is MapNode node && CaseScope.IsNumeric(node) ? NumericIssueReader.Scale(map, key, scope) : null;
        var numeric = scale is not null || scope.NumericIssues.Contains(key.Text);
        var options = numeric ? NumericIssueReader.Options(scale, key, scope) : Named(map, statusQuo, key, scope);
        var offTable = map.YesNo("off_table") ?? false;
        if (offTable && statusQuo is null) scope.Context.Add(ReaderMessages.NoStatusQuo(key.Text), map.Node("off_table") ?? key);
        return new Issue
        {
            Name = key.Text,
            Title = map.Text("title"),
            StatusQuo = statusQuo is var (word, place) ? (numeric ? scope.Option(key.Text, word, place) : word) : null,
            Topic = map.Word("topic"),
            OffTable = offTable,
            Options = options,
            Scale = scale,
            Source = map.Source(),
            Note = map.Text("note"),
            Span = map.Span,
        };
    }

    private static ImmutableArray<Option> Named(FieldMap map, (string Text, CaseNode Node)? statusQuo, ScalarNode key, CaseScope scope)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        if (map.Others.Count == 0) scope.Context.Add(ReaderMessages.EmptyIssue(key.Text), key);
        if (map.Others.Count > CaseLimits.Options)
            scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyOptions, "options of one issue", CaseLimits.Options), map.Others[CaseLimits.Options].Key);
        if (statusQuo is var (name, node) && map.Others.TrueForAll(e => e.Key.Text != name)) options.Add(Unlisted(name, node, map, scope));
        foreach (var (optionKey, value, _) in map.Others)
        {
            scope.CheckName(optionKey);
            if (FormerKey(optionKey, value) is { } meant) scope.Context.Add(ReaderMessages.UnknownKey(optionKey.Text, $"'{key.Text}'", meant), optionKey);
            else options.Add(OptionReader.Read(optionKey, value, key.Text, scope));
        }
        return options.ToImmutable();
    }

    /// <summary>A text where an option's map is meant is an issue's key mistyped.</summary>
    private static string? FormerKey(ScalarNode key, CaseNode value)
    {
        if (value is not ScalarNode { IsEmpty: false }) return null;
        return CaseFields.Issue.Fields.FirstOrDefault(f => f.Formerly.Contains(key.Text, StringComparer.Ordinal))?.Key
            ?? Spelling.Nearest(key.Text, CaseFields.Issue.Keys);
    }

    /// <summary>A status quo need not be listed; but a name near a listed one is taken for a slip.</summary>
    private static Option Unlisted(string name, CaseNode node, FieldMap map, CaseScope scope)
    {
        if (node is ScalarNode scalar) scope.CheckName(scalar);
        if (Spelling.Nearest(name, map.Others.Select(e => e.Key.Text)) is { } meant) scope.Context.Add(ReaderMessages.MaybeTypo(name, meant), node);
        return new Option { Name = name, Span = scope.Context.Span(node) };
    }
}
