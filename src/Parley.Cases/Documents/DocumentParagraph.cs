using System.Collections.Immutable;

namespace Parley.Cases.Documents;

/// <summary>A paragraph of the cleaned text.</summary>
/// <param name="Clean">Where it stands in the cleaned text.</param>
/// <param name="Raw">Where it comes from.</param>
/// <param name="Marks">What is marked in it: boilerplate, addresses, hindsight.</param>
public sealed record DocumentParagraph(TextRange Clean, TextRange Raw, ImmutableArray<CleaningKind> Marks)
{
    /// <summary>True when it is no part of what the author wrote.</summary>
    public bool IsBoilerplate => Marks.Any(m => m is CleaningKind.Related or CleaningKind.Syndication or CleaningKind.Disclaimer or CleaningKind.UrlLabel or CleaningKind.Url or CleaningKind.Hindsight);

    internal static ImmutableArray<DocumentParagraph> Split(string clean, OffsetMap map, ImmutableArray<CleaningStep> marks)
    {
        var found = Ranges(clean).Select(range => (Clean: range, Raw: map.ToRaw(range), Kinds: new List<CleaningKind>())).ToList();
        var ends = found.ConvertAll(f => f.Raw.End);
        foreach (var mark in marks)
        {
            for (var k = FirstBehind(ends, mark.Raw.Start); k < found.Count && found[k].Raw.Start < mark.Raw.End; k++)
                if (!found[k].Kinds.Contains(mark.Kind))
                    found[k].Kinds.Add(mark.Kind);
        }

        return [.. found.Select(f => new DocumentParagraph(f.Clean, f.Raw, [.. f.Kinds]))];
    }

    // The first paragraph that ends behind a place.
    private static int FirstBehind(List<int> ends, int at)
    {
        var found = ends.BinarySearch(at);
        return found < 0 ? ~found : found + 1;
    }

    internal static IEnumerable<TextRange> Ranges(string clean)
    {
        for (var at = 0; at < clean.Length;)
        {
            var end = clean.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0) end = clean.Length;
            if (end > at) yield return new(at, end);
            at = end + 2;
        }
    }
}
