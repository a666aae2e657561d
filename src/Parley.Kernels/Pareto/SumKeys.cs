using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>Vectors of reduced values, each packed into one integer.</summary>
/// <remarks>
/// Layout: the first party highest; each party has a field as wide as the greatest sum needs, and above it a guard bit that is
/// 0. As no sum outgrows its field, adding two keys adds the vectors; the order of keys is the order of vectors, the first
/// party first; and one vector is at least another in every party exactly when, with the guards of the first raised,
/// subtracting the other borrows from none of them.
/// </remarks>
internal sealed class SumKeys<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly int[] _shifts;
    private readonly T[] _lows;

    /// <param name="bits">By party, the width of its field.</param>
    public SumKeys(int[] bits)
    {
        _shifts = new int[bits.Length];
        _lows = new T[bits.Length];
        Guards = T.Zero;
        var shift = 0;
        for (var p = bits.Length - 1; p >= 0; p--)
        {
            _shifts[p] = shift;
            _lows[p] = (T.One << bits[p]) - T.One;
            shift += bits[p];
            Guards |= T.One << shift;
            shift++;
        }
    }

    public int PartyCount => _shifts.Length;

    /// <summary>The guard bits of all parties.</summary>
    public T Guards { get; }

    /// <summary>How many bits keys need: less than those of the integer without its sign.</summary>
    public static int Bits(int[] bits) => bits.Sum() + bits.Length;

    public int Shift(int party) => _shifts[party];

    /// <summary>All ones, as many as the field is wide.</summary>
    public T Low(int party) => _lows[party];

    /// <summary>The bits of a party's field, in place.</summary>
    public T InPlace(int party) => _lows[party] << _shifts[party];

    public T Field(T key, int party) => (key >>> _shifts[party]) & _lows[party];

    /// <param name="fields">By party, at least 0; each at most one more than its field can hold.</param>
    public T Pack(ReadOnlySpan<BigInteger> fields)
    {
        var key = T.Zero;
        for (var p = 0; p < fields.Length; p++) key += T.CreateChecked(fields[p]) << _shifts[p];
        return key;
    }

    /// <summary>Whether the first is at least the second for every party.</summary>
    public bool Covers(T first, T second) => (((first | Guards) - second) & Guards) == Guards;
}
