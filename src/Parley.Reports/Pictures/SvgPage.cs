using System.Globalization;
using System.Security;
using System.Text;

namespace Parley.Reports.Pictures;

/// <summary>A drawing in the making: a white sheet with a heading, and with a title and a description for those who cannot see it.</summary>
/// <param name="title">What it shows; also its heading.</param>
/// <param name="description">The same in a sentence or two.</param>
/// <param name="width">In pixels, as every length here.</param>
internal sealed class SvgPage(string title, string description, int width)
{
    /// <summary>What stays free on both sides.</summary>
    public const int Margin = 10;

    /// <summary>From one line of small print to the next.</summary>
    public const int LineHeight = 18;

    private readonly StringBuilder _body = new();

    public int Width => width;

    /// <summary>A text for an element or an attribute.</summary>
    public static string? Escape(string text) => SecurityElement.Escape(text);

    /// <summary>The whole drawing.</summary>
    /// <param name="height">How far down it goes.</param>
    public string Svg(double height)
    {
        var heading = TextFit.Shortened(title, width - (2 * Margin), 14);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" width="{width}" height="{height:0}" viewBox="0 0 {width} {height:0}" font-family="sans-serif" font-size="12" fill="{Palette.Ink}">
            <title id="t">{Escape(title)}</title>
            <desc id="d">{Escape(description)}</desc>
            <rect width="100%" height="100%" fill="{Palette.Paper}"/>
            <text x="{Margin}" y="22" font-size="14">{Escape(heading)}</text>

            """).ReplaceLineEndings("\n") + _body + "</svg>\n";
    }

    /// <summary>SVG as it is.</summary>
    public void Add(FormattableString svg) => _body.Append(svg.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text within a width; where it had to be shortened, the whole of it shows when pointed at.</summary>
    /// <param name="x">Where it begins, ends or has its middle.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any.</param>
    /// <param name="room">What it may take.</param>
    /// <param name="size">The font's size.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="tip">What shows when pointed at; null for the text itself where it is shortened.</param>
    public void Text(double x, double y, string text, double room, int size = 12, string anchor = "start", string fill = Palette.Ink, string? tip = null)
    {
        var shown = TextFit.Shortened(text, room, size);
        Add($"<text x=\"{x:0.0}\" y=\"{y:0.0}\"{Style(size, anchor, fill)}>{Escape(shown)}{Tip(tip ?? (shown == text ? null : text))}</text>\n");
    }

    /// <summary>A short text in full, with a white rim so that it can be read where lines run through.</summary>
    public void Label(double x, double y, string text, int size = 11, string anchor = "start", string fill = Palette.Ink) =>
        Add($"<text x=\"{x:0.0}\" y=\"{y:0.0}\"{Style(size, anchor, fill)} stroke=\"{Palette.Paper}\" stroke-width=\"3\" paint-order=\"stroke\">{Escape(text)}</text>\n");

    /// <summary>A label on the right or left of an upright line, on the other side where it would leave the page.</summary>
    public void Beside(double x, double y, string text, bool isRight, string fill = Palette.Ink)
    {
        var room = TextFit.WidthOf(text, 11) + 4;
        isRight = isRight ? x + room < width : x - room < 0;
        Label(isRight ? x + 4 : x - 4, y, text, anchor: isRight ? "start" : "end", fill: fill);
    }

    /// <summary>A text over as many lines as it takes; returns where the next line would stand.</summary>
    public double Paragraph(double y, string text, int size = 12)
    {
        foreach (var line in TextFit.Wrapped(text, width - (2 * Margin), size))
        {
            Text(Margin, y, line, width, size);
            y += LineHeight;
        }

        return y;
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke = Palette.Ink, double thickness = 1, bool isDashed = false) =>
        Add($"<line x1=\"{x1:0.0}\" y1=\"{y1:0.0}\" x2=\"{x2:0.0}\" y2=\"{y2:0.0}\" stroke=\"{stroke}\" stroke-width=\"{thickness:0.##}\"{Dashes(isDashed)}/>\n");

    public void Polyline(IEnumerable<(double X, double Y)> points, string stroke, double thickness, bool isDashed = false) =>
        Add($"<polyline fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{thickness:0.##}\"{Dashes(isDashed)} points=\"{Points(points)}\"/>\n");

    public void Area(IEnumerable<(double X, double Y)> points, string fill) => Add($"<polygon fill=\"{fill}\" points=\"{Points(points)}\"/>\n");

    /// <summary>A bar between two ends in either order.</summary>
    /// <param name="x1">One end.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="x2">The other end.</param>
    /// <param name="height">How high it is.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="tip">What shows when pointed at.</param>
    /// <param name="border">The colour of its border; null for none.</param>
    /// <param name="isDashed">Whether the border is dashed.</param>
    public void Bar(double x1, double y, double x2, double height, string fill, string? tip = null, string? border = null, bool isDashed = false)
    {
        var stroke = border is null ? string.Empty : $" stroke=\"{border}\"{Dashes(isDashed)}";
        Add($"<rect x=\"{Math.Min(x1, x2):0.0}\" y=\"{y:0.0}\" width=\"{Math.Max(0.5, Math.Abs(x2 - x1)):0.0}\" height=\"{height:0.0}\" fill=\"{fill}\"{stroke}{Closed("rect", tip)}\n");
    }

    /// <summary>The ends of an interval along a row.</summary>
    public void Whisker(double x1, double x2, double y, string stroke = Palette.Ink)
    {
        Line(x1, y, x2, y, stroke, 1.5);
        Line(x1, y - 4, x1, y + 4, stroke, 1.5);
        Line(x2, y - 4, x2, y + 4, stroke, 1.5);
    }

    public void Dot(double x, double y, string fill, string border, string? tip = null) =>
        Add($"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"4\" fill=\"{fill}\" stroke=\"{border}\"{Closed("circle", tip)}\n");

    private static string Style(int size, string anchor, string fill) =>
        (size == 12 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" font-size=\"{size}\""))
        + (anchor == "start" ? string.Empty : $" text-anchor=\"{anchor}\"")
        + (fill == Palette.Ink ? string.Empty : $" fill=\"{fill}\"");

    private static string Dashes(bool isDashed) => isDashed ? " stroke-dasharray=\"5 4\"" : string.Empty;

    private static string Tip(string? tip) => tip is null ? string.Empty : $"<title>{Escape(tip)}</title>";

    private static string Closed(string element, string? tip) => tip is null ? "/>" : $">{Tip(tip)}</{element}>";

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.0},{p.Y:0.0}")));
}
