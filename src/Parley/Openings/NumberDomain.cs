using Parley.Cases.Model;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;

namespace Parley.Openings;

/// <summary>How far a number may be moved, and what that costs (docs/model.md, 36 and 37).</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
internal readonly record struct NumberDomain(Rational Low, Rational High)
{
    public static NumberDomain Of(CaseModel model, CaseNumber number)
    {
        var value = (Rational)number.Number.Coefficient;
        var (low, high) = number.Number.Range is { } range ? ((Rational)range.Low, (Rational)range.High) : (value, value);
        switch (number.Kind)
        {
            case NumberKind.Delivery:
                return new(0, 1);
            case NumberKind.Parameter:
                return number.Number.Range is not null && low.Sign >= 0 && high <= 1
                    ? new(0, 1)
                    : new(Rational.Min(-100, low), Rational.Max(100, high));
            case NumberKind.Weight:
                return new(0, Rational.Max(new(3, 2), 2 * value));
            case NumberKind.MinGain when IsRatifier(model, number.Path):
            case NumberKind.Effect or NumberKind.NoDeal:
                return new(-100, 100);
            case NumberKind.Votes or NumberKind.VotesNeeded:
                return new(0, model.Parties.Where(p => p.Role == PartyRole.Bloc && p.Votes is not null)
                    .Aggregate(Rational.Zero, (sum, p) => sum + (Rational)p.Votes!.Coefficient)); // checked in the line above
            case NumberKind.Points or NumberKind.Breakpoint:
                var reach = Rational.Max(100, 2 * Rational.Max(value, -value));
                return new(value - reach, value + reach);
            default:
                return new(0, 100);
        }
    }

    /// <summary>What a change costs in distances to the end of the plausible range on its side; null where there is no such distance.</summary>
    /// <param name="number">The number.</param>
    /// <param name="to">Where it is moved.</param>
    /// <param name="upwards">Its side.</param>
    public static Rational? CostOf(CaseNumber number, Rational to, bool upwards)
    {
        if (number.Kind is NumberKind.Threshold or NumberKind.MinGain || number.Number.Range is not { } range) return null;
        var value = (Rational)number.Number.Coefficient;
        var distance = upwards ? (Rational)range.High - value : value - (Rational)range.Low;
        if (distance.Sign <= 0) return null;
        return (upwards ? to - value : value - to) / distance;
    }

    private static bool IsRatifier(CaseModel model, string path) =>
        model.Parties.Any(p => path == $"{p.Name}.min_gain" && p.Role != PartyRole.Negotiator);
}
