using Parley.Reports.Wording;
using Parley.Sensitivity;

namespace Parley.Reports.Pictures;

/// <summary>What part of the margin's spread is each number's own: dots with their intervals, series on one scale.</summary>
/// <param name="Series">What is drawn, one above the other in each row.</param>
/// <param name="IsShare">Whether they are shares; else sizes of effects.</param>
internal sealed record IndexColumn(List<IndexColumn.Dots> Series, bool IsShare)
{
    // Shares beyond this are an estimate gone astray, as of a margin that hardly varies.
    private const double MostShare = 1.2;

    private const int WideColumn = 190;

    /// <summary>Whether something lies beyond the scale.</summary>
    public bool IsCut => IsShare && Shown.Any(v => v.High > MostShare || v.Low < -MostShare);

    private IEnumerable<(double At, double Low, double High)> Shown => Series.SelectMany(s => s.Values).OfType<(double At, double Low, double High)>();

    /// <summary>First-order indices and those of the design on one scale; effects of a screening have one of their own.</summary>
    public static List<IndexColumn> Of(SensitivityResult result, List<NumberSensitivity> numbers)
    {
        var alone = new Dots("alone", Palette.Green, [.. numbers.Select(n => n.FirstOrder is { } share ? Finite(share, share, share, 0) : null)]);
        var design = new Dots(SensitivityWords.Design(result.Design), Palette.Purple, [.. numbers.Select(n => n.Design is { } d ? Finite(d.Estimate, d.Low, d.High, result.Design == SensitivityDesign.Screening ? 0 : 1e9) : null)]);
        IndexColumn[] columns = result.Design == SensitivityDesign.Screening
            ? [new([alone], true), new([design], false)]
            : [new([.. new[] { alone, design }.Where(d => !d.IsEmpty)], true)];
        return [.. columns.Where(c => c.Shown.Any())];
    }

    /// <summary>Draws it with its legend above and its scale below.</summary>
    public void Draw(SvgPage page, double left, double right, double top, double bottom)
    {
        var (low, high) = (Math.Min(0, Shown.Min(v => v.Low)), Math.Max(IsShare ? 0.1 : 1e-6, Shown.Max(v => v.High)));
        if (IsShare) (low, high) = (Math.Max(low, -MostShare), Math.Min(high, MostShare));
        var plot = new Plot(page, left, top, right, bottom, (low, high), (0, 1));
        var step = Plot.Step(low, high, (int)Math.Max(2, (right - left) / 50));
        foreach (var value in Plot.Multiples(low, high, step))
        {
            plot.Tick(value, IsShare ? MarginPlot.Percent(value, step) : EvidenceText.Figure(value, Plot.Decimals(step)));
            page.Line(plot.X(value), top, plot.X(value), bottom, value == 0 ? Palette.Grey : Palette.Faint);
        }

        var isWide = right - left > WideColumn;
        page.Text(left, top - 62, IsShare ? isWide ? "share of the margin's spread" : "share of spread" : isWide ? "how far the margin moves" : "move of margin", right - left, 11);
        Legend.Draw(page, left, right, top - 44, Series.Select(s => new LegendKey(LegendMark.Dot, s.Colour, s.Name)));
        for (var s = 0; s < Series.Count; s++)
        {
            for (var k = 0; k < Series[s].Values.Count; k++)
            {
                if (Series[s].Values[k] is not var (at, from, to)) continue;
                double X(double value) => plot.X(Math.Clamp(value, low, high));
                var y = top + (TornadoPlot.RowHeight * k) + (Series.Count == 1 ? TornadoPlot.RowHeight / 2.0 : 10 + (12 * s));
                if (to > from) page.Whisker(X(from), X(to), y, Palette.Ink);
                page.Dot(X(at), y, Series[s].Colour, Palette.Ink, $"{Series[s].Name}: {(IsShare ? RobustWords.Percent(at) : EvidenceText.Figure(at, 4))}");
            }
        }
    }

    // An interval without an end goes beyond a scale of shares; effects have no such scale.
    private static (double, double, double)? Finite(double at, double low, double high, double beyond) =>
        double.IsFinite(at) ? (at, double.IsFinite(low) ? low : at - beyond, double.IsFinite(high) ? high : at + beyond) : null;

    /// <summary>A value and its interval for every row; null where there is none.</summary>
    internal sealed record Dots(string Name, string Colour, List<(double At, double Low, double High)?> Values)
    {
        public bool IsEmpty => Values.TrueForAll(v => v is null);
    }
}
