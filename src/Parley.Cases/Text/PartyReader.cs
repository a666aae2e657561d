using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads parties and parameters.</summary>
internal static class PartyReader
{
    public static ImmutableArray<Party> Parties(FieldMap top, CaseScope scope)
    {
        var parties = ImmutableArray.CreateBuilder<Party>();
        var entries = top.Entries("parties");
        if (entries.Count > CaseLimits.Parties)
            scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyParties, "parties", CaseLimits.Parties), entries[CaseLimits.Parties].Key);
        foreach (var (key, value, _) in entries)
            parties.Add(ReadParty(key, value, scope));
        CheckCounts(parties, entries, top.Node("parties"), scope);
        return parties.ToImmutable();
    }

    private static void CheckCounts(ImmutableArray<Party>.Builder parties, List<MapEntry> entries, CaseNode? section, CaseScope scope)
    {
        var negotiators = 0;
        var blocs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < parties.Count; i++)
        {
            if (parties[i].Role == PartyRole.Negotiator && ++negotiators == CaseLimits.Negotiators + 1)
                scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyNegotiators, "negotiators", CaseLimits.Negotiators), entries[i].Key);
            if (parties[i] is not { Role: PartyRole.Bloc, Of: { } of }) continue;
            blocs[of] = blocs.GetValueOrDefault(of) + 1;
            if (blocs[of] == CaseLimits.BlocsPerRatifier + 1)
                scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyBlocs, "blocs of one ratifier", CaseLimits.BlocsPerRatifier), entries[i].Key);
        }
        if (negotiators < 2 && section is not null)
            scope.Context.Add(ReaderMessages.TooFew("parties", "holds fewer than two negotiators; a negotiation takes two"), entries.Count > 0 ? entries[0].Key : section);
    }

    private static Party ReadParty(ScalarNode key, CaseNode value, CaseScope scope)
    {
        var map = new FieldMap(scope, CaseFields.Party, value, key.Text, key);
        var role = map.Word("role") is { } word ? CaseScope.RoleOf(word) ?? PartyRole.Negotiator : PartyRole.Negotiator;
        CheckRole(map, key, role, scope);
        var source = map.Source();
        return new Party
        {
            Name = key.Text,
            Title = map.Text("title"),
            Role = role,
            Of = role == PartyRole.Bloc
                ? scope.Party(map.WordAt("of"), "a ratifier", PartyRole.Ratifier)
                : scope.Party(map.WordAt("of")),
            NoDeal = map.Number("no_deal", NumberDomain.Any, source) ?? Number.Zero,
            MinGain = map.Number("min_gain", MinGainOf(role), source) ?? Number.Zero,
            Weights = Weights(map, source, scope),
            Votes = map.Number("votes", NumberDomain.Votes, source),
            VotesNeeded = map.Number("votes_needed", NumberDomain.Votes, source),
            Source = source,
            Note = map.Text("note"),
            Span = map.Span,
        };
    }

    /// <summary>A negotiator asks for 0 or more beyond no agreement; a ratifier may be content with less.</summary>
    public static NumberDomain MinGainOf(PartyRole role) =>
        role == PartyRole.Negotiator ? NumberDomain.AtLeastZero : NumberDomain.Any;

    private static void CheckRole(FieldMap map, ScalarNode key, PartyRole role, CaseScope scope)
    {
        var word = CaseScope.WordOf(role);
        if (map.Node("votes") is { } votes && role != PartyRole.Bloc) scope.Context.Add(ReaderMessages.KeyOfRole("votes", word, "bloc"), votes);
        if (map.Node("votes_needed") is { } needed && role != PartyRole.Ratifier) scope.Context.Add(ReaderMessages.KeyOfRole("votes_needed", word, "ratifier"), needed);
        if (role != PartyRole.Bloc) return;
        if (!map.Has("of")) scope.Context.Add(ReaderMessages.MissingKey("of", $"Bloc '{key.Text}'"), key);
        if (!map.Has("votes")) scope.Context.Add(ReaderMessages.MissingKey("votes", $"Bloc '{key.Text}'"), key);
    }

    private static ImmutableArray<Weight> Weights(FieldMap map, string? source, CaseScope scope)
    {
        var weights = ImmutableArray.CreateBuilder<Weight>();
        foreach (var (key, value, _) in map.Entries("weights"))
        {
            scope.CheckName(key);
            if (value is not ScalarNode { IsEmpty: false } scalar)
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a number"), value.Kind == "nothing" ? key : value);
            else
                weights.Add(new Weight(key.Text, map.Number(scalar, NumberDomain.AtLeastZero, source) ?? Number.Zero));
        }
        return weights.ToImmutable();
    }

    public static ImmutableArray<Parameter> Parameters(FieldMap top, CaseScope scope)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var (key, value, _) in top.Entries("params"))
        {
            if (value is not ScalarNode { IsEmpty: false } scalar)
            {
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a number"), value.Kind == "nothing" ? key : value);
                continue;
            }
            var span = scope.Context.Span(key);
            if (NumberSyntax.ParseSum(scalar.Text, out var source) is { } sum)
                parameters.Add(new Parameter { Name = key.Text, SumOf = Sum(sum, source, scalar, scope), Source = source?.Id, Span = span });
            else
                parameters.Add(new Parameter { Name = key.Text, Value = top.Number(scalar, NumberDomain.Any) ?? Number.Zero, Span = span });
        }
        return parameters.ToImmutable();
    }

    private static ImmutableArray<string> Sum(List<(string Name, int At)> sum, (string Id, int At)? source, ScalarNode scalar, CaseScope scope)
    {
        var shift = scalar.Start + (scalar.Form == ScalarForm.Plain ? 0 : 1);
        foreach (var (name, at) in sum)
            if (!scope.IsParameter(name))
                scope.Context.Add(ReaderMessages.Unknown(ReaderSlugs.UnknownParameter, name, "a parameter", Spelling.Nearest(name, scope.ParameterNames)), shift + at, name.Length);
        if (source is var (id, idAt) && !scope.IsSource(id))
            scope.Context.Add(ReaderMessages.UnknownSource(id, Spelling.Nearest(id, scope.SourceIds)), shift + idAt, id.Length);
        return [.. sum.Select(s => s.Name)];
    }
}
