using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>A text or fact that numbers may cite: where it was published and when.</summary>
public sealed record EvidenceSource
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    /// <summary>Date of publication, EDTF.</summary>
    public string? Date { get; init; }

    public string? Url { get; init; }

    /// <summary>File name of the local copy, if whoever has it attaches it.</summary>
    public string? File { get; init; }

    /// <summary>SHA-256 of the local copy's bytes, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>A passage of a source: its words, or a locator and a paraphrase where the words are somebody's copyright.</summary>
public sealed record Quote
{
    public required string Id { get; init; }

    /// <summary>The source it stands in.</summary>
    public required string Of { get; init; }

    /// <summary>The verbatim words; null when only located.</summary>
    public string? Text { get; init; }

    /// <summary>A paraphrase in the case author's words.</summary>
    public string? Says { get; init; }

    /// <summary>First Unicode code point of the passage in the source's raw text, from 0.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code point.</summary>
    public int? End { get; init; }

    /// <summary>SHA-256 of the passage's UTF-8 bytes, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>A conclusion that the case should support, in words and as a checkable phrase.</summary>
public sealed record Claim
{
    public required string Id { get; init; }

    public string? Says { get; init; }

    /// <summary>The phrase to be checked.</summary>
    public required string Expect { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    public SourceSpan ExpectSpan { get; init; } = SourceSpan.None;
}

/// <summary>What one side's ordinary conduct does to another at the status quo; shown, changes no verdict.</summary>
public sealed record StandingEffect(string From, string To, string Dimension, Number Value, string? Topic, SourceSpan Span);
