using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Tests.Formats;

/// <summary>Small scenarios with everything in them that a scenario can have.</summary>
internal static class RandomScenario
{
    private static readonly string[] Odd = ["", "a: b", "\"q\"", "it's", "<&>", "  two  ", "yes", "0.50", "\u00E9\u4E2D\U0001F600", "tab\there", "line\nend", "#no", "- x", "null"];

    public static Scenario Make(Random random, ScenarioSemantics semantics)
    {
        ImmutableArray<ScenarioIssue> issues = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => Issue(random, i))];
        return new Scenario
        {
            Name = random.Next(3) == 0 ? "a \u00E9 name" : "made",
            Format = semantics == ScenarioSemantics.Genius ? ScenarioFormat.Genius : (ScenarioFormat)random.Next(1, 3),
            Semantics = semantics,
            Issues = issues,
            Profiles = [.. Enumerable.Range(0, random.Next(1, 4)).Select(p => Profile(random, $"{(char)('c' - p)}{Odd[random.Next(Odd.Length)]}", semantics, issues))],
        };
    }

    private static ScenarioIssue Issue(Random random, int number)
    {
        var name = $"i{number}{Odd[random.Next(Odd.Length)]}";
        if (random.Next(3) > 0) return new(name, [.. Enumerable.Range(0, random.Next(1, 6)).Select(v => $"{v}{Odd[random.Next(Odd.Length)]}")], null);
        var low = random.Next(-5, 6);
        var high = low + random.Next(1, 7);
        return new(name, [.. Enumerable.Range(low, high - low + 1).Select(v => v.ToString(CultureInfo.InvariantCulture))], new IntegerRange(low, high));
    }

    private static ScenarioProfile Profile(Random random, string name, ScenarioSemantics semantics, ImmutableArray<ScenarioIssue> issues)
    {
        var profile = new ScenarioProfile
        {
            Name = name,
            Reservation = random.Next(2) == 0 ? Number(random, 2) : null,
            Discount = random.Next(4) == 0 ? ExactDecimal.Of(random.Next(1, 10), 1) : null,
        };
        if (profile.Reservation is null && random.Next(3) == 0) profile = profile with { ReservationBid = [.. issues.Select(i => random.Next(i.Values.Length))] };
        if (random.Next(6) == 0 && issues.All(i => i.Range is not null))
            return profile with { Rectangles = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Rectangle(random, issues))], RectangleMaximum = semantics == ScenarioSemantics.Genius ? random.Next(1, 30) : null };
        profile = profile with { Issues = [.. issues.Select(i => new IssueUtility(Number(random, 3), Function(random, i)))] };
        return semantics == ScenarioSemantics.AsWritten && random.Next(6) == 0 ? profile with { Rectangles = [new HyperRectangle(Number(random, 1), [])] } : profile;
    }

    private static ValueFunction Function(Random random, ScenarioIssue issue)
    {
        if (issue.Range is not null && random.Next(4) > 0) return new LinearFunction(Number(random, 2), Number(random, 2));
        var kind = random.Next(4);
        return new TableFunction([.. issue.Values.Select(_ => kind == 0 ? ExactDecimal.Of(-random.Next(0, 9), 0) : kind == 1 ? Number(random, 4) : (ExactDecimal)random.Next(0, 12))]);
    }

    private static HyperRectangle Rectangle(Random random, ImmutableArray<ScenarioIssue> issues)
    {
        var conditions = ImmutableArray.CreateBuilder<RectangleCondition>();
        for (var i = 0; i < issues.Length; i++)
        {
            if (random.Next(2) == 0) continue;
            var (low, high) = (random.Next(issues[i].Values.Length), random.Next(issues[i].Values.Length));
            conditions.Add(low <= high ? new(i, low, high, random.Next(3) == 0) : new(i, 0, -1, random.Next(3) == 0));
        }
        return new(Number(random, 1), conditions.ToImmutable());
    }

    private static ExactDecimal Number(Random random, int digits) => ExactDecimal.Of(new BigInteger(random.Next(-200, 1200)), random.Next(digits + 1));
}
