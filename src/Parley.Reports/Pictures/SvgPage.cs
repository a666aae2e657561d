using System.Globalization;
using System.Security;
using System.Text;

namespace Parley.Reports.Pictures;

/// <summary>A drawing in the making: white, with a title and a description for those who cannot see it.</summary>
internal sealed class SvgPage
{
    public const string Ink = "#222222";
    public const string Faint = "#dddddd";

    /// <summary>Colours that can be told apart by all (Okabe and Ito).</summary>
    public const string Blue = "#0072B2";

    public const string Orange = "#D55E00";
    public const string Pale = "#9cc4e1";
    public const string Green = "#009E73";

    private readonly StringBuilder _svg = new();

    public SvgPage(string title, string description, int width, int height)
    {
        Width = width;
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"{Ink}\">\n");
        Add($"<title id=\"t\">{Escape(title)}</title>\n<desc id=\"d\">{Escape(description)}</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        Text(10, 22, Cut(title, 95), size: 14);
    }

    public int Width { get; }

    /// <summary>A text; <paramref name="anchor"/> is start, middle or end.</summary>
    public void Text(double x, double y, string text, string anchor = "start", int size = 12) =>
        Add($"<text x=\"{x:0.0}\" y=\"{y:0.0}\" text-anchor=\"{anchor}\" font-size=\"{size}\">{Escape(text)}</text>\n");

    public void Line(double x1, double y1, double x2, double y2, string colour = Ink, double width = 1, bool dashed = false) =>
        Add($"<line x1=\"{x1:0.0}\" y1=\"{y1:0.0}\" x2=\"{x2:0.0}\" y2=\"{y2:0.0}\" stroke=\"{colour}\" stroke-width=\"{width:0.#}\"{(dashed ? " stroke-dasharray=\"5 4\"" : string.Empty)}/>\n");

    /// <summary>A bar between two corners in any order, with what it says when pointed at.</summary>
    public void Bar(double x1, double y1, double x2, double y2, string fill, string tip) =>
        Add($"<rect x=\"{Math.Min(x1, x2):0.0}\" y=\"{Math.Min(y1, y2):0.0}\" width=\"{Math.Abs(x2 - x1):0.0}\" height=\"{Math.Abs(y2 - y1):0.0}\" fill=\"{fill}\"><title>{Escape(tip)}</title></rect>\n");

    public void Dot(double x, double y, string fill, string tip) =>
        Add($"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"3.5\" fill=\"{fill}\"><title>{Escape(tip)}</title></circle>\n");

    public void Area(IEnumerable<(double X, double Y)> points, string fill) => Add($"<polygon fill=\"{fill}\" points=\"{Points(points)}\"/>\n");

    public void Path(IEnumerable<(double X, double Y)> points, string colour) => Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{Points(points)}\"/>\n");

    /// <summary>The whole drawing.</summary>
    public string Svg() => _svg + "</svg>\n";

    /// <summary>A text that fits into so many characters.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.0},{p.Y:0.0}")));

    private void Add(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string? Escape(string text) => SecurityElement.Escape(text);
}
