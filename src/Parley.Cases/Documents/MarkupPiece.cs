namespace Parley.Cases.Documents;

/// <summary>What a piece of markup becomes.</summary>
internal enum PieceKind
{
    /// <summary>Nothing: a tag inside a line, a comment, a script.</summary>
    Hidden,

    /// <summary>A new line.</summary>
    Line,

    /// <summary>A new paragraph.</summary>
    Block,

    /// <summary>Another text: a character reference.</summary>
    Text,
}

/// <summary>A range of the raw text that is no text itself.</summary>
internal readonly record struct MarkupPiece(TextRange Range, PieceKind Kind, string Text = "");

/// <summary>Markup found in a text, and what it says about the text.</summary>
internal sealed record Markup
{
    public static Markup None { get; } = new();

    /// <summary>Pieces in ascending order, none overlapping.</summary>
    public IReadOnlyList<MarkupPiece> Pieces { get; init; } = [];

    /// <summary>True when line ends are mere spaces.</summary>
    public bool LineEndsAreSpaces { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Date { get; init; }
}
