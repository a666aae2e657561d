namespace Parley.Cases.Text;

/// <summary>Pairs the brackets of a text, quotes and comments left out.</summary>
internal static class Brackets
{
    /// <summary>Offset of the innermost opening bracket that nothing closes before its block ends; -1 when all are closed.</summary>
    /// <remarks>A block ends where a line without indent begins.</remarks>
    public static int FirstUnclosed(string text)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var lineStart = i == 0 || text[i - 1] is '\n' or '\r';
            if (lineStart && open.Count > 0 && c is not (' ' or '\t' or '\n' or '\r' or '}' or ']' or '#')) return open.Peek();
            if (c == '#' && (lineStart || text[i - 1] is ' ' or '\t')) i = EndOfLine(text, i) - 1;
            else if (c is '"' or '\'' && OpensValue(text, i)) i = EndOfQuote(text, i);
            else if (c is '{' or '[' && (open.Count > 0 || OpensValue(text, i))) open.Push(i);
            else if (c is '}' or ']' && open.Count > 0) open.Pop();
        }
        return open.Count > 0 ? open.Peek() : -1;
    }

    private static bool OpensValue(string text, int i)
    {
        i--;
        while (i >= 0 && text[i] is ' ' or '\t') i--;
        return i < 0 || text[i] is ':' or ',' or '{' or '[' or '-' or '\n' or '\r';
    }

    private static int EndOfLine(string text, int i)
    {
        while (i < text.Length && text[i] is not ('\n' or '\r')) i++;
        return i;
    }

    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[start] == '"') i++;
            else if (text[i] == text[start] && text[start] == '\'' && i + 1 < text.Length && text[i + 1] == '\'') i++;
            else if (text[i] == text[start]) return i;
        }
        return start;
    }
}
