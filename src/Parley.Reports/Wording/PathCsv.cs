using System.Globalization;
using Parley.Dynamics;

namespace Parley.Reports.Wording;

/// <summary>An expected path for spreadsheets: one line for each quarter, levels not clipped.</summary>
public static class PathCsv
{
    public static string Text(PathResult result)
    {
        string[] band = ["mean", "variance", .. IndexPath.Shares.Select(Name)];
        var head = string.Join(',', ["quarter", "until", .. band, .. band.Select(b => "momentous_" + b), "change", "change_with_pairs"]);
        return CsvText.Document(result.Path.Points.Select(p => Line(result, p)).Prepend(head));
    }

    /// <summary>What a quantile is called: "p05".</summary>
    internal static string Name(double share) => string.Create(CultureInfo.InvariantCulture, $"p{(int)Math.Round(share * 100):00}");

    private static string Line(PathResult result, PathPoint point) => string.Join(
        ',',
        [
            CsvText.Number((long)point.Quarter),
            result.Ends is { } ends ? IndexWords.Day(ends[point.Quarter - 1]) : string.Empty,
            .. Band(point.Ordinary),
            .. Band(point.WithMomentous),
            CsvText.Number(result.Changes.ChanceAlone[point.Quarter - 1]),
            CsvText.Number(result.Changes.ChanceWithPairs[point.Quarter - 1]),
        ]);

    private static IEnumerable<string> Band(PathBand band) =>
    [
        CsvText.Number(band.Mean),
        CsvText.Number(band.Variance),
        .. band.Quantiles.IsEmpty ? IndexPath.Shares.Select(_ => string.Empty) : band.Quantiles.Select(CsvText.Number),
    ];
}
