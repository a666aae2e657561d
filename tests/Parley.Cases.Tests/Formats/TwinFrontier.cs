using System.Numerics;
using Parley.Cases.Scenarios;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Formats;

/// <summary>The undominated utilities of two sides with additive profiles, issue by issue.</summary>
internal static class TwinFrontier
{
    public static IReadOnlyList<(TwinFraction First, TwinFraction Second)> Of(Scenario scenario)
    {
        var scales = scenario.Profiles.Select(p => Scale(scenario, p)).ToList();
        var points = new List<(BigInteger First, BigInteger Second)> { (0, 0) };
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            var parts = Enumerable.Range(0, scenario.Issues[i].Values.Length)
                .Select(v => (First: Whole(scenario, 0, i, v, scales[0]), Second: Whole(scenario, 1, i, v, scales[1]))).ToList();
            points = Undominated(points.SelectMany(p => parts.Select(q => (p.First + q.First, p.Second + q.Second))));
        }
        return [.. points.Select(p => (new TwinFraction(p.First, scales[0]), new TwinFraction(p.Second, scales[1])))];
    }

    private static BigInteger Whole(Scenario scenario, int side, int issue, int value, BigInteger scale)
    {
        var part = ScenarioTwin.Part(scenario, scenario.Profiles[side], issue, value);
        return part.Above * (scale / part.Below);
    }

    private static BigInteger Scale(Scenario scenario, ScenarioProfile profile)
    {
        var scale = BigInteger.One;
        for (var i = 0; i < scenario.Issues.Length; i++)
        {
            for (var v = 0; v < scenario.Issues[i].Values.Length; v++)
            {
                var below = ScenarioTwin.Part(scenario, profile, i, v).Below;
                scale *= below / BigInteger.GreatestCommonDivisor(scale, below);
            }
        }
        return scale;
    }

    private static List<(BigInteger First, BigInteger Second)> Undominated(IEnumerable<(BigInteger First, BigInteger Second)> points)
    {
        var kept = new List<(BigInteger First, BigInteger Second)>();
        foreach (var point in points.OrderByDescending(p => p.First).ThenByDescending(p => p.Second))
            if (kept.Count == 0 || point.Second > kept[^1].Second)
                kept.Add(point);
        return kept;
    }
}
