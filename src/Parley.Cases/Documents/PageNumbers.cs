using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>Finds lines that hold nothing but the number of a page.</summary>
internal static partial class PageNumbers
{
    /// <summary>Lines with page numbers, without the white space around them.</summary>
    /// <remarks>A number beside a form feed is one; else at least two that count up, each on a line of its own between blank lines.</remarks>
    public static List<TextRange> Find(string text)
    {
        var sure = new List<TextRange>();
        var counting = new List<(TextRange Range, int Number)>();
        foreach (var match in Alone().EnumerateMatches(text))
        {
            var inner = Number().Match(text, match.Index, match.Length);
            if (!inner.Success || !int.TryParse(inner.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            var range = new TextRange(inner.Index, inner.Index + inner.Length);
            if (Touches(text, range, '\f')) sure.Add(range);
            else if (IsBetweenBlanks(text, range)) counting.Add((range, number));
        }

        for (var k = 0; k < counting.Count; k++)
        {
            var follows = k > 0 && counting[k].Number == counting[k - 1].Number + 1;
            var leads = k + 1 < counting.Count && counting[k + 1].Number == counting[k].Number + 1;
            if (follows || leads) sure.Add(counting[k].Range);
        }

        sure.Sort((a, b) => a.Start.CompareTo(b.Start));
        return sure;
    }

    private static bool Touches(string text, TextRange range, char sign)
    {
        var (before, behind) = (range.Start - 1, range.End);
        while (before >= 0 && text[before] != sign && char.IsWhiteSpace(text[before])) before--;
        while (behind < text.Length && text[behind] != sign && char.IsWhiteSpace(text[behind])) behind++;
        return (before >= 0 && text[before] == sign) || (behind < text.Length && text[behind] == sign);
    }

    private static bool IsBetweenBlanks(string text, TextRange range)
    {
        var (before, behind) = (range.Start - 1, range.End);
        var (above, below) = (0, 0);
        for (; before >= 0 && char.IsWhiteSpace(text[before]); before--)
            if (text[before] == '\n')
                above++;
        for (; behind < text.Length && char.IsWhiteSpace(text[behind]); behind++)
            if (text[behind] == '\n')
                below++;
        return (above >= 2 || before < 0) && (below >= 2 || behind == text.Length);
    }

    [GeneratedRegex(@"(?<=^|[\n\r\f])[ \t]*[^\n\r\f]{1,30}(?=[\n\r\f]|$)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<=^|[\s])(?:[-\u2013\u2014] ?|Page )?(\d{1,4})(?: ?[-\u2013\u2014]|(?: of |/)\d{1,4})?(?=\s*$|\s*[\n\r\f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
