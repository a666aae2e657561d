using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Tests.Exact;

public class RationalTests
{
    private const int Draws = 5_000;

    [Fact]
    public void Fractions_are_kept_in_lowest_terms_with_a_positive_denominator() => ForAll((a, _, _) =>
    {
        Assert.True(a.Denominator.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne);
        Assert.Equal(a, new Rational(a.Numerator * -6, a.Denominator * -6));
        Assert.Equal(a.GetHashCode(), new Rational(a.Numerator * -6, a.Denominator * -6).GetHashCode());
    });

    [Fact]
    public void The_field_laws_hold() => ForAll((a, b, c) =>
    {
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal((a + b) + c, a + (b + c));
        Assert.Equal((a * b) * c, a * (b * c));
        Assert.Equal(a * (b + c), a * b + a * c);
        Assert.Equal(a, a + 0);
        Assert.Equal(a, a * Rational.One);
        Assert.Equal(Rational.Zero, a - a);
        Assert.Equal(a - b, -(b - a));
        if (!b.IsZero) Assert.Equal(a, a / b * b);
    });

    [Fact]
    public void The_order_is_total_and_goes_with_the_sign_of_the_difference() => ForAll((a, b, c) =>
    {
        var order = Math.Sign(a.CompareTo(b));
        Assert.Equal((a - b).Sign, order);
        Assert.Equal(-order, Math.Sign(b.CompareTo(a)));
        Assert.Equal((order < 0, order <= 0, order == 0, order >= 0, order > 0), (a < b, a <= b, a == b, a >= b, a > b));
        Assert.Equal(order != 0, a != b);
        if (a <= b && b <= c) Assert.True(a <= c);
        Assert.Equal(a, Rational.Min(a, b) == a ? a : Rational.Max(a, b));
        Assert.Equal(a + b, Rational.Min(a, b) + Rational.Max(a, b));
    });

    [Fact]
    public void Clamping_moves_a_value_to_the_nearest_place_of_an_interval() => ForAll((a, b, c) =>
    {
        var (low, high) = (Rational.Min(b, c), Rational.Max(b, c));
        var clamped = a.Clamp(low, high);
        Assert.True(low <= clamped && clamped <= high);
        Assert.Equal(Rational.Max(low, Rational.Min(high, a)), clamped);
        Assert.Equal(clamped, clamped.Clamp(low, high));
    });

    [Fact]
    public void A_double_is_right_to_the_last_place_or_next_to_it() => ForAll((a, b, _) =>
    {
        foreach (var value in new[] { a, b, a * b, a * a * a * b, a / (1 + b * b) })
        {
            var nearest = value.ToDouble();
            Assert.Equal(value.Sign, Math.Sign(nearest));
            Assert.True(Exactly(Math.BitDecrement(nearest)) < value, $"{value} as {nearest:R}");
            Assert.True(value < Exactly(Math.BitIncrement(nearest)), $"{value} as {nearest:R}");
        }
    });

    [Fact]
    public void Doubles_keep_the_order() => ForAll((a, b, _) =>
    {
        // Quotients are cut, not rounded, at 64 bits: never past the other.
        if (a < b) Assert.True(a.ToDouble() <= b.ToDouble(), $"{a} {b}");
    });

    [Theory]
    [InlineData(1, 4, 0.25)]
    [InlineData(-1, 3, -1.0 / 3)]
    [InlineData(0, 7, 0.0)]
    [InlineData(1_000_000_007, 1, 1_000_000_007.0)]
    public void Small_fractions_become_the_double_one_would_write(int numerator, int denominator, double expected) =>
        Assert.Equal(expected, new Rational(numerator, denominator).ToDouble(), 1e-15 * Math.Abs(expected));

    [Fact]
    public void Fractions_of_huge_numbers_become_doubles_all_the_same()
    {
        var huge = BigInteger.Pow(10, 5_000);

        Assert.Equal(0.5, new Rational(huge, huge * 2).ToDouble());
        Assert.Equal(double.PositiveInfinity, new Rational(huge, 3).ToDouble());
        Assert.Equal(0.0, new Rational(-3, huge).ToDouble());
    }

