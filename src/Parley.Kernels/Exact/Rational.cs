using System.Globalization;
using System.Numerics;

namespace Parley.Kernels.Exact;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
/// <remarks>Cost: one greatest common divisor per operation; meant for compiling and reporting, not for inner loops.</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominatorMinusOne; // so that default(Rational) is 0/1

    private Rational(BigInteger numerator, BigInteger denominator, bool reduced)
    {
        if (!reduced)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (denominator.Sign < 0) divisor = -divisor;
            if (!divisor.IsOne)
            {
                numerator /= divisor;
                denominator /= divisor;
            }
        }

        Numerator = numerator;
        _denominatorMinusOne = denominator - BigInteger.One;
    }

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
        : this(numerator, denominator.IsZero ? throw new DivideByZeroException() : denominator, reduced: false)
    {
    }

    public static Rational Zero => default;

    public static Rational One { get; } = new(1, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorMinusOne + BigInteger.One;

    public int Sign => Numerator.Sign;

    public bool IsZero => Numerator.IsZero;

    public static implicit operator Rational(int value) => new(value, BigInteger.One, reduced: true);

    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One, reduced: true);

    /// <summary>The exact value of a finite decimal.</summary>
    public static explicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        if (bits[3] < 0) mantissa = -mantissa;
        return new(mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static explicit operator double(Rational value) => value.ToDouble();

    public static Rational operator +(Rational a, Rational b) =>
        a.IsZero ? b : b.IsZero ? a : new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator, reduced: true);

    public static Rational operator *(Rational a, Rational b) =>
        a.IsZero || b.IsZero ? Zero : new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is zero.</exception>
    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <summary>The least positive integer that makes every value whole when multiplied; 1 for none.</summary>
    public static BigInteger CommonDenominator(IEnumerable<Rational> values)
    {
        var common = BigInteger.One;
        foreach (var value in values)
            if (!(common % value.Denominator).IsZero)
                common = common / BigInteger.GreatestCommonDivisor(common, value.Denominator) * value.Denominator;
        return common;
    }

    /// <summary>The value times a multiple of its denominator.</summary>
    /// <param name="multiple">A multiple of the denominator, such as <see cref="CommonDenominator"/>.</param>
    public BigInteger Times(BigInteger multiple) => Numerator * (multiple / Denominator);

    /// <summary>The value moved into [low, high].</summary>
    public Rational Clamp(Rational low, Rational high) => this < low ? low : this > high ? high : this;

    public int CompareTo(Rational other)
    {
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    public bool Equals(Rational other) =>
        Numerator == other.Numerator && _denominatorMinusOne == other._denominatorMinusOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorMinusOne);

    /// <summary>The nearest double, right to the last place or next to it, for any size of fraction.</summary>
    public double ToDouble()
    {
        if (IsZero) return 0;
        // Scale so that the quotient has 64 significant bits, then let the framework scale back.
        var shift = (int)(64 - (Numerator.GetBitLength() - Denominator.GetBitLength()));
        var quotient = shift >= 0 ? (Numerator << shift) / Denominator : Numerator / (Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }

    /// <summary>The nearest decimal; exact for fractions that have at most 28 digits.</summary>
    /// <exception cref="OverflowException">The numerator or denominator has more than 28 digits.</exception>
    public decimal ToDecimal() => (decimal)Numerator / (decimal)Denominator;

    /// <summary><c>numerator/denominator</c>, or the integer alone.</summary>
    public override string ToString() => _denominatorMinusOne.IsZero
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
