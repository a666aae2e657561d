using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Sums and products of finite decimals, exact.</summary>
internal static class Decimals
{
    public static ExactDecimal Add(ExactDecimal a, ExactDecimal b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return ExactDecimal.Of((a.Unscaled * BigInteger.Pow(10, scale - a.Scale)) + (b.Unscaled * BigInteger.Pow(10, scale - b.Scale)), scale);
    }

    public static ExactDecimal Negate(ExactDecimal a) => ExactDecimal.Of(-a.Unscaled, a.Scale);

    public static ExactDecimal Multiply(ExactDecimal a, ExactDecimal b) => ExactDecimal.Of(a.Unscaled * b.Unscaled, a.Scale + b.Scale);

    public static BigInteger Floor(ExactDecimal a)
    {
        var unit = BigInteger.Pow(10, a.Scale);
        var whole = BigInteger.DivRem(a.Unscaled, unit, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    public static BigInteger Ceiling(ExactDecimal a) => -Floor(Negate(a));

    /// <summary>A quotient rounded to so many digits after the point, halves away from zero.</summary>
    /// <param name="a">Above the line.</param>
    /// <param name="b">Below the line, not 0.</param>
    /// <param name="digits">Digits after the point.</param>
    public static ExactDecimal DivideRounded(ExactDecimal a, ExactDecimal b, int digits)
    {
        var (above, below) = (a.Unscaled * BigInteger.Pow(10, b.Scale + digits), b.Unscaled * BigInteger.Pow(10, a.Scale));
        var sign = above.Sign * below.Sign;
        var (quotient, rest) = BigInteger.DivRem(BigInteger.Abs(above), BigInteger.Abs(below));
        if (rest * 2 >= BigInteger.Abs(below)) quotient++;
        return ExactDecimal.Of(sign * quotient, digits);
    }
}
