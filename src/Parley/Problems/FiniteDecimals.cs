using System.Numerics;

namespace Parley.Problems;

/// <summary>When fractions are finite decimals.</summary>
internal static class FiniteDecimals
{
    /// <summary>The least whole number that turns fractions with a denominator into finite decimals.</summary>
    public static BigInteger Multiplier(BigInteger denominator)
    {
        while (denominator % 2 == 0) denominator /= 2;
        while (denominator % 5 == 0) denominator /= 5;
        return denominator;
    }

    /// <summary>The least power of ten that a finite decimal's denominator divides, and its exponent.</summary>
    public static (BigInteger Power, int Exponent) PowerOfTen(BigInteger denominator)
    {
        var (power, exponent) = (BigInteger.One, 0);
        for (; power % denominator != 0; exponent++) power *= 10;
        return (power, exponent);
    }
}
