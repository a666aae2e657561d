using System.Collections.Immutable;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>Reads a conflict from two tables: states by rows and parties by columns, and a list of moves.</summary>
public static class ConflictCsvReader
{
    /// <summary>Reads a conflict as an explicit graph; never throws on any text.</summary>
    /// <param name="name">What the conflict is called.</param>
    /// <param name="tables">The two tables.</param>
    /// <param name="order">Which end of the numbers is the best.</param>
    public static Checked<Conflict> Read(string name, ConflictTables tables, RankOrder order = RankOrder.HigherIsBetter)
    {
        var findings = new FormatFindings();
        FormatFile File(string file, string text, int index)
        {
            text = text.TrimStart('\uFEFF');
            var opened = new FormatFile(file, file, text.Length > CaseLimits.FileBytes ? string.Empty : text, index, findings);
            if (text.Length > CaseLimits.FileBytes) opened.Add(ReaderMessages.FileTooLarge(), opened.Whole);
            return opened;
        }
        var (states, arcs) = (File($"{name}.states.csv", tables.States, 0), File($"{name}.arcs.csv", tables.Arcs, 1));
        var conflict = findings.HasErrors ? null : new Table(states, arcs, order).Read(name);
        return new(findings.HasErrors ? null : conflict, findings.Finish());
    }

    private sealed class Table(FormatFile states, FormatFile arcs, RankOrder order)
    {
        private readonly Dictionary<string, int> stateByName = new(StringComparer.Ordinal);
        private readonly List<(string Name, int Column, CsvCell Cell)> parties = [];

        public Conflict? Read(string name)
        {
            var rows = CsvRows.Read(states.Text);
            var columns = rows.Count == 0 ? [] : rows[0];
            var (key, title, now) = (columns.FindIndex(c => c.Text == "state"), columns.FindIndex(c => c.Text == "title"), columns.FindIndex(c => c.Text == "status_quo"));
            if (key < 0)
            {
                states.Add(ConflictMessages.Error(ReaderSlugs.MissingKey, "The table has no column 'state'. Begin it with 'state,title,PARTY,..'."), states.Whole);
                return null;
            }
            for (var c = 0; c < columns.Count; c++)
                if (c != key && c != title && c != now)
                    AddParty(columns[c], c);
            if (parties.Count == 0) states.Add(ConflictMessages.Error(ReaderSlugs.MissingKey, "The table has no column for a party. Add one with its ranks."), states.Whole);
            if (rows.Count == 1) states.Add(ConflictMessages.NeitherForm(), states.Whole);
            var listed = ImmutableArray.CreateBuilder<NamedState>();
            var worth = parties.Select(_ => ImmutableArray.CreateBuilder<StateUtility>()).ToList();
            StateKey? statusQuo = null;
            foreach (var row in rows.Skip(1))
            {
                if (listed.Count == ConflictLimits.States)
                {
                    states.Add(ConflictMessages.TooMany(ConflictSlugs.TooManyStates, "states", ConflictLimits.States), Span(states, row[0]));
                    break;
                }
                if (Cell(row, key) is not { Length: > 0 } cell || !IsName(cell, states)) continue;
                if (!stateByName.TryAdd(cell.Text, listed.Count))
                {
                    states.Add(ConflictMessages.StateTwice(cell.Text), Span(states, cell));
                    continue;
                }
                var state = new StateKey(StateKind.Listed, (uint)listed.Count);
                if (Cell(row, now) is { Text: "yes" }) statusQuo = state;
                listed.Add(new NamedState(cell.Text, Cell(row, title) is { Text.Length: > 0 } shown ? shown.Text : null, state, Span(states, cell)));
                for (var p = 0; p < parties.Count; p++) worth[p].Add(new StateUtility(state, Rank(row, p, cell)));
            }
            return new Conflict
            {
                Name = CaseIds.OfParties([name], new HashSet<string>(StringComparer.Ordinal))[0],
                Parties = [.. parties.Select(p => new ConflictParty(p.Name, null, Span(states, p.Cell)))],
                States = listed.ToImmutable(),
                Moves = Moves(),
                StatusQuo = statusQuo,
                Preferences = [.. worth.Select((w, p) => new UtilityPreference(w.ToImmutable()) { Span = Span(states, parties[p].Cell) })],
            };
        }

