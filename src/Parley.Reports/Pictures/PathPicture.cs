using Parley.Dynamics;
using Parley.Reports.Wording;

namespace Parley.Reports.Pictures;

/// <summary>The expected path as a fan: the median, and where half and nine tenths of all paths are.</summary>
public static class PathPicture
{
    private const int MostTicks = 12;

    /// <summary>The drawing, SVG.</summary>
    /// <exception cref="ArgumentException">The path has no quantiles.</exception>
    public static string Svg(PathResult result, CaseWords words)
    {
        var path = result.Path;
        if (!path.HasQuantiles) throw new ArgumentException("The path has no quantiles.", nameof(result));
        var levels = path.Points.SelectMany(p => p.Ordinary.Quantiles.Concat(p.WithMomentous.Quantiles)).Append(path.Drift.Start).Select(IndexWords.Height).ToList();
        var chart = new IndexChart(words.CaseTitle, string.Join(' ', IndexWords.Summary(result)), 0, path.Points.Length, levels);
        chart.Fan(path, [.. Enumerable.Range(0, path.Points.Length + 1).Select(n => (double)n)]);
        var start = (0.0, IndexWords.Height(path.Drift.Start));
        List<LegendKey> keys = [.. IndexChart.FanKeys];
        if (!result.Momentous.IsEmpty)
        {
            keys.Add(new(LegendMark.DashedLine, Palette.Vermilion, "nine in ten with momentous events"));
            foreach (var quantile in new[] { 0, IndexPath.Shares.Length - 1 })
                chart.Line([start, .. path.Points.Select(p => ((double)p.Quarter, IndexWords.Height(p.WithMomentous.Quantiles[quantile])))], Palette.Vermilion, 1.5, isDashed: true);
        }

        var every = (path.Points.Length + MostTicks - 1) / MostTicks;
        for (var n = 0; n <= path.Points.Length; n += every) chart.Tick(n, n == 0 ? "now" : result.Ends is { } ends ? IndexWords.Day(ends[n - 1])[..7] : $"{n}");
        return chart.Svg(keys, result.Momentous.IsEmpty
            ? "No event of the case is momentous."
            : "Solid: without momentous events. Dashed: with them, as often as the case expects them.");
    }
}
