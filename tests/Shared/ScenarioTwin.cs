using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Tests.Shared;

/// <summary>A fraction that is never rounded; compared by cross-multiplication.</summary>
internal readonly record struct TwinFraction(BigInteger Above, BigInteger Below) : IComparable<TwinFraction>
{
    public static TwinFraction Zero => new(0, 1);

    public static TwinFraction One => new(1, 1);

    public static TwinFraction Of(ExactDecimal value) => new TwinFraction(value.Unscaled, BigInteger.Pow(10, value.Scale)).Lowest();

    public static TwinFraction operator +(TwinFraction a, TwinFraction b) => new TwinFraction((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below).Lowest();

    public static TwinFraction operator -(TwinFraction a, TwinFraction b) => a + new TwinFraction(-b.Above, b.Below);

    public static TwinFraction operator *(TwinFraction a, TwinFraction b) => new TwinFraction(a.Above * b.Above, a.Below * b.Below).Lowest();

    public static TwinFraction operator /(TwinFraction a, TwinFraction b) =>
        new TwinFraction(a.Above * b.Below * b.Above.Sign, a.Below * BigInteger.Abs(b.Above)).Lowest();

    public int CompareTo(TwinFraction other) => (Above * other.Below).CompareTo(other.Above * Below);

    public double ToDouble() => (double)Above / (double)Below;

    public override string ToString() => $"{Above}/{Below}";

    private TwinFraction Lowest()
    {
        var common = BigInteger.GreatestCommonDivisor(Above, Below);
        return new(Above / common, Below / common);
    }
}

/// <summary>Utilities of a scenario worked out outcome by outcome, without haste.</summary>
internal static class ScenarioTwin
{
    /// <summary>The utility of an outcome, given by an index into each issue's values.</summary>
    public static TwinFraction Utility(Scenario scenario, ScenarioProfile profile, IReadOnlyList<int> outcome)
    {
        var sum = TwinFraction.Zero;
        for (var i = 0; i < profile.Issues.Length; i++) sum += Part(scenario, profile, i, outcome[i]);
        return sum + Bonus(scenario, profile, outcome);
    }

    /// <summary>What one value of an issue adds, its weight included.</summary>
    public static TwinFraction Part(Scenario scenario, ScenarioProfile profile, int issue, int value)
    {
        var genius = scenario.Semantics == ScenarioSemantics.Genius;
        var (weight, function) = profile.Issues[issue];
        switch (function)
        {
            case TableFunction table:
                var number = TwinFraction.Of(table.Values[value]);
                if (!genius) return TwinFraction.Of(weight) * number;
                var most = table.Values.Max();
                return most <= ExactDecimal.Zero ? TwinFraction.Zero : TwinFraction.Of(weight) * number / TwinFraction.Of(most);
            case LinearFunction line:
                var height = (TwinFraction.Of(line.Slope) * new TwinFraction(value, 1)) + TwinFraction.Of(line.Offset);
                if (genius && height.CompareTo(TwinFraction.Zero) < 0) height = TwinFraction.Zero;
                if (genius && height.CompareTo(TwinFraction.One) > 0) height = TwinFraction.One;
                return TwinFraction.Of(weight) * height;
            default:
                throw new ArgumentException($"{function.GetType().Name} is no value function.", nameof(profile));
        }
    }

    /// <summary>The utility of no agreement; null when it is not stated.</summary>
    public static TwinFraction? Reservation(Scenario scenario, ScenarioProfile profile) =>
        profile.Reservation is { } value ? TwinFraction.Of(value)
        : profile.ReservationBid.IsEmpty ? null
        : Utility(scenario, profile, profile.ReservationBid);

    private static TwinFraction Bonus(Scenario scenario, ScenarioProfile profile, IReadOnlyList<int> outcome)
    {
        if (profile.Rectangles.IsEmpty) return TwinFraction.Zero;
        var sum = TwinFraction.Zero;
        foreach (var rectangle in profile.Rectangles)
            if (rectangle.Conditions.All(c => (outcome[c.Issue] >= c.Low && outcome[c.Issue] <= c.High) != c.Excludes))
                sum += TwinFraction.Of(rectangle.Utility);
        if (scenario.Semantics != ScenarioSemantics.Genius) return sum;
        if (profile.RectangleMaximum is { } most) sum /= TwinFraction.Of(most);
        return sum.CompareTo(TwinFraction.One) > 0 ? TwinFraction.One : sum;
    }
}
