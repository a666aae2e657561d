using System.Text;

namespace Parley.House.Tests;

/// <summary>C# as far as counting needs it: where comments and strings are, and how long members are.</summary>
internal static class SourceText
{
    /// <summary>Blanks out comments, strings and characters; what stands in the holes of a string goes with it.</summary>
    public static string WithoutTextAndComments(string text)
    {
        var code = new StringBuilder(text);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfSilence(text, at);
            for (var i = at; i < end; i++)
                if (text[i] != '\n')
                    code[i] = ' ';
            at = Math.Max(end, at + 1);
        }

        return code.ToString();
    }

    /// <summary>The members of the types in some blanked-out code: their first line, without its indent, and how many lines they take.</summary>
    private static IEnumerable<(string Head, int Lines)> Members(string code)
    {
        var types = new Stack<bool>();
        var start = -1;
        for (var at = 0; at < code.Length; at++)
        {
            if (start < 0 && !char.IsWhiteSpace(code[at])) start = at;
            if (code[at] == '{')
            {
                types.Push(types.All(t => t) && IsType(code[start..at]));
                if (types.Peek()) start = -1;
            }
            else if (code[at] == '}')
            {
                var wasType = types.Count > 0 && types.Pop();
                if (wasType) start = -1;
                else if (types.Count > 0 && types.All(t => t) && !EndsWithSemicolon(code, at)) yield return Take(at);
            }
            else if (code[at] == ';' && types.All(t => t))
            {
                if (types.Count > 0) yield return Take(at);
                start = -1;
            }
        }

        (string, int) Take(int end)
        {
            var member = code[start..end];
            start = -1;
            var head = member.Split('\n').Select(l => l.Trim()).First(l => l.Length > 0 && l[0] != '[');
            return (head, member.Count(c => c == '\n') + 1);
        }
    }

    /// <summary>The members with a list of parameters.</summary>
    public static IEnumerable<(string Head, int Lines)> Methods(string code) =>
        Members(code).Where(m => m.Head.Split(['{', '='])[0].Contains('(', StringComparison.Ordinal));

    private static bool EndsWithSemicolon(string code, int brace)
    {
        // "=> x switch { ... };" and "{ get; } = [...];" go on.
        var next = brace + 1;
        while (next < code.Length && char.IsWhiteSpace(code[next])) next++;
        return next < code.Length && code[next] is ';' or '=' or '.' or ')' or ',' or '?';
    }

    private static bool IsType(string head)
    {
        var words = head.Split([' ', '\n', '\r', '(', '<', ':'], StringSplitOptions.RemoveEmptyEntries);
        var word = Array.FindIndex(words, w => w is "class" or "struct" or "record" or "interface" or "enum");
        return word >= 0 && !words.Take(word).Any(w => w is "where" or "=>");
    }

    private static int EndOfSilence(string text, int at)
    {
        if (At(text, at, "//")) return IndexOr(text, "\n", at);
        if (At(text, at, "/*")) return IndexOr(text, "*/", at + 2) + 2;
        if (text[at] == '\'') return EndOfCharacter(text, at);
        return EndOfString(text, at);
    }

    private static int EndOfCharacter(string text, int at)
    {
        var end = text.IndexOf('\'', at + (text[at + 1] == '\\' ? 3 : 2));
        return end < 0 ? text.Length : end + 1;
    }

    // The end of the string that begins here; here itself when none does.
    private static int EndOfString(string text, int at)
    {
        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@') quote++;
        if (quote >= text.Length || text[quote] != '"') return at;
        var marks = text[at..quote];
        var quotes = text.AsSpan(quote).IndexOfAnyExcept('"');
        if (quotes >= 3) return IndexOr(text, new string('"', quotes), quote + quotes) + quotes;
        return EndOfOrdinary(text, quote + 1, marks.Contains('@'), marks.Contains('$'));
    }

    private static int EndOfOrdinary(string text, int at, bool verbatim, bool holes)
    {
        while (at < text.Length)
        {
            if (text[at] == '\\' && !verbatim) at += 2;
            else if (verbatim && At(text, at, "\"\"")) at += 2;
            else if (text[at] == '"') return at + 1;
            else if (holes && (At(text, at, "{{") || At(text, at, "}}"))) at += 2;
            else if (holes && text[at] == '{') at = EndOfHole(text, at + 1);
            else at++;
        }

        return at;
    }

    private static int EndOfHole(string text, int at)
    {
        for (var depth = 1; at < text.Length && depth > 0;)
        {
            var end = EndOfSilence(text, at);
            if (end > at)
            {
                at = end;
                continue;
            }

            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            at++;
        }

        return at;
    }

    private static bool At(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int IndexOr(string text, string what, int from)
    {
        var found = text.IndexOf(what, Math.Min(from, text.Length), StringComparison.Ordinal);
        return found < 0 ? text.Length : found;
    }
}