    [Fact]
    public void A_decimal_is_taken_over_exactly()
    {
        var random = new Random(4);
        decimal[] chosen = [0m, 0.0m, 1m, -1m, 0.1m, -0.3333m, 1.10m, decimal.MaxValue, decimal.MinValue, 1e-28m, 79228162514264337593543950.335m];
        foreach (var value in chosen.Concat(Enumerable.Range(0, Draws).Select(_ => Any(random))))
        {
            var exact = (Rational)value;
            Assert.Equal(Parsed(value), exact);
            Assert.Equal(Math.Sign(value), exact.Sign);
        }
    }

    [Fact]
    public void A_common_denominator_makes_every_value_whole_and_no_smaller_one_does() => ForAll((a, b, c) =>
    {
        var common = Rational.CommonDenominator([a, b, c]);
        foreach (var value in new[] { a, b, c })
        {
            Assert.True((common % value.Denominator).IsZero);
            Assert.Equal(value * common, value.Times(common));
        }

        Assert.Equal(BigInteger.One, new[] { a, b, c }.Aggregate(BigInteger.Zero, (gcd, v) => BigInteger.GreatestCommonDivisor(gcd, common / v.Denominator)));
    });

    [Fact]
    public void A_fraction_that_is_a_decimal_becomes_that_decimal()
    {
        var random = new Random(5);
        for (var draw = 0; draw < Draws; draw++)
        {
            var value = decimal.Round((decimal)random.NextInt64(-1_000_000_000_000, 1_000_000_000_000) / 100_000_000m, 8);
            Assert.Equal(value, ((Rational)value).ToDecimal());
        }
    }

    [Fact]
    public void The_default_is_zero_and_nothing_is_divided_by_it()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Equal("0", default(Rational).ToString());
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / default(Rational));
    }

    [Fact]
    public void Text_is_an_integer_or_a_fraction()
    {
        Assert.Equal("-3", new Rational(6, -2).ToString());
        Assert.Equal("-3/2", new Rational(6, -4).ToString());
    }

    // The decimal's own digits, read one by one.
    private static Rational Parsed(decimal value)
    {
        var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        return new Rational(digits, BigInteger.Pow(10, point < 0 ? 0 : text.Length - point - 1));
    }

    private static decimal Any(Random random) =>
        new(random.Next(), random.Next(), random.Next(3) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29));

    private static Rational Exactly(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        BigInteger mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) exponent++;
        else mantissa |= BigInteger.One << 52;
        if (bits < 0) mantissa = -mantissa;
        exponent -= 1075;
        return exponent >= 0 ? new(mantissa << exponent, 1) : new(mantissa, BigInteger.One << -exponent);
    }

    private static void ForAll(Action<Rational, Rational, Rational> law)
    {
        var random = new Random(3);
        for (var k = 0; k < Draws; k++) law(Draw(random), Draw(random), Draw(random));
    }

    // Small numbers that often meet, and large ones.
    private static Rational Draw(Random random) => random.Next(5) switch
    {
        0 => random.Next(-3, 4),
        1 => new Rational(random.Next(-12, 13), random.Next(1, 13)),
        2 => new Rational(random.NextInt64(), random.NextInt64(1, long.MaxValue)),
        3 => new Rational(AtTheEdge(random) * (random.Next(2) * 2 - 1), random.Next(2) == 0 ? AtTheEdge(random) : random.Next(1, 4)), // of 64 bits
        _ => new Rational(Large(random) * (random.Next(2) * 2 - 1), Large(random)),
    };

    private static BigInteger AtTheEdge(Random random) => (BigInteger.One << random.Next(62, 65)) + random.Next(-2, 3);

    private static BigInteger Large(Random random)
    {
        var bytes = new byte[random.Next(1, 32)]; // products of four stay within the range of a double
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) + 1;
    }
}
