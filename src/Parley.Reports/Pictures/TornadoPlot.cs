using Parley.Reports.Wording;
using Parley.Sensitivity;

namespace Parley.Reports.Pictures;

/// <summary>How far each number alone moves the margin: two bars a row, from the margin as asked to that at an end of the number's range.</summary>
internal static class TornadoPlot
{
    public const int RowHeight = 32;

    // Room for the numbers at the ends of the bars.
    private const int Room = 54;

    // What is less moves nothing that anyone could see.
    private const double LeastSwing = 1e-6;

    /// <summary>What is said in place of bars.</summary>
    public const string Still = "No number alone moves the margin.";

    /// <summary>Whether there is a bar to draw.</summary>
    public static bool Moves(SensitivityResult result, List<NumberSensitivity> numbers) =>
        numbers.Exists(n => Math.Abs(n.AtLow.Margin - result.Margin) >= LeastSwing || Math.Abs(n.AtHigh.Margin - result.Margin) >= LeastSwing);

    /// <summary>Draws it with its legend above and its scale below.</summary>
    /// <param name="page">The page.</param>
    /// <param name="result">What came out.</param>
    /// <param name="numbers">A row for each.</param>
    /// <param name="top">Where the first row begins.</param>
    /// <param name="between">Its left and right edge.</param>
    public static void Draw(SvgPage page, SensitivityResult result, List<NumberSensitivity> numbers, double top, (double Left, double Right) between)
    {
        var (left, right) = between;
        var bottom = top + (RowHeight * numbers.Count);
        List<double> margins = [0, result.Margin, .. numbers.SelectMany(n => new[] { n.AtLow.Margin, n.AtHigh.Margin })];
        var (low, high) = (margins.Min(), margins.Max());
        if (high - low < LeastSwing) (low, high) = (-0.05, 0.05);
        var room = Room * (high - low) / (right - left - (2 * Room));
        (low, high) = (low - room, high + room);
        var plot = new Plot(page, left, top, right, bottom, (low, high), (0, 1));
        var step = Plot.Step(low, high, 5);
        foreach (var value in Plot.Multiples(low, high, step)) plot.Tick(value, EvidenceText.Figure(value, Plot.Decimals(step)));
        page.Text(left, top - 62, "the margin with this number alone", right - left, 11);
        Legend.Draw(page, left, right, top - 44, [new(LegendMark.Box, Palette.Orange, "at the low end of its range"), new(LegendMark.Box, Palette.Blue, "at the high end")]);
        page.Line(plot.X(0), top - 30, plot.X(0), bottom, thickness: 1.5);
        page.Line(plot.X(result.Margin), top - 16, plot.X(result.Margin), bottom, Palette.Vermilion, 1, isDashed: true);
        page.Beside(plot.X(0), top - 21, "a deal from 0 on", result.Margin < 0);
        page.Beside(plot.X(result.Margin), top - 7, $"as asked {RobustWords.Margin(result.Margin)}", result.Margin >= 0, Palette.DarkVermilion);
        if (!Moves(result, numbers))
        {
            page.Label((left + right) / 2, (top + bottom) / 2, Still, 12, "middle");
            return;
        }

        for (var k = 0; k < numbers.Count; k++)
        {
            End(page, plot, result, numbers[k].AtLow, top + (RowHeight * k) + 4, Palette.Orange, isHigh: false);
            End(page, plot, result, numbers[k].AtHigh, top + (RowHeight * k) + 16, Palette.Blue, isHigh: true);
        }
    }

    // A bar from the margin as asked to the margin at an end, and there the number's value.
    private static void End(SvgPage page, Plot plot, SensitivityResult result, TornadoEnd end, double y, string fill, bool isHigh)
    {
        var asked = result.Margin;
        var isLeft = end.Margin < asked || (end.Margin == asked && !isHigh);
        var value = NumberText.Typed((decimal)end.Value);
        page.Bar(plot.X(asked), y, plot.X(end.Margin), 11, fill, $"at {value}: margin {RobustWords.Margin(end.Margin)}, {(end.Grade is { } grade ? GradeWords.Slug(grade) : "open")}");
        page.Label(plot.X(end.Margin) + (isLeft ? -4 : 4), y + 9, TextFit.Shortened(value, Room - 6, 10), 10, isLeft ? "end" : "start");
    }
}
