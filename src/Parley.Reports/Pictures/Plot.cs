namespace Parley.Reports.Pictures;

/// <summary>A part of a drawing with a scale to the right and one upwards.</summary>
/// <param name="page">What it is drawn on.</param>
/// <param name="left">In pixels.</param>
/// <param name="top">In pixels.</param>
/// <param name="right">In pixels.</param>
/// <param name="bottom">In pixels.</param>
/// <param name="across">What stands at its left and right edge.</param>
/// <param name="up">What stands at its bottom and top edge.</param>
internal sealed class Plot(SvgPage page, double left, double top, double right, double bottom, (double From, double To) across, (double From, double To) up)
{
    private const double LeastStep = 1e-9;

    /// <summary>A round step that divides a stretch into a few parts: 1, 2 or 5 times a power of ten.</summary>
    public static double Step(double from, double to, int most)
    {
        var raw = Math.Max((to - from) / most, LeastStep);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw) + LeastStep));
        return raw <= power * (1 + LeastStep) ? power : raw <= 2 * power ? 2 * power : raw <= 5 * power ? 5 * power : 10 * power;
    }

    /// <summary>The multiples of a step within a stretch.</summary>
    public static IEnumerable<double> Multiples(double from, double to, double step)
    {
        for (var k = Math.Ceiling((from / step) - LeastStep); k * step <= to + (step * LeastStep); k++) yield return (k * step) + 0.0; // never minus zero
    }

    /// <summary>The decimals that tell a step's multiples apart.</summary>
    public static int Decimals(double step) => (int)Math.Clamp(Math.Ceiling(-Math.Log10(step) - LeastStep), 0, 6);

    public double X(double value) => left + ((value - across.From) / (across.To - across.From) * (right - left));

    public double Y(double value) => bottom - ((value - up.From) / (up.To - up.From) * (bottom - top));

    /// <summary>A line from left to right with its label at the left.</summary>
    public void Grid(double value, string label)
    {
        page.Line(left, Y(value), right, Y(value), value == 0 ? Palette.Grey : Palette.Faint);
        page.Text(left - 8, Y(value) + 4, label, left - 8, 11, "end");
    }

    /// <summary>A mark below a value with its label.</summary>
    public void Tick(double value, string label)
    {
        page.Line(X(value), bottom, X(value), bottom + 5);
        page.Text(X(value), bottom + 18, label, 2 * Math.Min(X(value), page.Width - X(value)), 11, "middle");
    }

    public void Line(IEnumerable<(double X, double Y)> points, string stroke, double thickness, bool isDashed = false) => page.Polyline(points.Select(Point), stroke, thickness, isDashed);

    /// <summary>What lies between two lines.</summary>
    public void Band(IEnumerable<(double X, double Y)> below, IEnumerable<(double X, double Y)> above, string fill) => page.Area(below.Concat(above.Reverse()).Select(Point), fill);

    private (double X, double Y) Point((double X, double Y) point) => (X(point.X), Y(point.Y));
}
