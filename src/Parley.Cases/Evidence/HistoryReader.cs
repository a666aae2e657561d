using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>Reads what happened.</summary>
internal static class HistoryReader
{
    private const int FirstDay = 1_01_01; // of the year 1

    private static readonly NumberDomain Intensity = new(-10m, 10m);

    public static ImmutableArray<PastEvent> Read(FieldMap top, EvidenceScope scope)
    {
        var history = ImmutableArray.CreateBuilder<PastEvent>();
        foreach (var (key, value, _) in scope.Limited(top, "history", EvidenceLimits.History, "events of the history"))
        {
            var map = scope.Map(EvidenceFields.History, value, key.Text, key);
            map.HasRequired();
            var date = map.Date("date");
            if (date is not null && DaySpan.First(date) < FirstDay)
            {
                scope.Context.Add(EvidenceMessages.NoFirstDay(date), map.Node("date")!); // it has a date
                date = null;
            }

            var past = new PastEvent
            {
                Name = key.Text,
                Says = map.Text("says"),
                Date = date ?? "0001",
                Type = map.Word("type"),
                From = Actor(map, "from", scope),
                To = Actor(map, "to", scope),
                Code = map.Text("code"),
                EffectOnIndex = map.Number("effect_on_index", NumberDomain.Points),
                Intensity = map.Number("intensity", Intensity),
                Event = scope.Overlay(map, "event", OverlayKind.Event),
                Source = scope.Source(map, date is null ? null : "date"),
                Span = map.Span,
            };
            scope.CheckSource(past.EffectOnIndex);
            scope.CheckSource(past.Intensity);
            history.Add(past);
        }

        return history.ToImmutable();
    }

    // A bare word is a party; what stands in quotes is any name.
    private static string? Actor(FieldMap map, string key, EvidenceScope scope)
    {
        if (map.Text(key) is not { } name) return null;
        var parties = scope.Case.Parties.Select(p => p.Name).ToList();
        if (!parties.Contains(name) && map.Node(key) is ScalarNode { Form: ScalarForm.Plain } node)
            scope.Context.Add(EvidenceMessages.UnknownActor(name, Spelling.Nearest(name, parties)), node);
        return name;
    }
}
