using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Documents;

/// <summary>A quote and where it stands.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Document">The document; null when it is not attached.</param>
/// <param name="Anchor">Where it stands; null when the document is not attached.</param>
public sealed record AnchoredQuote(Quote Quote, SourceDocument? Document, QuoteAnchor? Anchor);

/// <summary>Anchors the quotes of a case in the documents attached to it.</summary>
public static class CaseQuotes
{
    /// <summary>Every quote, in the case's order; none is left out.</summary>
    public static ImmutableArray<AnchoredQuote> Anchor(CaseModel model, DocumentStore store)
    {
        var finders = new Dictionary<string, (SourceDocument? Document, QuoteFinder? Finder)>(StringComparer.Ordinal);
        return [.. model.Quotes.Select(quote =>
        {
            if (!finders.TryGetValue(quote.Of, out var made))
            {
                var document = store.Open(quote.Of);
                finders.Add(quote.Of, made = (document, document is null ? null : new QuoteFinder(document)));
            }

            return new AnchoredQuote(quote, made.Document, made.Finder?.Find(QuoteSelector.Of(quote)));
        })];
    }

    /// <summary>One quote.</summary>
    public static AnchoredQuote Anchor(Quote quote, DocumentStore store)
    {
        var document = store.Open(quote.Of);
        return new(quote, document, document is null ? null : new QuoteFinder(document).Find(QuoteSelector.Of(quote)));
    }

    /// <summary>The sentences of the cleaned text in which a passage stands.</summary>
    public static TextRange SentencesAround(SourceDocument document, TextRange clean)
    {
        var text = document.Clean;
        var (start, end) = (clean.Start, clean.End);
        while (start > 0 && clean.Start - start < 600 && !IsEnd(text, start)) start--;
        while (end < text.Length && end - clean.End < 600 && !IsEnd(text, end)) end++;
        while (start < clean.Start && char.IsWhiteSpace(text[start])) start++;
        return new(start, end);
    }

    // Behind a full stop and its quote marks, before a space and a capital; or at a paragraph's edge. "U.S." ends none.
    private static bool IsEnd(string text, int at)
    {
        if (text[at] == '\n' || text[at - 1] == '\n') return true;
        if (text[at] != ' ') return false;
        var stop = at - 1;
        while (stop > 0 && (Signs.IsDoubleQuote(text[stop]) || Signs.IsSingleQuote(text[stop]) || text[stop] == ')')) stop--;
        var isStop = text[stop] is '!' or '?' || (text[stop] == '.' && !(stop > 1 && char.IsUpper(text[stop - 1]) && !char.IsLetter(text[stop - 2])));
        return isStop && at + 1 < text.Length && !char.IsLower(text[at + 1]);
    }
}
