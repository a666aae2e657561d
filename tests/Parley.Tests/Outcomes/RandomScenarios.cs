using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Scenarios;

namespace Parley.Tests.Outcomes;

/// <summary>Small random scenarios of every kind: two to five sides, ties, zero weights, negative values, rectangles.</summary>
internal static class RandomScenarios
{
    public static Scenario Make(int seed)
    {
        var random = new Random(seed);
        var semantics = random.Next(2) == 0 ? ScenarioSemantics.Genius : ScenarioSemantics.AsWritten;
        var issues = Enumerable.Range(0, 1 + random.Next(4)).Select(i => Issue(random, i)).ToImmutableArray();
        var mayHaveRectangles = random.Next(3) == 0;
        return new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"random-{seed}"),
            Format = ScenarioFormat.Genius,
            Semantics = semantics,
            Issues = issues,
            Profiles = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(p => Profile(random, p, issues, semantics, mayHaveRectangles && random.Next(3) > 0))],
        };
    }

    private static ScenarioIssue Issue(Random random, int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"issue{index}");
        var count = 1 + random.Next(4);
        var low = random.Next(3) - 1;
        return random.Next(3) == 0
            ? new(name, [.. Enumerable.Range(low, count).Select(v => v.ToString(CultureInfo.InvariantCulture))], new(low, low + count - 1))
            : new(name, [.. Enumerable.Range(0, count).Select(v => string.Create(CultureInfo.InvariantCulture, $"value{v}"))], null);
    }

    private static ScenarioProfile Profile(Random random, int index, ImmutableArray<ScenarioIssue> issues, ScenarioSemantics semantics, bool hasRectangles)
    {
        var mayBeNegative = semantics == ScenarioSemantics.AsWritten && random.Next(2) == 0;
        var profile = new ScenarioProfile
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"side{index}"),
            Reservation = random.Next(3) switch { 0 => (ExactDecimal?)null, 1 => Number(random, 60, 2), _ => Number(random, 100, 2) },
        };
        if (random.Next(6) == 0) profile = profile with { Reservation = null, ReservationBid = [.. issues.Select(i => random.Next(i.Values.Length))] };
        return hasRectangles
            ? profile with
            {
                Rectangles = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Rectangle(random, issues, mayBeNegative))],
                RectangleMaximum = random.Next(4) == 0 ? null : 10 + random.Next(60),
            }
            : profile with
            {
                Issues = [.. issues.Select(i => new IssueUtility(Number(random, 50, 2), Function(random, i, mayBeNegative)))],
                Rectangles = semantics == ScenarioSemantics.AsWritten && random.Next(6) == 0 ? [new(Number(random, 9, 1), [])] : [],
            };
    }

    private static ValueFunction Function(Random random, ScenarioIssue issue, bool mayBeNegative) => issue.Range is not null && random.Next(2) == 0
        ? new LinearFunction(Number(random, 60, 2, -30), Number(random, 100, 2))
        : new TableFunction([.. issue.Values.Select(_ => Number(random, 9, 0, mayBeNegative ? -4 : 0))]);

    private static HyperRectangle Rectangle(Random random, ImmutableArray<ScenarioIssue> issues, bool mayBeNegative) => new(
        Number(random, 40, 0, mayBeNegative ? -20 : 0),
        [
            .. Enumerable.Range(0, 1 + random.Next(3)).Select(_ =>
            {
                var issue = random.Next(issues.Length);
                var count = issues[issue].Values.Length;
                return new RectangleCondition(issue, random.Next(count), random.Next(count), random.Next(4) == 0);
            }),
        ]);

    private static ExactDecimal Number(Random random, int range, int decimals, int from = 0) => ExactDecimal.Of(from + random.Next(range), decimals);
}
