using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Which rankings of one party would make it keep a given state, under a given concept.</summary>
/// <remarks>
/// Definition: the verdict on s depends on the party's ranking only through B, the states it strictly prefers to s. With A all others:
/// each own move q is in A, or some sanction k has {k} in A (where escapes count: k and all own moves from k). The condition never breaks when
/// B loses a state. Sanctions of improving steps are improvements of the others, whose rankings stay as they are.
/// Cost: counting splits on a state, apart where parts share none, and remembers parts met before; at worst exponential in the relevant states.
/// Ties and edge cases: states ranked equal to s are not in B.
/// Source: Kinsara, Kilgour and Hipel 2015; key "kinsara2015" in docs/references.bib.
/// </remarks>
public sealed class InverseStability
{
    /// <summary>More states than these that bear on the verdict are not taken.</summary>
    public const int MaxRelevant = 63;

    private readonly ExplicitGraph graph;
    private readonly int[] relevant;

    // Per own move that could be an improvement: sets of relevant states; one of them must lie in A. The first is the move itself.
    private readonly List<ulong[]> clauses = [];

    private InverseStability(ExplicitGraph graph, int party, int target, StabilityConcept concept)
    {
        (this.graph, Party, Target, Concept) = (graph, party, target, concept);
        var terms = new List<List<SortedSet<int>>>();
        var named = new SortedSet<int>();
        foreach (var q in graph.Moves(party, target))
        {
            List<SortedSet<int>> clause = [[q], .. Sanctions(q)];
            foreach (var term in clause) term.Remove(target);
            if (clause.Exists(t => t.Count == 0)) continue;
            terms.Add(clause);
            foreach (var term in clause) named.UnionWith(term);
        }

        if (named.Count > MaxRelevant) throw new ArgumentException("Too many states bear on the verdict.", nameof(graph));
        relevant = [.. named];
        foreach (var clause in terms)
            clauses.Add(MonotoneCount.Absorb([.. clause.Select(t => t.Aggregate(0UL, (bits, s) => bits | 1UL << Array.BinarySearch(relevant, s)))]));
    }

    public int Party { get; }

    public int Target { get; }

    public StabilityConcept Concept { get; }

    /// <summary>The states whose place above or below the target bears on the verdict, ascending.</summary>
    public ReadOnlySpan<int> Relevant => relevant;

    /// <param name="graph">The moves, and the rankings of the others.</param>
    /// <param name="party">Whose ranking is looked for.</param>
    /// <param name="target">The state to be kept.</param>
    /// <param name="concept">Any but the simultaneous one.</param>
    /// <exception cref="ArgumentException">The concept is the simultaneous one, or more than 63 states bear on the verdict.</exception>
    public static InverseStability Build(ExplicitGraph graph, int party, int target, StabilityConcept concept)
    {
        if (concept == StabilityConcept.Simultaneous) throw new ArgumentException("Not for simultaneous moves.", nameof(concept));
        return new(graph, party, target, concept);
    }

    /// <summary>
    /// The condition, readable: the party keeps the target exactly when for each clause one of its sets lies wholly outside what it strictly
    /// prefers to the target. A clause without sets beyond its first says of one move that it must be no improvement.
    /// </summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<int>>> Condition() =>
        [.. clauses.Select(c => c.Select(t => States(t).ToImmutableArray()).ToImmutableArray())];

    /// <summary>Whether the party keeps the target when it strictly prefers exactly these states to it.</summary>
    public bool HoldsFor(StateSet preferred)
    {
        var above = Bits(preferred.Contains);
        return clauses.TrueForAll(c => Array.Exists(c, t => (t & above) == 0));
    }

    /// <summary>How many of the m! strict rankings of the states make the party keep the target.</summary>
    /// <param name="maxSteps">The budget in steps of the count.</param>
    /// <param name="cancellationToken">Ends the count by exception.</param>
    /// <returns>The count; null where it takes more steps than allowed.</returns>
    public BigInteger? CountStrictRankings(long maxSteps = long.MaxValue, CancellationToken cancellationToken = default)
    {
        // bySize[c]: sets of c relevant states in A. Each is realised by c! (r - c)! orders of them and the target, and every such order
        // by equally many rankings of all states.
        if (new MonotoneCount(maxSteps, cancellationToken).BySize(clauses, relevant.Length) is not { } bySize) return null;
        BigInteger count = 0;
        for (var c = 0; c <= relevant.Length; c++) count += bySize[c] * Factorial(c) * Factorial(relevant.Length - c);
        return count * Factorial(graph.StateCount) / Factorial(relevant.Length + 1);
    }

    /// <summary>The fewest states that must fall from above the target for the party to keep it; empty where it does already.</summary>
    /// <param name="preferred">What the party strictly prefers to the target now.</param>
    /// <returns>States ascending; there is always such a set.</returns>
    public int[] NearestStabilising(StateSet preferred)
    {
        var above = Bits(preferred.Contains);
        var best = ulong.MaxValue;
        Lower(0);
        return States(best);

        void Lower(ulong moved)
        {
            if (BitOperations.PopCount(moved) >= BitOperations.PopCount(best)) return;
            var broken = clauses.Find(c => !Array.Exists(c, t => (t & above & ~moved) == 0));
            if (broken is null)
            {
                best = moved;
                return;
            }

            foreach (var term in broken) Lower(moved | (term & above));
        }
    }

    /// <summary>The fewest states that must rise above the target for the party to leave it; empty where it does already.</summary>
    /// <param name="preferred">What the party strictly prefers to the target now.</param>
    /// <returns>States ascending; null where the party keeps the target however it ranks the states.</returns>
    public int[]? NearestDestabilising(StateSet preferred)
    {
        var above = Bits(preferred.Contains);
        ulong? best = null;
        foreach (var clause in clauses) Raise(clause, 0);
        return best is { } found ? States(found) : null;

        void Raise(ulong[] clause, ulong moved)
        {
            if (best is { } known && BitOperations.PopCount(moved) >= BitOperations.PopCount(known)) return;
            var whole = Array.FindIndex(clause, t => (t & (above | moved)) == 0);
            if (whole < 0)
            {
                best = moved;
                return;
            }

            for (var rest = clause[whole]; rest != 0; rest &= rest - 1) Raise(clause, moved | (rest & ~(rest - 1)));
        }
    }

    private static BigInteger Factorial(int n)
    {
        BigInteger product = 1;
        for (var k = 2; k <= n; k++) product *= k;
        return product;
    }

    private IEnumerable<SortedSet<int>> Sanctions(int improvement)
    {
        if (Concept == StabilityConcept.Nash) yield break;
        var others = (1 << graph.PartyCount) - 1 & ~(1 << Party);
        var improving = Concept is StabilityConcept.Sequential or StabilityConcept.SymmetricSequential;
        var final = Concept is StabilityConcept.SymmetricMetarational or StabilityConcept.SymmetricSequential;
        foreach (var k in ReachSets.From(graph, others, improvement, improving ? graph.Improves : null).ToArray())
            yield return final ? [k, .. graph.Moves(Party, k).ToArray()] : [k];
    }

    private ulong Bits(Func<int, bool> inside)
    {
        ulong bits = 0;
        for (var r = 0; r < relevant.Length; r++)
            if (inside(relevant[r])) bits |= 1UL << r;
        return bits;
    }

    private int[] States(ulong bits)
    {
        var states = new List<int>();
        for (var r = 0; r < relevant.Length; r++)
            if ((bits >> r & 1) != 0) states.Add(relevant[r]);
        return [.. states];
    }
}
