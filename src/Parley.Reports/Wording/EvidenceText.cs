using System.Globalization;

namespace Parley.Reports.Wording;

/// <summary>Figures that are no exact fractions, for reading.</summary>
public static class EvidenceText
{
    /// <summary>A fixed number of decimals.</summary>
    public static string Figure(double value, int decimals)
    {
        if (double.IsPositiveInfinity(value)) return "\u221e";
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0; // no minus before a zero
        var text = rounded.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.Replace('-', NumberText.Minus);
    }
}
