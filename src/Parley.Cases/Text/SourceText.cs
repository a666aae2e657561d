using System.Text;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Text;

/// <summary>
/// A file's text and a working copy that is mended where it is not well-formed, so that one mistake does not hide the next.
/// Places in the working copy map back to the text as it was written.
/// </summary>
internal sealed class SourceText
{
    private readonly StringBuilder working;
    private readonly List<int> inserted = [];
    private readonly List<(int Start, int End)> told = [];
    private readonly int[] lineStarts;
    private readonly string original;
    private string? cached;

    public SourceText(string fileName, string text)
    {
        FileName = fileName;
        original = text;
        working = new StringBuilder(text);
        lineStarts = FindLines(text);
    }

    public string FileName { get; }

    /// <summary>The working copy.</summary>
    public string Working => cached ??= working.ToString();

    /// <summary>True once a whole line had to be left out, so that a name missing later may have stood there.</summary>
    public bool LostLines { get; set; }

    /// <summary>The place of a word given by its offset in the working copy.</summary>
    public SourceSpan Span(int start, int length)
    {
        var from = ToOriginal(start);
        var to = ToOriginal(start + Math.Max(0, length));
        return SpanOfOriginal(from, to - from);
    }

    /// <summary>The text as it was written at a place.</summary>
    public string Original(SourceSpan span) => original.Substring(span.Offset, span.Length);

    /// <summary>The place at a line and column, both from 1, of the text as it was written.</summary>
    public SourceSpan SpanAt(int line, int column, int length) =>
        SpanOfOriginal(lineStarts[Math.Clamp(line - 1, 0, lineStarts.Length - 1)] + Math.Max(0, column - 1), length);

    public SourceSpan SpanOfOriginal(int offset, int length)
    {
        offset = Math.Clamp(offset, 0, original.Length);
        length = Math.Clamp(length, 0, original.Length - offset);
        var line = LineAt(offset);
        return new SourceSpan(FileName, line + 1, offset - lineStarts[line] + 1, offset, length);
    }

    /// <summary>Overwrites part of the working copy with as many other characters.</summary>
    public void Overwrite(int start, int end, char with)
    {
        for (var i = start; i < end && i < working.Length; i++)
            if (working[i] is not ('\n' or '\r'))
                working[i] = with;
        cached = null;
    }

    /// <summary>Inserts one space into the working copy.</summary>
    public void InsertSpace(int at)
    {
        working.Insert(at, ' ');
        for (var i = 0; i < inserted.Count; i++)
            if (inserted[i] >= at)
                inserted[i]++;
        inserted.Add(at);
        cached = null;
    }

    /// <summary>Marks a stretch of the working copy as told.</summary>
    public void MarkTold(int start, int end) => told.Add((ToOriginal(start), ToOriginal(end)));

    public bool IsTold(int start)
    {
        var place = ToOriginal(start);
        return told.Exists(t => t.Start <= place && place < t.End);
    }

    /// <summary>Start and end (line break excluded) of the working copy's line around an offset.</summary>
    public (int Start, int End) LineAround(int offset) => LineIn(Working, offset);

    public static (int Start, int End) LineIn(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var start = offset;
        while (start > 0 && text[start - 1] is not ('\n' or '\r')) start--;
        var end = offset;
        while (end < text.Length && text[end] is not ('\n' or '\r')) end++;
        return (start, end);
    }

    private int ToOriginal(int place)
    {
        var shift = 0;
        foreach (var at in inserted)
            if (at < place)
                shift++;
        return place - shift;
    }

    private int LineAt(int offset)
    {
        var index = Array.BinarySearch(lineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
