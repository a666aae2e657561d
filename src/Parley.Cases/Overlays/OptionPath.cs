using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Cases.Text;

namespace Parley.Cases.Overlays;

/// <summary>The part of a path below <c>issue.option</c>.</summary>
internal static class OptionPath
{
    public static EditTarget? Resolve(CaseModel model, Option option, Func<Option, CaseModel> with, string path, string[] segments, out ReaderMessage wrong)
    {
        wrong = default;
        switch (segments[2..])
        {
            case ["size"]:
                return new NumberTarget(NumberKind.Size, NumberDomain.Size, option.Size, option.Source, n => with(option with { Size = n }));
            case ["unilateral"]:
                return new YesNoTarget(yes => with(option with { Unilateral = yes }));
            case ["delivery"]:
                return Delivery(option, null, with, path, out wrong);
            case ["delivery", var channel]:
                return Delivery(option, channel, with, path, out wrong);
            case ["at_once", .. var rest]:
                return Effect(model, option, EffectTime.AtOnce, rest, with, path, out wrong);
            case ["if_delivered", .. var rest]:
                return Effect(model, option, EffectTime.IfDelivered, rest, with, path, out wrong);
            case [var party, ..] when CasePath.Find(model.Parties, p => p.Name == party) is not null:
                return Effect(model, option, EffectTime.Plain, segments[2..], with, path, out wrong);
            default:
                wrong = CasePath.Unknown(path, segments, [.. model.Parties.Select(p => p.Name), "size", "unilateral", "delivery", "at_once", "if_delivered"], 2);
                return null;
        }
    }

    private static NumberTarget? Delivery(Option option, string? channel, Func<Option, CaseModel> with, string path, out ReaderMessage wrong)
    {
        wrong = default;
        var current = CasePath.Find(option.Delivery, c => c.Name == channel);
        if (current is null && !option.Delivery.IsEmpty)
        {
            var channels = option.Delivery.Select(c => c.Name).OfType<string>().ToList();
            if (channels.Count == 0) wrong = ReaderMessages.BadEdit(path, "Its delivery is one number; leave the channel out of the path.");
            else if (channel is null) wrong = ReaderMessages.BadEdit(path, $"Its delivery has channels; write '{path}.{channels[0]}'.");
            else if (channels.Count >= CaseLimits.Channels) wrong = ReaderMessages.TooMany(ReaderSlugs.TooManyChannels, "delivery channels", CaseLimits.Channels);
            else if (Spelling.Nearest(channel, channels) is { } meant) wrong = ReaderMessages.UnknownPath(path, channel, meant);
            if (wrong.Slug is not null) return null;
        }
        if (channel is not null && !IsName(channel))
        {
            wrong = ReaderMessages.BadName(channel);
            return null;
        }
        return new NumberTarget(NumberKind.Delivery, NumberDomain.Chance, current?.Chance, option.Source,
            n => with(option with { Delivery = CasePath.Put(option.Delivery, current, new DeliveryChannel(channel, n)) }));
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    private static NumberTarget? Effect(CaseModel model, Option option, EffectTime time, string[] rest, Func<Option, CaseModel> with, string path, out ReaderMessage wrong)
    {
        wrong = default;
        var dimensions = CasePath.Dimensions(model);
        if (rest.Length is 0 or > 2) wrong = ReaderMessages.UnknownPath(path, rest.Length == 0 ? path : rest[2], null);
        else if (CasePath.Find(model.Parties, p => p.Name == rest[0]) is null) wrong = ReaderMessages.UnknownPath(path, rest[0], Spelling.Nearest(rest[0], model.Parties.Select(p => p.Name)));
        else if (rest.Length == 2 && !dimensions.Contains(rest[1])) wrong = ReaderMessages.UnknownPath(path, rest[1], Spelling.Nearest(rest[1], dimensions.Order(StringComparer.Ordinal)));
        if (wrong.Slug is not null) return null;
        var dimension = rest.Length == 2 ? rest[1] : null;
        var others = option.Effects.Where(e => e.Party == rest[0] && e.Time == time).ToList();
        var current = others.Find(e => e.Dimension == dimension);
        if (current is null && others.Exists(e => (e.Dimension is null) != (dimension is null)))
        {
            wrong = ReaderMessages.BadEdit(path, dimension is null
                ? $"'{rest[0]}' has effects in dimensions there; write '{path}.{others[0].Dimension}'."
                : $"'{rest[0]}' has points there; leave the dimension out of the path.");
            return null;
        }
        var (kind, domain) = dimension is null ? (NumberKind.Points, NumberDomain.Any) : (NumberKind.Effect, NumberDomain.Points);
        return new NumberTarget(kind, domain, current?.Amount, option.Source, n => with(option with { Effects = Put(option, current, new Effect(rest[0], dimension, time, n)) }));
    }

    /// <summary>Puts an effect beside those of the same party and time, where the file would have it.</summary>
    private static ImmutableArray<Effect> Put(Option option, Effect? current, Effect changed)
    {
        if (current is not null) return CasePath.Replace(option.Effects, current, changed);
        var at = option.Effects.Length;
        while (at > 0 && option.Effects[at - 1].Time > changed.Time) at--;
        for (var i = 0; i < at; i++)
            if (option.Effects[i].Time == changed.Time && option.Effects[i].Party == changed.Party && (i + 1 == at || option.Effects[i + 1].Party != changed.Party))
                return option.Effects.Insert(i + 1, changed);
        return option.Effects.Insert(at, changed);
    }
}
