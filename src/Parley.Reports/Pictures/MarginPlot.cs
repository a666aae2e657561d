using Parley.Reports.Wording;
using Parley.Robustness;

namespace Parley.Reports.Pictures;

/// <summary>How the margin spreads over draws: a histogram, and above it where half and nine tenths of the draws lie.</summary>
internal static class MarginPlot
{
    private const int Left = 56;
    private const int Right = 744;
    private const int Height = 150;

    // With 0 further away than so many times the spread, the bars would be slivers.
    private const int MostTimes = 8;

    /// <summary>Draws it and returns where what follows may begin.</summary>
    public static double Draw(SvgPage page, RobustResult result, double top)
    {
        var decided = result.Draws - result.UndecidedDraws;
        page.Text(SvgPage.Margin, top, $"The margin: share of {NumberText.Count(decided)} draws", Right, 13);
        var bins = result.Margin.Bins;
        if (bins.IsEmpty) return page.Paragraph(top + 24, "No draw could be decided.");
        var (least, most) = (result.Margin.Quantiles[0].Margin, result.Margin.Quantiles[^1].Margin);
        if (least == most)
            return page.Paragraph(top + 24, $"It hardly moves: in nine draws of ten or more it is {Figure(most)}. Over all draws it lies between {Figure(bins[0].From)} and {Figure(bins[^1].To)}; as asked it is {Figure(result.AsAskedMargin)}.");
        var (ceiling, floor) = (top + 64, top + 64 + Height);
        var (low, high) = Ends(bins, result.AsAskedMargin);
        var tallest = (double)bins.Max(b => b.Count) / decided;
        var plot = new Plot(page, Left, ceiling, Right, floor, (low, high), (0, tallest * 1.05));
        Bars(page, plot, result, decided, tallest);
        foreach (var value in Plot.Multiples(low, high, Plot.Step(low, high, 9))) plot.Tick(value, EvidenceText.Figure(value, Plot.Decimals(Plot.Step(low, high, 9))));
        if (low <= 0 && high >= 0)
        {
            page.Line(plot.X(0), top + 22, plot.X(0), floor, thickness: 1.5);
            page.Beside(plot.X(0), top + 30, "a deal from 0 on", result.AsAskedMargin < 0);
        }

        var asked = plot.X(result.AsAskedMargin);
        page.Line(asked, top + 36, asked, floor, Palette.Vermilion, 1.5, isDashed: true);
        page.Beside(asked, top + 44, $"as asked {Figure(result.AsAskedMargin)}", result.AsAskedMargin >= 0, Palette.DarkVermilion);
        Spread(page, plot, result.Margin.Quantiles, ceiling - 12);
        return Notes(page, result, floor + 42);
    }

    /// <summary>A share with the decimals that a step needs.</summary>
    public static string Percent(double share, double step) => EvidenceText.Figure(share * 100, Plot.Decimals(step * 100)) + "%";

    // 0, where a deal begins, belongs to it unless everything is far away from there.
    private static (double Low, double High) Ends(IReadOnlyList<(double From, double To, long Count)> bins, double asked)
    {
        var (low, high) = (Math.Min(bins[0].From, asked), Math.Max(bins[^1].To, asked));
        var reach = MostTimes * (high - low);
        if (low > 0 && low <= reach) low = 0;
        if (high < 0 && -high <= reach) high = 0;
        var edge = (high - low) / 40;
        return (low - edge, high + edge);
    }

    private static void Bars(SvgPage page, Plot plot, RobustResult result, long decided, double tallest)
    {
        var step = Plot.Step(0, tallest, 5);
        foreach (var share in Plot.Multiples(0, tallest * 1.05, step)) plot.Grid(share, Percent(share, step));
        foreach (var bin in result.Margin.Bins)
        {
            var (from, to, share) = (plot.X(bin.From) + 0.5, plot.X(bin.To) - 0.5, (double)bin.Count / decided);
            if (bin.Count == 0) continue;
            var name = bin.From >= 1 ? "1 or more" : $"{EvidenceText.Figure(bin.From, 4)} to {EvidenceText.Figure(bin.To, 4)}";
            page.Bar(from, plot.Y(share), Math.Max(to, from + 1), plot.Y(0) - plot.Y(share), bin.From < 0 ? Palette.Orange : Palette.Blue, $"{name}: {NumberText.Count(bin.Count)} draws, {RobustWords.Percent(share)}");
        }
    }

    private static void Spread(SvgPage page, Plot plot, IReadOnlyList<(double Share, double Margin)> quantiles, double y)
    {
        double X(int k) => plot.X(quantiles[k].Margin);
        var tip = string.Join(", ", quantiles.Select(q => $"{RobustWords.Percent(q.Share, 0)}: {Figure(q.Margin)}"));
        page.Whisker(X(0), X(quantiles.Count - 1), y);
        page.Bar(X(1), y - 5, X(quantiles.Count - 2), 10, Palette.Faint, tip, Palette.Ink);
        page.Line(X(quantiles.Count / 2), y - 5, X(quantiles.Count / 2), y + 5, thickness: 3);
    }

    private static double Notes(SvgPage page, RobustResult result, double y)
    {
        var q = result.Margin.Quantiles;
        List<LegendKey> keys = [];
        if (result.Margin.Bins[0].From < 0) keys.Add(new(LegendMark.Box, Palette.Orange, "no deal"));
        if (result.Margin.Bins[^1].From >= 0) keys.Add(new(LegendMark.Box, Palette.Blue, "a deal"));
        keys.Add(new(LegendMark.Line, Palette.Ink, $"nine draws in ten: {Figure(q[0].Margin)} to {Figure(q[^1].Margin)}"));
        keys.Add(new(LegendMark.Box, Palette.Faint, $"half of them: {Figure(q[1].Margin)} to {Figure(q[^2].Margin)}; median {Figure(q[q.Length / 2].Margin)}"));
        y = Legend.Draw(page, SvgPage.Margin, Right, y, keys);
        var text = $"At {NumberText.Minus}0.1 someone falls short by a tenth of their range at the best package.";
        if (result.Margin.Bins[0].From <= -1) text += $" Below {NumberText.Minus}1 counts as {NumberText.Minus}1.";
        if (result.Margin.Bins[^1].To > 1) text += " Above 1 counts as 1.";
        return page.Paragraph(y, text, 11);
    }

    private static string Figure(double margin) => RobustWords.Margin(margin);
}
