using System.Collections.Immutable;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Cases.Formats;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Conflicts;

public class ConflictRoundTripTests
{
    private static readonly string[] Titles = ["", "a: b", "\"q\" \\", "it's", "{x}", "  two  ", "\u00E9\u4E2D\U0001F600", "tab\there", "#no", "- x", "null"];

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        for (var i = 0; i < Soak.Times(1_000); i++)
        {
            var conflict = Make(new Random(i));
            var json = ConflictWriter.WriteJson(conflict);
            foreach (var text in (string[])[json, ConflictWriter.Write(conflict, ["a\nremark"])])
            {
                var read = ConflictReader.Read("f", text);
                Assert.True(read.Value is not null, $"{i}: {string.Join('\n', read.Diagnostics)}\n{text}");
                Assert.Equal(json, ConflictWriter.WriteJson(read.Value));
            }
        }
    }

    [Fact]
    public void Tables_keep_the_states_the_moves_and_the_order_of_preference()
    {
        for (var i = 0; i < Soak.Times(1_000); i++)
        {
            var conflict = Make(new Random(i));
            var tables = ConflictTableWriter.Tables(conflict).Value!;
            var read = ConflictCsvReader.Read("t", tables);
            Assert.True(read.Value is not null, $"{i}: {string.Join('\n', read.Diagnostics)}\n{tables}");
            var (before, after) = (ConflictOutcomes.List(conflict)!, ConflictOutcomes.List(read.Value)!);
            Assert.Equal(before.Keys.Select(conflict.NameOf), after.Keys.Select(read.Value.NameOf));
            for (var p = 0; p < conflict.Parties.Length; p++)
            {
                Assert.Equal(before.RanksOf(p), after.RanksOf(p));
                Assert.Equal(before.MovesOf(p), after.MovesOf(p).OrderBy(m => m.From).ThenBy(m => m.To));
            }
            Assert.Equal(conflict.StatusQuo is { } now ? before.IndexOf(now) : -1, read.Value.StatusQuo is { } then ? after.IndexOf(then) : -1);
            Assert.StartsWith("digraph", ConflictTableWriter.Dot(conflict).Value, StringComparison.Ordinal);
        }
    }

    private static Conflict Make(Random random)
    {
        var parties = Enumerable.Range(0, random.Next(1, 4)).Select(p => new ConflictParty($"p{p}", Title(random), SourceSpan.None)).ToImmutableArray();
        var graph = random.Next(3) == 0;
        var conflict = graph ? Graph(random, parties) : OfOptions(random, parties);
        var keys = ConflictOutcomes.List(conflict)!.Keys;
        conflict = conflict with
        {
            StatusQuo = random.Next(3) == 0 ? null : keys[random.Next(keys.Length)],
            Preferences = [.. parties.Select(_ => Preference(random, conflict, keys))],
        };
        return conflict with { Perceptions = [.. parties.OrderBy(_ => random.Next()).Where(_ => random.Next(4) == 0).Select(p => Perception(random, conflict, p.Name))] };
    }

    private static ConflictPerception Perception(Random random, Conflict conflict, string party)
    {
        ImmutableArray<PlacedStatement> infeasible = conflict.IsGraph ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => Made(random, conflict))];
        var seen = conflict with { Infeasible = [.. conflict.Infeasible, .. infeasible] };
        if (ConflictOutcomes.List(seen)!.Keys.IsEmpty) (infeasible, seen) = ([], conflict);
        var keys = ConflictOutcomes.List(seen)!.Keys;
        return new()
        {
            Party = party,
            Infeasible = infeasible,
            Preferences = [.. conflict.Parties.Where(_ => random.Next(2) == 0).Select(p => new PerceivedPreference(p.Name, Preference(random, seen, keys)))],
        };
    }

    private static Conflict Graph(Random random, ImmutableArray<ConflictParty> parties)
    {
        var count = random.Next(1, 7);
        return new Conflict
        {
            Name = "made",
            Title = Title(random),
            Parties = parties,
            States = [.. Enumerable.Range(0, count).Select(s => new NamedState($"s{s}", Title(random), new StateKey(StateKind.Listed, (uint)s), SourceSpan.None))],
            Moves = [.. parties.Select(p => new PartyMoves(p.Name, [.. Enumerable.Range(0, random.Next(6)).Select(_ => new StateMove(random.Next(count), random.Next(count))).Where(m => m.From != m.To).Distinct().OrderBy(m => m.From).ThenBy(m => m.To)]))],
            Preferences = [],
        };
    }

    private static Conflict OfOptions(Random random, ImmutableArray<ConflictParty> parties)
    {
        var conflict = new Conflict
        {
            Name = "made",
            Note = Title(random),
            Parties = parties,
            Options = [.. Enumerable.Range(0, random.Next(1, 6)).Select(o => new ConflictOption { Name = $"o{o}", Title = Title(random), Owner = parties[random.Next(parties.Length)].Name, Direction = (OptionDirection)random.Next(3) })],
            Preferences = [],
        };
        var same = random.Next(2) == 0 ? [new CoalescedStates("one", Made(random, conflict).Statement, SourceSpan.None)] : ImmutableArray<CoalescedStates>.Empty;
        var narrowed = conflict with { Infeasible = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Made(random, conflict))] };
        if (ConflictOutcomes.List(narrowed)!.Keys.IsEmpty) narrowed = conflict;
        narrowed = narrowed with { SameState = same };
        var keys = ConflictOutcomes.List(narrowed)!.Keys.Where(k => k.Kind == StateKind.Options).ToList();
        return keys.Count == 0 ? narrowed : narrowed with { States = [new NamedState("named", null, keys[0], SourceSpan.None)] };
    }

    private static ConflictPreference Preference(Random random, Conflict conflict, ImmutableArray<StateKey> keys)
    {
        var kind = random.Next(conflict.IsGraph ? 2 : 4);
        var order = keys.OrderBy(_ => random.Next()).ToList();
        return kind switch
        {
            0 => new RankingPreference([.. Cut(random, order)]),
            1 => new UtilityPreference([.. order.Select(k => new StateUtility(k, random.Next(-50, 50) / 4m))]),
            2 => new WeightPreference([.. conflict.Options.Select(_ => (decimal)random.Next(-3, 4))]),
            _ => new StatementPreference([.. Cut(random, [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Made(random, conflict))])]),
        };
    }

    private static IEnumerable<ImmutableArray<T>> Cut<T>(Random random, List<T> all)
    {
        for (var at = 0; at < all.Count;)
        {
            var next = Math.Min(all.Count, at + (random.Next(3) == 0 ? 2 : 1));
            yield return [.. all[at..next]];
            at = next;
        }
    }

    private static PlacedStatement Made(Random random, Conflict conflict)
    {
        var words = SlowStatement.Make(random, conflict.OptionNames, 1);
        return new PlacedStatement(Statement.Parse(string.Join(' ', words), conflict.OptionNames).Value!, SourceSpan.None);
    }

    private static string? Title(Random random) => Titles[random.Next(Titles.Length)] is { Length: > 0 } title ? title : null;
}
