using System.Collections.Immutable;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>Reads what each party prefers.</summary>
internal static class PreferenceReader
{
    private static readonly string[] Ways = ["statements", "ranking", "utilities", "weights"];

    public static ImmutableArray<ConflictPreference> Preferences(FieldMap fields, ConflictScope scope)
    {
        var read = Told(fields, scope);
        var preferences = ImmutableArray.CreateBuilder<ConflictPreference>();
        foreach (var party in scope.Parties)
        {
            if (!read.TryGetValue(party.Name, out var preference))
            {
                preference = new StatementPreference([]) { Span = party.Span };
                if (!scope.Context.HasErrors) scope.Context.Add(ConflictMessages.NoPreference(party.Name).At(party.Span));
            }
            preferences.Add(preference);
        }
        return preferences.ToImmutable();
    }

    /// <summary>By party, the preferences that a map tells.</summary>
    public static Dictionary<string, ConflictPreference> Told(FieldMap fields, ConflictScope scope)
    {
        var read = new Dictionary<string, ConflictPreference>(StringComparer.Ordinal);
        foreach (var (key, value, _) in fields.Entries("preferences"))
        {
            if (scope.Party(key.Text, key) is not { } party) continue;
            var before = scope.Context.ErrorCount;
            read[party] = Of(key, value, scope);
            if (scope.Context.ErrorCount > before) scope.Misread.Add(party);
        }
        return read;
    }

    private static ConflictPreference Of(ScalarNode key, CaseNode value, ConflictScope scope)
    {
        if (value is ListNode or ScalarNode { IsEmpty: false })
        {
            ConflictPreference listed = new StatementPreference(Statements(value, key, scope));
            return listed with { Span = scope.Context.Span(key) };
        }

        var map = new FieldMap(scope.Names, ConflictFields.Preference, value, key.Text, key);
        var told = Ways.Where(map.Has).ToList();
        if (told.Count > 1) scope.Context.Add(ConflictMessages.TwoPreferences(key.Text), key);
        if (told.Count == 0) scope.Context.Add(ConflictMessages.NoPreference(key.Text), key);
        var certain = Certain(map, key, scope);
        var (unknown, much) = (Pairs(map, "unknown", "?", scope), Pairs(map, "much", ">>", scope));
        return certain with { Span = scope.Context.Span(key), Unknown = unknown, Much = much };
    }

    private static ConflictPreference Certain(FieldMap map, ScalarNode key, ConflictScope scope)
    {
        if (map.Node("ranking") is { } ranking) return new RankingPreference(Groups(ranking, key, scope, Ranked(scope)));
        if (map.Has("utilities")) return new UtilityPreference(Utilities(map, scope));
        if (map.Key("weights") is { } weights) return new WeightPreference(Weights(map, weights, scope));
        return new StatementPreference(map.Node("statements") is { } statements ? Statements(statements, key, scope) : []);
    }

    private static ImmutableArray<StatePair> Pairs(FieldMap map, string name, string sign, ConflictScope scope)
    {
        var pairs = ImmutableArray.CreateBuilder<StatePair>();
        foreach (var (text, node) in map.Words(name))
        {
            var ends = text.Split(sign, StringSplitOptions.TrimEntries);
            if (node is not ScalarNode scalar || ends.Length != 2 || ends[0].Length == 0 || ends[1].Length == 0 || ends[0] == ends[1])
            {
                scope.Context.Add(ConflictMessages.BadPair(text, sign), node);
                continue;
            }

            var (first, second) = (End(scalar, ends[0], scope), End(scalar, ends[1], scope));
            if (first is { } a && second is { } b) pairs.Add(new(a, b));
        }

        return pairs.ToImmutable();
    }

    private static StateKey? End(ScalarNode scalar, string text, ConflictScope scope)
    {
        var part = ConflictPartsReader.Part(scalar, text);
        return scope.Feasible(scope.State(part), part);
    }

