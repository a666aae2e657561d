using System.Globalization;
using System.Numerics;

namespace Parley.Cases.Scenarios;

/// <summary>A finite decimal as it was written, of any length: <c>Unscaled / 10^Scale</c>, without trailing zeros.</summary>
public readonly record struct ExactDecimal : IComparable<ExactDecimal>
{
    /// <summary>Digits and decimal exponent of a number at most; a longer one is refused.</summary>
    public const int MostDigits = 400;

    private ExactDecimal(BigInteger unscaled, int scale) => (Unscaled, Scale) = (unscaled, scale);

    public BigInteger Unscaled { get; }

    /// <summary>Digits after the point, at least 0.</summary>
    public int Scale { get; }

    public static ExactDecimal Zero => default;

    public static ExactDecimal One { get; } = Of(BigInteger.One, 0);

    public static implicit operator ExactDecimal(int value) => Of(value, 0);

    public static bool operator <(ExactDecimal a, ExactDecimal b) => a.CompareTo(b) < 0;

    public static bool operator >(ExactDecimal a, ExactDecimal b) => a.CompareTo(b) > 0;

    public static bool operator <=(ExactDecimal a, ExactDecimal b) => a.CompareTo(b) <= 0;

    public static bool operator >=(ExactDecimal a, ExactDecimal b) => a.CompareTo(b) >= 0;

    /// <summary>The decimal <c>unscaled / 10^scale</c>; a negative scale multiplies.</summary>
    public static ExactDecimal Of(BigInteger unscaled, int scale)
    {
        if (scale < 0) (unscaled, scale) = (unscaled * BigInteger.Pow(10, -scale), 0);
        while (scale > 0 && unscaled % 10 == 0) (unscaled, scale) = (unscaled / 10, scale - 1);
        return new(unscaled, scale);
    }

    /// <summary>Reads <c>-12.5</c>, <c>.5</c>, <c>1.0E-4</c>; false for anything else, and beyond <see cref="MostDigits"/>.</summary>
    public static bool TryParse(string? text, out ExactDecimal value)
    {
        value = Zero;
        var word = text.AsSpan().Trim();
        if (word.Length is 0 or > 2 * MostDigits) return false;
        var exponent = 0;
        if (word.IndexOfAny('e', 'E') is var e and >= 0)
        {
            if (!int.TryParse(word[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return false;
            if (exponent is > MostDigits or < -MostDigits) return false;
            word = word[..e];
        }

        var point = word.IndexOf('.');
        var decimals = point < 0 ? 0 : word.Length - point - 1;
        var digits = point < 0 ? word.ToString() : string.Concat(word[..point], word[(point + 1)..]);
        if (!digits.AsSpan().ContainsAnyInRange('0', '9')) return false;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled)) return false;
        value = Of(unscaled, decimals - exponent);
        return value.Scale <= MostDigits;
    }

    /// <summary>Less than 0 when this is the smaller, more when it is the greater.</summary>
    public int CompareTo(ExactDecimal other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return Scaled(scale).CompareTo(other.Scaled(scale));
    }

    /// <summary>Plain digits, without an exponent.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var sign = Unscaled.Sign < 0 ? "-" : string.Empty;
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }

    private BigInteger Scaled(int scale) => Unscaled * BigInteger.Pow(10, scale - Scale);
}
