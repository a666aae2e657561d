using System.Collections.Immutable;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>Reads how parties perceive the conflict.</summary>
internal static class PerceptionReader
{
    public static ImmutableArray<ConflictPerception> Perceptions(FieldMap fields, Conflict conflict, ConflictScope scope)
    {
        var perceptions = ImmutableArray.CreateBuilder<ConflictPerception>();
        foreach (var (key, value, _) in fields.Entries("perceptions"))
            if (scope.Party(key.Text, key) is { } party)
                perceptions.Add(Of(party, key, value, conflict, scope));
        return perceptions.ToImmutable();
    }

    private static ConflictPerception Of(string party, ScalarNode key, CaseNode value, Conflict conflict, ConflictScope scope)
    {
        var map = new FieldMap(scope.Names, ConflictFields.Perception, value, key.Text, key);
        var before = scope.Context.ErrorCount;
        var infeasible = ConflictPartsReader.Infeasible(map, scope);
        var seen = scope.AsSeen(infeasible, conflict, isSound: scope.Context.ErrorCount == before);
        var told = PreferenceReader.Told(map, seen);
        if (infeasible.IsEmpty && told.Count == 0 && scope.Context.ErrorCount == before) scope.Context.Add(ConflictMessages.EmptyPerception(party), key);
        var perception = new ConflictPerception
        {
            Party = party,
            Infeasible = infeasible,
            Preferences = [.. conflict.Parties.Where(p => told.ContainsKey(p.Name)).Select(p => new PerceivedPreference(p.Name, told[p.Name]))],
            Span = scope.Context.Span(key),
        };
        ConflictChecks.Run((conflict with { Perceptions = [perception] }).AsSeenBy(party), seen, told.ContainsKey, infeasible.IsEmpty ? perception.Span : infeasible[0].Span);
        return perception;
    }
}
