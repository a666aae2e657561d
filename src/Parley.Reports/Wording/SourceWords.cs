using System.Globalization;
using Parley.Cases.Documents;
using Parley.Cases.Model;

namespace Parley.Reports.Wording;

/// <summary>Whether an attached document is the one the case means.</summary>
public enum AttachmentState
{
    NotAttached,

    /// <summary>The bytes are those that were added, and those of the case where it gives a hash.</summary>
    Fine,

    /// <summary>The bytes changed since they were added, or cannot be read.</summary>
    Changed,

    /// <summary>Another text than the case's hash says.</summary>
    Other,
}

/// <summary>A source of a case, an attached document, or both.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">The case's entry; null for a document that the case does not name.</param>
/// <param name="Stored">The document; null when it is not attached.</param>
/// <param name="State">Whether the two fit.</param>
/// <param name="Quotes">Quotes of the case from it.</param>
public sealed record SourceRow(string Id, EvidenceSource? Source, StoredDocument? Stored, AttachmentState State, int Quotes);

/// <summary>A quote before and after its document was cleaned otherwise.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Before">Where it stood.</param>
/// <param name="After">Where it stands.</param>
public sealed record QuoteChange(Quote Quote, QuoteAnchor Before, QuoteAnchor After)
{
    /// <summary>True when it is found in another way or at another place of the raw text.</summary>
    public bool IsChanged => Before.Kind != After.Kind || !Before.Places.Select(p => p.Raw).SequenceEqual(After.Places.Select(p => p.Raw));
}

/// <summary>Words for documents, quotes and evidence.</summary>
public static class SourceWords
{
    public static string State(AttachmentState state) => state switch
    {
        AttachmentState.Fine => "fine",
        AttachmentState.Changed => "changed",
        AttachmentState.Other => "another text",
        _ => "not attached",
    };

    public static string State(AnchorKind kind) => kind switch
    {
        AnchorKind.Exact => "exact",
        AnchorKind.Moved => "moved",
        AnchorKind.Words => "same words",
        AnchorKind.Near => "nearly the same words",
        AnchorKind.Ambiguous => "ambiguous",
        _ => "orphan",
    };

    public static string Basis(EvidenceBasis basis) => basis switch
    {
        EvidenceBasis.Quote => "quote",
        EvidenceBasis.Source => "source",
        EvidenceBasis.Guess => "guess",
        _ => "none",
    };

    /// <summary>What a document seems to say of itself.</summary>
    public static IEnumerable<(string Name, string Value)> Guesses(SourceDocument document)
    {
        var guesses = document.Guesses;
        foreach (var (name, value) in new[]
        {
            ("title", guesses.Title), ("byline", guesses.Byline), ("date", guesses.Date), ("url", guesses.Url), ("genre", guesses.Genre), ("origin", guesses.Origin),
        })
        {
            if (value is not null) yield return (name, value);
        }
    }

    /// <summary>A quote's own words, else the paraphrase; then its place.</summary>
    public static string Own(Quote quote)
    {
        var place = quote is { Start: { } start, End: { } end } ? string.Create(CultureInfo.InvariantCulture, $" ({quote.Of}, code points {start} to {end})") : $" ({quote.Of})";
        return (quote.Text is { } text ? $"“{text}”" : quote.Says is { } says ? $"in other words: {says}" : "no words") + place;
    }

    /// <summary>The sentence of a passage, parted before and behind it; null when it stands in no single place.</summary>
    public static (string Before, string Words, string Behind)? Passage(AnchoredQuote quote)
    {
        if (quote is not { Document: { } document, Anchor: { IsFound: true } anchor }) return null;
        var clean = anchor.Places[0].Clean;
        var around = CaseQuotes.SentencesAround(document, clean);
        string Part(int start, int end) => document.Clean[start..end].ReplaceLineEndings(" ");
        return (Part(around.Start, clean.Start), Part(clean.Start, clean.End), Part(clean.End, around.End));
    }
}
