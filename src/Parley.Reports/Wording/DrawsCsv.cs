using Parley.Draws;
using Parley.Robustness;
using Parley.Sensitivity;

namespace Parley.Reports.Wording;

/// <summary>What draws came to, for spreadsheets.</summary>
public static class DrawsCsv
{
    /// <summary>A line for each share, step of convergence, quantile and bin of margins; low and high are the ends of an interval, of a bin, or twice a quantile.</summary>
    public static string Text(RobustResult result)
    {
        var lines = new List<string> { "kind,name,count,of,share,low,high" };
        void Add(string kind, string name, DrawShare share) => lines.Add(string.Join(
            ',', CsvText.Cell(kind), CsvText.Cell(name), CsvText.Number(share.Count), CsvText.Number(share.Of), CsvText.Number(share.Share), CsvText.Number(share.Low), CsvText.Number(share.High)));
        foreach (var (grade, share) in result.Grades) Add("verdict", GradeWords.Slug(grade), share);
        foreach (var share in result.Tokens) Add("token", share.Name, share);
        foreach (var share in result.Deals) Add("deal", share.Name, share);
        foreach (var share in result.Binding) Add("binding", share.Name, share);
        foreach (var claim in result.Closer?.Claims ?? []) Add("claim", claim.Id, claim.Follows);
        foreach (var set in result.Closer?.BlockingSets ?? []) Add("blocking set", string.Join(' ', set.Obstacles), set.Share);
        foreach (var set in result.Closer?.CorrectionSets ?? []) Add("correction set", string.Join(' ', set.Obstacles), set.Share);
        foreach (var (draws, share) in result.Convergence) Add("deals after draws", CsvText.Number(draws), share);
        var decided = result.Draws - result.UndecidedDraws;
        foreach (var (share, margin) in result.Margin.Quantiles)
            lines.Add(string.Join(',', "margin quantile", string.Empty, string.Empty, CsvText.Number(decided), CsvText.Number(share), CsvText.Number(margin), CsvText.Number(margin)));
        foreach (var (from, to, count) in result.Margin.Bins)
            lines.Add(string.Join(',', "margin", string.Empty, CsvText.Number(count), CsvText.Number(decided), CsvText.Number((double)count / decided), CsvText.Number(from), CsvText.Number(to)));
        return CsvText.Document(lines);
    }

    /// <summary>A line for each number.</summary>
    public static string Text(SensitivityResult result)
    {
        var lines = new List<string> { "path,value,low,high,margin_at_low,verdict_at_low,margin_at_high,verdict_at_high,alone,design,design_low,design_high,worth,worth_by_chance" };
        var worth = result.Information?.Numbers.ToDictionary(n => n.Path, n => n.Value, StringComparer.Ordinal);
        foreach (var n in result.Numbers)
        {
            string?[] cells =
            [
                CsvText.Cell(n.Path), CsvText.Number(n.Value), CsvText.Number(n.AtLow.Value), CsvText.Number(n.AtHigh.Value),
                CsvText.Number(n.AtLow.Margin), Verdict(n.AtLow), CsvText.Number(n.AtHigh.Margin), Verdict(n.AtHigh),
                Optional(n.FirstOrder), Optional(n.Design?.Estimate), Optional(n.Design?.Low), Optional(n.Design?.High),
                Optional(worth?[n.Path].Value), Optional(worth?[n.Path].Chance),
            ];
            lines.Add(string.Join(',', cells));
        }

        return CsvText.Document(lines);
    }

    private static string Verdict(TornadoEnd end) => end.Grade is { } grade ? GradeWords.Slug(grade) : string.Empty;

    private static string Optional(double? value) => value is { } number ? CsvText.Number(number) : string.Empty;
}
