using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Text;

/// <summary>Collects what is found while one file is read.</summary>
internal sealed class ReaderContext(SourceText source)
{
    private readonly List<Diagnostic> found = [];

    public SourceText Source { get; } = source;

    /// <summary>The whole file, for checks that ask how something was written; null where there is none.</summary>
    public MapNode? Root { get; set; }

    /// <summary>Adds a finding at a place of the working copy.</summary>
    public void Add(ReaderMessage message, int start, int length) => found.Add(message.At(Source.Span(start, length)));

    /// <summary>Adds a finding at a node, unless the node was told to be wrong before.</summary>
    public void Add(ReaderMessage message, CaseNode node)
    {
        if (node.Told) return;
        var missing = message.Slug.StartsWith("unknown-", StringComparison.Ordinal) || message.Slug is ReaderSlugs.MissingKey or ReaderSlugs.EmptyIssue;
        if (missing && message.Slug != ReaderSlugs.UnknownKey && Source.LostLines) return;
        found.Add(message.At(Span(node)));
    }

    /// <summary>Options that say <c>by</c>, be it <c>all</c>.</summary>
    private readonly HashSet<SourceSpan> givers = [];

    public void NoteGiver(SourceSpan option) => givers.Add(option);

    public bool SaysGiver(SourceSpan option) => givers.Contains(option);

    public void Add(Diagnostic diagnostic) => found.Add(diagnostic);

    /// <summary>A word's place; of a map or list only its first character, as it may go on for pages.</summary>
    public SourceSpan Span(CaseNode node) => Source.Span(node.Start, node is ScalarNode ? node.End - node.Start : 1);

    public bool Has(string slug) => found.Exists(d => d.Slug == slug);

    /// <summary>How many errors were found so far.</summary>
    public int ErrorCount => found.Count(d => d.Severity == Severity.Error);

    public bool HasErrors => found.Exists(d => d.Severity == Severity.Error);

    /// <summary>All findings in the order of the text, cut at the limit with a line that says so.</summary>
    public ImmutableArray<Diagnostic> Finish()
    {
        var sorted = found.OrderBy(d => d.Span.Offset).Distinct().ToList();
        if (sorted.Count <= CaseLimits.Findings) return [.. sorted];
        var kept = sorted.Take(CaseLimits.Findings).ToList();
        if (!kept.Exists(d => d.Severity == Severity.Error) && sorted.Find(d => d.Severity == Severity.Error) is { } error)
            kept[^1] = error;
        var more = sorted.Count - kept.Count;
        kept.Add(ReaderMessages.TooManyFindings(more).At(kept[^1].Span) with { Severity = HasErrors ? Severity.Error : Severity.Warning });
        return [.. kept];
    }
}
