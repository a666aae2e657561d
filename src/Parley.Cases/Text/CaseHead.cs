using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads what concerns the case as a whole, its deals and its standing effects.</summary>
internal static class CaseHead
{
    public static string Name(FieldMap top, CaseScope scope)
    {
        if (top.WordAt("parley") is null && top.Node("parley") is ScalarNode { IsEmpty: true } empty)
            scope.Context.Add(ReaderMessages.UnknownFormat(string.Empty), empty);
        if (top.WordAt("case") is not var (name, node)) return string.Empty;
        if (node is ScalarNode scalar) scope.CheckName(scalar);
        return name;
    }

    public static ImmutableArray<string> DealMustSettle(FieldMap top, CaseScope scope)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, node) in top.Words("deal_must_settle"))
            if (scope.Issue(text, node) is { } issue && !names.Contains(issue))
                names.Add(issue);
        return names.ToImmutable();
    }

    /// <summary>Kept for an analysis to come; a verdict that leaves side payments out must not pass for one with them.</summary>
    public static bool MoneyTransferable(FieldMap top, CaseScope scope)
    {
        if (top.Word("money") is null) return false;
        if (top.Node("money") is { } node) scope.Context.Add(ReaderMessages.NotComputed("money: transferable", "every verdict is one without side payments"), node);
        return true;
    }

    public static Signatories? Signatories(FieldMap top, CaseScope scope)
    {
        if (top.Node("signatories") is not { } node) return null;
        var map = new FieldMap(scope, CaseFields.SignatoriesEntry, node, "signatories", node);
        var all = scope.Negotiators(map, "all");
        if (map.Words("all") is [("all", _)]) all = [.. scope.Negotiators];
        var of = scope.Negotiators(map, "of");
        if (map.Words("of") is [("all", _)]) of = [.. scope.Negotiators.Except(all)];
        var atLeast = map.Integer("at_least") ?? 0;
        if (of.Length < atLeast)
            scope.Context.Add(ReaderMessages.TooFew("of", $"names {of.Length} negotiators where {atLeast} must sign; name more or lower at_least"), map.Node("at_least") ?? node);
        else if (all.Length + atLeast < 2)
            scope.Context.Add(ReaderMessages.TooFew("signatories", "lets fewer than two sign; a deal takes two"), node);
        foreach (var name in of.Intersect(all))
            scope.Context.Add(ReaderMessages.DuplicateName(name, "one who must sign", scope.Context.Span(node).Line), map.Node("of") ?? node);
        return new Signatories(all, atLeast, of, scope.Context.Span(node));
    }

    public static ImmutableArray<Dimension> Dimensions(FieldMap top, CaseScope scope)
    {
        var dimensions = ImmutableArray.CreateBuilder<Dimension>();
        foreach (var (key, value, _) in top.Entries("dimensions"))
        {
            if (value is not ScalarNode title)
                scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a title"), value);
            else
                dimensions.Add(new Dimension(key.Text, title.IsEmpty ? key.Text : title.Text, scope.Context.Span(key)));
        }
        return dimensions.ToImmutable();
    }

    public static ImmutableArray<Deal> Deals(FieldMap top, CaseScope scope)
    {
        var deals = ImmutableArray.CreateBuilder<Deal>();
        foreach (var (key, value, _) in top.Entries("deals"))
        {
            var map = new FieldMap(scope, CaseFields.Deal, value, key.Text, key);
            var terms = ImmutableArray.CreateBuilder<DealTerm>();
            foreach (var (issueKey, optionNode, _) in map.Others)
            {
                if (scope.Issue(issueKey.Text, issueKey) is not { } issue) continue;
                if (optionNode is not ScalarNode { IsEmpty: false } option)
                    scope.Context.Add(ReaderMessages.WrongShape(issue, optionNode.Kind, "the name of an option"), optionNode);
                else if (scope.Option(issue, option.Text, option) is { } name)
                    terms.Add(new DealTerm(issue, name, scope.Context.Span(issueKey)));
            }
            if (map.Others.Count == 0) scope.Context.Add(ReaderMessages.TooFew(key.Text, "names no option; write 'issue: option'"), key);
            deals.Add(new Deal { Name = key.Text, Title = map.Text("title"), Source = map.Source(), Terms = terms.ToImmutable(), Span = map.Span });
        }
        return deals.ToImmutable();
    }

    public static ImmutableArray<StandingEffect> StandingEffects(FieldMap top, CaseScope scope)
    {
        var effects = ImmutableArray.CreateBuilder<StandingEffect>();
        foreach (var item in top.Items("standing_effects"))
        {
            var map = new FieldMap(scope, CaseFields.StandingEffect, item, "standing_effects", item);
            if (!map.HasRequired()) continue;
            var (from, to, dimension) = (scope.Party(map.WordAt("from")), scope.Party(map.WordAt("to")), scope.Dimension(map.WordAt("dimension")));
            var value = map.Number("value", NumberDomain.Points);
            var topic = map.Word("topic");
            if (from is not null && to is not null && dimension is not null && value is not null)
                effects.Add(new StandingEffect(from, to, dimension, value, topic, map.Span));
        }
        return effects.ToImmutable();
    }
}
