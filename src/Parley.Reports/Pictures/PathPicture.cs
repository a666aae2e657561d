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
        if (!result.Momentous.IsEmpty)
        {
            foreach (var quantile in new[] { 0, IndexPath.Shares.Length - 1 })
                chart.Line([start, .. path.Points.Select(p => ((double)p.Quarter, IndexWords.Height(p.WithMomentous.Quantiles[quantile])))], "stroke=\"#D55E00\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"");
        }

        var every = (path.Points.Length + MostTicks - 1) / MostTicks;
        for (var n = 0; n <= path.Points.Length; n += every) chart.Tick(n, n == 0 ? "now" : result.Ends is { } ends ? IndexWords.Day(ends[n - 1])[..7] : $"{n}");
        return chart.Svg(
            "Line: median. Dark: half of all paths; pale: nine in ten. Without momentous events.",
            result.Momentous.IsEmpty ? "No event of the case is momentous." : "Dashed: nine in ten with momentous events, as often as the case expects them.");
    }
}
