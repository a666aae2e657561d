using Parley.Claims;
using Parley.Draws;
using Parley.Reports.Wording;
using Parley.Robustness;
using Parley.Verdict;

namespace Parley.Reports.Pictures;

/// <summary>How sure a verdict is: how the margin spreads, how often each verdict comes out, whether the draws suffice, and which claims last.</summary>
public static class RobustPicture
{
    private const int Width = 760;
    private const int Margin = SvgPage.Margin;
    private const int HalfHeight = 130;
    private const int RowHeight = 20;
    private const int TickRoom = 60;

    /// <summary>The drawing, SVG.</summary>
    public static string Svg(RobustResult result, CaseWords words)
    {
        var summary = RobustWords.Summary(result, words);
        var page = new SvgPage(words.CaseTitle, summary, Width);
        var y = page.Paragraph(44, summary);
        if (result.Numbers == 0) return page.Svg(y);
        y = MarginPlot.Draw(page, result, y + 12) + 16;
        Verdicts(page, result, words, y);
        Convergence(page, result, y);
        y += 20 + HalfHeight + 74;
        if (result.Closer is { Claims.IsEmpty: false } closer) y = Claims(page, closer, words, y) + 12;
        return page.Svg(y - 20);
    }

    private static void Verdicts(SvgPage page, RobustResult result, CaseWords words, double top)
    {
        const int From = 96;
        const int To = 200;
        page.Text(Margin, top, "The verdict", 340, 13);
        var y = top + 30;
        foreach (var (grade, share) in result.Grades.Reverse())
        {
            if (grade == Grade.Tokens && share.Count == 0 && words.Model.SubstantiveFrom is null) continue;
            Row(page, GradeWords.Of(grade, true, words.Model), share, y, (From, To), Colour(grade), 2, 80);
            if (result.AsAskedIsDecided && grade == result.AsAsked) page.Text(Margin, y + 16, "as asked", 80, 10, fill: Palette.Subdued);
            y += 36;
        }

        Scale(page, From, To, top + 16, y - 18);
        page.Text(Margin, y + 16, "Whiskers: 95 % intervals.", 340, 11);
    }

    private static string Colour(Grade grade) => grade switch
    {
        Grade.Deal => Palette.Blue,
        Grade.Tokens => Palette.Sky,
        _ => Palette.Orange,
    };

    private static void Convergence(SvgPage page, RobustResult result, double top)
    {
        const int Left = 440;
        page.Text(Left - 44, top, "Share of deals as draws were added", Width - Left + 40, 13);
        var stops = result.Convergence;
        var (ceiling, floor) = (top + 16, top + 20 + HalfHeight);
        var (low, high) = (stops.Min(s => s.Deals.Low), stops.Max(s => s.Deals.High));
        var step = Plot.Step(low, high, 4);
        (low, high) = (Math.Max(0, Math.Floor((low / step) + 1e-9) * step), Math.Min(1, Math.Ceiling((high / step) - 1e-9) * step));
        var (first, last) = (Math.Log10(stops[0].Draws), Math.Log10(stops[^1].Draws));
        var plot = new Plot(page, Left, ceiling, Width - 30, floor, last - first < 0.01 ? (first - 0.5, last + 0.5) : (first, last), (low, high));
        foreach (var share in Plot.Multiples(low, high, step)) plot.Grid(share, MarginPlot.Percent(share, step));
        plot.Band(stops.Select(s => (Math.Log10(s.Draws), s.Deals.Low)), stops.Select(s => (Math.Log10(s.Draws), s.Deals.High)), Palette.HalfBlue);
        plot.Line(stops.Select(s => (Math.Log10(s.Draws), s.Deals.Share)), Palette.Blue, 2);
        if (stops.Length == 1) page.Line(plot.X(first), plot.Y(stops[0].Deals.Low), plot.X(first), plot.Y(stops[0].Deals.High), Palette.Blue, 1.5);
        foreach (var (draws, deals) in stops)
            page.Dot(plot.X(Math.Log10(draws)), plot.Y(deals.Share), Palette.Blue, Palette.Paper, $"{NumberText.Count(draws)} draws: {Said(deals, 2)}");
        // Powers of ten, and the last where it does not stand too near to one of them.
        var powers = stops.Where(s => IsPowerOfTen(s.Draws)).Select(s => s.Draws).ToList();
        foreach (var draws in powers) plot.Tick(Math.Log10(draws), NumberText.Count(draws));
        if (powers.Count == 0 || plot.X(last) - plot.X(Math.Log10(powers[^1])) > TickRoom) plot.Tick(last, NumberText.Count(stops[^1].Draws));

        page.Text(Left - 44, floor + 40, "Band: 95 % interval. Draws on a logarithmic scale.", Width - Left + 40, 11);
    }

    private static bool IsPowerOfTen(long count)
    {
        while (count > 1 && count % 10 == 0) count /= 10;
        return count == 1;
    }

    private static double Claims(SvgPage page, CloserLook closer, CaseWords words, double top)
    {
        const int From = 486;
        const int To = 606;
        page.Text(Margin, top, $"How often the claims follow, in the first {NumberText.Count(closer.Draws)} draws", Width - (2 * Margin), 13);
        var y = top + 28;
        foreach (var claim in closer.Claims)
        {
            var says = words.Model.Claims.FirstOrDefault(c => c.Id == claim.Id)?.Says ?? string.Empty;
            page.Text(80, y + 4, says, From - 90, 11);
            Row(page, claim.Id, claim.Follows, y, (From, To), claim.AsAsked == ClaimStatus.Follows ? Palette.Blue : Palette.Orange, 0, 64);
            y += RowHeight;
        }

        Scale(page, From, To, top + 14, y - 8);
        var keys = closer.Claims.Select(c => c.AsAsked == ClaimStatus.Follows).Distinct().OrderDescending()
            .Select(f => f ? new LegendKey(LegendMark.Box, Palette.Blue, "follows as asked") : new(LegendMark.Box, Palette.Orange, "does not as asked"));
        return Legend.Draw(page, Margin, From - 20, y + 8, keys.Append(new(LegendMark.Line, Palette.Ink, "95 % interval")));
    }

    // A name, a bar from 0 to 1 with the ends of its interval, and the same in figures.
    private static void Row(SvgPage page, string name, DrawShare share, double y, (int From, int To) scale, string fill, int decimals, int nameWidth)
    {
        double X(double value) => scale.From + (value * (scale.To - scale.From));
        page.Text(Margin, y + 4, name, nameWidth);
        page.Bar(X(0), y - 6, X(share.Share), 12, fill, $"{name}: {NumberText.Count(share.Count)} of {NumberText.Count(share.Of)} draws");
        page.Whisker(X(share.Low), X(share.High), y);
        page.Text(scale.To + 8, y + 4, Said(share, decimals), Width - scale.To - 12, 11);
    }

    private static void Scale(SvgPage page, double from, double to, double top, double bottom)
    {
        foreach (var (x, label) in new[] { (from, "0%"), (to, "100%") })
        {
            page.Line(x, top, x, bottom, Palette.Grey);
            page.Text(x, bottom + 13, label, 40, 10, "middle");
        }
    }

    private static string Said(DrawShare share, int decimals) => $"{RobustWords.Percent(share.Share, decimals)} ({RobustWords.Interval(share, decimals)})";
}
