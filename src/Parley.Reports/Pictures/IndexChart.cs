using Parley.Dynamics;
using Parley.Reports.Wording;

namespace Parley.Reports.Pictures;

/// <summary>A drawing of the relationship index: levels upwards, time to the right.</summary>
internal sealed class IndexChart
{
    private const int Width = 760;
    private const int Left = 56;
    private const int Right = 34;
    private const int Height = 270;
    private const int LabelSize = 10;

    private readonly SvgPage _page;
    private readonly Plot _plot;
    private readonly double _bottom;
    private readonly List<(double X, double Y, string Label)> _marks = [];

    /// <param name="title">What it shows.</param>
    /// <param name="description">The same in a sentence or two.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last.</param>
    /// <param name="levels">What has to fit in.</param>
    public IndexChart(string title, string description, double from, double to, IReadOnlyCollection<double> levels)
    {
        var low = Math.Max(-100, Math.Floor((levels.Min() - 2) / 10) * 10);
        var high = Math.Min(100, Math.Ceiling((levels.Max() + 2) / 10) * 10);
        _page = new(title, description, Width);
        var top = _page.Paragraph(44, description) + 26;
        _bottom = top + Height;
        _page.Text(SvgPage.Margin, top - 12, "Relationship index", Width / 2, 13);
        _plot = new(_page, Left, top, Width - Right, _bottom, (from, Math.Max(to, from + 1e-6)), (low, high));
        var step = high - low > 100 ? 40 : high - low > 50 ? 20 : 10;
        foreach (var level in Plot.Multiples(low, high, step)) _plot.Grid(level, EvidenceText.Figure(level, 0));
    }

    /// <summary>What the fan's signs stand for.</summary>
    public static IReadOnlyList<LegendKey> FanKeys { get; } =
    [
        new(LegendMark.Line, Palette.Blue, "median"),
        new(LegendMark.Box, Palette.HalfBlue, "half of all paths"),
        new(LegendMark.Box, Palette.PaleBlue, "nine in ten"),
    ];

    /// <summary>A mark below the moment it stands for.</summary>
    public void Tick(double moment, string label) => _plot.Tick(moment, label);

    public void Line(IEnumerable<(double Moment, double Level)> points, string stroke, double thickness, bool isDashed = false) => _plot.Line(points, stroke, thickness, isDashed);

    /// <summary>The median and the bands of half and nine tenths of all paths, from a moment on.</summary>
    /// <param name="path">A path with quantiles.</param>
    /// <param name="moments">The moment of today, then one for each quarter.</param>
    public void Fan(IndexPath path, IReadOnlyList<double> moments)
    {
        var start = IndexWords.Height(path.Drift.Start);
        List<(double, double)> At(int quantile) => [(moments[0], start), .. path.Points.Select((p, k) => (moments[k + 1], IndexWords.Height(p.Ordinary.Quantiles[quantile])))];
        _plot.Band(At(0), At(4), Palette.PaleBlue);
        _plot.Band(At(1), At(3), Palette.HalfBlue);
        _plot.Line(At(2), Palette.Blue, 2);
    }

    /// <summary>A circle; its label is put down when all circles stand, where there is room.</summary>
    public void Mark(double moment, double level, string fill, string tip, string label)
    {
        var (x, y) = (_plot.X(moment), _plot.Y(level));
        _page.Dot(x, y, fill, Palette.Ink, tip);
        _marks.Add((x, y, label));
    }

    /// <summary>The drawing with a legend and lines of explanation below it.</summary>
    public string Svg(IEnumerable<LegendKey> keys, string note)
    {
        Labels();
        var y = Legend.Draw(_page, SvgPage.Margin, Width - SvgPage.Margin, _bottom + 46, keys);
        return _page.Svg(_page.Paragraph(y, note, 11) - 4);
    }

    // Each label at the first place beside its circle, or further off, where it covers no other label and no circle.
    private void Labels()
    {
        var taken = _marks.Select(m => (Left: m.X - 5, Top: m.Y - 5, Right: m.X + 5, Bottom: m.Y + 5)).ToList();
        foreach (var (x, y, label) in _marks.Where(m => m.Label.Length > 0))
        {
            var half = TextFit.WidthOf(label, LabelSize) / 2;
            (double X, double Y)[] places = [(x - 8 - half, y + 4), (x, y - 9), (x, y + 17), (x + 8 + half, y + 4), (x - 8, y - 12), (x + 8, y + 20), (x, y - 21), (x, y + 29), (x, y - 33), (x, y + 41)];
            (double Left, double Top, double Right, double Bottom) Box((double X, double Y) at) => (at.X - half, at.Y - 9, at.X + half, at.Y + 1);
            var place = places.FirstOrDefault(p => Box(p) is var b && b.Left >= 0 && !taken.Exists(t => b.Left < t.Right && t.Left < b.Right && b.Top < t.Bottom && t.Top < b.Bottom), places[0]);
            taken.Add(Box(place));
            _page.Label(place.X, place.Y, label, LabelSize, "middle");
        }
    }
}
