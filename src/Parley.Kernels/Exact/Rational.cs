using System.Globalization;
using System.Numerics;

namespace Parley.Kernels.Exact;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
/// <remarks>
/// Both parts are 64-bit integers as long as they fit, unbounded ones beyond. Cost: one greatest common divisor per operation at most;
/// meant for compiling and reporting, not for inner loops.
/// </remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(k => (long)BigInteger.Pow(10, k))];

    private readonly long _numerator;
    private readonly long _denominatorMinusOne; // so that default(Rational) is 0/1
    private readonly Parts? _large; // null where both parts fit 64 bits

    // In lowest terms already.
    private Rational(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorMinusOne = denominator - 1;
    }

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        if (!divisor.IsOne)
        {
            numerator /= divisor;
            denominator /= divisor;
        }

        if (Fits(numerator) && Fits(denominator))
        {
            _numerator = (long)numerator;
            _denominatorMinusOne = (long)denominator - 1;
        }
        else
        {
            _large = new(numerator, denominator);
        }
    }

    public static Rational Zero => default;

    public static Rational One { get; } = new(1L, 1L);

    public BigInteger Numerator => _large?.Numerator ?? _numerator;

    public BigInteger Denominator => _large?.Denominator ?? SmallDenominator;

    public int Sign => _large is { } large ? large.Numerator.Sign : Math.Sign(_numerator);

    public bool IsZero => _large is null && _numerator == 0;

    private long SmallDenominator => _denominatorMinusOne + 1;

    public static implicit operator Rational(int value) => new(value, 1L);

    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The exact value of a finite decimal.</summary>
    public static explicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] == 0 && bits[1] >= 0 && scale < PowersOfTen.Length)
        {
            var small = (long)bits[1] << 32 | (uint)bits[0];
            return Reduced(bits[3] < 0 ? -small : small, PowersOfTen[scale]);
        }

        var mantissa = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        if (bits[3] < 0) mantissa = -mantissa;
        return new(mantissa, BigInteger.Pow(10, scale));
    }

    public static explicit operator double(Rational value) => value.ToDouble();

    public static Rational operator +(Rational a, Rational b)
    {
        if (a.IsZero) return b;
        if (b.IsZero) return a;
        if (a._large is not null || b._large is not null)
            return new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);
        var (c, d) = (a.SmallDenominator, b.SmallDenominator);
        return c == d
            ? Reduced((Int128)a._numerator + b._numerator, c)
            : Reduced((Int128)a._numerator * d + (Int128)b._numerator * c, (Int128)c * d);
    }

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) =>
        a._large is null && a._numerator != long.MinValue ? new(-a._numerator, a.SmallDenominator) : new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b)
    {
        if (a.IsZero || b.IsZero) return Zero;
        return a._large is null && b._large is null
            ? Reduced((Int128)a._numerator * b._numerator, (Int128)a.SmallDenominator * b.SmallDenominator)
            : new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    }

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
        var common = 1L;
        BigInteger? large = null;
        foreach (var value in values)
        {
            if (large is null && value._large is null)
            {
                var step = value.SmallDenominator / (long)GreatestCommonDivisor((ulong)common, (ulong)value.SmallDenominator);
                if (Fits((Int128)common * step))
                {
                    common *= step;
                    continue;
                }
            }

            var known = large ?? common;
            large = known / BigInteger.GreatestCommonDivisor(known, value.Denominator) * value.Denominator;
        }

        return large ?? common;
    }

    /// <summary>The value times a multiple of its denominator.</summary>
    /// <param name="multiple">A multiple of the denominator, such as <see cref="CommonDenominator"/>.</param>
    public BigInteger Times(BigInteger multiple) =>
        _large is null && Fits(multiple) ? (Int128)_numerator * ((long)multiple / SmallDenominator) : Numerator * (multiple / Denominator);

    /// <summary>The greatest whole number that is at most the value.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least whole number that is at least the value.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The value moved into [low, high].</summary>
    public Rational Clamp(Rational low, Rational high) => this < low ? low : this > high ? high : this;

    public int CompareTo(Rational other)
    {
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        return _large is null && other._large is null
            ? ((Int128)_numerator * other.SmallDenominator).CompareTo((Int128)other._numerator * SmallDenominator)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    public bool Equals(Rational other) =>
        _numerator == other._numerator && _denominatorMinusOne == other._denominatorMinusOne && Equals(_large, other._large);

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorMinusOne, _large);

    // The denominator is positive.
    private static Rational Reduced(Int128 numerator, Int128 denominator)
    {
        if (denominator == Int128.One && Fits(numerator)) return new((long)numerator, 1L);
        if (!Fits(numerator) || !Fits(denominator)) return new(numerator, (BigInteger)denominator);
        var (n, d) = ((long)numerator, (long)denominator);
        var divisor = (long)GreatestCommonDivisor((ulong)Math.Abs(n), (ulong)d);
        return divisor == 1 ? new(n, d) : new(n / divisor, d / divisor);
    }

    // Binary, both operands below 2^63, the second not 0.
    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        if (a == 0) return b;
        var twos = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        do
        {
            b >>= BitOperations.TrailingZeroCount(b);
            if (a > b) (a, b) = (b, a);
            b -= a;
        }
        while (b != 0);
        return a << twos;
    }

    private static bool Fits(Int128 value) => value <= long.MaxValue && value >= -long.MaxValue;

    private static bool Fits(BigInteger value) => value <= long.MaxValue && value >= -long.MaxValue;

    /// <summary>The nearest double, right to the last place or next to it, for any size of fraction.</summary>
    public double ToDouble()
    {
        if (IsZero) return 0;
        if (_large is null && Math.Abs(_numerator) <= 1L << 53 && SmallDenominator <= 1L << 53) return (double)_numerator / SmallDenominator;
        // Scale so that the quotient has 64 significant bits, then let the framework scale back.
        var shift = (int)(64 - (Numerator.GetBitLength() - Denominator.GetBitLength()));
        var quotient = shift >= 0 ? (Numerator << shift) / Denominator : Numerator / (Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }

    /// <summary>The nearest decimal; exact for fractions that have at most 28 digits.</summary>
    /// <exception cref="OverflowException">The numerator or denominator has more than 28 digits.</exception>
    public decimal ToDecimal() => (decimal)Numerator / (decimal)Denominator;

    /// <summary><c>numerator/denominator</c>, or the integer alone.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private sealed record Parts(BigInteger Numerator, BigInteger Denominator);
}