        private void AddParty(CsvCell cell, int column)
        {
            if (!IsName(cell, states)) return;
            if (parties.Exists(p => p.Name == cell.Text)) states.Add(ReaderMessages.DuplicateName(cell.Text, "a column", 1), Span(states, cell));
            else if (parties.Count == ConflictLimits.Parties) states.Add(ConflictMessages.TooMany(ReaderSlugs.TooManyParties, "parties to a conflict", ConflictLimits.Parties), Span(states, cell));
            else parties.Add((cell.Text, column, cell));
        }

        private decimal Rank(List<CsvCell> row, int party, CsvCell state)
        {
            var cell = Cell(row, parties[party].Column) ?? state with { Text = string.Empty };
            if (DecimalText.TryParse(cell.Text, out var value)) return DecimalText.Normal(order == RankOrder.OneIsBest ? -value : value);
            states.Add(cell.Text.Length == 0
                ? ConflictMessages.MissingStates(parties[party].Name, state.Text, 1)
                : ReaderMessages.BadNumber(cell.Text, "3"), Span(states, cell));
            return 0m;
        }

        private ImmutableArray<PartyMoves> Moves()
        {
            var moves = parties.Select(_ => new List<StateMove>()).ToList();
            var rows = CsvRows.Read(arcs.Text);
            if (rows.Count > 0 && !rows[0].Select(c => c.Text).SequenceEqual(["party", "from", "to"]))
                arcs.Add(ConflictMessages.Error(ReaderSlugs.MissingKey, "The table of moves does not begin with 'party,from,to'. Add that line."), arcs.Whole);
            foreach (var row in rows.Skip(1))
            {
                if (row.Count != 3)
                {
                    arcs.Add(ConflictMessages.BadMoveRow(string.Join(',', row.Take(4).Select(c => c.Text))), Span(arcs, row[0]));
                    continue;
                }
                var party = parties.FindIndex(p => p.Name == row[0].Text);
                if (party < 0) arcs.Add(ConflictMessages.UnknownParty(row[0].Text, arcs.Near(parties.Select(p => p.Name))), Span(arcs, row[0]));
                if (State(row[1]) is not { } from || State(row[2]) is not { } to || party < 0) continue;
                if (from == to) arcs.Add(ConflictMessages.MoveToItself(row[1].Text), Span(arcs, row[2]));
                else if (moves[party].Count < ConflictLimits.Moves) moves[party].Add(new StateMove(from, to));
                else arcs.Add(ConflictMessages.TooManyMoves(row[0].Text), Span(arcs, row[0]));
            }
            return [.. parties.Select((p, i) => new PartyMoves(p.Name, [.. moves[i].Distinct()]))];
        }

        private int? State(CsvCell cell)
        {
            if (stateByName.TryGetValue(cell.Text, out var index)) return index;
            arcs.Add(ConflictMessages.UnknownState(cell.Text, arcs.Near(stateByName.Keys), options: false), Span(arcs, cell));
            return null;
        }

        private static bool IsName(CsvCell cell, FormatFile file)
        {
            if (cell.Text.Length is > 0 and <= 100 && cell.Text[0] != '-' && cell.Text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')
                && StatementWord.Connective(cell.Text) is null && cell.Text != "none") return true;
            file.Add(ReaderMessages.BadName(ConflictMessages.Short(cell.Text)), Span(file, cell));
            return false;
        }

        private static CsvCell? Cell(List<CsvCell> row, int column) => column >= 0 && column < row.Count ? row[column] : null;

        private static SourceSpan Span(FormatFile file, CsvCell cell) => file.Source.SpanOfOriginal(cell.At, cell.Length);
    }
}
