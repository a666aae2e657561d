using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Cases.Text;

/// <summary>Reads rules: the key that names the kind decides which section of the table applies.</summary>
internal static class RuleReader
{
    public static ImmutableArray<Rule> Rules(FieldMap top, CaseScope scope)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var entries = top.Entries("rules");
        if (entries.Count > CaseLimits.Rules)
            scope.Context.Add(ReaderMessages.TooMany(ReaderSlugs.TooManyRules, "rules", CaseLimits.Rules), entries[CaseLimits.Rules].Key);
        foreach (var (key, value, _) in entries)
            if (Kind(key, value, scope) is { } kind && Read(new FieldMap(scope, kind, value, key.Text, key), kind.Fields[0].Key, key.Text, scope) is { } rule)
                rules.Add(rule);
        return rules.ToImmutable();
    }

    /// <summary>The section whose first key the rule has.</summary>
    private static FieldSection? Kind(ScalarNode key, CaseNode value, CaseScope scope)
    {
        if (value is MapNode map)
        {
            foreach (var kind in CaseFields.RuleKinds)
                if (map[kind.Fields[0].Key] is not null)
                    return kind;
        }
        var words = (value as MapNode)?.Entries.Select(e => e.Key.Text).ToList() ?? [];
        var heads = CaseFields.RuleKinds.Select(k => k.Fields[0]).ToList();
        var meant = heads.Find(h => words.Exists(w => h.Formerly.Contains(w)))?.Key
            ?? words.Select(w => Spelling.Nearest(w, heads.Select(h => h.Key))).FirstOrDefault(m => m is not null);
        scope.Context.Add(ReaderMessages.NoRuleKind(key.Text, heads.Select(h => h.Key), meant), key);
        return null;
    }

    private static Rule? Read(FieldMap map, string kind, string name, CaseScope scope)
    {
        if (!map.HasRequired()) return null;
        var source = map.Source();
        Rule? rule = kind switch
        {
            "refuses_trade" => RefusesTrade(map, name, source, scope),
            "ratification" => Ratification(map, name, scope),
            "precondition" => new PreconditionRule
            {
                Name = name,
                Unlocks = scope.ReferenceList(map, "precondition"),
                For = scope.ReferenceList(map, "for"),
                Party = scope.Party(map.WordAt("party"), "a negotiator", PartyRole.Negotiator),
            },
            "red_line" => RedLine(map, name, scope),
            "together" => Together(map, name, scope),
            _ => Floor(map, name, source, scope),
        };
        var (title, inForce, note) = (map.Text("title"), map.YesNo("in_force"), map.Text("note"));
        return rule is null ? null : rule with { Title = title, InForce = inForce ?? true, Source = source, Note = note, Span = map.Span };
    }

    private static RefusesTradeRule? RefusesTrade(FieldMap map, string name, string? source, CaseScope scope)
    {
        var party = scope.Party(map.WordAt("refuses_trade"), "a negotiator", PartyRole.Negotiator);
        var (gives, gets) = (scope.Dimension(map.WordAt("gives")), scope.Dimension(map.WordAt("gets")));
        var tolerance = map.Number("tolerance", NumberDomain.AtLeastZero, source) ?? Number.Zero;
        return party is null || gives is null || gets is null ? null : new() { Name = name, Party = party, Gives = gives, Gets = gets, Tolerance = tolerance };
    }

    private static RatificationRule? Ratification(FieldMap map, string name, CaseScope scope)
    {
        var by = scope.Party(map.WordAt("ratification"), "a ratifier", PartyRole.Ratifier, PartyRole.Implementer);
        var any = map.Words("when") is [("any", _)];
        var when = any || !map.Has("when") ? [] : scope.ReferenceList(map, "when");
        return by is null ? null : new() { Name = name, By = by, When = when };
    }

    private static RedLineRule? RedLine(FieldMap map, string name, CaseScope scope)
    {
        var party = scope.Party(map.WordAt("red_line"), "a negotiator", PartyRole.Negotiator);
        var never = scope.ReferenceList(map, "never");
        return party is null ? null : new() { Name = name, Party = party, Never = never };
    }

    private static TogetherRule Together(FieldMap map, string name, CaseScope scope)
    {
        var options = scope.ReferenceList(map, "together");
        if (map.Words("together").Length == 1 && map.Node("together") is { } node)
            scope.Context.Add(ReaderMessages.TooFew("together", "names one option; name at least two"), node);
        return new() { Name = name, Options = options };
    }

    private static FloorRule? Floor(FieldMap map, string name, string? source, CaseScope scope)
    {
        var party = scope.Party(map.WordAt("floor"));
        var dimension = scope.Dimension(map.WordAt("dimension"));
        var tolerance = map.Number("tolerance", NumberDomain.AtLeastZero, source) ?? Number.Zero;
        return party is null || dimension is null ? null : new() { Name = name, Party = party, Dimension = dimension, Tolerance = tolerance };
    }
}
