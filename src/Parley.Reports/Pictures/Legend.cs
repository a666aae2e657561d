namespace Parley.Reports.Pictures;

/// <summary>What a sign of a drawing stands for.</summary>
/// <param name="Mark">The sign.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Text">What it stands for.</param>
internal sealed record LegendKey(LegendMark Mark, string Colour, string Text);

/// <summary>Signs of a legend.</summary>
internal enum LegendMark
{
    Box,
    DashedBox,
    Line,
    DashedLine,
    Dot,
}

/// <summary>Signs and what they stand for, in a row; in several where they do not fit.</summary>
internal static class Legend
{
    private const int Size = 11;
    private const int MarkWidth = 16;
    private const int Gap = 18;

    /// <summary>Draws it and returns where the next line would stand.</summary>
    /// <param name="page">The page.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="right">Where it has to end.</param>
    /// <param name="y">The base line of its first row.</param>
    /// <param name="keys">What stands in it.</param>
    public static double Draw(SvgPage page, double left, double right, double y, IEnumerable<LegendKey> keys)
    {
        var x = left;
        foreach (var key in keys)
        {
            var width = Math.Min(MarkWidth + 6 + TextFit.WidthOf(key.Text, Size), right - left);
            if (x > left && x + width > right) (x, y) = (left, y + SvgPage.LineHeight);
            Mark(page, key, x, y - 4);
            page.Text(x + MarkWidth + 6, y, key.Text, width - MarkWidth - 5, Size);
            x += width + Gap;
        }

        return y + SvgPage.LineHeight;
    }

    private static void Mark(SvgPage page, LegendKey key, double x, double middle)
    {
        switch (key.Mark)
        {
            case LegendMark.Box:
                page.Bar(x, middle - 5, x + MarkWidth, 10, key.Colour, border: Palette.Grey);
                break;
            case LegendMark.DashedBox:
                page.Bar(x, middle - 5, x + MarkWidth, 10, Palette.Paper, border: key.Colour, isDashed: true);
                break;
            case LegendMark.Dot:
                page.Dot(x + (MarkWidth / 2), middle, key.Colour, Palette.Ink);
                break;
            default:
                page.Line(x, middle, x + MarkWidth, middle, key.Colour, 2, key.Mark == LegendMark.DashedLine);
                break;
        }
    }
}
