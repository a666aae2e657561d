using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Conflicts;
using Parley.Cases.Diagnostics;
using Parley.Kernels.Graphs;
using KernelDirection = Parley.Kernels.Graphs.OptionDirection;

namespace Parley.Problems;

/// <summary>A conflict of the graph model as a graph of moves, an option game, or both.</summary>
/// <remarks>
/// Small conflicts are listed, with every state and move. Conflicts made of options alone are an option game too, in which up
/// to 30 options can be worked on without listing moves: then what cannot be needs to be plain patterns, and preferences
/// statements or weights.
/// </remarks>
public static class ConflictGraph
{
    /// <summary>More moves of all parties together are not listed.</summary>
    public const long MaxMoves = 10_000_000;

    /// <summary>Patterns that what cannot be may come to.</summary>
    private const int MaxPatterns = 1_000;

    // Ranks of every state are made for games of so many options at most.
    private const int MaxRankedOptions = ConflictLimits.ListedOptions;

    /// <summary>The problem, or why there is none: too large to list and no plain game of options.</summary>
    public static Checked<StabilityProblem> Of(Conflict conflict)
    {
        var outcomes = MoveBound(conflict) <= MaxMoves ? ConflictOutcomes.List(conflict) : null;
        if (outcomes is { Keys.Length: 0 })
            return StabilityProblem.Refused("no-states", "Every set of options is infeasible, so the conflict has no states.");
        var game = conflict.IsGraph || !conflict.SameState.IsEmpty ? null : Game(conflict);
        if (outcomes is null && game is null)
        {
            return StabilityProblem.Refused(
                "too-large-to-list",
                "The conflict is too large to list every move; larger ones take options alone, statements or weights as preferences, and no same_state.");
        }

        var graph = outcomes is null ? null : Graph(conflict, outcomes);
        var problem = new StabilityProblem(
            graph,
            game,
            s => Label(conflict, outcomes?.Keys[s] ?? new StateKey(StateKind.Options, (uint)s)),
            text => Key(conflict, text) is { } found ? Index(conflict, outcomes, found) : null)
        {
            Parties = [.. conflict.Parties.Select(p => p.Name)],
            Uncertain = outcomes is null ? [] : [.. conflict.Preferences.Select(p => new UncertainPairs(Indices(p.Unknown), Indices(p.Much)))],
            Start = conflict.StatusQuo is { } key ? Index(conflict, outcomes, key) : null,
        };
        return new(problem, []);

        ImmutableArray<(int First, int Second)> Indices(ImmutableArray<StatePair> pairs) =>
            [.. pairs.Select(p => (First: outcomes.IndexOf(p.First), Second: outcomes.IndexOf(p.Second))).Where(p => p.First >= 0 && p.Second >= 0)];
    }

    // At most so many moves; what cannot be is not subtracted.
    private static long MoveBound(Conflict conflict)
    {
        if (conflict.IsGraph) return 0; // listed, within the limits of the text
        long ways = conflict.Parties.Sum(p => 1L << BitOperations.PopCount(conflict.OptionsOf(p.Name)));
        return conflict.Options.Length > ConflictLimits.ListedOptions ? long.MaxValue : ways << conflict.Options.Length;
    }

    private static ExplicitGraph Graph(Conflict conflict, ConflictOutcomes outcomes)
    {
        var parties = Enumerable.Range(0, conflict.Parties.Length).ToArray();
        StateArc[][] arcs = [.. parties.Select(p => outcomes.MovesOf(p).Select(m => new StateArc(m.From, m.To)).ToArray())];
        int[][] ranks = [.. parties.Select(p => outcomes.RanksOf(p).ToArray())];
        var codes = conflict.IsGraph || !conflict.SameState.IsEmpty ? null : new StateCodes(
            [.. outcomes.Taken.Select(t => (ulong)t)], [.. conflict.Parties.Select(p => (ulong)conflict.OptionsOf(p.Name))]);
        return new(outcomes.Keys.Length, arcs, ranks, codes);
    }

    private static OptionGame? Game(Conflict conflict)
    {
        var patterns = new List<InfeasiblePattern>();
        foreach (var infeasible in conflict.Infeasible)
        {
            if (Patterns(infeasible.Statement, true, MaxPatterns) is not { } found) return null;
            patterns.AddRange(found);
        }

        var preferences = Enumerable.Range(0, conflict.Parties.Length).Select(p => Preference(conflict, p)).ToArray();
        if (Array.Exists(preferences, p => p is null)) return null;
        var parties = conflict.Parties.Select(p => p.Name).ToList();
        return new(
            [.. conflict.Options.Select(o => parties.IndexOf(o.Owner))],
            [.. conflict.Options.Select(o => Direction(o.Direction))],
            [.. patterns.Distinct()],
            [.. preferences!]);
    }

    private static KernelDirection Direction(Cases.Conflicts.OptionDirection direction) => direction switch
    {
        Cases.Conflicts.OptionDirection.Forward => KernelDirection.Forward,
        Cases.Conflicts.OptionDirection.Back => KernelDirection.Backward,
        _ => KernelDirection.Both,
    };

