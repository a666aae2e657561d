using System.Collections.Immutable;
using Parley.Cases.Evidence;

namespace Parley.Tests.Evidence;

/// <summary>Small evidence made at random.</summary>
internal static class GeneratedEvidence
{
    private static readonly string[] Topics = ["land", "money", "war", "sport"];

    public static CaseEvidence Make(Random random) => new()
    {
        Case = "trade",
        Speakers = [.. Enumerable.Range(0, 5).Select(k => new Speaker { Name = $"s{k}", Reliability = random.Next(0, 21) / 20m })],
        Reports = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Report(random))],
        Meetings = [.. Enumerable.Range(0, random.Next(0, 6)).Select(k => Meeting(random, k))],
        Observations = [.. Enumerable.Range(0, random.Next(1, 6)).Select(k => Observation(random, k))],
        Forecasts = [.. Enumerable.Range(0, random.Next(0, 12)).Select(k => Forecast(random, k))],
    };

    private static Report Report(Random random) =>
        new() { About = $"r{random.Next(2)}", Asserts = random.Next(2) == 0, Chain = Chain(random), Bias = (Bias)random.Next(3) };

    private static ImmutableArray<string> Chain(Random random)
    {
        var names = Enumerable.Range(0, 5).Select(k => $"s{k}").ToArray();
        random.Shuffle(names);
        if (random.Next(2) == 0) names = ["s0", .. names.Where(n => n != "s0")];
        return [.. names.Take(random.Next(1, 4))];
    }

    private static Meeting Meeting(Random random, int k)
    {
        var left = 20;
        var topics = ImmutableArray.CreateBuilder<MeetingTopic>();
        foreach (var topic in Topics)
        {
            var share = topic == Topics[^1] ? left : random.Next(0, left + 1);
            left -= share;
            if (share > 0) topics.Add(new(topic, share / 20m, (MeetingOutcome)random.Next(3)));
        }

        return new() { Name = $"m{k}", Held = random.Next(4) > 0, Topics = topics.ToImmutable() };
    }

    private static Observation Observation(Random random, int k)
    {
        var isSeen = random.Next(2) == 0;
        return new()
        {
            Name = $"o{k}",
            Seen = isSeen ? "deal" : null,
            MissRate = random.Next(1, 20) / 20m,
            Ratings = isSeen ? [] : [.. new[] { "x", "y", "z" }.Select(s => new StoryRating(s, random.Next(-2, 3)))],
            Chain = isSeen ? [] : Chain(random),
            Bias = (Bias)random.Next(3),
        };
    }

    private static Forecast Forecast(Random random, int k) => new()
    {
        Name = $"f{k}",
        By = $"s{random.Next(3)}",
        Probability = random.Next(0, 21) / 20m,
        Resolved = random.Next(4) == 0 ? null : random.Next(2) == 0,
    };
}