    private static ImmutableArray<ImmutableArray<PlacedStatement>> Statements(CaseNode node, ScalarNode key, ConflictScope scope)
    {
        if (scope.OptionNames.Count == 0)
        {
            scope.Context.Add(ConflictMessages.OnlyWithOptions("statements"), node);
            return [];
        }
        var groups = Groups(node, key, scope, scope.Statement);
        if (groups.Sum(g => g.Length) > ConflictLimits.Statements)
            scope.Context.Add(ConflictMessages.TooManyStatements(key.Text), key);
        return groups;
    }

    private static Func<ScalarNode, StateKeyBox?> Ranked(ConflictScope scope)
    {
        var seen = new HashSet<StateKey>();
        return scalar =>
        {
            if (scope.Feasible(scope.State(scalar), scalar) is not { } state) return null;
            if (seen.Add(state)) return new StateKeyBox(state);
            scope.Context.Add(ConflictMessages.StateTwice(scalar.Text), scalar);
            return null;
        };
    }

    private static ImmutableArray<ImmutableArray<StateKey>> Groups(CaseNode node, ScalarNode key, ConflictScope scope, Func<ScalarNode, StateKeyBox?> read) =>
        [.. Groups<StateKeyBox>(node, key, scope, read).Select(g => g.Select(b => b.Key).ToImmutableArray())];

    private static ImmutableArray<ImmutableArray<T>> Groups<T>(CaseNode node, ScalarNode key, ConflictScope scope, Func<ScalarNode, T?> read)
        where T : class
    {
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<T>>();
        IReadOnlyList<CaseNode> items = node is ListNode list ? list.Items : node is ScalarNode { IsEmpty: true } ? [] : [node];
        foreach (var item in items)
        {
            var group = ImmutableArray.CreateBuilder<T>();
            foreach (var word in item is ListNode tied ? tied.Items : [item])
            {
                if (word is not ScalarNode { IsEmpty: false } scalar) scope.Context.Add(ReaderMessages.WrongShape(key.Text, word.Kind, "a list of words"), word);
                else if (read(scalar) is { } one) group.Add(one);
            }
            if (group.Count > 0) groups.Add(group.ToImmutable());
        }
        return groups.ToImmutable();
    }

    private static ImmutableArray<StateUtility> Utilities(FieldMap map, ConflictScope scope)
    {
        var utilities = ImmutableArray.CreateBuilder<StateUtility>();
        var seen = new HashSet<StateKey>();
        foreach (var (key, value, _) in map.Entries("utilities"))
        {
            var (named, worth) = (scope.Feasible(scope.State(key), key), Decimal(key, value, scope));
            if (named is not { } state || worth is not { } number) continue;
            if (seen.Add(state)) utilities.Add(new StateUtility(state, number));
            else scope.Context.Add(ConflictMessages.StateTwice(key.Text), key);
        }
        return utilities.ToImmutable();
    }

    private static ImmutableArray<decimal> Weights(FieldMap map, CaseNode node, ConflictScope scope)
    {
        if (scope.OptionNames.Count == 0) scope.Context.Add(ConflictMessages.OnlyWithOptions("weights"), node);
        var weights = new decimal[scope.OptionNames.Count];
        foreach (var (key, value, _) in map.Entries("weights"))
        {
            var index = scope.OptionNames.IndexOf(key.Text);
            if (index < 0) scope.Context.Add(ConflictMessages.UnknownOption(key.Text, scope.OptionNames), key);
            if (Decimal(key, value, scope) is { } number && index >= 0) weights[index] = number;
        }
        return [.. weights];
    }

    private static decimal? Decimal(ScalarNode key, CaseNode value, ConflictScope scope)
    {
        if (value is not ScalarNode { IsEmpty: false } scalar)
            scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a number"), value.Kind == "nothing" ? key : value);
        else if (DecimalText.TryParse(scalar.Text, out var number)) return DecimalText.Normal(number);
        else scope.Context.Add(ReaderMessages.BadNumber(scalar.Text, "2.5"), scalar);
        return null;
    }

    private sealed record StateKeyBox(StateKey Key);
}
