using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>Marks what is no part of the author's text: pointers, disclaimers, addresses, and whatever is later than the document.</summary>
internal static partial class DocumentMarks
{
    private const int LongestStandfirst = 200;

    public static ImmutableArray<CleaningStep> Find(
        string clean, OffsetMap map, ImmutableArray<CleaningStep> changes, DocumentGuesses guesses, DocumentFacts facts)
    {
        var marks = ImmutableArray.CreateBuilder<CleaningStep>();
        void Mark(CleaningKind kind, TextRange range, bool isCertain = false) => marks.Add(new(0, kind, map.ToRaw(range), null, isCertain));
        var paragraphs = DocumentParagraph.Ranges(clean).ToList();
        var later = LaterUrls(clean, facts.Date ?? guesses.Date);
        var laterTitles = later.Select(u => Folded(string.Join(' ', DocumentUrls.WordsOf(u.Url)))).ToHashSet(StringComparer.Ordinal);
        if (paragraphs.Count > 2 && IsStandfirst(paragraphs[0], map, changes)) Mark(CleaningKind.Standfirst, paragraphs[0]);
        foreach (var range in paragraphs)
        {
            var text = clean.AsSpan(range.Start, Math.Min(range.Length, 1_000)).ToString();
            if (Related().Match(text) is { Success: true } related)
            {
                Mark(CleaningKind.Related, range);
                if (Folded(text[related.Length..]) is { Length: > 0 } title && laterTitles.Contains(title)) Mark(CleaningKind.Hindsight, range);
            }
            else if (Syndication().IsMatch(text))
            {
                Mark(CleaningKind.Syndication, range);
            }
            else if (Disclaimer().IsMatch(text))
            {
                Mark(CleaningKind.Disclaimer, range);
            }
        }

        foreach (var (range, _) in DocumentUrls.In(clean))
        {
            if (LabelBefore(clean, range.Start) is { } label) Mark(CleaningKind.UrlLabel, label);
            Mark(CleaningKind.Url, range, isCertain: true);
        }

        foreach (var (range, _) in later) Mark(CleaningKind.Hindsight, range, isCertain: true);
        return marks.ToImmutable();
    }

    private static List<(TextRange Range, string Url)> LaterUrls(string clean, string? date)
    {
        if (RelativeDates.LastDay(date) is not { } day) return [];
        return [.. DocumentUrls.In(clean).Where(u => DocumentUrls.DateOf(u.Url) is { } dated && dated > day)];
    }

    // A first paragraph of one short sentence that a scar parts from the second.
    private static bool IsStandfirst(TextRange first, OffsetMap map, ImmutableArray<CleaningStep> changes)
    {
        var end = map.ToRaw(first).End;
        return first.Length <= LongestStandfirst && changes.Any(c => c.Kind == CleaningKind.ScarSplit && c.Raw.Start == end);
    }

    // Titles are compared by their words, and an address has them without signs.
    private static string Folded(string title) => string.Join(' ', Word().Matches(title).Select(m => m.Value.ToLower(CultureInfo.InvariantCulture)));

    /// <summary>The label on the line of an address or on the one before it; null when there is none.</summary>
    internal static TextRange? LabelBefore(string clean, int at)
    {
        var from = Math.Max(at - 60, 0);
        var label = LabelBehind().Match(clean[from..at].TrimEnd());
        if (!label.Success || (label.Index == 0 && from > 0 && clean[from] != '\n')) return null;
        var start = from + label.Groups[1].Index;
        return new(start, start + label.Groups[1].Length);
    }

    [GeneratedRegex(@"^(?:Related(?: articles?| stor(?:y|ies)| reading| links?)?|Read (?:more|also|next)|See also|Also read|More on this)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Related();

    [GeneratedRegex(@"^This (?:article|story|piece|column|commentary|report|essay|op-ed) (?:was |has been )?(?:originally |first )?(?:published|appeared|ran|appears) (?:originally |first )?(?:in|on|by|at) ([^\n]{1,200})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    internal static partial Regex Syndication();

    [GeneratedRegex(@"^(?:The )?(?:views?|opinions?)\b[^\n]{0,80} expressed (?:in|here|by|are)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"(?:^|\n)((?:Original |Source |Full )?(?:url|link|source|permalink|address)\s*:)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelBehind();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
