using System.Globalization;

namespace Parley.Cases.Text;

/// <summary>Decimals as they are written in names and messages: invariant, without needless zeros.</summary>
internal static class DecimalText
{
    public static string Of(decimal value) => Normal(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same value without trailing zeros.</summary>
    public static decimal Normal(decimal value) => value / 1.0000000000000000000000000000m;

    public static bool TryParse(string? text, out decimal value)
    {
        value = 0m;
        return text is { Length: > 0 and < 24 }
            && decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && Math.Abs(value) <= CaseLimits.Magnitude
            && value == Math.Round(value, CaseLimits.Decimals);
    }
}
