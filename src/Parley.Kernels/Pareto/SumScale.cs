using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>The values of all options in the smallest whole numbers that tell the same, and the way back.</summary>
/// <remarks>
/// Definition: reduced = (value - the issue's least) / unit, where the unit of a party is the greatest common divisor of what
/// is left over all issues. The order of sums, and so the frontier, stays as it is.
/// </remarks>
internal sealed class SumScale
{
    private SumScale(BigInteger[][][] values)
    {
        var parties = values[0][0].Length;
        Reduced = Array.ConvertAll(values, issue => Array.ConvertAll(issue, option => new BigInteger[parties]));
        Base = new BigInteger[parties];
        Unit = new BigInteger[parties];
        Greatest = Array.ConvertAll(values, _ => new BigInteger[parties]);
        for (var p = 0; p < parties; p++) Reduce(values, p);
    }

    public int PartyCount => Base.Length;

    /// <summary>By issue, option and party; at least 0.</summary>
    public BigInteger[][][] Reduced { get; }

    /// <summary>By party, the sum of the issues' least values.</summary>
    public BigInteger[] Base { get; }

    /// <summary>By party, at least 1.</summary>
    public BigInteger[] Unit { get; }

    /// <summary>By issue and party, the greatest reduced value.</summary>
    public BigInteger[][] Greatest { get; }

    /// <summary>Checks the shape and reduces.</summary>
    /// <exception cref="ArgumentException">No issue, an issue without options, or options with unequal numbers of parties.</exception>
    public static SumScale Of(BigInteger[][][] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0) throw new ArgumentException("There is no issue.", nameof(values));
        if (Array.Exists(values, v => v.Length == 0)) throw new ArgumentException("An issue has no options.", nameof(values));
        var parties = values[0][0].Length;
        if (parties == 0) throw new ArgumentException("There is no party.", nameof(values));
        if (Array.Exists(values, v => Array.Exists(v, o => o.Length != parties)))
            throw new ArgumentException("Options differ in the number of parties.", nameof(values));
        return new(values);
    }

    /// <summary>By party, the greatest reduced sum over the issues from <paramref name="issue"/> on.</summary>
    public BigInteger[] Reach(int issue)
    {
        var reach = new BigInteger[PartyCount];
        for (var i = issue; i < Greatest.Length; i++)
            for (var p = 0; p < reach.Length; p++) reach[p] += Greatest[i][p];
        return reach;
    }

    private void Reduce(BigInteger[][][] values, int party)
    {
        var unit = BigInteger.Zero;
        for (var i = 0; i < values.Length; i++)
        {
            var least = values[i][0][party];
            foreach (var option in values[i])
                if (option[party] < least) least = option[party];
            Base[party] += least;
            for (var o = 0; o < values[i].Length; o++)
            {
                var rest = values[i][o][party] - least;
                Reduced[i][o][party] = rest;
                if (!unit.IsOne && !rest.IsZero) unit = Divisor(unit, rest);
            }
        }

        if (unit.IsZero) unit = BigInteger.One;
        Unit[party] = unit;
        for (var i = 0; i < values.Length; i++)
        {
            var greatest = BigInteger.Zero;
            foreach (var option in Reduced[i])
            {
                if (!unit.IsOne) option[party] /= unit;
                if (option[party] > greatest) greatest = option[party];
            }

            Greatest[i][party] = greatest;
        }
    }

    // Most values are multiples of the unit found so far, which a remainder shows at less cost.
    private static BigInteger Divisor(BigInteger unit, BigInteger rest) =>
        !unit.IsZero && (rest % unit).IsZero ? unit : BigInteger.GreatestCommonDivisor(unit, rest);
}
