namespace Parley.Cases.Documents;

/// <summary>How two lines go together.</summary>
internal enum LineJoint
{
    /// <summary>One sentence: a space.</summary>
    Space,

    /// <summary>One word: nothing.</summary>
    Word,

    /// <summary>Two lines: the line end stays.</summary>
    Keep,

    /// <summary>Two paragraphs.</summary>
    Paragraph,
}

/// <summary>Tells a line that was merely full from one that ends a paragraph.</summary>
internal sealed class LineRules
{
    /// <summary>Lines beyond this were not broken by a width: each is a paragraph.</summary>
    private const int WidestWrap = 200;

    /// <summary>White space before a line from which on it is an indented paragraph and no scar.</summary>
    private const int ParagraphIndent = 2;

    private readonly string text;
    private readonly int longest;
    private readonly int width; // of the widest line that another follows
    private HashSet<string>? words;

    public LineRules(string text)
    {
        this.text = text;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && Signs.LineEnd(text, end) == 0) end++;
            var next = end + (end < text.Length ? Signs.LineEnd(text, end) : 0);
            if (!DocumentUrls.BeginsAt(text, start))
            {
                longest = Math.Max(longest, end - start);
                var goesOn = next < text.Length && Signs.LineEnd(text, next) == 0 && !DocumentUrls.BeginsAt(text, next);
                if (goesOn) width = Math.Max(width, end - start);
            }

            start = next;
        }
    }

    /// <summary>True when a sentence goes on behind a gap.</summary>
    public bool GoesOn(int start, int end) =>
        end < text.Length && !EndsSentence(start) && (char.IsLower(text[end]) || char.IsLetter(text[end]) || char.IsDigit(text[end]));

    /// <summary>How the lines before and behind one line end go together.</summary>
    /// <param name="start">Where the white space begins.</param>
    /// <param name="end">Where the next word begins.</param>
    /// <param name="indent">White space before the next word.</param>
    public LineJoint Judge(int start, int end, int indent)
    {
        if (IsUrlLine(end) || IsUrlBefore(start) || IsItem(end)) return LineJoint.Keep;
        if (longest > WidestWrap) return LineJoint.Paragraph;
        if (IsDivided(start, end)) return LineJoint.Word;
        if (!EndsSentence(start) || !BeginsSentence(end)) return LineJoint.Space;
        if (text[start - 1] == ':') return LineJoint.Space;
        var room = width - LengthOfLine(start);
        var isShort = room > WordLength(end) + (indent > 0 ? 1 : 10);
        return isShort || indent >= ParagraphIndent ? LineJoint.Paragraph : LineJoint.Space;
    }

    /// <summary>The place of the hyphen that divides a word, where the text has the word in one piece too; else the hyphen stays.</summary>
    public int? HyphenAt(int start, int end)
    {
        var (first, last) = (start - 1, end);
        while (first > 0 && char.IsLetter(text[first - 1])) first--;
        while (last < text.Length && char.IsLetter(text[last])) last++;
        words ??= Words();
        return words.Contains(string.Concat(text.AsSpan(first, start - 1 - first), text.AsSpan(end, last - end))) ? start - 1 : null;
    }

    private HashSet<string> Words()
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at > start) found.Add(text[start..at]);
            else at++;
        }

        return found;
    }

    private bool IsDivided(int start, int end) =>
        start > 1 && text[start - 1] is '-' or '\u2010' && char.IsLetter(text[start - 2]) && char.IsLower(text[end]);

    private bool EndsSentence(int start)
    {
        var at = start - 1;
        while (at > 0 && (Signs.IsDoubleQuote(text[at]) || Signs.IsSingleQuote(text[at]) || text[at] is ')' or ']')) at--;
        return at >= 0 && text[at] is '.' or '!' or '?' or '\u2026' or ':';
    }

    private bool BeginsSentence(int end) =>
        char.IsUpper(text[end]) || char.IsDigit(text[end]) || Signs.IsDoubleQuote(text[end]) || Signs.IsSingleQuote(text[end]) || text[end] is '(' or '[';

    private bool IsUrlLine(int at) => DocumentUrls.BeginsAt(text, at);

    private bool IsUrlBefore(int start)
    {
        var at = start;
        while (at > 0 && start - at <= DocumentUrls.Longest && !char.IsWhiteSpace(text[at - 1])) at--;
        return (at == 0 || Signs.LineEnd(text, at - 1) > 0) && DocumentUrls.BeginsAt(text, at);
    }

    private bool IsItem(int at)
    {
        if (text[at] is '*' or '\u2022' or '-' or '+') return at + 1 < text.Length && text[at + 1] == ' ';
        var digits = at;
        while (digits < text.Length && digits - at < 3 && char.IsAsciiDigit(text[digits])) digits++;
        return digits > at && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }

    private int LengthOfLine(int end)
    {
        var start = end;
        while (start > 0 && end - start <= WidestWrap && Signs.LineEnd(text, start - 1) == 0) start--;
        return end - start;
    }

    private int WordLength(int start)
    {
        var end = start;
        while (end < text.Length && end - start <= WidestWrap && !char.IsWhiteSpace(text[end])) end++;
        return end - start;
    }
}
