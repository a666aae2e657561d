using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Documents;

/// <summary>How a quote was found in its document.</summary>
public enum AnchorKind
{
    /// <summary>At its place, with its hash or its words.</summary>
    Exact,

    /// <summary>The same characters once, elsewhere.</summary>
    Moved,

    /// <summary>The same words once; white space, quote marks or dashes differ, or the quote says where it leaves words out.</summary>
    Words,

    /// <summary>Nearly the same words, in one place only.</summary>
    Near,

    /// <summary>In several places that nothing tells apart.</summary>
    Ambiguous,

    /// <summary>Nowhere.</summary>
    Orphan,
}

/// <summary>A passage in both texts and both units.</summary>
/// <param name="Raw">In the raw text, in UTF-16 units.</param>
/// <param name="RawCodePoints">In the raw text, in Unicode code points.</param>
/// <param name="Clean">In the cleaned text, in UTF-16 units.</param>
/// <param name="CleanCodePoints">In the cleaned text, in Unicode code points.</param>
public sealed record DocumentPassage(TextRange Raw, TextRange RawCodePoints, TextRange Clean, TextRange CleanCodePoints)
{
    internal static DocumentPassage OfRaw(SourceDocument document, TextRange raw) => Of(document, raw, document.Map.ToClean(raw));

    internal static DocumentPassage OfClean(SourceDocument document, TextRange clean) => Of(document, document.Map.ToRaw(clean), clean);

    private static DocumentPassage Of(SourceDocument document, TextRange raw, TextRange clean) => new(
        raw,
        new(document.RawUnits.ToCodePoints(raw.Start), document.RawUnits.ToCodePoints(raw.End)),
        clean,
        new(document.CleanUnits.ToCodePoints(clean.Start), document.CleanUnits.ToCodePoints(clean.End)));
}

/// <summary>Where a quote stands in its document, or why it stands nowhere.</summary>
/// <param name="Kind">How it was found.</param>
/// <param name="Places">The place; several when ambiguous; none for an orphan.</param>
/// <param name="Score">Share of the words that agree, 1 for all, that of the worst part where words are left out; below 1 only for <see cref="AnchorKind.Near"/>.</param>
public sealed record QuoteAnchor(AnchorKind Kind, ImmutableArray<DocumentPassage> Places, double Score)
{
    public static QuoteAnchor Orphan { get; } = new(AnchorKind.Orphan, [], 0);

    /// <summary>True when it stands in one place.</summary>
    public bool IsFound => Kind is not (AnchorKind.Ambiguous or AnchorKind.Orphan);
}

/// <summary>What is known of a passage: its words, its place, or both.</summary>
/// <remarks>
/// The fields of the W3C Web Annotation selectors TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end),
/// with a hash. Places count Unicode code points of the raw text.
/// Source: Sanderson, Ciccarese and Young 2017; key "webannotation2017" in docs/references.bib.
/// </remarks>
public sealed record QuoteSelector
{
    /// <summary>Code points of prefix and suffix that <see cref="Describe"/> keeps.</summary>
    public const int Context = 32;

    public string? Exact { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>SHA-256 of the passage's UTF-8 bytes, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What a case says of a passage.</summary>
    public static QuoteSelector Of(Quote quote) => new() { Exact = quote.Text, Start = quote.Start, End = quote.End, Sha256 = quote.Sha256 };

    /// <summary>The selectors of a passage of a document.</summary>
    public static QuoteSelector Describe(SourceDocument document, DocumentPassage passage)
    {
        var (start, end) = (passage.RawCodePoints.Start, passage.RawCodePoints.End);
        var units = document.RawUnits;
        var from = units.ToUtf16(Math.Max(0, start - Context)) ?? 0;
        var to = units.ToUtf16(Math.Min(units.CodePointCount, end + Context)) ?? document.Raw.Length;
        var exact = document.Raw[passage.Raw.Start..passage.Raw.End];
        return new()
        {
            Exact = exact,
            Prefix = document.Raw[from..passage.Raw.Start],
            Suffix = document.Raw[passage.Raw.End..to],
            Start = start,
            End = end,
            Sha256 = QuoteFinder.HashOf(exact),
        };
    }
}
