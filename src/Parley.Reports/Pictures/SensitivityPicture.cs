using Parley.Reports.Wording;
using Parley.Sensitivity;
using Parley.Verdict;

namespace Parley.Reports.Pictures;

/// <summary>What a verdict hangs on, as a drawing: a tornado of the margin, and each number's share of its spread.</summary>
public static class SensitivityPicture
{
    private const int Width = 900;
    private const int Most = 15;
    private const int Row = 30;
    private const int Top = 86;

    /// <summary>The drawing, SVG.</summary>
    public static string Svg(SensitivityResult result, CaseWords words)
    {
        var numbers = SensitivityWords.Ranked(result).Take(Most).ToList();
        var page = new SvgPage(words.CaseTitle, SensitivityWords.Summary(result, words), Width, Top + (Row * numbers.Count) + 66);
        var bottom = Top + (Row * numbers.Count);
        Tornado(page, result, numbers, bottom);
        Shares(page, result, numbers, bottom);
        for (var k = 0; k < numbers.Count; k++)
        {
            var y = Top + (Row * k) + 12;
            var (head, tail) = Split(NumberWords.Of(numbers[k].Path, words));
            page.Text(10, y, SvgPage.Cut(head, 52), size: 11);
            page.Text(10, y + 12, SvgPage.Cut(tail.Length > 0 ? tail : numbers[k].Path, 56), size: 10);
        }

        return page.Svg();
    }

    // The last part of a name says most; it gets a line of its own.
    private static (string Head, string Tail) Split(string name)
    {
        var colon = name.LastIndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (name, string.Empty) : (name[..colon], name[(colon + 2)..]);
    }

    private static void Tornado(SvgPage page, SensitivityResult result, List<NumberSensitivity> numbers, int bottom)
    {
        const int Start = 330;
        const int End = 640;
        page.Text(Start, 48, "Margin with this number alone at the ends of its range");
        page.Text(Start, 64, "orange: low end, blue: high end; at or above 0 a deal", size: 11);
        var margins = numbers.SelectMany(n => new[] { n.AtLow.Margin, n.AtHigh.Margin }).Append(result.Margin).Append(0).ToList();
        var (low, high) = (margins.Min(), margins.Max());
        double X(double margin) => Start + ((margin - low) / Math.Max(1e-9, high - low) * (End - Start));
        page.Line(X(0), Top - 8, X(0), bottom, dashed: true);
        for (var k = 0; k < numbers.Count; k++)
        {
            var (number, y) = (numbers[k], Top + (Row * k) + 6);
            End_(number.AtLow, SvgPage.Orange, y);
            End_(number.AtHigh, SvgPage.Blue, y + 9);
        }

        page.Line(X(result.Margin), Top - 8, X(result.Margin), bottom);
        page.Text(X(0), bottom + 16, "0", "middle", 11);
        page.Text(X(result.Margin), bottom + (Math.Abs(X(0) - X(result.Margin)) < 60 ? 30 : 16), $"as asked {EvidenceText.Figure(result.Margin, 3)}", "middle", 11);

        void End_(TornadoEnd end, string colour, double y)
        {
            var verdict = end.Grade == result.Grade ? string.Empty : $", {GradeWords.Slug(end.Grade)}";
            page.Bar(X(result.Margin), y, X(end.Margin), y + 8, colour, $"at {NumberText.Typed((decimal)end.Value)}: margin {EvidenceText.Figure(end.Margin, 3)}{verdict}");
        }
    }

    private static void Shares(SvgPage page, SensitivityResult result, List<NumberSensitivity> numbers, int bottom)
    {
        const int Start = 690;
        const int End = 880;
        if (result.TooFewDraws && result.Design == SensitivityDesign.None) return;
        page.Text(Start, 48, "Share of the margin's spread");
        var isShare = result.Design is SensitivityDesign.TotalIndices or SensitivityDesign.ShapleyEffects;
        page.Text(Start, 64, "dot: alone" + (isShare ? $"; line: {SensitivityWords.Design(result.Design)}, 95 %" : string.Empty), size: 11);
        var most = numbers.Max(n => Math.Max(n.FirstOrder ?? 0, isShare ? n.Design?.High ?? 0 : 0));
        if (most <= 0) return;
        double X(double share) => Start + (Math.Max(0, share) / most * (End - Start));
        foreach (var share in new[] { 0, most / 2, most })
        {
            page.Line(X(share), Top - 8, X(share), bottom, SvgPage.Faint);
            page.Text(X(share), bottom + 16, RobustWords.Percent(share, 0), share == most ? "end" : "middle", 11);
        }

        for (var k = 0; k < numbers.Count; k++)
        {
            var (number, y) = (numbers[k], Top + (Row * k) + 12);
            if (isShare && number.Design is { } design)
            {
                page.Line(X(design.Low), y, X(design.High), y, SvgPage.Ink, 1.5);
                page.Line(X(design.Estimate), y - 5, X(design.Estimate), y + 5, SvgPage.Ink, 1.5);
            }

            if (number.FirstOrder is { } alone) page.Dot(X(alone), y, SvgPage.Blue, $"alone {RobustWords.Percent(alone)}");
        }
    }
}
