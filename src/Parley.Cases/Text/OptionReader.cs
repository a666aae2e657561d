using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads an option.</summary>
internal static class OptionReader
{
    public static Option Read(ScalarNode key, CaseNode value, string issue, CaseScope scope)
    {
        var map = new FieldMap(scope, CaseFields.Option, value, $"{issue}.{key.Text}", key);
        var source = map.Source();
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var entry in map.Others)
        {
            if (scope.Parties.ContainsKey(entry.Key.Text)) AddEffects(effects, entry, EffectTime.Plain, map, source, scope);
            else if (scope.Parties.Count > 0) map.UnknownKey(entry.Key, scope.Parties.Keys);
        }
        AddTimed(effects, "at_once", EffectTime.AtOnce, map, source, scope);
        AddTimed(effects, "if_delivered", EffectTime.IfDelivered, map, source, scope);
        var by = scope.Negotiators(map, "by");
        if (map.Has("by")) scope.Context.NoteGiver(map.Span);
        var option = new Option
        {
            Name = key.Text,
            Title = map.Text("title"),
            By = by,
            Needs = Needs(map, by, scope),
            CarriedOutBy = scope.Party(map.WordAt("carried_out_by")),
            Delivery = Delivery(map, source, scope),
            Size = map.Number("size", NumberDomain.Size, source) ?? Number.Zero,
            Unilateral = map.YesNo("unilateral") ?? false,
            Effects = effects.ToImmutable(),
            Source = source,
            Note = map.Text("note"),
            Span = map.Span,
        };
        if (option.CarriedOutBy is { } implementer && !map.Has("delivery"))
            scope.Context.Add(ReaderMessages.NoDelivery(implementer), map.Node("carried_out_by") ?? key);
        return option;
    }

    private static ImmutableArray<string> Needs(FieldMap map, ImmutableArray<string> by, CaseScope scope)
    {
        var needs = scope.Negotiators(map, "needs");
        if (map.Node("needs") is not { } node || map.Words("needs") is [] or [("all", _)]) return needs;
        if (needs.Length < 2) scope.Context.Add(ReaderMessages.TooFew("needs", "names fewer than two negotiators; a deal takes two"), node);
        else if (by.Except(needs).FirstOrDefault() is { } giver)
            scope.Context.Add(ReaderMessages.TooFew("needs", $"leaves out '{giver}', who gives it; add '{giver}'"), node);
        else if (by.IsEmpty && scope.Negotiators.Except(needs).FirstOrDefault() is { } one)
            scope.Context.Add(ReaderMessages.TooFew("needs", $"leaves out '{one}', who gives it as all do; say 'by:'"), node);
        return needs;
    }

    private static ImmutableArray<DeliveryChannel> Delivery(FieldMap map, string? source, CaseScope scope)
    {
        if (map.Node("delivery") is not MapNode channels)
            return map.Number("delivery", NumberDomain.Chance, source) is { } single ? [new DeliveryChannel(null, single)] : [];
        var read = ImmutableArray.CreateBuilder<DeliveryChannel>();
        var entries = MapEntries.Of(channels, scope.Context);
        if (entries.Count == 0) scope.Context.Add(ReaderMessages.TooFew("delivery", "names no channel; write one number or {control: 0.5}"), channels);
        if (entries.Count > CaseLimits.Channels)
            scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyChannels, "delivery channels", CaseLimits.Channels), entries[CaseLimits.Channels].Key);
        foreach (var (key, value, _) in entries)
        {
            scope.CheckName(key);
            if (value is not ScalarNode { IsEmpty: false } scalar)
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a chance"), value.Kind == "nothing" ? key : value);
            else if (map.Number(scalar, NumberDomain.Chance, source) is { } chance)
                read.Add(new DeliveryChannel(key.Text, chance));
        }
        return read.ToImmutable();
    }

    private static void AddTimed(ImmutableArray<Effect>.Builder effects, string field, EffectTime time, FieldMap map, string? source, CaseScope scope)
    {
        foreach (var entry in map.Entries(field))
        {
            if (scope.Party((entry.Key.Text, entry.Key)) is not null)
                AddEffects(effects, entry, time, map, source, scope);
        }
    }

    private static void AddEffects(ImmutableArray<Effect>.Builder effects, MapEntry entry, EffectTime time, FieldMap map, string? source, CaseScope scope)
    {
        var party = entry.Key.Text;
        if (entry.Value is ScalarNode { IsEmpty: false } points)
        {
            if (map.Number(points, NumberDomain.Any, source) is { } number) effects.Add(new Effect(party, null, time, number));
            return;
        }
        if (entry.Value is not MapNode dimensions)
        {
            scope.Context.Add(ReaderMessages.WrongShape(party, entry.Value.Kind, "points or a map of dimensions"), entry.Value.Kind == "nothing" ? entry.Key : entry.Value);
            return;
        }
        foreach (var (key, value, _) in MapEntries.Of(dimensions, scope.Context))
        {
            if (scope.Dimension((key.Text, key)) is not { } dimension) continue;
            if (value is not ScalarNode { IsEmpty: false } scalar)
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a number"), value.Kind == "nothing" ? key : value);
            else if (map.Number(scalar, NumberDomain.Points, source) is { } number)
                effects.Add(new Effect(party, dimension, time, number));
        }
    }
}
