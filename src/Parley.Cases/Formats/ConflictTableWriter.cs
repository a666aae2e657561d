using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Formats;

/// <summary>Writes a conflict state by state: as tables with each party's ranks, or as a picture of its moves.</summary>
/// <remarks>Ranks are written from 0 for the worst; with utilities, the order alone is kept.</remarks>
public static class ConflictTableWriter
{
    private static readonly string[] Colours = ["#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad", "#d68910", "#5d6d7e", "#a04000", "#117a65"];

    /// <summary>The states and the moves as tables that <see cref="ConflictCsvReader"/> reads.</summary>
    public static Checked<ConflictTables> Tables(Conflict conflict)
    {
        if (Outcomes(conflict) is not { } outcomes) return TooLarge<ConflictTables>(conflict);
        var states = new StringBuilder();
        var ranks = conflict.Parties.Select((_, p) => outcomes.RanksOf(p)).ToList();
        var titles = conflict.IsGraph && conflict.States.Any(s => s.Title is not null);
        string[] head = titles ? ["state", "title", "status_quo"] : ["state", "status_quo"];
        CsvRows.Write(states, [.. head, .. conflict.Parties.Select(p => p.Name)]);
        for (var s = 0; s < outcomes.Keys.Length; s++)
        {
            var now = outcomes.Keys[s] == conflict.StatusQuo ? "yes" : string.Empty;
            string[] first = titles ? [conflict.NameOf(outcomes.Keys[s]), conflict.States[s].Title ?? string.Empty, now] : [conflict.NameOf(outcomes.Keys[s]), now];
            CsvRows.Write(states, [.. first, .. ranks.Select(r => r[s].ToString(CultureInfo.InvariantCulture))]);
        }
        var arcs = new StringBuilder("party,from,to\n");
        for (var p = 0; p < conflict.Parties.Length; p++)
            foreach (var (from, to) in outcomes.MovesOf(p))
                CsvRows.Write(arcs, [conflict.Parties[p].Name, conflict.NameOf(outcomes.Keys[from]), conflict.NameOf(outcomes.Keys[to])]);
        return new(new ConflictTables(states.ToString(), arcs.ToString()), LeftBehind(conflict));
    }

    /// <summary>The moves as a graph in DOT, one colour for each party; a move that goes both ways is one line.</summary>
    public static Checked<string> Dot(Conflict conflict)
    {
        if (Outcomes(conflict) is not { } outcomes) return TooLarge<string>(conflict);
        var text = new StringBuilder("digraph ").Append(WrittenText.Quoted(conflict.Name)).Append(" {\n  node [shape=box];\n");
        foreach (var key in outcomes.Keys)
        {
            var shown = key.Kind == StateKind.Listed ? conflict.States[(int)key.Value].Title ?? conflict.NameOf(key) : conflict.NameOf(key);
            text.Append(CultureInfo.InvariantCulture, $"  {WrittenText.Quoted(conflict.NameOf(key))} [label={WrittenText.Quoted(shown)}{(key == conflict.StatusQuo ? ", peripheries=2" : string.Empty)}];\n");
        }
        for (var p = 0; p < conflict.Parties.Length; p++)
        {
            var moves = outcomes.MovesOf(p).ToHashSet();
            foreach (var move in moves.OrderBy(m => m.From).ThenBy(m => m.To))
            {
                var back = moves.Contains(new StateMove(move.To, move.From));
                if (back && move.From > move.To) continue;
                text.Append(CultureInfo.InvariantCulture, $"  {WrittenText.Quoted(conflict.NameOf(outcomes.Keys[move.From]))} -> {WrittenText.Quoted(conflict.NameOf(outcomes.Keys[move.To]))} ");
                text.Append(CultureInfo.InvariantCulture, $"[color=\"{Colours[p % Colours.Length]}\", label={WrittenText.Quoted(conflict.Parties[p].Name)}{(back ? ", dir=both" : string.Empty)}];\n");
            }
        }
        return new(text.Append("}\n").ToString(), []);
    }

    private static ImmutableArray<Diagnostic> LeftBehind(Conflict conflict) =>
        conflict.Perceptions.IsEmpty ? [] : [ConflictMessages.LeftBehind("Perceptions are left behind: tables have no place for them.").At(conflict.Perceptions[0].Span)];

    private static ConflictOutcomes? Outcomes(Conflict conflict) =>
        ConflictOutcomes.List(conflict) is { } outcomes && outcomes.Members.Count <= ConflictLimits.States ? outcomes : null;

    private static Checked<T> TooLarge<T>(Conflict conflict)
        where T : class => new(null, [ConflictMessages.TooLargeToWrite().At(conflict.Span)]);
}
