using System.Collections.Immutable;

namespace Parley.Cases.Documents;

/// <summary>Finds what to clean in a raw text: white space, markup, and signs that are not the author's.</summary>
internal sealed class TextCleaner
{
    private readonly string raw;
    private readonly Markup markup;
    private readonly LineRules lines;
    private readonly List<TextRange> pageNumbers;
    private readonly ImmutableArray<CleaningStep>.Builder steps = ImmutableArray.CreateBuilder<CleaningStep>();
    private int piece;
    private int page;

    private TextCleaner(string raw, Markup markup)
    {
        this.raw = raw;
        this.markup = markup;
        lines = new LineRules(raw);
        pageNumbers = markup.LineEndsAreSpaces ? [] : PageNumbers.Find(raw);
    }

    /// <summary>The steps that change the text, in the order of the text; no two overlap.</summary>
    public static ImmutableArray<CleaningStep> Find(string raw, Markup markup)
    {
        var cleaner = new TextCleaner(raw, markup);
        for (var at = 0; at < raw.Length;) at = cleaner.Next(at);
        return cleaner.steps.ToImmutable();
    }

    private int Next(int at)
    {
        var gap = new Gap { Start = at };
        while (Extend(gap, ref at))
        {
        }

        if (at > gap.Start)
        {
            gap.End = at;
            Close(gap);
            return at;
        }

        if (PieceAt(at) is { Kind: PieceKind.Text } reference)
        {
            piece++;
            Add(CleaningKind.Entity, reference.Range, reference.Text, isCertain: true);
            return Math.Max(reference.Range.End, at + 1);
        }

        if (Signs.Ligature(raw[at]) is { } letters) Add(CleaningKind.Ligature, new(at, at + 1), letters, isCertain: true);
        return at + 1;
    }

    // Takes one more piece of what stands between two words.
    private bool Extend(Gap gap, ref int at)
    {
        if (at >= raw.Length) return false;
        if (PieceAt(at) is { } found)
        {
            if (found.Kind == PieceKind.Text && !string.IsNullOrWhiteSpace(found.Text)) return false;
            piece++;
            gap.Take(found);
            at = found.Range.End;
            return true;
        }

        while (page < pageNumbers.Count && pageNumbers[page].End <= at) page++;
        if (page < pageNumbers.Count && pageNumbers[page].Start == at)
        {
            gap.HasPageNumber = true;
            at = pageNumbers[page++].End;
            return true;
        }

        var length = Signs.LineEnd(raw, at);
        if (length > 0) gap.TakeLineEnd(raw[at], markup.LineEndsAreSpaces, at + length);
        else if (char.IsWhiteSpace(raw[at])) gap.Blanks++;
        else if (Signs.Ignorable(raw[at]) is { } kind) gap.Ignored ??= kind;
        else return false;
        at += Math.Max(length, 1);
        return true;
    }

    private MarkupPiece? PieceAt(int at)
    {
        while (piece < markup.Pieces.Count && markup.Pieces[piece].Range.Start < at) piece++;
        return piece < markup.Pieces.Count && markup.Pieces[piece].Range is { Length: > 0 } range && range.Start == at ? markup.Pieces[piece] : null;
    }

    private void Close(Gap gap)
    {
        var (replacement, kind, isCertain) = Decide(gap);
        var range = new TextRange(gap.Start, gap.End); // a hyphen before the gap may belong to it
        if (!raw.AsSpan(range.Start, range.Length).SequenceEqual(replacement)) Add(kind, range, replacement, isCertain);
    }

    private (string Replacement, CleaningKind Kind, bool IsCertain) Decide(Gap gap)
    {
        if (gap.Start == 0 || gap.End == raw.Length) return (string.Empty, gap.HasMarkup ? CleaningKind.Markup : CleaningKind.Edge, true);
        if (gap.HasBlock) return ("\n\n", CleaningKind.Markup, true);
        if (gap.HasPageBreak || gap.HasPageNumber)
            return (lines.GoesOn(gap.Start, gap.End) ? " " : "\n\n", CleaningKind.PageBreak, false);
        if (gap.Lines >= 2) return ("\n\n", gap.Blanks > 0 ? CleaningKind.Spaces : CleaningKind.LineEnd, true);
        if (gap.HasLine) return ("\n", CleaningKind.Markup, true);
        if (gap.Lines == 1) return OneLineEnd(gap);
        if (gap.Blanks > 0) return (" ", gap.HasMarkup ? CleaningKind.Markup : gap.Ignored ?? CleaningKind.Spaces, true);
        return (string.Empty, gap.HasMarkup ? CleaningKind.Markup : gap.Ignored ?? CleaningKind.Invisible, true);
    }

    private (string Replacement, CleaningKind Kind, bool IsCertain) OneLineEnd(Gap gap)
    {
        if (gap.Ignored == CleaningKind.SoftHyphen) return (string.Empty, CleaningKind.SoftHyphen, true);
        var indent = gap.End - gap.LineStart;
        switch (lines.Judge(gap.Start, gap.End, indent))
        {
            case LineJoint.Keep:
                return ("\n", CleaningKind.LineEnd, true);
            case LineJoint.Paragraph:
                return ("\n\n", indent > 0 ? CleaningKind.ScarSplit : CleaningKind.ShortLine, false);
            case LineJoint.Word when lines.HyphenAt(gap.Start, gap.End) is { } hyphen:
                gap.Start = hyphen;
                return (string.Empty, CleaningKind.HyphenWrap, false);
            case LineJoint.Word:
                return (string.Empty, CleaningKind.HyphenWrap, false);
            default:
                return (" ", indent > 0 ? CleaningKind.ScarJoin : CleaningKind.Wrap, indent == 0);
        }
    }

    private void Add(CleaningKind kind, TextRange range, string replacement, bool isCertain) =>
        steps.Add(new(steps.Count + 1, kind, range, replacement, isCertain));

    /// <summary>What stands between two words.</summary>
    private sealed class Gap
    {
        public int Start { get; set; }

        public int End { get; set; }

        public int Lines { get; private set; }

        public int Blanks { get; set; }

        /// <summary>Where the last line begins.</summary>
        public int LineStart { get; private set; }

        public bool HasPageBreak { get; private set; }

        public bool HasPageNumber { get; set; }

        public bool HasMarkup { get; private set; }

        public bool HasBlock { get; private set; }

        public bool HasLine { get; private set; }

        public CleaningKind? Ignored { get; set; }

        public void Take(MarkupPiece found)
        {
            HasMarkup = true;
            if (found.Kind == PieceKind.Text) Blanks++;
            HasBlock |= found.Kind == PieceKind.Block;
            HasLine |= found.Kind == PieceKind.Line;
        }

        public void TakeLineEnd(char first, bool isSpace, int behind)
        {
            LineStart = behind;
            if (isSpace) Blanks++;
            else if (first == '\f') HasPageBreak = true;
            else Lines += first == '\u2029' ? 2 : 1;
        }
    }
}
