using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Collects what is found in all files of a folder.</summary>
internal sealed class FormatFindings
{
    /// <summary>Findings kept before they are sorted; a hostile file has no more of them in memory.</summary>
    private const int MostKept = 4_000;

    private readonly List<(int File, Diagnostic Finding)> found = [];
    private readonly Dictionary<(string Slug, string File, string Subject), (int File, int Count, SourceSpan Span)> notes = [];
    private int dropped;

    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors were found so far.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>True when there is more than will be listed.</summary>
    public bool IsLong => found.Count > CaseLimits.Findings;

    public void Add(int file, ReaderMessage message, SourceSpan span)
    {
        if (message.Severity == Severity.Error) ErrorCount++;
        if (found.Count < MostKept) found.Add((file, message.At(span)));
        else dropped++;
    }

    /// <summary>Notes something left behind; the same subject in the same file is told once, with its count.</summary>
    public void Note(int file, string slug, SourceSpan span, string subject)
    {
        var key = (slug, span.File, subject);
        notes[key] = notes.TryGetValue(key, out var before) ? before with { Count = before.Count + 1 } : (file, 1, span);
    }

    /// <summary>The notes in the order of the files.</summary>
    public ImmutableArray<ScenarioNote> Notes() =>
    [
        .. notes.OrderBy(n => n.Value.File).ThenBy(n => n.Value.Span.Offset).ThenBy(n => n.Key.Subject, StringComparer.Ordinal)
            .Select(n => new ScenarioNote(n.Key.Slug, n.Value.Span, Sentence(n.Key.Subject, n.Value.Count))),
    ];

    /// <summary>All findings in the order of the files, cut at the limit with a line that says so.</summary>
    public ImmutableArray<Diagnostic> Finish()
    {
        var sorted = found.OrderBy(f => f.File).ThenBy(f => f.Finding.Span.Offset).Select(f => f.Finding).Distinct().ToList();
        var more = sorted.Count + dropped - CaseLimits.Findings;
        if (more <= 0) return [.. sorted];
        var kept = sorted.Take(CaseLimits.Findings).ToList();
        if (HasErrors && !kept.Exists(d => d.Severity == Severity.Error) && sorted.Find(d => d.Severity == Severity.Error) is { } error)
            kept[^1] = error;
        kept.Add(ReaderMessages.TooManyFindings(more).At(kept[^1].Span) with { Severity = HasErrors ? Severity.Error : Severity.Warning });
        return [.. kept];
    }

    private static string Sentence(string subject, int count) => count == 1 ? subject : $"{subject} ({count} times, first here)";
}
