using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Pareto;

namespace Parley.Kernels.Solutions;

/// <summary>A space of packages, the least that each party must have, and what a whole unit is worth to it.</summary>
/// <remarks>
/// Definition: the gain of party p is <c>g_p = (u_p - r_p) unit_p</c>, with u_p its value in the space and r_p its reservation.
/// A package is individually rational when no gain is below 0.
/// </remarks>
public sealed class BargainingSpace
{
    /// <param name="space">The packages.</param>
    /// <param name="reservations">By party, in units of the space.</param>
    /// <param name="units">By party, above 0: the utility of one whole unit; null is 1 for all.</param>
    /// <exception cref="ArgumentException">A list has another length than there are parties, or a unit is not above 0.</exception>
    public BargainingSpace(IValuedPackages space, IReadOnlyList<Rational> reservations, IReadOnlyList<Rational>? units = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(reservations);
        units ??= [.. Enumerable.Repeat(Rational.One, space.PartyCount)];
        if (reservations.Count != space.PartyCount) throw new ArgumentException("One reservation for each party is needed.", nameof(reservations));
        if (units.Count != space.PartyCount) throw new ArgumentException("One unit for each party is needed.", nameof(units));
        if (units.Any(u => u.Sign <= 0)) throw new ArgumentException("Units must be above 0.", nameof(units));
        (Space, Reservations, Units) = (space, [.. reservations], [.. units]);
    }

    public IValuedPackages Space { get; }

    public int PartyCount => Reservations.Count;

    public IReadOnlyList<Rational> Reservations { get; }

    public IReadOnlyList<Rational> Units { get; }

    /// <summary>By party, in its utility.</summary>
    public Rational[] Gains(IReadOnlyList<BigInteger> values) => [.. values.Select((v, p) => ((Rational)v - Reservations[p]) * Units[p])];

    /// <summary>Whether all have at least their reservation.</summary>
    public bool IsRational(IReadOnlyList<BigInteger> values)
    {
        for (var p = 0; p < values.Count; p++)
            if (values[p] < Reservations[p]) return false;
        return true;
    }

    /// <summary>Whole weights on values that rank packages as the given weights on gains do.</summary>
    internal BigInteger[] WeightsOnValues(IReadOnlyList<Rational> weights)
    {
        Rational[] onValues = [.. weights.Select((w, p) => w * Units[p])];
        var multiple = Rational.CommonDenominator(onValues);
        var whole = Array.ConvertAll(onValues, w => w.Times(multiple));
        var divisor = whole.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return divisor > 1 ? Array.ConvertAll(whole, w => w / divisor) : whole;
    }

    /// <summary>The condition that the weighted sum of gains is at least so much.</summary>
    /// <param name="weights">By party, at least 0, not all 0.</param>
    /// <param name="least">In utility.</param>
    internal LinearCut Cut(IReadOnlyList<Rational> weights, Rational least)
    {
        var whole = WeightsOnValues(weights);
        var p = Array.FindIndex(whole, w => !w.IsZero);
        var factor = whole[p] / (weights[p] * Units[p]);
        var bound = least * factor;
        for (var q = 0; q < whole.Length; q++) bound += whole[q] * Reservations[q];
        return new(whole, bound.Ceiling());
    }

    /// <summary>The condition that a party gains at least so much.</summary>
    internal LinearCut Floor(int party, Rational least) => Cut(Only(party), least);

    internal Rational[] Only(int party)
    {
        var weights = new Rational[PartyCount];
        weights[party] = Rational.One;
        return weights;
    }
}
