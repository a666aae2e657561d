namespace Parley.Reports.Tables;

/// <summary>Breaks lines at blanks, and words only where they are wider than a line.</summary>
internal static class TextWrap
{
    private const string HangingIndent = "  ";

    /// <summary>The lines of a paragraph.</summary>
    public static IEnumerable<string> Plain(string text, int width) => Broken(text, width, string.Empty);

    /// <summary>Each line of a text broken to a width, what runs over indented; unchanged without a width.</summary>
    public static string Hanging(string text, int? width)
    {
        if (width is not { } limit) return text;
        return string.Join('\n', text.Split('\n').SelectMany(line => Broken(line, limit, HangingIndent)));
    }

    private static IEnumerable<string> Broken(string line, int width, string hanging)
    {
        var margin = line[..^line.TrimStart(' ').Length];
        var current = margin;
        var start = margin.Length;
        foreach (var word in line[margin.Length..].Split(' ').SelectMany(w => Chunks(w, width - margin.Length)))
        {
            if (current.Length == start) current += word;
            else if (current.Length + 1 + word.Length <= width) current += " " + word;
            else
            {
                yield return current;
                var indent = margin.Length + hanging.Length + word.Length <= width ? margin + hanging : margin;
                current = indent + word;
                start = indent.Length;
            }
        }

        yield return current;
    }

    private static IEnumerable<string> Chunks(string word, int width) =>
        word.Length <= Math.Max(width, 1) ? [word] : word.Chunk(Math.Max(width, 1)).Select(c => new string(c));
}
