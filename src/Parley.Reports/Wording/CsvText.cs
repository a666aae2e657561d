using System.Globalization;

namespace Parley.Reports.Wording;

/// <summary>Cells of tables that spreadsheets open.</summary>
internal static class CsvText
{
    /// <summary>A text that no spreadsheet takes for a formula: where it begins like one, an apostrophe stands before it. Quote marks are doubled.</summary>
    public static string Cell(string? text)
    {
        var flat = (text ?? string.Empty).ReplaceLineEndings(" ").Replace('\t', ' ');
        if (flat.TrimStart() is { Length: > 0 } first && (first[0] is '=' or '+' or '-' or '@' or '|' or '%' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')) flat = "'" + flat;
        return flat.IndexOfAny([',', ';', '"']) < 0 ? flat : $"\"{flat.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A decimal of a case.</summary>
    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A figure, to twelve significant digits; empty where it is infinite.</summary>
    public static string Number(double value) => double.IsFinite(value) ? NumberText.Significant(NumberText.Fraction(value)) : string.Empty;

    /// <summary>An exact figure, likewise.</summary>
    public static string Number(Kernels.Exact.Rational value) => NumberText.Significant(value);

    /// <summary>A count.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines with the line ends that the format asks for.</summary>
    public static string Document(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\r\n"));
}
