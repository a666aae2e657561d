using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Cases.Documents;

/// <summary>Finds quotes in a document: by place and hash, then by words, then by nearly the same words.</summary>
/// <remarks>
/// A quote is found where it stands or not at all. Near words are taken only where no name, number, negation or other word of the
/// document takes another's place; a quote that leaves words out ("...") is pieced together from parts that are found so; what remains
/// is an orphan. Made once for a document and asked for each of its quotes.
/// </remarks>
public sealed class QuoteFinder
{
    /// <summary>Code points of a passage that is looked for by its hash alone.</summary>
    private const int LongestHashed = 2_000;

    /// <summary>Length of a document times length of a passage that is looked for by its hash alone.</summary>
    private const long MostHashed = 200_000_000;

    private readonly SourceDocument document;
    private readonly FoldedText folded;
    private readonly NearWords near;

    public QuoteFinder(SourceDocument document)
    {
        this.document = document;
        folded = FoldedText.Of(document.Clean);
        near = new(folded.Text);
    }

    /// <summary>Where a passage stands.</summary>
    public QuoteAnchor Find(QuoteSelector selector)
    {
        var words = selector.Exact is { } exact ? FoldedText.Of(exact.Trim()).Text.Trim() : null;
        var placed = AtPlace(selector);
        if (placed is { } there && HoldsAt(there, selector, words)) return Found(AnchorKind.Exact, DocumentPassage.OfRaw(document, there));
        if (words is { Length: > 0 }) return ByWords(selector, words, placed);
        return selector.Sha256 is { } hash && placed is { } place ? ByHash(hash, document.RawUnits.ToCodePoints(place.End) - document.RawUnits.ToCodePoints(place.Start))
            : selector is { Sha256: { } lone, Start: { } start, End: { } end } ? ByHash(lone, end - start)
            : QuoteAnchor.Orphan;
    }

