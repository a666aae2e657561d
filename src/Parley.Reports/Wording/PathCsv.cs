using System.Globalization;
using System.Text;
using Parley.Dynamics;
using Parley.Kernels.Exact;

namespace Parley.Reports.Wording;

/// <summary>An expected path for spreadsheets: one line for each quarter, levels not clipped.</summary>
public static class PathCsv
{
    public static string Text(PathResult result)
    {
        var shares = IndexPath.Shares.Select(Name).ToList();
        string[] band = ["mean", "variance", .. shares];
        var text = new StringBuilder();
        text.AppendJoin(',', ["quarter", "until", .. band, .. band.Select(b => "momentous_" + b), "change", "change_with_pairs"]).Append('\n');
        foreach (var point in result.Path.Points)
        {
            text.AppendJoin(',',
            [
                point.Quarter.ToString(CultureInfo.InvariantCulture),
                result.Ends is { } ends ? IndexWords.Day(ends[point.Quarter - 1]) : string.Empty,
                .. Band(point.Ordinary),
                .. Band(point.WithMomentous),
                NumberText.Significant((Rational)(decimal)result.Changes.ChanceAlone[point.Quarter - 1]),
                NumberText.Significant((Rational)(decimal)result.Changes.ChanceWithPairs[point.Quarter - 1]),
            ]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What a quantile is called: "p05".</summary>
    internal static string Name(double share) => string.Create(CultureInfo.InvariantCulture, $"p{(int)Math.Round(share * 100):00}");

    private static IEnumerable<string> Band(PathBand band) =>
    [
        NumberText.Significant(band.Mean),
        NumberText.Significant(band.Variance),
        .. band.Quantiles.IsEmpty ? IndexPath.Shares.Select(_ => string.Empty) : band.Quantiles.Select(NumberText.Significant),
    ];
}
