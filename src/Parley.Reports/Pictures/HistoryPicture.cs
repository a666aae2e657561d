using Parley.History;
using Parley.Kernels.Exact;
using Parley.Reports.Wording;

namespace Parley.Reports.Pictures;

/// <summary>The relationship index over time, with what moved it, and where it is expected to go.</summary>
public static class HistoryPicture
{
    private const int MostTicks = 9;
    private const int MostLabels = 60;

    private static readonly int[] MonthsApart = [3, 6, 12, 60, 120, 600, 1200];

    /// <summary>The drawing, SVG.</summary>
    /// <exception cref="ArgumentException">Nothing has happened.</exception>
    public static string Svg(HistoryResult history, CaseWords words)
    {
        if (history.End is not { } end) throw new ArgumentException("Nothing has happened.", nameof(history));
        var path = history.Expected;
        List<double> moments = [end.DayNumber, .. path.Points.Select(p => end.DayNumber + (p.Quarter * 1461.0 / 16))];
        var first = history.Periods[0].Start;
        List<Rational> levels = [history.Before, history.Now, .. history.Events.Select(e => e.After)];
        if (path.HasQuantiles) levels.AddRange(path.Points.SelectMany(p => p.Ordinary.Quantiles));
        var chart = new IndexChart(words.CaseTitle, string.Join(' ', IndexWords.Summary(history)), first.DayNumber, moments[^1], [.. levels.Select(IndexWords.Height)]);
        if (path.HasQuantiles) chart.Fan(path, moments);
        Ticks(chart, first, (int)moments[^1]);
        chart.Line([(first.DayNumber, IndexWords.Height(history.Before)), .. history.Events.SelectMany(Step), (end.DayNumber, IndexWords.Height(history.Now))], Palette.Ink, 1.5);
        for (var k = 0; k < history.Events.Length; k++) Mark(chart, history.Events[k], k, history.Events.Length <= MostLabels);
        return chart.Svg(
            [new(LegendMark.Dot, Palette.Sky, "a gain"), new(LegendMark.Dot, Palette.Vermilion, "a loss"), new(LegendMark.Dot, Palette.Paper, "an event without an effect"), .. path.HasQuantiles ? IndexChart.FanKeys : []],
            "Events are numbered as in the table. Behind the last of them: the expected path without momentous events.");
    }

    private static IEnumerable<(double, double)> Step(HistoryRow row) =>
        [(row.Event.Day.DayNumber, IndexWords.Height(row.Before)), (row.Event.Day.DayNumber, IndexWords.Height(row.After))];

    private static void Mark(IndexChart chart, HistoryRow row, int k, bool isLabelled)
    {
        var sign = row.Effect?.Sign ?? 0;
        var fill = sign > 0 ? Palette.Sky : sign < 0 ? Palette.Vermilion : Palette.Paper;
        var change = row.Effect is { } effect ? $" ({IndexWords.Change(effect)})" : string.Empty;
        chart.Mark(row.Event.Day.DayNumber, IndexWords.Height(row.After), fill, $"{row.Event.Date}: {IndexWords.Name(row)}{change}", isLabelled ? $"{k + 1}" : string.Empty);
    }

    // Quarters, half years, years or decades, whichever are few enough.
    private static void Ticks(IndexChart chart, DateOnly first, int last)
    {
        var months = MonthsApart.FirstOrDefault(m => (last - first.DayNumber) / (m * 30.4) <= MostTicks, 6000);
        var start = new DateOnly(first.Year, months >= 12 ? 1 : ((first.Month - 1) / months * months) + 1, 1);
        for (var day = start; day.DayNumber <= last && day.Year < 9000; day = day.AddMonths(months))
        {
            if (day >= first) chart.Tick(day.DayNumber, IndexWords.Day(day)[..(months >= 12 ? 4 : 7)]);
        }
    }
}