    /// <summary>The patterns whose union a statement (or its opposite) is; null where they are too many.</summary>
    private static List<InfeasiblePattern>? Patterns(Cases.Conflicts.Statement statement, bool isTrue, int most) => (statement, isTrue) switch
    {
        (OptionTaken taken, _) => [new(1 << taken.Option, isTrue ? 1 << taken.Option : 0)],
        (NotStatement not, _) => Patterns(not.Of, !isTrue, most),
        (AndStatement and, true) => Both(Patterns(and.Left, true, most), Patterns(and.Right, true, most), most),
        (AndStatement and, false) => Either(Patterns(and.Left, false, most), Patterns(and.Right, false, most), most),
        (OrStatement or, true) => Either(Patterns(or.Left, true, most), Patterns(or.Right, true, most), most),
        (OrStatement or, false) => Both(Patterns(or.Left, false, most), Patterns(or.Right, false, most), most),
        (IfStatement guarded, _) => Patterns(new OrStatement(guarded.Then, new NotStatement(guarded.Condition)), isTrue, most),
        (IffStatement iff, _) => Patterns(
            new OrStatement(new AndStatement(iff.Left, iff.Right), new AndStatement(new NotStatement(iff.Left), new NotStatement(iff.Right))), isTrue, most),
        _ => null,
    };

    private static List<InfeasiblePattern>? Either(List<InfeasiblePattern>? left, List<InfeasiblePattern>? right, int most) =>
        left is null || right is null || left.Count + right.Count > most ? null : [.. left, .. right];

    private static List<InfeasiblePattern>? Both(List<InfeasiblePattern>? left, List<InfeasiblePattern>? right, int most)
    {
        if (left is null || right is null || (long)left.Count * right.Count > most) return null;
        return
        [
            .. from a in left from b in right
               where ((a.Value ^ b.Value) & a.Mask & b.Mask) == 0
               select new InfeasiblePattern(a.Mask | b.Mask, a.Value | b.Value),
        ];
    }

    private static OptionPreference? Preference(Conflict conflict, int party)
    {
        switch (conflict.Preferences[party])
        {
            case StatementPreference { Groups.Length: > 0 } list when list.Groups.All(g => g.Length == 1):
                return new OptionPreference.Statements([.. list.Groups.Select(g => Lift(g[0].Statement))]);
            case WeightPreference weights when Whole(weights.Weights) is { } whole:
                return new OptionPreference.Weights(whole);
            default:
                return conflict.Options.Length <= MaxRankedOptions && ConflictOutcomes.List(conflict) is { } outcomes
                    ? RanksOfAll(outcomes, party)
                    : null;
        }
    }

    private static OptionPreference.Ranks RanksOfAll(ConflictOutcomes outcomes, int party)
    {
        var (ranks, all) = (outcomes.RanksOf(party), new int[1 << outcomes.Conflict.Options.Length]);
        foreach (var (taken, index) in outcomes.Members) all[taken] = ranks[index];
        return new([.. all]);
    }

    // Weights as whole numbers in the same proportion, where they stay small.
    private static ImmutableArray<int>? Whole(ImmutableArray<decimal> weights)
    {
        for (var scale = 1m; scale <= 1_000_000m; scale *= 10m)
        {
            if (weights.Any(w => Math.Abs(w) * scale > int.MaxValue / 32)) return null;
            if (weights.All(w => decimal.IsInteger(w * scale))) return [.. weights.Select(w => (int)(w * scale))];
        }

        return null;
    }

    private static Kernels.Graphs.Statement Lift(Cases.Conflicts.Statement statement) => statement switch
    {
        OptionTaken taken => new Kernels.Graphs.Statement.Literal(taken.Option, true),
        NotStatement { Of: OptionTaken left } => new Kernels.Graphs.Statement.Literal(left.Option, false),
        NotStatement not => new Kernels.Graphs.Statement.Not(Lift(not.Of)),
        AndStatement and => new Kernels.Graphs.Statement.And([Lift(and.Left), Lift(and.Right)]),
        OrStatement or => new Kernels.Graphs.Statement.Or([Lift(or.Left), Lift(or.Right)]),
        IfStatement guarded => new Kernels.Graphs.Statement.If(Lift(guarded.Then), Lift(guarded.Condition)),
        IffStatement iff => new Kernels.Graphs.Statement.Iff(Lift(iff.Left), Lift(iff.Right)),
        _ => throw new System.Diagnostics.UnreachableException("a statement of no known kind"),
    };

    private static StateLabel Label(Conflict conflict, StateKey key)
    {
        var title = key.Kind switch
        {
            StateKind.Listed => conflict.States[(int)key.Value].Title,
            StateKind.Options => conflict.States.FirstOrDefault(s => s.Key == key)?.Title,
            _ => null,
        };
        var taken = key.Kind != StateKind.Options ? [] : conflict.Options.Where((_, o) => (key.Value >> o & 1) != 0).Select(o => o.Name).ToImmutableArray();
        return new(conflict.NameOf(key), title, taken);
    }

    private static StateKey? Key(Conflict conflict, string text)
    {
        text = text.Trim();
        for (var i = 0; i < conflict.SameState.Length; i++)
            if (conflict.SameState[i].Name == text) return new(StateKind.Coalesced, (uint)i);
        if (conflict.States.FirstOrDefault(s => s.Name == text) is { } named) return named.Key;
        if (conflict.IsGraph) return null;
        var (names, bits) = (conflict.OptionNames, 0u);
        if (text.Length == names.Length && text.All(c => c is 'Y' or 'N'))
        {
            for (var o = 0; o < text.Length; o++)
                if (text[o] == 'Y') bits |= 1u << o;
            return conflict.KeyOf(bits);
        }

        foreach (var part in text == "none" ? [] : StateNames.Parts(text))
        {
            if (names.IndexOf(part) is not (>= 0 and var o)) return null;
            bits |= 1u << o;
        }

        return conflict.KeyOf(bits);
    }

    private static int? Index(Conflict conflict, ConflictOutcomes? outcomes, StateKey key)
    {
        if (outcomes is not null) return outcomes.IndexOf(key) is >= 0 and var index ? index : null;
        return conflict.IsFeasible(key.Value) ? (int)key.Value : null;
    }
}
