using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Parley.Kernels.Graphs;

/// <summary>A move that a party can make in one step.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StateArc(int From, int To);

/// <summary>What states are made of, where that is known: it says how moves made at the same time combine.</summary>
/// <param name="Codes">Per state its option bits; no two states share a code.</param>
/// <param name="OwnMasks">Per party the bits that it controls; disjoint.</param>
public sealed record StateCodes(ImmutableArray<ulong> Codes, ImmutableArray<ulong> OwnMasks);

/// <summary>States, who can move from which to which in one step, and how each party ranks them.</summary>
/// <remarks>
/// Shapes: arcs are kept per party in compressed rows, both ways; ranks[party][state].
/// Scale: ordinal rank, higher is better, ties allowed. Moves need be neither transitive nor reversible.
/// Ties and edge cases: an arc listed twice counts once; arcs from a state to itself are refused.
/// Source: Fang, Hipel and Kilgour 1993; key "fang1993" in docs/references.bib.
/// </remarks>
public sealed class ExplicitGraph
{
    /// <summary>Coalitions are bits of an int.</summary>
    public const int MaxParties = 30;

    private readonly ArcRows[] forward;
    private readonly ArcRows[] backward;
    private readonly int[][] ranks;

    /// <param name="stateCount">m, at least 1.</param>
    /// <param name="arcs">Per party its arcs, in any order.</param>
    /// <param name="ranks">Per party and state, higher is better.</param>
    /// <param name="codes">What states are made of; null where that is unknown, and then nothing can be said about simultaneous moves.</param>
    /// <exception cref="ArgumentException">A state or party is out of range, an arc leads nowhere, or codes repeat or overlap.</exception>
    public ExplicitGraph(
        int stateCount,
        IReadOnlyList<IReadOnlyList<StateArc>> arcs,
        IReadOnlyList<IReadOnlyList<int>> ranks,
        StateCodes? codes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stateCount, 1);
        if (arcs.Count is < 1 or > MaxParties) throw new ArgumentException("1 to 30 parties.", nameof(arcs));
        if (ranks.Count != arcs.Count) throw new ArgumentException("One ranking for each party.", nameof(ranks));
        StateCount = stateCount;
        PartyCount = arcs.Count;
        forward = new ArcRows[PartyCount];
        backward = new ArcRows[PartyCount];
        this.ranks = new int[PartyCount][];
        for (var p = 0; p < PartyCount; p++)
        {
            if (ranks[p].Count != stateCount) throw new ArgumentException("One rank for each state.", nameof(ranks));
            this.ranks[p] = [.. ranks[p]];
            forward[p] = ArcRows.Build(stateCount, arcs[p], turned: false);
            backward[p] = ArcRows.Build(stateCount, arcs[p], turned: true);
        }

        CheckCodes(codes);
        Codes = codes;
    }

    private ExplicitGraph(ExplicitGraph moves, int[][] ranks)
    {
        (StateCount, PartyCount, forward, backward, Codes) = (moves.StateCount, moves.PartyCount, moves.forward, moves.backward, moves.Codes);
        this.ranks = ranks;
    }

    public int StateCount { get; }

    public int PartyCount { get; }

    public StateCodes? Codes { get; }

    /// <summary>R_i(s), ascending; never holds s itself.</summary>
    public ReadOnlySpan<int> Moves(int party, int state) => forward[party].Row(state);

    /// <summary>From where the party can move to the state, ascending.</summary>
    public ReadOnlySpan<int> MovesInto(int party, int state) => backward[party].Row(state);

    /// <summary>The party's ranks by state.</summary>
    public ReadOnlySpan<int> Ranks(int party) => ranks[party];

    /// <summary>Whether the party strictly prefers the second state to the first.</summary>
    public bool Improves(int party, int from, int to) => ranks[party][to] > ranks[party][from];

    /// <summary>Ranks in the order of any values: 0 for the least, equal for equal ones, without gaps.</summary>
    public static int[] RanksOf<T>(IReadOnlyList<T> values)
        where T : IComparable<T>
    {
        T[] distinct = [.. new SortedSet<T>(values)];
        return [.. values.Select(v => Array.BinarySearch(distinct, v))];
    }

    /// <summary>The states that the party strictly prefers to a state.</summary>
    public StateSet Preferred(int party, int state)
    {
        var preferred = new StateSet(StateCount);
        for (var s = 0; s < StateCount; s++)
            if (Improves(party, state, s)) preferred.Add(s);
        return preferred;
    }

    /// <summary>Whether the party can move so in one step.</summary>
    public bool HasMove(int party, int from, int to) => Moves(party, from).BinarySearch(to) >= 0;

    /// <summary>The same moves under another ranking of one party.</summary>
    /// <exception cref="ArgumentException">Not one rank for each state.</exception>
    public ExplicitGraph WithRanks(int party, IReadOnlyList<int> changed)
    {
        if (changed.Count != StateCount) throw new ArgumentException("One rank for each state.", nameof(changed));
        var all = (int[][])ranks.Clone();
        all[party] = [.. changed];
        return new(this, all);
    }

    private void CheckCodes(StateCodes? codes)
    {
        if (codes is null) return;
        if (codes.Codes.Length != StateCount) throw new ArgumentException("One code for each state.", nameof(codes));
        if (codes.OwnMasks.Length != PartyCount) throw new ArgumentException("One mask for each party.", nameof(codes));
        if (new HashSet<ulong>(codes.Codes).Count != StateCount) throw new ArgumentException("Codes repeat.", nameof(codes));
        ulong seen = 0;
        foreach (var mask in codes.OwnMasks)
        {
            if ((seen & mask) != 0) throw new ArgumentException("Masks overlap.", nameof(codes));
            seen |= mask;
        }
    }

    /// <summary>Row s is targets[starts[s]..starts[s + 1]], ascending.</summary>
    private sealed record ArcRows(int[] Starts, int[] Targets)
    {
        public ReadOnlySpan<int> Row(int state) => Targets.AsSpan(Starts[state], Starts[state + 1] - Starts[state]);

        public static ArcRows Build(int stateCount, IReadOnlyList<StateArc> arcs, bool turned)
        {
            var starts = new int[stateCount + 1];
            foreach (var (from, to) in arcs)
            {
                if ((uint)from >= (uint)stateCount || (uint)to >= (uint)stateCount)
                    throw new ArgumentException("An arc names a state that is not there.", nameof(arcs));
                if (from == to) throw new ArgumentException("An arc leads back to where it starts.", nameof(arcs));
                starts[(turned ? to : from) + 1]++;
            }

            for (var s = 0; s < stateCount; s++) starts[s + 1] += starts[s];
            var (targets, next) = (new int[arcs.Count], starts.ToArray());
            foreach (var (from, to) in arcs) targets[next[turned ? to : from]++] = turned ? from : to;
            return Distinct(starts, targets);
        }

        // Sorts each row and drops what it holds twice.
        private static ArcRows Distinct(int[] starts, int[] targets)
        {
            var kept = 0;
            for (var (s, begin) = (0, 0); s + 1 < starts.Length; s++)
            {
                var row = targets.AsSpan(begin, starts[s + 1] - begin);
                begin = starts[s + 1];
                row.Sort();
                starts[s] = kept;
                for (var k = 0; k < row.Length; k++)
                    if (k == 0 || row[k] != row[k - 1]) targets[kept++] = row[k];
            }

            starts[^1] = kept;
            return new(starts, kept == targets.Length ? targets : targets[..kept]);
        }
    }
}
