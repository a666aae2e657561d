namespace Parley.Cases.Documents;

/// <summary>What a step of cleaning is about.</summary>
public enum CleaningKind
{
    /// <summary>White space before the first word or behind the last one.</summary>
    Edge,

    /// <summary>Doubled, trailing or unusual white space.</summary>
    Spaces,

    /// <summary>A line end that is no plain line feed, or more than one blank line.</summary>
    LineEnd,

    /// <summary>A line broken only because it was full.</summary>
    Wrap,

    /// <summary>A line broken, and the next indented, inside a sentence.</summary>
    ScarJoin,

    /// <summary>A paragraph break of which only an indented line is left.</summary>
    ScarSplit,

    /// <summary>A line that ends early, behind a full stop: a paragraph's last.</summary>
    ShortLine,

    /// <summary>A form feed, a page number, and the space around them.</summary>
    PageBreak,

    /// <summary>A word divided at a line's end.</summary>
    HyphenWrap,

    /// <summary>A hyphen that shows only at a line's end.</summary>
    SoftHyphen,

    /// <summary>Letters in one sign, such as the one for fi.</summary>
    Ligature,

    /// <summary>Marks of writing direction.</summary>
    Direction,

    /// <summary>Characters without width, and control characters.</summary>
    Invisible,

    /// <summary>Tags and marks of HTML or Markdown.</summary>
    Markup,

    /// <summary>A character reference of HTML.</summary>
    Entity,

    /// <summary>A short first paragraph that sums the text up; marked, not changed.</summary>
    Standfirst,

    /// <summary>A pointer to another article; marked, not changed.</summary>
    Related,

    /// <summary>Who published it first; marked, not changed.</summary>
    Syndication,

    /// <summary>Whose views these are not; marked, not changed.</summary>
    Disclaimer,

    /// <summary>A label of an address; marked, not changed.</summary>
    UrlLabel,

    /// <summary>An address; marked, not changed.</summary>
    Url,

    /// <summary>A pointer to something later than the document; marked, not changed.</summary>
    Hindsight,
}

/// <summary>One thing done to a text, or one mark put on it, that can be switched off.</summary>
/// <param name="Number">Its number among the document's steps, from 1; the same whatever is switched off.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Raw">Where, in the raw text.</param>
/// <param name="Replacement">What takes its place; null for a mark, which changes nothing.</param>
/// <param name="IsCertain">False for a guess.</param>
public sealed record CleaningStep(int Number, CleaningKind Kind, TextRange Raw, string? Replacement, bool IsCertain);
