using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Solutions;

/// <summary>Powers and roots of fractions.</summary>
internal static class RationalRoot
{
    private const int Bits = 24;

    public static Rational Power(Rational value, int exponent) =>
        new(BigInteger.Pow(value.Numerator, exponent), BigInteger.Pow(value.Denominator, exponent));

    /// <summary>A fraction just below the root: its power is at most the value.</summary>
    /// <param name="value">At least 0.</param>
    /// <param name="exponent">At least 1.</param>
    /// <returns>A multiple of 2^-24, the greatest that will do.</returns>
    public static Rational Below(Rational value, int exponent)
    {
        var scaled = (value.Numerator << (Bits * exponent)) / value.Denominator;
        var low = BigInteger.Zero;
        var high = BigInteger.One << (int)(scaled.GetBitLength() / exponent + 1);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (BigInteger.Pow(middle, exponent) <= scaled) low = middle;
            else high = middle;
        }

        return new(low, BigInteger.One << Bits);
    }

    /// <summary>A near fraction with at most 25 significant bits above, and a power of two below; for values above 0.</summary>
    public static Rational Short(Rational value)
    {
        var shift = Bits - (int)(value.Numerator.GetBitLength() - value.Denominator.GetBitLength());
        return shift >= 0
            ? new((value.Numerator << shift) / value.Denominator, BigInteger.One << shift)
            : new(value.Numerator / (value.Denominator << -shift) << -shift, BigInteger.One);
    }
}
