using Parley.Draws;
using Parley.Reports.Wording;
using Parley.Robustness;
using Parley.Verdict;

namespace Parley.Reports.Pictures;

/// <summary>How sure a verdict is, as a drawing: the margin over all draws, the verdicts, how the share of deals settled, and the claims.</summary>
public static class RobustPicture
{
    private const int Width = 760;
    private const int Left = 56;
    private const int Right = 730;
    private const int ClaimRow = 17;

    /// <summary>The drawing, SVG.</summary>
    public static string Svg(RobustResult result, CaseWords words)
    {
        var claims = result.Closer?.Claims ?? [];
        var page = new SvgPage(words.CaseTitle, RobustWords.Summary(result, words), Width, claims.IsEmpty ? 560 : 610 + (ClaimRow * claims.Length));
        Margins(page, result, 60, 260);
        Verdicts(page, result, words, 330);
        Convergence(page, result, 330, 500);
        for (var k = 0; k < claims.Length; k++) Claim(page, claims[k], 590 + (ClaimRow * k));
        if (!claims.IsEmpty) page.Text(10, 568, $"How often each claim follows, in {NumberText.Count(result.Closer!.Draws)} draws");
        return page.Svg();
    }

    private static void Margins(SvgPage page, RobustResult result, int top, int bottom)
    {
        page.Text(10, top - 12, $"The margin in {NumberText.Count(result.Draws)} draws: at or above 0 there is a deal");
        var bins = result.Margin.Bins;
        if (bins.IsEmpty) return;
        var (low, high) = (Math.Min(bins[0].From, Math.Min(0, result.AsAskedMargin)), Math.Max(bins[^1].To, Math.Max(0, result.AsAskedMargin)));
        double X(double margin) => Left + ((margin - low) / Math.Max(1e-9, high - low) * (Right - Left));
        var most = bins.Max(b => b.Count);
        foreach (var bin in bins)
        {
            var tip = $"{EvidenceText.Figure(bin.From, 3)} to {EvidenceText.Figure(bin.To, 3)}: {NumberText.Count(bin.Count)} draws";
            page.Bar(X(bin.From) + 0.5, bottom - ((double)bin.Count / most * (bottom - top - 14)), X(bin.To) - 0.5, bottom, bin.From >= 0 ? SvgPage.Green : SvgPage.Pale, tip);
        }

        page.Line(Left, bottom, Right, bottom);
        page.Line(X(0), top, X(0), bottom + 5, dashed: true);
        page.Text(X(0), bottom + 18, "0", "middle", 11);
        page.Line(X(result.AsAskedMargin), top + 8, X(result.AsAskedMargin), bottom + 5, SvgPage.Orange, 2);
        page.Text(X(result.AsAskedMargin), bottom + 32, $"as asked {EvidenceText.Figure(result.AsAskedMargin, 3)}", X(result.AsAskedMargin) > 600 ? "end" : "middle", 11);
        foreach (var (share, margin) in result.Margin.Quantiles.Where(q => q.Share is 0.05 or 0.95))
        {
            if (Math.Abs(X(margin) - X(0)) > 40) page.Text(X(margin), bottom + 18, $"{RobustWords.Percent(share, 0)}: {EvidenceText.Figure(margin, 3)}", "middle", 11);
            page.Line(X(margin), bottom, X(margin), bottom + 5);
        }
    }

    private static void Verdicts(SvgPage page, RobustResult result, CaseWords words, int top)
    {
        const int Start = 110;
        const int End = 300;
        page.Text(10, top - 4, "The verdict over all draws");
        var y = top + 20;
        foreach (var (grade, share) in result.Grades.Reverse())
        {
            var name = GradeWords.Of(grade, true, words.Model);
            double X(double at) => Start + (at * (End - Start));
            page.Text(Start - 8, y + 4, name, "end");
            page.Bar(Start, y - 8, X(share.Share), y + 8, grade == Grade.Deal ? SvgPage.Green : grade == Grade.Tokens ? SvgPage.Blue : SvgPage.Pale, $"{name}: {RobustWords.Percent(share.Share, 2)} ({RobustWords.Interval(share, 2)})");
            page.Line(X(share.Low), y, X(share.High), y, SvgPage.Ink, 1.5);
            page.Text(X(share.High) + 6, y + 4, RobustWords.Percent(share.Share, 2), size: 11);
            y += 34;
        }

        page.Text(10, y + 14, "Black: 95 % interval.", size: 11);
    }

    private static void Convergence(SvgPage page, RobustResult result, int top, int bottom)
    {
        const int Start = 440;
        page.Text(Start - 40, top - 4, "Share of deals as draws were added");
        var points = result.Convergence;
        var most = Math.Max(0.001, points.Max(p => p.Deals.High));
        var (first, last) = (Math.Log10(points[0].Draws), Math.Log10(points[^1].Draws));
        double X(long draws) => last - first < 1e-9 ? Start : Start + ((Math.Log10(draws) - first) / (last - first) * (Right - 20 - Start));
        double Y(double share) => bottom - (share / most * (bottom - top - 14));
        foreach (var share in new[] { 0, most / 2, most })
        {
            page.Line(Start, Y(share), Right - 20, Y(share), SvgPage.Faint);
            page.Text(Start - 6, Y(share) + 4, RobustWords.Percent(share), "end", 11);
        }

        page.Area([.. points.Select(p => (X(p.Draws), Y(p.Deals.High))), .. points.Reverse().Select(p => (X(p.Draws), Y(p.Deals.Low)))], "#d6e6f2");
        page.Path(points.Select(p => (X(p.Draws), Y(p.Deals.Share))), SvgPage.Blue);
        foreach (var (draws, deals) in points)
        {
            page.Dot(X(draws), Y(deals.Share), SvgPage.Blue, $"{NumberText.Count(draws)} draws: {RobustWords.Percent(deals.Share, 2)} ({RobustWords.Interval(deals, 2)})");
            if (draws.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '1' || draws == points[^1].Draws) page.Text(X(draws), bottom + 18, NumberText.Count(draws), "middle", 11);
        }
    }

    private static void Claim(SvgPage page, ClaimShare claim, int y)
    {
        const int Start = 110;
        const int End = 680;
        double X(double at) => Start + (at * (End - Start));
        var share = claim.Follows;
        page.Text(Start - 8, y + 4, SvgPage.Cut(claim.Id, 16), "end", 11);
        page.Bar(Start, y - 5, X(share.Share), y + 5, share.Share >= 0.9 ? SvgPage.Blue : SvgPage.Pale, $"{claim.Id}: {RobustWords.Percent(share.Share)} ({RobustWords.Interval(share)})");
        page.Line(X(share.Low), y, X(share.High), y, SvgPage.Ink, 1.5);
        page.Text(X(1) + 8, y + 4, RobustWords.Percent(share.Share), size: 11);
    }
}
