using System.Globalization;
using System.Text;

namespace Parley.Reports.Pictures;

/// <summary>Texts that stay within a width, reckoned by a broad sans-serif, for a drawing does not know the fonts it will be seen with.</summary>
internal static class TextFit
{
    private const string Narrow = "iljftrI.,:;'()[]|!-/ \u2019\u2026";
    private const string Wide = "mwMW%@\u2013\u2014\u2212\u2192\u2190";
    private const int FirstFullWidth = 0x2E80;

    /// <summary>About what a text takes.</summary>
    /// <param name="text">Any.</param>
    /// <param name="size">The font's size, in the unit of the answer.</param>
    public static double WidthOf(string text, int size) => size * text.EnumerateRunes().Sum(LetterWidth);

    /// <summary>A text, or as much of it as a width holds, and an ellipsis.</summary>
    public static string Shortened(string text, double width, int size)
    {
        if (WidthOf(text, size) <= width) return text;
        var shown = new StringBuilder();
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext() && WidthOf(shown + letters.GetTextElement() + "\u2026", size) <= width) shown.Append(letters.GetTextElement());
        return shown.ToString().TrimEnd() + "\u2026";
    }

    /// <summary>A text as lines that a width holds, broken between words.</summary>
    public static List<string> Wrapped(string text, double width, int size)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && WidthOf($"{lines[^1]} {word}", size) <= width) lines[^1] += " " + word;
            else lines.Add(Shortened(word, width, size));
        }

        return lines;
    }

    // In parts of the font's size, as DejaVu Sans has them; Arial and its like are narrower.
    private static double LetterWidth(Rune letter)
    {
        if (letter.Value >= FirstFullWidth) return 1;
        var c = (char)letter.Value;
        return Narrow.Contains(c, StringComparison.Ordinal) ? 0.38 : Wide.Contains(c, StringComparison.Ordinal) ? 0.97 : char.IsUpper(c) ? 0.7 : 0.635;
    }
}
