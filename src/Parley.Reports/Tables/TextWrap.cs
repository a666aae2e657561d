namespace Parley.Reports.Tables;

/// <summary>Breaks lines at blanks.</summary>
internal static class TextWrap
{
    private const string HangingIndent = "  ";

    /// <summary>Each line of a text broken to a width, what runs over indented; unchanged without a width.</summary>
    public static string Hanging(string text, int? width)
    {
        if (width is not { } limit || limit <= HangingIndent.Length) return text;
        return string.Join('\n', text.Split('\n').SelectMany(line => Broken(line, limit)));
    }

    private static IEnumerable<string> Broken(string line, int width)
    {
        var margin = line[..^line.TrimStart(' ').Length];
        var current = string.Empty;
        foreach (var word in line[margin.Length..].Split(' '))
        {
            if (current.Length == 0) current = margin + word;
            else if (current.Length + 1 + word.Length <= width) current += " " + word;
            else
            {
                yield return current;
                current = margin + HangingIndent + word;
            }
        }

        yield return current;
    }
}
