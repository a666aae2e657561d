using System.Globalization;
using System.Security;
using System.Text;
using Parley.Dynamics;
using Parley.Reports.Wording;

namespace Parley.Reports.Pictures;

/// <summary>A drawing of the relationship index: levels upwards, time to the right.</summary>
internal sealed class IndexChart
{
    private const int Width = 760;
    private const int Left = 56;
    private const int Right = 34;
    private const int Top = 56;
    private const int Bottom = 330;
    private const int Height = 420;

    private const string Ink = "#222222";

    private readonly StringBuilder _svg = new();
    private readonly double _from;
    private readonly double _to;
    private readonly double _low;
    private readonly double _high;

    /// <param name="title">What it shows.</param>
    /// <param name="description">The same in a sentence, for those who cannot see it.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last.</param>
    /// <param name="levels">What has to fit in.</param>
    public IndexChart(string title, string description, double from, double to, IReadOnlyCollection<double> levels)
    {
        (_from, _to) = (from, Math.Max(to, from + 1e-6));
        _low = Math.Max(-100, (Math.Floor((levels.Min() - 2) / 10) * 10));
        _high = Math.Min(100, (Math.Ceiling((levels.Max() + 2) / 10) * 10));
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"{Ink}\">\n");
        Add($"<title id=\"t\">{Escape(title)}</title>\n<desc id=\"d\">{Escape(description)}</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        Add($"<text x=\"10\" y=\"20\" font-size=\"14\">{Escape(title)}</text>\n<text x=\"10\" y=\"40\">Relationship index</text>\n");
        var step = _high - _low > 100 ? 40 : _high - _low > 50 ? 20 : 10;
        for (var level = Math.Ceiling(_low / step) * step; level <= _high; level += step)
        {
            Add($"<line x1=\"{Left}\" y1=\"{Y(level):0.0}\" x2=\"{Width - Right}\" y2=\"{Y(level):0.0}\" stroke=\"{(level == 0 ? "#888888" : "#dddddd")}\"/>\n");
            Add($"<text x=\"{Left - 8}\" y=\"{Y(level) + 4:0.0}\" text-anchor=\"end\">{level.ToString("0", CultureInfo.InvariantCulture).Replace('-', NumberText.Minus)}</text>\n");
        }
    }

    /// <summary>A mark below the moment it stands for.</summary>
    public void Tick(double moment, string label)
    {
        Add($"<line x1=\"{X(moment):0.0}\" y1=\"{Bottom}\" x2=\"{X(moment):0.0}\" y2=\"{Bottom + 5}\" stroke=\"{Ink}\"/>\n");
        Add($"<text x=\"{X(moment):0.0}\" y=\"{Bottom + 19}\" text-anchor=\"middle\" font-size=\"11\">{Escape(label)}</text>\n");
    }

    public void Line(IEnumerable<(double Moment, double Level)> points, string style) =>
        Add($"<polyline fill=\"none\" {style} points=\"{string.Join(' ', points.Select(Point))}\"/>\n");

    /// <summary>The median and the bands of half and nine tenths of all paths, from a moment on.</summary>
    /// <param name="path">A path with quantiles.</param>
    /// <param name="moments">The moment of today, then one for each quarter.</param>
    public void Fan(IndexPath path, IReadOnlyList<double> moments)
    {
        var start = IndexWords.Height(path.Drift.Start);
        List<(double, double)> At(int quantile) => [(moments[0], start), .. path.Points.Select((p, k) => (moments[k + 1], IndexWords.Height(p.Ordinary.Quantiles[quantile])))];
        Area(At(0), At(4), "#d6e6f2");
        Area(At(1), At(3), "#9cc4e1");
        Line(At(2), "stroke=\"#0072B2\" stroke-width=\"2\"");
    }

    /// <summary>A circle with a label where its own step leaves room: on its left, or above it where there is no step.</summary>
    public void Mark(double moment, double level, string fill, string tip, string label, bool isStep)
    {
        Add($"<circle cx=\"{X(moment):0.0}\" cy=\"{Y(level):0.0}\" r=\"4\" fill=\"{fill}\" stroke=\"{Ink}\"><title>{Escape(tip)}</title></circle>\n");
        var (x, y, anchor) = isStep ? (X(moment) - 7, Y(level) + 4, "end") : (X(moment), Y(level) - 8, "middle");
        if (label.Length > 0) Add($"<text x=\"{x:0.0}\" y=\"{y:0.0}\" text-anchor=\"{anchor}\" font-size=\"10\">{Escape(label)}</text>\n");
    }

    /// <summary>The drawing with lines of explanation below it.</summary>
    public string Svg(params IReadOnlyList<string> legend)
    {
        for (var k = 0; k < legend.Count; k++) Add($"<text x=\"10\" y=\"{Bottom + 46 + (18 * k)}\">{Escape(legend[k])}</text>\n");
        return _svg.Append("</svg>\n").ToString();
    }

    private void Area(List<(double, double)> below, List<(double, double)> above, string fill) =>
        Add($"<polygon fill=\"{fill}\" points=\"{string.Join(' ', below.Select(Point))} {string.Join(' ', Enumerable.Reverse(above).Select(Point))}\"/>\n");

    private string Point((double Moment, double Level) point) => string.Create(CultureInfo.InvariantCulture, $"{X(point.Moment):0.0},{Y(point.Level):0.0}");

    private double X(double moment) => Left + ((moment - _from) / (_to - _from) * (Width - Left - Right));

    private double Y(double level) => Bottom - ((level - _low) / (_high - _low) * (Bottom - Top));

    private void Add(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string? Escape(string text) => SecurityElement.Escape(text);
}
