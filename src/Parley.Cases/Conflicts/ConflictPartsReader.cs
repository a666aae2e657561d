using System.Collections.Immutable;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>Reads parties, options, conditions, states and moves of a conflict.</summary>
internal static class ConflictPartsReader
{
    public static void Parties(FieldMap fields, MapNode root, ConflictScope scope)
    {
        if (!fields.Has("parties"))
        {
            OfTheCase(fields, root, scope);
        }
        else
        {
            foreach (var (key, value, _) in fields.Entries("parties"))
            {
                scope.Names.CheckName(key);
                var map = new FieldMap(scope.Names, ConflictFields.Party, value, key.Text, key);
                scope.Parties.Add(new ConflictParty(key.Text, map.Text("title") ?? TitleInCase(root, key.Text), map.Span));
            }
        }
        if (scope.Parties.Count > ConflictLimits.Parties)
            scope.Context.Add(ConflictMessages.TooMany(ReaderSlugs.TooManyParties, "parties to a conflict", ConflictLimits.Parties).At(scope.Parties[ConflictLimits.Parties].Span));
        if (scope.Parties.Count == 0 && !scope.Context.HasErrors)
            scope.Context.Add(ReaderMessages.MissingKey("parties", "The conflict"), fields.Node("options") ?? root);
    }

    public static void Options(FieldMap fields, ConflictScope scope)
    {
        var entries = fields.Entries("options");
        if (entries.Count > ConflictLimits.Options)
            scope.Context.Add(ConflictMessages.TooMany(ReaderSlugs.TooManyOptions, "options of a conflict", ConflictLimits.Options), entries[ConflictLimits.Options].Key);
        foreach (var (key, value, _) in entries.Take(ConflictLimits.Options))
        {
            scope.Declare(key, "an option", digitsFirst: false);
            var map = new FieldMap(scope.Names, ConflictFields.Option, value, key.Text, key);
            map.HasRequired();
            scope.Options.Add(new ConflictOption
            {
                Name = key.Text,
                Title = map.Text("title"),
                Owner = map.WordAt("by") is var (owner, node) ? scope.Party(owner, node) ?? string.Empty : string.Empty,
                Direction = map.Word("direction") switch { "forward" => OptionDirection.Forward, "back" => OptionDirection.Back, _ => OptionDirection.Both },
                Span = map.Span,
            });
        }
        scope.OptionNames.AddRange(scope.Options.Select(o => o.Name));
        foreach (var option in scope.Options)
            if (scope.IsPattern(option.Name))
                scope.Context.Add(ReaderMessages.ReservedName(option.Name, "an option").At(option.Span));
        if (fields.Has("options") && fields.Key("moves") is { } moves) scope.Context.Add(ConflictMessages.OnlyWithStates(), moves);
        if (scope.Options.Count == 0 && fields.Node("options") is { } empty && fields.Has("states")) scope.Context.Add(ConflictMessages.NeitherForm(), empty);
    }

    public static void Conditions(FieldMap fields, ConflictScope scope)
    {
        var same = fields.Entries("same_state");
        if (!fields.Has("options"))
        {
            foreach (var key in (string[])["infeasible", "same_state"])
                if (fields.Key(key) is { } node)
                    scope.Context.Add(ConflictMessages.OnlyWithOptions(key), node);
            return;
        }
        scope.Infeasible.AddRange(Infeasible(fields, scope));
        if (same.Count > ConflictLimits.Conditions) scope.Context.Add(TooManyConditions(), same[ConflictLimits.Conditions].Key);
        foreach (var (key, value, _) in same.Take(ConflictLimits.Conditions))
        {
            scope.Declare(key, "a state", digitsFirst: true);
            if (value is not ScalarNode { IsEmpty: false } scalar) scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a statement"), key);
            else if (scope.Statement(scalar) is { } where)
            {
                scope.NameState(key.Text, new StateKey(StateKind.Coalesced, (uint)scope.SameState.Count));
                scope.SameState.Add(new CoalescedStates(key.Text, where.Statement, scope.Context.Span(key)));
            }
        }
    }

    /// <summary>Statements under <c>infeasible</c>, so many that with those of the scope the limit is kept.</summary>
    public static ImmutableArray<PlacedStatement> Infeasible(FieldMap fields, ConflictScope scope)
    {
        var patterns = fields.Words("infeasible");
        if (scope.OptionNames.Count == 0 && fields.Key("infeasible") is { } key)
        {
            scope.Context.Add(ConflictMessages.OnlyWithOptions("infeasible"), key);
            return [];
        }
        var most = ConflictLimits.Conditions - scope.Infeasible.Count;
        if (patterns.Length > most) scope.Context.Add(TooManyConditions(), patterns[most].Node);
        return [.. patterns.Take(most).Select(p => p.Node is ScalarNode scalar ? scope.Statement(scalar) : null).OfType<PlacedStatement>()];
    }

    public static void States(FieldMap fields, ConflictScope scope)
    {
        var entries = fields.Entries("states");
        if (entries.Count > ConflictLimits.States)
            scope.Context.Add(ConflictMessages.TooMany(ConflictSlugs.TooManyStates, "states", ConflictLimits.States), entries[ConflictLimits.States].Key);
        foreach (var (key, value, _) in entries.Take(ConflictLimits.States))
        {
            scope.Declare(key, "a state", digitsFirst: true);
            if (scope.OptionNames.Count == 0) Listed(key, value, scope);
            else if (ByOptions(value, key, scope) is { } state)
            {
                scope.NameState(key.Text, state);
                scope.States.Add(new NamedState(key.Text, null, state, scope.Context.Span(key)));
            }
        }
        if (entries.Count == 0 && !fields.Has("options") && !scope.Context.HasErrors)
            scope.Context.Add(ConflictMessages.NeitherForm().At(fields.Span));
    }

