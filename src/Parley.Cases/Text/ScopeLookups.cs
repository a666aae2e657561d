using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Looks names up in what the file declares and tells of those it does not.</summary>
internal static class ScopeLookups
{
    public static string? Party(this CaseScope scope, (string Text, CaseNode Node)? word)
    {
        if (word is not var (name, node)) return null;
        if (scope.Parties.ContainsKey(name)) return name;
        if (scope.Parties.Count == 0) return null; // told once, as the missing parties
        scope.Context.Add(ReaderMessages.Unknown(ReaderSlugs.UnknownParty, name, "a party", Spelling.Nearest(name, scope.Parties.Keys)), node);
        return null;
    }

    /// <summary>A party with one of some roles.</summary>
    public static string? Party(this CaseScope scope, (string Text, CaseNode Node)? word, string wanted, params ReadOnlySpan<PartyRole> roles)
    {
        if (scope.Party(word) is not { } name || word is not var (_, node)) return null;
        if (roles.Contains(scope.Parties[name])) return name;
        scope.Context.Add(ReaderMessages.WrongRole(name, CaseScope.WordOf(scope.Parties[name]), wanted), node);
        return null;
    }

    /// <summary>A list of negotiators; empty for <c>all</c>.</summary>
    public static ImmutableArray<string> Negotiators(this CaseScope scope, FieldMap map, string key)
    {
        var words = map.Words(key);
        if (words.Length == 1 && words[0].Text == "all") return [];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var word in words)
            if (scope.Party(word, "a negotiator", PartyRole.Negotiator) is { } name && !names.Contains(name))
                names.Add(name);
        return names.ToImmutable();
    }

    public static string? Issue(this CaseScope scope, string name, CaseNode node)
    {
        if (scope.Issues.ContainsKey(name)) return name;
        scope.Context.Add(ReaderMessages.Unknown(ReaderSlugs.UnknownIssue, name, "an issue", Spelling.Nearest(name, scope.Issues.Keys)), node);
        return null;
    }

    public static string? Option(this CaseScope scope, string issue, string name, CaseNode node)
    {
        var options = scope.Issues[issue];
        if (scope.NumericIssues.Contains(issue) && DecimalText.TryParse(name, out var value)) name = DecimalText.Of(value);
        if (options.Contains(name)) return name;
        scope.Context.Add(ReaderMessages.UnknownOption(name, issue, Spelling.Nearest(name, options)), node);
        return null;
    }

    public static string? Dimension(this CaseScope scope, (string Text, CaseNode Node)? word)
    {
        if (word is not var (name, node)) return null;
        if (scope.Dimensions.Contains(name)) return name;
        scope.Context.Add(ReaderMessages.UnknownDimension(name, Spelling.Nearest(name, scope.Dimensions.Order(StringComparer.Ordinal))), node);
        return null;
    }

    /// <summary><c>issue.option</c>, <c>issue=value</c> or <c>issue</c>.</summary>
    public static OptionReference? Reference(this CaseScope scope, string text, CaseNode node)
    {
        var at = text.AsSpan().IndexOfAny('.', '=');
        var issueName = at < 0 ? text : text[..at];
        if (scope.Issue(issueName, node) is not { } issue) return null;
        var span = scope.Context.Span(node);
        if (at < 0) return new OptionReference(issue, null, span);
        return scope.Option(issue, text[(at + 1)..], node) is { } option ? new OptionReference(issue, option, span) : null;
    }

    /// <summary>A list of references; tells when there is none where one is needed.</summary>
    public static ImmutableArray<OptionReference> ReferenceList(this CaseScope scope, FieldMap map, string key)
    {
        var references = ImmutableArray.CreateBuilder<OptionReference>();
        var words = map.Words(key);
        if (words.IsEmpty && map.Node(key) is { } node) scope.Context.Add(ReaderMessages.TooFew(key, "names nothing; name an option or issue"), node);
        foreach (var (text, place) in words)
            if (scope.Reference(text, place) is { } reference)
                references.Add(reference);
        return references.ToImmutable();
    }
}
