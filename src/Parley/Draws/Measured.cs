using System.Runtime.InteropServices;

namespace Parley.Draws;

/// <summary>A floating-point number and the sum of the sizes of all that went into it: what a rounding error can be at most is in proportion.</summary>
/// <param name="Value">The number.</param>
/// <param name="Size">At least its absolute value; 0 only where the number is 0 by construction.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measured(double Value, double Size)
{
    // Errors of the few hundred operations behind a number are below 1e-13 of its size.
    private const double Trust = 1e-11;

    /// <summary>What rounding can do to a number at most, as a part of its size.</summary>
    public const double Error = 1e-12;

    public static Measured Zero => default;

    public static Measured One => new(1, 1);

    /// <summary>Whether rounding could have turned the sign.</summary>
    public bool IsDoubtful => Math.Abs(Value) <= Trust * Size && Size > 0;

    public static Measured Of(double value) => new(value, Math.Abs(value));

    public static Measured operator +(Measured a, Measured b) => new(a.Value + b.Value, a.Size + b.Size);

    public static Measured operator -(Measured a, Measured b) => new(a.Value - b.Value, a.Size + b.Size);

    public static Measured operator *(Measured a, Measured b) => new(a.Value * b.Value, a.Size * b.Size);

    public static Measured operator *(Measured a, double b) => new(a.Value * b, a.Size * Math.Abs(b));

    /// <summary>The number, or 0 where it is negative.</summary>
    public Measured OrZero() => Value < 0 && !IsDoubtful ? Zero : new(Math.Max(0, Value), Size);

    /// <summary>The number within [0,1].</summary>
    public Measured Clipped()
    {
        if (Value < 0) return OrZero();
        return Value > 1 ? new(1, Math.Max(1, (this - One).IsDoubtful ? Size : 1)) : this;
    }
}

/// <summary>Decides signs, and remembers that one could not be trusted: the draw is then judged exactly.</summary>
internal sealed class Doubts
{
    /// <summary>Whether any sign asked for since the last reset could be wrong.</summary>
    public bool Any { get; private set; }

    public void Reset() => Any = false;

    public void Add() => Any = true;

    public int Sign(Measured number)
    {
        if (number.IsDoubtful) Any = true;
        return Math.Sign(number.Value);
    }
}
