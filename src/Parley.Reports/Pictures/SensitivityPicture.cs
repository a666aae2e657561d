using Parley.Reports.Wording;
using Parley.Sensitivity;

namespace Parley.Reports.Pictures;

/// <summary>What a verdict hangs on: a tornado of the margin, and beside it what part of its spread is each number's own.</summary>
public static class SensitivityPicture
{
    private const int Width = 960;
    private const int MostNumbers = 15;
    private const int NamesEnd = 350;
    private const int TornadoRight = 660;

    /// <summary>The drawing, SVG.</summary>
    /// <exception cref="ArgumentException">No number is uncertain, so there is nothing to draw.</exception>
    public static string Svg(SensitivityResult result, CaseWords words)
    {
        if (result.Numbers.IsEmpty) throw new ArgumentException("No number is uncertain.", nameof(result));
        var numbers = SensitivityWords.Ranked(result).Take(MostNumbers).ToList();
        // Shares of a spread that can hardly be seen say nothing.
        var columns = SensitivityWords.Moves(result) ? IndexColumn.Of(result, numbers) : [];
        var summary = SensitivityWords.Summary(result, words);
        var page = new SvgPage(words.CaseTitle, summary, Width);
        var y = page.Paragraph(44, summary);
        if (columns.Count == 0 && !TornadoPlot.Moves(result, numbers)) return page.Svg(page.Paragraph(y, TornadoPlot.Still));
        var top = y + 72;
        var bottom = top + (TornadoPlot.RowHeight * numbers.Count);
        for (var k = 0; k < numbers.Count; k++) Name(page, numbers[k].Path, NumberWords.Of(numbers[k].Path, words), k, top + (TornadoPlot.RowHeight * k));
        TornadoPlot.Draw(page, result, numbers, top, (NamesEnd, columns.Count == 0 ? Width - 24 : TornadoRight));
        for (var c = 0; c < columns.Count; c++)
        {
            var wide = (Width - 24 - TornadoRight - 40.0) / columns.Count;
            columns[c].Draw(page, TornadoRight + 40 + (wide * c) + (c == 0 ? 0 : 24), TornadoRight + 40 + (wide * (c + 1)), top, bottom);
        }

        y = page.Paragraph(bottom + 44, Explained(result, columns), 11);
        return page.Svg(y - 4);
    }

    // The last part of a name says most; it gets a line of its own.
    private static void Name(SvgPage page, string path, string name, int k, double y)
    {
        const int Room = NamesEnd - SvgPage.Margin - 8;
        var colon = name.LastIndexOf(": ", StringComparison.Ordinal);
        var (head, tail) = colon < 0 ? (name, path) : (name[..colon], name[(colon + 2)..]);
        if (k % 2 == 1) page.Bar(0, y, Width, TornadoPlot.RowHeight, Palette.Stripe);
        page.Text(SvgPage.Margin, y + 14, head, Room, 11, tip: $"{name} ({path})");
        page.Text(SvgPage.Margin, y + 27, tail, Room, 10, fill: Palette.Subdued);
    }

    private static string Explained(SensitivityResult result, List<IndexColumn> columns)
    {
        var left = result.Numbers.Length - MostNumbers;
        var text = "Beside the bars: the ends of the number's range. From 0 on there is a deal. ";
        text += columns.Count > 0 ? $"{SensitivityWords.Explained(result)} Whiskers: 95 % intervals." : "The margin is that with this number alone at an end.";
        if (columns.Exists(c => c.IsCut)) text += " What lies beyond 120 % is cut off.";
        return left > 0 ? $"{text} {NumberText.Count(left)} more numbers are not drawn." : text;
    }
}
