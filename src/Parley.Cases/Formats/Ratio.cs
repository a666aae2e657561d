using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>A fraction in lowest terms, its lower part above 0.</summary>
internal readonly record struct Ratio
{
    private readonly BigInteger above;
    private readonly BigInteger below;

    public Ratio(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        (this.above, this.below) = (above / common, below / common);
    }

    public static Ratio Zero => new(0, 1);

    public static Ratio One => new(1, 1);

    public BigInteger Above => above;

    public BigInteger Below => below.IsZero ? 1 : below;

    public int Sign => above.Sign;

    public static Ratio Of(ExactDecimal value) => new(value.Unscaled, BigInteger.Pow(10, value.Scale));

    public static Ratio operator +(Ratio a, Ratio b) => new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Ratio operator -(Ratio a, Ratio b) => new((a.Above * b.Below) - (b.Above * a.Below), a.Below * b.Below);

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Above * b.Above, a.Below * b.Below);

    /// <summary>The quotient; the second must not be 0.</summary>
    public static Ratio operator /(Ratio a, Ratio b) => new(a.Above * b.Below, a.Below * b.Above);

    public static bool operator <(Ratio a, Ratio b) => a.Above * b.Below < b.Above * a.Below;

    public static bool operator >(Ratio a, Ratio b) => b < a;

    public static bool operator <=(Ratio a, Ratio b) => !(b < a);

    public static bool operator >=(Ratio a, Ratio b) => !(a < b);

    /// <summary>The part of the lower number that keeps the fraction from being a finite decimal; 1 when it is one.</summary>
    public BigInteger Endless
    {
        get
        {
            var rest = Below;
            while (rest % 10 == 0) rest /= 10;
            while (rest % 5 == 0) rest /= 5;
            while (rest % 2 == 0) rest /= 2;
            return rest;
        }
    }

    /// <summary>The fraction as a finite decimal; null when it has no end.</summary>
    public ExactDecimal? ToDecimal()
    {
        var (rest, twos, fives) = (Below, 0, 0);
        for (; rest % 2 == 0; rest /= 2) twos++;
        for (; rest % 5 == 0; rest /= 5) fives++;
        if (!rest.IsOne) return null;
        var scale = Math.Max(twos, fives);
        return ExactDecimal.Of(Above * BigInteger.Pow(2, scale - twos) * BigInteger.Pow(5, scale - fives), scale);
    }

    public override string ToString() => ToDecimal() is { } number ? number.ToString() : $"{Above}/{Below}";
}
