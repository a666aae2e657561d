using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>Reads observations and forecasts.</summary>
internal static class ObservationReader
{
    private static readonly string[] Ratings = ["II", "I", "N", "C", "CC"];

    public static ImmutableArray<Observation> Observations(FieldMap top, EvidenceScope scope)
    {
        var observations = ImmutableArray.CreateBuilder<Observation>();
        foreach (var (key, value, _) in scope.Limited(top, "observations", EvidenceLimits.Observations))
        {
            var map = scope.Map(EvidenceFields.Observation, value, key.Text, key);
            if (map.Has("seen") == map.Has("ratings")) scope.Context.Add(EvidenceMessages.NeitherSeenNorRated(map.Has("seen")), key);
            var chain = scope.Chain(map);
            observations.Add(new Observation
            {
                Name = key.Text,
                Says = map.Text("says"),
                Date = map.Date("date"),
                At = scope.Overlay(map, "at", OverlayKind.Date),
                Phrases = scope.Phrases(map, "seen", out var seen),
                Seen = seen,
                MissRate = MissRate(map, key, scope),
                Ratings = RatingsOf(map, scope),
                Chain = chain,
                Bias = scope.BiasIn(map, chain),
                Source = scope.Source(map, "date"),
                Span = map.Span,
            });
        }
        return observations.ToImmutable();
    }

    // A chance of 0 or 1 would settle the matter with one row, whatever the others say.
    private static decimal MissRate(FieldMap map, ScalarNode key, EvidenceScope scope)
    {
        if (!map.Has("miss_rate"))
        {
            if (map.Has("seen")) scope.Context.Add(ReaderMessages.MissingKey("miss_rate", $"'{ReaderMessages.Short(map.Where)}'"), key);
            return 0.5m;
        }
        if (scope.Chance(map, "miss_rate") is not { } rate) return 0.5m;
        if (rate is > 0m and < 1m) return rate;
        scope.Context.Add(ReaderMessages.OutOfRange(DecimalText.Of(rate), "a chance above 0 and below 1"), map.Node("miss_rate")!); // it has one
        return 0.5m;
    }

    private static ImmutableArray<StoryRating> RatingsOf(FieldMap map, EvidenceScope scope)
    {
        var ratings = ImmutableArray.CreateBuilder<StoryRating>();
        foreach (var (key, value, _) in map.Entries("ratings"))
        {
            scope.CheckOverlay(key.Text, key, OverlayKind.Story);
            var word = (value as ScalarNode)?.Text ?? string.Empty;
            var at = Array.IndexOf(Ratings, word);
            if (at < 0) scope.Context.Add(ReaderMessages.UnknownWord(key.Text, word, Ratings, Spelling.Nearest(word, Ratings)), value);
            else ratings.Add(new(key.Text, at - 2));
        }
        return ratings.ToImmutable();
    }

    public static ImmutableArray<Forecast> Forecasts(FieldMap top, EvidenceScope scope)
    {
        var forecasts = ImmutableArray.CreateBuilder<Forecast>();
        foreach (var (key, value, _) in scope.Limited(top, "forecasts", EvidenceLimits.Forecasts))
        {
            var map = scope.Map(EvidenceFields.Forecast, value, key.Text, key);
            map.HasRequired();
            if (!map.Has("says") && !map.Has("expect")) scope.Context.Add(EvidenceMessages.NeitherSaidNorExpected(), key);
            if (map.WordAt("by") is var (by, node)) scope.CheckSpeaker(by, node);
            forecasts.Add(new Forecast
            {
                Name = key.Text,
                By = map.Word("by") ?? string.Empty,
                Says = map.Text("says"),
                Phrases = scope.Phrases(map, "expect", out var expect),
                Expect = expect,
                Made = map.Date("made"),
                Horizon = map.Date("horizon"),
                Probability = scope.Chance(map, "probability") ?? 0m,
                Resolved = map.YesNo("resolved"),
                ResolvedOn = map.Date("resolved_on"),
                PostMortem = map.Text("post_mortem"),
                Source = scope.Source(map, "made"),
                Span = map.Span,
            });
        }
        return forecasts.ToImmutable();
    }
}
