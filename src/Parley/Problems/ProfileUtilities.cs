using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Scenarios;
using Parley.Kernels.Exact;

namespace Parley.Problems;

/// <summary>One side's utilities as whole numbers over a common denominator.</summary>
/// <remarks>
/// The parts of a utility: weight times value function for each issue (GENIUS: a table divided by its greatest entry, a line
/// clamped to 0..1), and the rectangles (GENIUS: divided by the stated maximum, their sum clamped to at most 1).
/// A table whose greatest entry is not above 0 is worth 0 throughout.
/// </remarks>
internal sealed class ProfileUtilities
{
    private readonly ScenarioSemantics _semantics;
    private readonly Rational[][] _parts;
    private readonly Rational _rectangleUnit;

    public ProfileUtilities(Scenario scenario, ScenarioProfile profile)
    {
        _semantics = scenario.Semantics;
        _parts = [.. scenario.Issues.Select((issue, i) => profile.Issues.IsEmpty ? new Rational[issue.Values.Length] : Part(issue, profile.Issues[i]))];
        var isNormalised = _semantics == ScenarioSemantics.Genius && !profile.Rectangles.IsEmpty;
        _rectangleUnit = isNormalised && profile.RectangleMaximum is { } most ? Rational.One / Exact(most) : Rational.One;
        Rectangles = [.. profile.Rectangles];
        if (!profile.Issues.IsEmpty) TakeConstants();
        Denominator = Rational.CommonDenominator(
            _parts.SelectMany(p => p).Concat(Rectangles.Select(r => Exact(r.Utility) * _rectangleUnit)).Append(Rational.One));
        Cap = isNormalised && profile.Issues.IsEmpty ? Denominator : null;
        LeastPossible = _parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Aggregate(Rational.Min))
            + Rectangles.Aggregate(Rational.Zero, (sum, r) => sum + Rational.Min(0, Exact(r.Utility) * _rectangleUnit));
        Reservation = profile.Reservation is { } stated
            ? Exact(stated)
            : profile.ReservationBid.IsEmpty ? Rational.Min(0, LeastPossible) : Of(profile.ReservationBid.AsSpan());
    }

    /// <summary>The rectangles that depend on the outcome.</summary>
    public ImmutableArray<HyperRectangle> Rectangles { get; private set; }

    /// <summary>Common denominator of all parts, at least 1.</summary>
    public BigInteger Denominator { get; }

    /// <summary>The most that counts, in whole units: 1 for a normalised sum of rectangles.</summary>
    public BigInteger? Cap { get; }

    /// <summary>A utility that no outcome is below.</summary>
    public Rational LeastPossible { get; }

    /// <summary>The utility of no agreement; where none is stated 0, or the least possible if that is below 0.</summary>
    public Rational Reservation { get; }

    public BigInteger Whole(int issue, int value) => _parts[issue][value].Times(Denominator);

    public BigInteger Whole(HyperRectangle rectangle) => (Exact(rectangle.Utility) * _rectangleUnit).Times(Denominator);

    // A rectangle without conditions is had by every outcome: it goes to the first issue, so that sums stay sums.
    private void TakeConstants()
    {
        var constant = Rectangles.Where(r => r.Conditions.IsEmpty).Aggregate(Rational.Zero, (sum, r) => sum + (Exact(r.Utility) * _rectangleUnit));
        _parts[0] = Array.ConvertAll(_parts[0], v => v + constant);
        Rectangles = Rectangles.RemoveAll(r => r.Conditions.IsEmpty);
    }

    private Rational Of(ReadOnlySpan<int> outcome)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < outcome.Length; i++) sum += _parts[i][outcome[i]];
        foreach (var rectangle in Rectangles)
        {
            var isIn = true;
            foreach (var c in rectangle.Conditions) isIn &= (outcome[c.Issue] >= c.Low && outcome[c.Issue] <= c.High) != c.Excludes;
            if (isIn) sum += Exact(rectangle.Utility) * _rectangleUnit;
        }

        return Cap is null ? sum : Rational.Min(sum, Rational.One);
    }

    private Rational[] Part(ScenarioIssue issue, IssueUtility utility)
    {
        var weight = Exact(utility.Weight);
        return utility.Function switch
        {
            TableFunction table => Table([.. table.Values.Select(Exact)], weight),
            LinearFunction line => [.. issue.Values.Select((_, k) => weight * Line(line, k))],
            _ => throw new System.Diagnostics.UnreachableException("A value function is a table or a line."),
        };
    }

    private Rational[] Table(Rational[] values, Rational weight)
    {
        var scale = Rational.One;
        if (_semantics == ScenarioSemantics.Genius) scale = values.Aggregate(Rational.Max) is { Sign: > 0 } greatest ? Rational.One / greatest : Rational.Zero;
        return Array.ConvertAll(values, v => v * scale * weight);
    }

    private Rational Line(LinearFunction line, int steps)
    {
        var value = (Exact(line.Slope) * steps) + Exact(line.Offset);
        return _semantics == ScenarioSemantics.Genius ? value.Clamp(0, 1) : value;
    }

    private static Rational Exact(ExactDecimal number) => new(number.Unscaled, BigInteger.Pow(10, number.Scale));
}
