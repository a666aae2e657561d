using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>Chooses numbers that give the same utilities after GENIUS has divided and clamped them.</summary>
internal sealed class GeniusNumbers(Scenario scenario, WriterFindings findings)
{
    private readonly bool isNative = scenario.Semantics == ScenarioSemantics.Genius;
    private readonly bool[] integer = new bool[scenario.Issues.Length];

    /// <summary>True when an issue is written as a range of whole numbers.</summary>
    public bool IsInteger(int issue) => integer[issue];

    /// <summary>Decides which ranges stay ranges: those on which every side has a straight line that GENIUS leaves alone.</summary>
    public void ChooseShapes()
    {
        for (var i = 0; i < integer.Length; i++)
        {
            if (scenario.Issues[i].Range is null) continue;
            var issue = i;
            integer[i] = scenario.Profiles.All(p => p.Issues.IsEmpty || (p.Issues[issue].Function is LinearFunction line && (isNative || Sides(line, issue) != 0)));
            if (!integer[i]) findings.Add(FormatMessages.IssueAsNames(scenario.Issues[i].Name));
        }
        foreach (var profile in scenario.Profiles)
            if (!profile.Issues.IsEmpty && (isNative ? !profile.Rectangles.IsEmpty : profile.Rectangles.Any(r => !r.Conditions.IsEmpty)))
                findings.Add(FormatMessages.MixedHasNoRoom(profile.Name));
    }

    /// <summary>A weight and a value function for one issue.</summary>
    public IssueUtility Part(ScenarioProfile profile, int issue)
    {
        var part = profile.Issues[issue];
        if (part.Function is LinearFunction line && integer[issue]) return isNative ? part : Straight(profile, part.Weight, line, issue);
        if (part.Function is TableFunction && isNative) return part;
        var heights = ProfileParts.HeightsOf(scenario.Semantics, part.Function, scenario.Issues[issue].Values.Length);
        return Table(profile, part.Weight, [.. heights.Select(h => h.ToDecimal() ?? ExactDecimal.Zero)], issue); // heights of lines and of tables as written are decimals
    }

    /// <summary>What became of an additive side's utilities: a constant is left out.</summary>
    public (Ratio Factor, Ratio Shift) Unshifted(ScenarioProfile profile)
    {
        var constant = profile.Rectangles.Aggregate(Ratio.Zero, (sum, r) => sum + Ratio.Of(r.Utility));
        if (constant.Sign != 0) findings.Add(FormatMessages.Renumbered(profile.Name, "1", (Ratio.Zero - constant).ToString()));
        return (Ratio.One, Ratio.Zero - constant);
    }

    /// <summary>The maximum to write, and what the utilities are multiplied by.</summary>
    public (ExactDecimal Maximum, Ratio Factor) Maximum(ScenarioProfile profile)
    {
        if (isNative) return (profile.RectangleMaximum ?? ExactDecimal.One, Ratio.One);
        var bound = profile.Rectangles.Where(r => r.Utility > ExactDecimal.Zero).Aggregate(ExactDecimal.Zero, (sum, r) => Decimals.Add(sum, r.Utility));
        var power = PowerAbove(bound);
        if (power == ExactDecimal.One) return (power, Ratio.One);
        var factor = Ratio.One / Ratio.Of(power);
        findings.Add(FormatMessages.Renumbered(profile.Name, factor.ToString(), "0"));
        return (power, factor);
    }

    /// <summary>The reservation value after what became of the utilities; null when there is none.</summary>
    public ExactDecimal? Reservation(ScenarioProfile profile, (Ratio Factor, Ratio Shift) change)
    {
        var value = profile.Reservation is { } number ? Ratio.Of(number) : BidUtility(profile);
        if (value is not { } utility) return null;
        var written = ((utility * change.Factor) + change.Shift).ToDecimal();
        if (written is null) findings.Add(FormatMessages.ReservationHasNoEnd(profile.Name));
        return written;
    }

    private Ratio? BidUtility(ScenarioProfile profile)
    {
        if (profile.ReservationBid.IsEmpty) return null;
        findings.Add(FormatMessages.BidAsNumber(profile.Name));
        if (ProfileParts.Of(scenario, profile) is { } parts) return parts.Sum(profile.ReservationBid);
        var sum = profile.Rectangles.Where(r => r.Conditions.All(c => Holds(c, profile.ReservationBid))).Aggregate(Ratio.Zero, (a, r) => a + Ratio.Of(r.Utility));
        if (!isNative) return sum;
        sum /= Ratio.Of(profile.RectangleMaximum ?? ExactDecimal.One);
        return sum > Ratio.One ? Ratio.One : sum;
    }

    private static bool Holds(RectangleCondition condition, ImmutableArray<int> outcome) =>
        (outcome[condition.Issue] >= condition.Low && outcome[condition.Issue] <= condition.High) != condition.Excludes;

    /// <summary>1 for a line at 0 or above throughout, -1 for one at 0 or below, 0 for one on both sides.</summary>
    private int Sides(LinearFunction line, int issue)
    {
        var (first, last) = Ends(line, issue);
        if (first >= ExactDecimal.Zero && last >= ExactDecimal.Zero) return 1;
        return first <= ExactDecimal.Zero && last <= ExactDecimal.Zero ? -1 : 0;
    }

    private (ExactDecimal First, ExactDecimal Last) Ends(LinearFunction line, int issue) =>
        (line.Offset, Decimals.Add(line.Offset, Decimals.Multiply(line.Slope, scenario.Issues[issue].Values.Length - 1)));

    /// <summary>A line brought into 0..1 by a power of ten, which the weight takes back.</summary>
    private IssueUtility Straight(ScenarioProfile profile, ExactDecimal weight, LinearFunction line, int issue)
    {
        var (first, last) = Ends(line, issue);
        var flip = Sides(line, issue) < 0;
        if (flip)
        {
            (first, last) = (Decimals.Negate(first), Decimals.Negate(last));
            findings.Add(FormatMessages.NegativeWeight(profile.Name, scenario.Issues[issue].Name));
        }
        var power = PowerAbove(first > last ? first : last);
        var shrink = ExactDecimal.Of(flip ? -1 : 1, power.ToString().Length - 1);
        return new IssueUtility(
            Decimals.Multiply(flip ? Decimals.Negate(weight) : weight, power),
            new LinearFunction(Decimals.Multiply(line.Slope, shrink), Decimals.Multiply(line.Offset, shrink)));
    }

    /// <summary>A table whose greatest number the weight takes back.</summary>
    private IssueUtility Table(ScenarioProfile profile, ExactDecimal weight, ImmutableArray<ExactDecimal> values, int issue)
    {
        var most = values.Max();
        if (most > ExactDecimal.Zero) return new IssueUtility(Decimals.Multiply(weight, most), new TableFunction(values));
        var least = values.Min();
        if (least == ExactDecimal.Zero) return new IssueUtility(weight, new TableFunction(values));
        findings.Add(FormatMessages.NegativeWeight(profile.Name, scenario.Issues[issue].Name));
        return new IssueUtility(Decimals.Multiply(weight, least), new TableFunction([.. values.Select(Decimals.Negate)]));
    }

    /// <summary>The least power of ten from 1 on that a number does not exceed.</summary>
    private static ExactDecimal PowerAbove(ExactDecimal number)
    {
        var power = BigInteger.One;
        while (ExactDecimal.Of(power, 0) < number) power *= 10;
        return ExactDecimal.Of(power, 0);
    }
}
