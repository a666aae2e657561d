using System.Collections.Immutable;
using System.Globalization;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads a <c>.gmcr</c> file: options with directions and owners, infeasible patterns, statements or rankings.</summary>
/// <remarks>
/// Differs from source: options and parties get names that a case can use, and keep theirs as titles. Misperceptions and
/// coalitions are left behind with a warning; payoffs are those of the statements and are not read.
/// </remarks>
public static class GmcrReader
{
    /// <summary>Reads a conflict; never throws on any text.</summary>
    /// <param name="fileName">The name that findings show.</param>
    /// <param name="text">The text of the file.</param>
    public static Checked<Conflict> Read(string fileName, string text)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        var findings = new FormatFindings();
        var file = new FormatFile(fileName, fileName, text.Length > CaseLimits.FileBytes ? string.Empty : text, 0, findings);
        if (text.Length > CaseLimits.FileBytes)
        {
            file.Add(ReaderMessages.FileTooLarge(), file.Whole);
            return new(null, findings.Finish());
        }
        Conflict? conflict = null;
        if (JsonTree.Build(file) is { } root && NodeFields.Of(file, root, "The file") is { } top) conflict = new GmcrConflict(file, top).Read(file.BareName);
        if (conflict is null && !findings.HasErrors) file.Add(FormatMessages.BadJson(), file.Whole);
        return new(findings.HasErrors ? null : conflict, findings.Finish());
    }

    /// <summary>One file's conflict while it is read.</summary>
    private sealed class GmcrConflict(FormatFile file, NodeFields top)
    {
        private readonly List<(string Title, OptionDirection Direction, SourceSpan Span)> options = [];
        private IReadOnlyList<string> names = [];

        /// <summary>Whether the infeasible patterns were read without an error, so that places in a ranking mean something.</summary>
        private bool ListsStates { get; set; }

        public Conflict? Read(string name)
        {
            Options(NodeFields.List(file, top.Required("options", "The file"), "'options'"));
            var makers = NodeFields.List(file, top.Required("decisionMakers", "The file"), "'decisionMakers'")?.Items
                .Select(m => NodeFields.Of(file, m, "A decision maker")).OfType<NodeFields>().ToList() ?? [];
            if (makers.Count > ConflictLimits.Parties) file.Add(ConflictMessages.TooMany(ReaderSlugs.TooManyParties, "parties to a conflict", ConflictLimits.Parties), makers[ConflictLimits.Parties].Map);
            if (options.Count is 0 or > ConflictLimits.Options || makers.Count is 0 or > ConflictLimits.Parties) return null;
            var taken = new HashSet<string>(StringComparer.Ordinal) { "none", "not", "and", "or", "if", "iff" };
            names = [.. CaseIds.OfParties(options.Select(o => o.Title.ToLowerInvariant()), taken).Select(n => char.IsLetter(n[0]) || n[0] == '_' ? n : "o_" + n)];
            var titles = makers.Select(m => m.Word("name") ?? string.Empty).ToList();
            var parties = CaseIds.OfParties(titles.Select(t => t.ToLowerInvariant()), new HashSet<string>(StringComparer.Ordinal));
            var owners = Owners(makers, parties);
            var before = file.ErrorCount;
            var infeasible = Conditions(top["infeasibles"], "'infeasibles'").ToImmutableArray();
            ListsStates = file.ErrorCount == before;
            var conflict = new Conflict
            {
                Name = CaseIds.OfParties([name], new HashSet<string>(StringComparer.Ordinal))[0],
                Title = name,
                Parties = [.. makers.Select((m, i) => new ConflictParty(parties[i], titles[i], file.Span(m.Map)))],
                Options = [.. options.Select((o, i) => new ConflictOption { Name = names[i], Title = o.Title, Owner = owners[i], Direction = o.Direction, Span = o.Span })],
                Infeasible = infeasible,
                Preferences = [],
            };
            conflict = conflict with { Preferences = [.. Preferences(makers, conflict)] };
            LeaveBehind(makers);
            return conflict;
        }

        private void Options(ListNode? list)
        {
            foreach (var node in list?.Items ?? [])
            {
                if (NodeFields.Of(file, node, "An option") is not { } map) continue;
                if (options.Count == ConflictLimits.Options)
                {
                    file.Add(ConflictMessages.TooMany(ReaderSlugs.TooManyOptions, "options of a conflict", ConflictLimits.Options), node);
                    options.Add((string.Empty, OptionDirection.Both, file.Span(node)));
                    return;
                }
                var title = map.Required("name", "An option") is { } named ? NodeFields.Text(file, named, "'name'") : null;
                options.Add((title ?? string.Empty, Direction(map), file.Span(node)));
            }
        }

        private OptionDirection Direction(NodeFields map)
        {
            switch (map.Word("permittedDirection"))
            {
                case null or "both":
                    return OptionDirection.Both;
                case "fwd":
                    return OptionDirection.Forward;
                case "back":
                    return OptionDirection.Back;
                case var other:
                    file.Add(ReaderMessages.UnknownWord("permittedDirection", ConflictMessages.Short(other), ["fwd", "back", "both"], null), map["permittedDirection"] ?? map.Map);
                    return OptionDirection.Both;
            }
        }

        private string[] Owners(List<NodeFields> makers, IReadOnlyList<string> parties)
        {
            var owners = new string[options.Count];
            for (var p = 0; p < makers.Count; p++)
            {
                foreach (var item in NodeFields.List(file, makers[p].Required("options", "A decision maker"), "'options'")?.Items ?? [])
                {
                    if (Index(item) is not { } option) continue;
                    if (owners[option] is not null) file.Add(ReaderMessages.DuplicateName(options[option].Title, "an option of another decision maker", file.Span(makers[p].Map).Line), item);
                    owners[option] = parties[p];
                }
            }
            for (var o = 0; o < owners.Length; o++)
                if (owners[o] is null)
                    file.Add(ConflictMessages.Error(ReaderSlugs.MissingKey, $"No decision maker has the option '{ConflictMessages.Short(options[o].Title)}'. Add it to one."), options[o].Span);
            return [.. owners.Select(o => o ?? string.Empty)];
        }

        private int? Index(CaseNode node)
        {
            if (node is ScalarNode scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < options.Count) return index;
            file.Add(ConflictMessages.Error(ReaderSlugs.UnknownOption, $"'{ConflictMessages.Short((node as ScalarNode)?.Text ?? node.Kind)}' is no option. Write its index from 0 to {options.Count - 1}."), node);
            return null;
        }

        private IEnumerable<PlacedStatement> Conditions(CaseNode? node, string what)
        {
            foreach (var item in NodeFields.List(file, node, what)?.Items ?? [])
            {
                // A condition is a list of options with Y or N that hold together; a compound one holds where one of its members does.
                Statement? statement = null;
                if (item is MapNode)
                {
                    var members = NodeFields.Of(file, item, "A condition")?.Required("members", "A condition");
                    foreach (var member in NodeFields.List(file, members, "'members'")?.Items ?? [])
                        if (All(member) is { } one)
                            statement = statement is null ? one : new OrStatement(statement, one);
                }
                else
                {
                    statement = All(item);
                }
                if (statement is null) continue;
                if (statement.Size > ConflictLimits.StatementParts) file.Add(ConflictMessages.StatementTooLarge(statement.Size), item);
                else yield return new PlacedStatement(statement, file.Span(item));
            }
        }

        private Statement? All(CaseNode node)
        {
            Statement? all = null;
            foreach (var item in NodeFields.List(file, node, "A condition")?.Items ?? [])
            {
                if (item is ListNode { Items: [_, ScalarNode { Text: not ("Y" or "N") } other] })
                {
                    file.Add(ReaderMessages.UnknownWord("a condition", ConflictMessages.Short(other.Text), ["Y", "N"], null), other);
                    continue;
                }
                if (item is not ListNode { Items: [var at, ScalarNode sign] })
                {
                    file.Add(FormatMessages.WrongShape("A condition", "an option with \"Y\" or \"N\"", item.Kind), item);
                    continue;
                }
                if (Index(at) is not { } option) continue;
                Statement literal = sign.Text == "Y" ? new OptionTaken(option) : new NotStatement(new OptionTaken(option));
                all = all is null ? literal : new AndStatement(all, literal);
            }
            return all;
        }

        private IEnumerable<ConflictPreference> Preferences(List<NodeFields> makers, Conflict conflict)
        {
            var manual = (top["useManualPreferenceRanking"] ?? top["useManualPreferenceVectors"]) is ScalarNode { Text: "true" };
            var states = manual && ListsStates ? ConflictOutcomes.List(conflict)?.Keys : null;
            foreach (var maker in makers)
            {
                var ranking = manual ? maker["preferenceRanking"] ?? maker["preferenceVector"] : null;
                if (ranking is null)
                {
                    var groups = Conditions(maker["preferences"], "'preferences'").Select(s => ImmutableArray.Create(s)).ToImmutableArray();
                    if (groups.Length > ConflictLimits.Statements) file.Add(ConflictMessages.TooManyStatements(maker.Word("name") ?? string.Empty), maker.Map);
                    if (groups.IsEmpty) file.Add(ConflictMessages.NoPreference(maker.Word("name") ?? string.Empty), maker.Map);
                    yield return new StatementPreference(groups) { Span = file.Span(maker.Map) };
                    continue;
                }
                if (states is { } all) yield return new RankingPreference(Ranking(ranking, all, maker)) { Span = file.Span(ranking) };
                else if (ListsStates) file.Add(ConflictMessages.TooLargeToList(maker.Word("name") ?? string.Empty, "a ranking"), ranking);
            }
        }

        private ImmutableArray<ImmutableArray<StateKey>> Ranking(CaseNode node, ImmutableArray<StateKey> states, NodeFields maker)
        {
            var groups = ImmutableArray.CreateBuilder<ImmutableArray<StateKey>>();
            var (seen, before) = (new HashSet<int>(), file.ErrorCount);
            foreach (var item in NodeFields.List(file, node, "'preferenceRanking'")?.Items ?? [])
            {
                var group = ImmutableArray.CreateBuilder<StateKey>();
                foreach (var place in item is ListNode tied ? tied.Items : [item])
                {
                    var word = (place as ScalarNode)?.Text ?? place.Kind;
                    if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) || ordinal < 1 || ordinal > states.Length)
                        file.Add(ConflictMessages.Error(ConflictSlugs.UnknownState, $"'{ConflictMessages.Short(word)}' is no state. Write its place among the {states.Length} feasible ones."), place);
                    else if (!seen.Add(ordinal)) file.Add(ConflictMessages.StateTwice(word), place);
                    else group.Add(states[ordinal - 1]);
                }
                if (group.Count > 0) groups.Add(group.ToImmutable());
            }
            if (seen.Count < states.Length && file.ErrorCount == before)
            {
                var first = Enumerable.Range(1, states.Length).First(s => !seen.Contains(s)).ToString(CultureInfo.InvariantCulture);
                file.Add(ConflictMessages.MissingStates(maker.Word("name") ?? string.Empty, first, states.Length - seen.Count), node);
            }
            return groups.ToImmutable();
        }

        private void LeaveBehind(List<NodeFields> makers)
        {
            foreach (var maker in makers)
                if (maker["misperceptions"] is ListNode { Items.Count: > 0 } node)
                    file.Add(ConflictMessages.LeftBehind($"What '{ConflictMessages.Short(maker.Word("name") ?? string.Empty)}' does not see is left behind."), node);
            if (top["coalitions"] is ListNode coalitions && coalitions.Items.Exists(c => c is ListNode { Items.Count: > 1 }))
                file.Add(ConflictMessages.LeftBehind("Coalitions are left behind."), coalitions);
        }
    }
}