    /// <summary>SHA-256 of a passage's UTF-8 bytes, lower-case hex.</summary>
    public static string HashOf(string passage) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passage)));

    private TextRange? AtPlace(QuoteSelector selector) =>
        selector is { Start: { } start, End: { } end } && start < end && document.RawUnits.ToUtf16(start) is { } from && document.RawUnits.ToUtf16(end) is { } to
            ? new(from, to)
            : null;

    // A hash decides; without one the words do. A place alone says nothing about what stands there.
    private bool HoldsAt(TextRange place, QuoteSelector selector, string? words)
    {
        var passage = document.Raw[place.Start..place.End];
        var fits = words is null || FoldedText.Of(passage).Text.Trim() == words || FoldedText.Of(CleanOf(place)).Text.Trim() == words;
        return fits && (selector.Sha256 is { } hash ? HashOf(passage) == hash : words is not null);
    }

    private string CleanOf(TextRange raw)
    {
        var clean = document.Map.ToClean(raw);
        return document.Clean[clean.Start..clean.End];
    }

    private QuoteAnchor ByWords(QuoteSelector selector, string words, TextRange? placed)
    {
        var found = Occurrences(words).ToList();
        if (found.Count == 0)
        {
            var parts = QuoteParts.Split(words);
            if (parts is not [var whole] || whole != words) return ByParts(selector, parts, placed);
            var (matches, score) = near.Find(words);
            if (matches.Count == 0) return QuoteAnchor.Orphan;
            var passages = matches.ConvertAll(Passage);
            return passages.Count == 1 ? new(AnchorKind.Near, [passages[0]], score) : new(AnchorKind.Ambiguous, [.. passages], score);
        }

        var places = ToldApart(found.ConvertAll(Passage), selector, placed);
        if (places.Count > 1) return new(AnchorKind.Ambiguous, [.. places], 1);
        if (places[0].Raw == placed) return Found(AnchorKind.Words, places[0]); // where it should be, but the hash says otherwise
        var same = document.Raw.AsSpan(places[0].Raw.Start, places[0].Raw.Length).SequenceEqual(selector.Exact);
        return Found(!same ? AnchorKind.Words : selector.Start is null ? AnchorKind.Exact : AnchorKind.Moved, places[0]);
    }

    // Words left out at an ellipsis; what is left stands in its order in one paragraph.
    private QuoteAnchor ByParts(QuoteSelector selector, List<string> parts, TextRange? placed)
    {
        var joined = QuoteParts.Join(document.Clean, parts.ConvertAll(PlacesOf));
        if (joined.Count == 0) return QuoteAnchor.Orphan;
        var places = ToldApart(joined.ConvertAll(j => DocumentPassage.OfClean(document, j.Range)), selector, placed);
        var score = joined.Min(j => j.Score);
        return new(places.Count > 1 ? AnchorKind.Ambiguous : score < 1 ? AnchorKind.Near : AnchorKind.Words, [.. places], score);
    }

    private List<QuotePart> PlacesOf(string part)
    {
        var (ranges, score) = (Occurrences(part).ToList(), 1.0);
        if (ranges.Count == 0) (ranges, score) = near.Find(part);
        return [.. ranges.Select(r => new QuotePart(folded.Origin(r.Start, r.Length), score)).OrderBy(p => p.Range.Start)];
    }

    private List<DocumentPassage> ToldApart(List<DocumentPassage> places, QuoteSelector selector, TextRange? placed)
    {
        if (places.Count > 1 && placed is { } place && places.Where(p => p.Raw.Overlaps(place)).ToList() is [var only]) places = [only];
        if (places.Count > 1 && (selector.Prefix ?? selector.Suffix) is not null)
        {
            var fitting = places.Where(p => FitsContext(p, selector)).ToList();
            if (fitting.Count > 0) places = fitting;
        }

        return places;
    }

    private DocumentPassage Passage(TextRange range) => DocumentPassage.OfClean(document, folded.Origin(range.Start, range.Length));

    private IEnumerable<TextRange> Occurrences(string words)
    {
        for (var at = folded.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            var isWhole = !(at > 0 && IsInWord(folded.Text[at - 1], words[0])) && !(end < folded.Text.Length && IsInWord(words[^1], folded.Text[end]));
            var isNumber = end < folded.Text.Length && char.IsAsciiDigit(words[^1]) && NumberGoesOn(end);
            if (isWhole && !isNumber && !NumberBegan(at)) yield return new(at, end);
        }
    }

    // "5" is no quote of "5.2", nor "2" of "5.2" or of "-2".
    private bool NumberGoesOn(int end) =>
        folded.Text[end] is '.' or ',' or '%' && (folded.Text[end] == '%' || (end + 1 < folded.Text.Length && char.IsAsciiDigit(folded.Text[end + 1])));

    private bool NumberBegan(int at) =>
        char.IsAsciiDigit(folded.Text[at]) && at > 0 && folded.Text[at - 1] switch
        {
            '.' or ',' => at > 1 && char.IsAsciiDigit(folded.Text[at - 2]),
            '-' => Signs.IsDash(document.Clean[folded.Origin(at, 1).Start - 1]), // a dash with a space behind it is no sign of a number
            '$' or '\u00A3' or '\u20AC' or '\u00A5' or '+' => true,
            _ => false,
        };

    private static bool IsInWord(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);

    private bool FitsContext(DocumentPassage place, QuoteSelector selector)
    {
        var before = FoldedText.Of(document.Clean[Math.Max(0, place.Clean.Start - 200)..place.Clean.Start]).Text.TrimEnd();
        var behind = FoldedText.Of(document.Clean[place.Clean.End..Math.Min(document.Clean.Length, place.Clean.End + 200)]).Text.TrimStart();
        var prefix = FoldedText.Of(selector.Prefix ?? string.Empty).Text.Trim();
        var suffix = FoldedText.Of(selector.Suffix ?? string.Empty).Text.Trim();
        return before.EndsWith(prefix, StringComparison.Ordinal) && behind.StartsWith(suffix, StringComparison.Ordinal);
    }

    // A passage known by its hash alone that stands elsewhere in the same characters.
    private QuoteAnchor ByHash(string hash, int codePoints)
    {
        var units = document.RawUnits;
        if (codePoints is <= 0 or > LongestHashed || (long)units.CodePointCount * codePoints > MostHashed) return QuoteAnchor.Orphan;
        var places = ImmutableArray.CreateBuilder<DocumentPassage>();
        for (var start = 0; start + codePoints <= units.CodePointCount && places.Count < 10; start++)
        {
            var range = new TextRange(units.ToUtf16(start)!.Value, units.ToUtf16(start + codePoints)!.Value); // both inside by the loop's bound
            if (HashOf(document.Raw[range.Start..range.End]) == hash) places.Add(DocumentPassage.OfRaw(document, range));
        }

        return places.Count switch
        {
            0 => QuoteAnchor.Orphan,
            1 => Found(AnchorKind.Moved, places[0]),
            _ => new(AnchorKind.Ambiguous, places.ToImmutable(), 1),
        };
    }

    private static QuoteAnchor Found(AnchorKind kind, DocumentPassage place) => new(kind, [place], 1);
}
