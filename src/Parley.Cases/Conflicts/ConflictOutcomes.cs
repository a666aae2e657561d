using System.Collections.Immutable;

namespace Parley.Cases.Conflicts;

/// <summary>The states of a conflict one by one, with each party's preference ranks.</summary>
public sealed class ConflictOutcomes
{
    private readonly Dictionary<StateKey, int> indexOf = [];
    private readonly List<(uint Taken, int Index)> members = [];

    private ConflictOutcomes(Conflict conflict)
    {
        Conflict = conflict;
        var keys = ImmutableArray.CreateBuilder<StateKey>();
        var taken = ImmutableArray.CreateBuilder<uint>();
        var count = conflict.IsGraph ? conflict.States.Length : 1 << conflict.Options.Length;
        for (var i = 0u; i < count; i++)
        {
            if (!conflict.IsGraph && !conflict.IsFeasible(i)) continue;
            var key = conflict.IsGraph ? new StateKey(StateKind.Listed, i) : conflict.KeyOf(i);
            if (indexOf.TryAdd(key, keys.Count))
            {
                keys.Add(key);
                taken.Add(i);
            }
            members.Add((i, indexOf[key]));
        }
        (Keys, Taken) = (keys.ToImmutable(), taken.ToImmutable());
    }

    public Conflict Conflict { get; }

    /// <summary>The states: those of a graph as listed, those of options by ascending bits, one that is several where its first stands.</summary>
    public ImmutableArray<StateKey> Keys { get; }

    /// <summary>The options taken in each state; of states that are one, those taken in the first.</summary>
    public ImmutableArray<uint> Taken { get; }

    /// <summary>The index of a state; -1 when the conflict does not have it.</summary>
    public int IndexOf(StateKey key) => indexOf.GetValueOrDefault(key, -1);

    /// <summary>Every set of options that can be taken, with the index of the state it makes.</summary>
    public IReadOnlyList<(uint Taken, int Index)> Members => members;

    /// <summary>The states, or null for a conflict that is too large to go through.</summary>
    public static ConflictOutcomes? List(Conflict conflict) => CanList(conflict) ? new ConflictOutcomes(conflict) : null;

    /// <summary>Whether all states can be gone through: up to 20 options, fewer with very long conditions.</summary>
    public static bool CanList(Conflict conflict)
    {
        if (conflict.IsGraph) return true;
        if (conflict.Options.Length > ConflictLimits.ListedOptions) return false;
        var size = 1L + conflict.Infeasible.Sum(i => (long)i.Statement.Size) + conflict.SameState.Sum(s => (long)s.Where.Size);
        return size << conflict.Options.Length <= ConflictLimits.ListingWork;
    }

    /// <summary>A party's rank of each state: 0 for the worst, higher is better, equal for equally good.</summary>
    /// <remarks>Ties and edge cases: states that are one count as the first of them; a state that a ranking leaves out is worst.</remarks>
    public ImmutableArray<int> RanksOf(int party)
    {
        var scores = Enumerable.Range(0, Keys.Length).Select(s => new decimal[1]).ToArray();
        switch (Conflict.Preferences[party])
        {
            case RankingPreference ranking:
                for (var g = 0; g < ranking.Groups.Length; g++)
                    foreach (var key in ranking.Groups[g])
                        if (IndexOf(key) is >= 0 and var ranked)
                            scores[ranked][0] = ranking.Groups.Length - g;
                break;
            case UtilityPreference utilities:
                foreach (var (key, utility) in utilities.Utilities)
                    if (IndexOf(key) is >= 0 and var valued)
                        scores[valued][0] = utility;
                break;
            case WeightPreference weights:
                for (var s = 0; s < scores.Length; s++)
                    scores[s][0] = weights.Weights.Where((_, o) => (Taken[s] >> o & 1) != 0).Sum();
                break;
            case StatementPreference statements:
                for (var s = 0; s < scores.Length; s++)
                    scores[s] = [.. statements.Groups.Select(g => (decimal)g.Count(t => t.Statement.Holds(Taken[s])))];
                break;
        }
        return Dense(scores);
    }

    /// <summary>The steps that a party can take, as indices of states, in ascending order.</summary>
    /// <remarks>Cost: the number of states times 2^(options of the party), or its square where that is less.</remarks>
    public ImmutableArray<StateMove> MovesOf(int party)
    {
        if (Conflict.IsGraph) return Conflict.Moves[party].Moves;
        var own = Conflict.OptionsOf(Conflict.Parties[party].Name);
        var indexByTaken = new Dictionary<uint, int>(members.Count);
        foreach (var (taken, index) in members) indexByTaken[taken] = index;
        var moves = new HashSet<StateMove>();
        foreach (var (taken, from) in members)
        {
            if (1L << System.Numerics.BitOperations.PopCount(own) > members.Count)
            {
                foreach (var (other, to) in members)
                    if (to != from && ((taken ^ other) & ~own) == 0 && Conflict.MayChange(taken, other))
                        moves.Add(new StateMove(from, to));
                continue;
            }
            for (var change = own; change != 0; change = (change - 1) & own)
            {
                if (!indexByTaken.TryGetValue(taken ^ change, out var to) || to == from || !Conflict.MayChange(taken, taken ^ change)) continue;
                moves.Add(new StateMove(from, to));
            }
        }
        return [.. moves.OrderBy(m => m.From).ThenBy(m => m.To)];
    }

    private static ImmutableArray<int> Dense(decimal[][] scores)
    {
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort(order, (a, b) => Compare(scores[a], scores[b]));
        var ranks = new int[scores.Length];
        for (var k = 1; k < order.Length; k++)
            ranks[order[k]] = ranks[order[k - 1]] + (Compare(scores[order[k - 1]], scores[order[k]]) == 0 ? 0 : 1);
        return [.. ranks];
    }

    private static int Compare(decimal[] a, decimal[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        return 0;
    }
}
