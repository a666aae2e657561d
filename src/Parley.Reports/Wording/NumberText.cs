using System.Globalization;
using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Reports.Wording;

/// <summary>Exact fractions as decimals for people: rounded once, half away from zero, with a true minus.</summary>
public static class NumberText
{
    /// <summary>The minus sign of all tables and sentences.</summary>
    public const char Minus = '\u2212';

    private const int SignificantDigits = 12;

    // Beyond it a figure does not fit a decimal.
    private const double MostDecimal = 7e28;

    /// <summary>A fixed number of decimals; a negative value keeps its sign even where it rounds to zero.</summary>
    public static string Fixed(Rational value, int decimals)
    {
        var digits = RoundedMagnitude(value, decimals).ToString(CultureInfo.InvariantCulture);
        if (decimals > 0)
        {
            digits = digits.PadLeft(decimals + 1, '0');
            digits = $"{digits[..^decimals]}.{digits[^decimals..]}";
        }

        return value.Sign < 0 ? Minus + digits : digits;
    }

    /// <summary>As <see cref="Fixed"/>, with a plus before what is positive.</summary>
    public static string WithSign(Rational value, int decimals) =>
        value.Sign > 0 ? "+" + Fixed(value, decimals) : Fixed(value, decimals);

    /// <summary>Value points, two decimals, signed.</summary>
    public static string Points(Rational value) => WithSign(value, 2);

    /// <summary>The margin, three decimals, signed.</summary>
    public static string Margin(Rational value) => WithSign(value, 3);

    /// <summary>A share as a percentage with one decimal.</summary>
    public static string Share(Rational value)
    {
        var percent = value * 100;
        return percent.Sign > 0 && RoundedMagnitude(percent, 1).IsZero ? "<0.1%" : Fixed(percent, 1) + "%";
    }

    /// <summary>A chance as a whole percentage.</summary>
    public static string Chance(Rational value) => Fixed(value * 100, 0) + "%";

    /// <summary>A count with a thin grouping of thousands.</summary>
    public static string Count(BigInteger value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A decimal of the case as it would be typed, without trailing zeros.</summary>
    public static string Typed(decimal value) =>
        value.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary>Twelve significant digits for machines: ASCII, no trailing zeros, valid JSON.</summary>
    public static string Significant(Rational value)
    {
        if (value.IsZero) return "0";
        var (digits, exponent) = SignificantMagnitude(value);
        var text = digits.ToString(CultureInfo.InvariantCulture);
        exponent += text.Length;
        text = text.TrimEnd('0');
        var sign = value.Sign < 0 ? "-" : string.Empty;
        return exponent switch
        {
            > 21 or < -6 => ScientificText(sign, text, exponent - 1),
            <= 0 => $"{sign}0.{new string('0', -exponent)}{text}",
            _ when text.Length <= exponent => sign + text.PadRight(exponent, '0'),
            _ => $"{sign}{text[..exponent]}.{text[exponent..]}",
        };
    }

    /// <summary>A finite figure as a fraction, to 15 significant digits.</summary>
    public static Rational Fraction(double value) => Math.Abs(value) < MostDecimal ? (Rational)(decimal)value : new BigInteger(value);

    /// <summary>The square root to 24 decimals; of a perfect square of a decimal, exactly.</summary>
    public static Rational Root(Rational squared)
    {
        var unit = BigInteger.Pow(10, 24);
        var target = squared.Numerator * unit * unit / squared.Denominator;
        if (target.IsZero) return Rational.Zero;
        // Newton's steps fall until the root is reached.
        var root = BigInteger.One << (int)((target.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (target / root)) / 2;
            if (next >= root) return new(root, unit);
            root = next;
        }
    }

    private static string ScientificText(string sign, string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{exponent}");
    }

    /// <summary>The magnitude as digits times a power of ten, digits having exactly twelve places.</summary>
    private static (BigInteger Digits, int Exponent) SignificantMagnitude(Rational value)
    {
        var bits = value.Numerator.GetBitLength() - value.Denominator.GetBitLength();
        var exponent = (int)Math.Floor(bits * 0.30102999566398120) - SignificantDigits;
        var low = BigInteger.Pow(10, SignificantDigits - 1);
        var high = low * 10;
        var digits = RoundedMagnitude(value, -exponent);
        while (digits >= high) digits = RoundedMagnitude(value, -++exponent);
        while (digits < low) digits = RoundedMagnitude(value, -(--exponent));
        return (digits, exponent);
    }

    private static BigInteger RoundedMagnitude(Rational value, int decimals)
    {
        var numerator = BigInteger.Abs(value.Numerator);
        var denominator = value.Denominator;
        if (decimals >= 0) numerator *= BigInteger.Pow(10, decimals);
        else denominator *= BigInteger.Pow(10, -decimals);
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