    public static ImmutableArray<PartyMoves> Moves(FieldMap fields, ConflictScope scope)
    {
        if (scope.OptionNames.Count > 0 || fields.Has("options")) return [];
        var moves = scope.Parties.ToDictionary(p => p.Name, _ => new List<StateMove>(), StringComparer.Ordinal);
        foreach (var (key, value, _) in fields.Entries("moves"))
        {
            if (scope.Party(key.Text, key) is not { } party) continue;
            var items = value is ListNode list ? list.Items : value is ScalarNode { IsEmpty: true } ? [] : [value];
            foreach (var item in items)
            {
                if (moves[party].Count >= ConflictLimits.Moves)
                {
                    scope.Context.Add(ConflictMessages.TooManyMoves(party), item);
                    break;
                }
                if (item is ScalarNode { IsEmpty: false, Told: false } scalar) moves[party].AddRange(Move(scalar, scope));
                else scope.Context.Add(ReaderMessages.WrongShape(key.Text, item.Kind, "a move 'from -> to'"), item);
            }
        }
        return [.. scope.Parties.Select(p => new PartyMoves(p.Name, [.. moves[p.Name].Distinct()]))];
    }

    public static StateKey? StatusQuo(FieldMap fields, ConflictScope scope)
    {
        var node = fields.Node("status_quo");
        if (node is null or ScalarNode { IsEmpty: true }) return null;
        var words = fields.Words("status_quo");
        if (words is [(_, ScalarNode only)]) return scope.Feasible(scope.State(only), only);
        if (node is not ListNode || (words.IsEmpty && scope.OptionNames.Count == 0)) return null;
        return scope.Feasible(scope.Joined(words.Select(w => w.Text), node), node);
    }

    private static void OfTheCase(FieldMap fields, MapNode root, ConflictScope scope)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, value, _) in (fields.Node("options") as MapNode)?.Entries ?? [])
            if ((value as MapNode)?["by"] is ScalarNode owner)
                named.Add(owner.Text);
        foreach (var key in (string[])["moves", "preferences"])
            named.UnionWith(((fields.Node(key) as MapNode)?.Entries ?? []).Select(e => e.Key.Text));
        foreach (var (key, _, _) in (root["parties"] as MapNode)?.Entries ?? [])
            if (named.Contains(key.Text) && !scope.Parties.Exists(p => p.Name == key.Text))
                scope.Parties.Add(new ConflictParty(key.Text, TitleInCase(root, key.Text), scope.Context.Span(key)));
    }

    private static string? TitleInCase(MapNode root, string party) =>
        ((root["parties"] as MapNode)?[party] as MapNode)?["title"] is ScalarNode { IsEmpty: false } title ? title.Text : null;

    private static ReaderMessage TooManyConditions() => ConflictMessages.TooMany(ConflictSlugs.TooManyStatements, "conditions", ConflictLimits.Conditions);

    private static void Listed(ScalarNode key, CaseNode value, ConflictScope scope)
    {
        if (value is not ScalarNode title)
        {
            scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "a title"), value);
            return;
        }
        var state = new StateKey(StateKind.Listed, (uint)scope.States.Count);
        scope.NameState(key.Text, state);
        scope.States.Add(new NamedState(key.Text, title.IsEmpty ? null : title.Text, state, scope.Context.Span(key)));
    }

    private static StateKey? ByOptions(CaseNode value, ScalarNode key, ConflictScope scope)
    {
        if (value is ScalarNode { IsEmpty: false } scalar) return scope.State(scalar);
        if (value is ListNode list && list.Items.TrueForAll(i => i is ScalarNode)) return scope.Joined(list.Items.Select(i => ((ScalarNode)i).Text), list);
        scope.Context.Add(ReaderMessages.WrongShape(key.Text, value.Kind, "the options taken, 'a + b' or none"), value.Kind == "nothing" ? key : value);
        return null;
    }

    private static StateMove[] Move(ScalarNode scalar, ConflictScope scope)
    {
        var both = scalar.Text.Contains("<->", StringComparison.Ordinal);
        var ends = scalar.Text.Split(both ? "<->" : "->", StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || ends[0].Length == 0 || ends[1].Length == 0)
        {
            scope.Context.Add(ConflictMessages.BadMove(scalar.Text), scalar);
            return [];
        }
        var (start, end) = (scope.State(Part(scalar, ends[0])), scope.State(Part(scalar, ends[1])));
        if (start is not { } from || end is not { } to) return [];
        var move = new StateMove((int)from.Value, (int)to.Value);
        if (from == to) scope.Context.Add(ConflictMessages.MoveToItself(scalar.Text), scalar);
        return both ? [move, new StateMove(move.To, move.From)] : [move];
    }

    /// <summary>One end of a move or pair, with its own place where that can be told.</summary>
    internal static ScalarNode Part(ScalarNode scalar, string text)
    {
        var at = scalar.Form == ScalarForm.Block ? -1 : scalar.Text.IndexOf(text, StringComparison.Ordinal);
        if (at < 0) return scalar;
        var start = Math.Min(scalar.End - 1, scalar.Start + at + (scalar.Form == ScalarForm.Plain ? 0 : 1));
        return new ScalarNode { Start = start, End = Math.Min(scalar.End, start + text.Length), Text = text, Form = ScalarForm.Plain };
    }
}
