using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>Which way an option can be changed by its owner.</summary>
public enum OptionDirection
{
    Both,

    /// <summary>It can be chosen, and then not taken back.</summary>
    Forward,

    /// <summary>It can be given up, and then not chosen again.</summary>
    Backward,
}

/// <summary>States that cannot be: those with state &amp; Mask == Value.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InfeasiblePattern(int Mask, int Value);

/// <summary>A conflict whose states are sets of chosen options: state bit o says whether option o is chosen.</summary>
/// <remarks>
/// Definition: in one move a party may change any of its own options at once, each in a direction it allows; where it ends must be feasible,
/// what lies between need not be.
/// Source: Fang, Hipel, Kilgour and Peng 2003; key "fang2003" in docs/references.bib.
/// </remarks>
public sealed class OptionGame
{
    /// <summary>States are numbered by an int.</summary>
    public const int MaxOptions = 30;

    /// <summary>Beyond this a graph with every move listed is not made.</summary>
    public const int MaxExplicitOptions = 14;

    /// <param name="owners">Per option the party that controls it.</param>
    /// <param name="directions">Per option which way it goes.</param>
    /// <param name="infeasible">Patterns, at least one state must escape them all for the game to have states; may be empty.</param>
    /// <param name="preferences">Per party how it ranks the states.</param>
    /// <exception cref="ArgumentException">Sizes do not agree, or an option, party or pattern is out of range.</exception>
    public OptionGame(
        ImmutableArray<int> owners,
        ImmutableArray<OptionDirection> directions,
        ImmutableArray<InfeasiblePattern> infeasible,
        ImmutableArray<OptionPreference> preferences)
    {
        if (owners.Length is < 1 or > MaxOptions) throw new ArgumentException("1 to 30 options.", nameof(owners));
        if (directions.Length != owners.Length) throw new ArgumentException("One direction for each option.", nameof(directions));
        if (preferences.Length is < 1 or > ExplicitGraph.MaxParties) throw new ArgumentException("1 to 30 parties.", nameof(preferences));
        foreach (var owner in owners)
            if ((uint)owner >= (uint)preferences.Length) throw new ArgumentException("An owner is no party.", nameof(owners));
        foreach (var pattern in infeasible)
        {
            if ((pattern.Mask & ~(StatesOf(owners.Length) - 1)) != 0 || (pattern.Value & ~pattern.Mask) != 0)
                throw new ArgumentException("A pattern names an option that is not there.", nameof(infeasible));
        }

        (Owners, Directions, Infeasible, Preferences) = (owners, directions, infeasible, preferences);
        foreach (var preference in preferences) CheckPreference(preference);
    }

    public ImmutableArray<int> Owners { get; }

    public ImmutableArray<OptionDirection> Directions { get; }

    public ImmutableArray<InfeasiblePattern> Infeasible { get; }

    public ImmutableArray<OptionPreference> Preferences { get; }

    public int OptionCount => Owners.Length;

    public int PartyCount => Preferences.Length;

    /// <summary>2^options, infeasible ones included.</summary>
    public int StateCount => StatesOf(OptionCount);

    /// <summary>Whether no pattern matches.</summary>
    public bool IsFeasible(int state)
    {
        foreach (var pattern in Infeasible)
            if ((state & pattern.Mask) == pattern.Value) return false;
        return true;
    }

    /// <summary>Whether the party can go from one feasible state to another in one move.</summary>
    public bool HasMove(int party, int from, int to)
    {
        if (from == to || !IsFeasible(to)) return false;
        for (var rest = from ^ to; rest != 0; rest &= rest - 1)
        {
            var option = BitOperations.TrailingZeroCount(rest);
            var chosen = (to >> option & 1) != 0;
            if (Owners[option] != party || Directions[option] == (chosen ? OptionDirection.Backward : OptionDirection.Forward)) return false;
        }

        return true;
    }

    /// <summary>The same game under another ranking of one party.</summary>
    public OptionGame With(int party, OptionPreference preference) => new(Owners, Directions, Infeasible, Preferences.SetItem(party, preference));

    /// <summary>The same game with its feasible states and their moves listed; state k is the k-th feasible one, its code says which.</summary>
    /// <exception cref="InvalidOperationException">More than 14 options.</exception>
    /// <exception cref="ArgumentException">No state is feasible.</exception>
    public ExplicitGraph ToExplicit()
    {
        if (OptionCount > MaxExplicitOptions) throw new InvalidOperationException("Too many options to list every move.");
        var states = new List<int>();
        for (var s = 0; s < StateCount; s++)
            if (IsFeasible(s)) states.Add(s);
        var arcs = new List<StateArc>[PartyCount];
        var ranks = new int[PartyCount][];
        var masks = new ulong[PartyCount];
        for (var o = 0; o < OptionCount; o++) masks[Owners[o]] |= 1UL << o;
        for (var p = 0; p < PartyCount; p++)
        {
            arcs[p] = [];
            for (var a = 0; a < states.Count; a++)
                for (var b = 0; b < states.Count; b++)
                    if (HasMove(p, states[a], states[b])) arcs[p].Add(new(a, b));
            var values = new Int128[states.Count];
            for (var a = 0; a < values.Length; a++) values[a] = Value(p, states[a]);
            ranks[p] = ExplicitGraph.RanksOf(values);
        }

        var codes = new ulong[states.Count];
        for (var a = 0; a < codes.Length; a++) codes[a] = (ulong)states[a];
        return new(states.Count, arcs, ranks, new([.. codes], [.. masks]));
    }

    /// <summary>What the party's states are compared by, higher is better.</summary>
    public Int128 Value(int party, int state)
    {
        Int128 value = 0;
        switch (Preferences[party])
        {
            case OptionPreference.Ranks ranks:
                return ranks.Values[state];
            case OptionPreference.Weights weights:
                for (var rest = state; rest != 0; rest &= rest - 1) value += weights.Values[BitOperations.TrailingZeroCount(rest)];
                return value;
            case OptionPreference.Statements statements:
                foreach (var statement in statements.Values) value = value * 2 + (statement.Holds(state) ? 1 : 0);
                return value;
            default:
                throw new System.Diagnostics.UnreachableException("a preference of no known kind");
        }
    }

    private static int StatesOf(int options) => 1 << options;

    private void CheckPreference(OptionPreference preference)
    {
        var fits = preference switch
        {
            OptionPreference.Ranks ranks => ranks.Values.Length == StateCount,
            OptionPreference.Weights weights => weights.Values.Length == OptionCount,
            OptionPreference.Statements statements => statements.Values.Length is >= 1 and <= 64 && statements.Values.All(s => NamesOptions(s)),
            _ => false,
        };
        if (!fits) throw new ArgumentException("A preference does not fit the options.", nameof(preference));
    }

    private bool NamesOptions(Statement statement) => statement switch
    {
        Statement.Literal literal => (uint)literal.Option < (uint)OptionCount,
        Statement.Not negated => NamesOptions(negated.Of),
        Statement.And every => every.Of.All(NamesOptions),
        Statement.Or some => some.Of.All(NamesOptions),
        Statement.If guarded => NamesOptions(guarded.Then) && NamesOptions(guarded.When),
        Statement.Iff iff => NamesOptions(iff.Left) && NamesOptions(iff.Right),
        _ => false,
    };
}
