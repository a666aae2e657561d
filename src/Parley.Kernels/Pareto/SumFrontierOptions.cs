using System.Numerics;

namespace Parley.Kernels.Pareto;

/// <summary>What to leave out of a frontier of sums.</summary>
public sealed record SumFrontierOptions
{
    /// <summary>Conditions on the vector of values; <see cref="LinearCut.AtLeast"/> makes them of reservations. Null: none.</summary>
    public IReadOnlyList<LinearCut>? Cuts { get; init; }

    /// <summary>By party, how much of its value may be given away for a shorter answer; at least 0. Null: nothing.</summary>
    /// <remarks>
    /// After the merge of issue i, sums are put into boxes whose side for party p is d[i][p] + 1, a power of two of the party's
    /// unit (see below), and one sum is kept for each box that no other box beats; d[i][p], summed over all merges, is at
    /// most Grid[p].
    /// Guarantee: every package that satisfies all cuts is worth at most Grid[p] more than some returned point to every party p
    /// at once; every returned point is attained by a package; no returned point dominates another.
    /// Proof: let a package have the sum s over the issues from i on, and let D be what the merges before have given away.
    /// By induction some kept sum over the issues after i is at least the package's, less D, for every party; with the
    /// package's option of issue i it makes a sum t of at least s - D. The box of t, or one at least as good for every party, is
    /// kept, and what is kept for it is at least the least corner of the box of t, so at least t - d[i] and s - (D + d[i]).
    /// Of two kept boxes each is better for some party, and so is what is kept for it.
    /// Cuts: a package may stand for one that is better by D, so a sum is dropped only when it misses a cut by more than the
    /// weights times D. A returned point therefore misses no cut by more than the weights times Grid; some returned points
    /// may lie outside the region by so much.
    /// Unit: the greatest common divisor of the party's differences within issues. Where Grid is less than it, the answer
    /// is exact for that party.
    /// Source: Laumanns, Thiele, Deb and Zitzler 2002, Evolutionary Computation 10(3), pp. 263-282; key "laumanns2002" in docs/references.bib.
    /// Source: Papadimitriou and Yannakakis 2000, FOCS, pp. 86-92; key "papadimitriou2000" in docs/references.bib.
    /// </remarks>
    public IReadOnlyList<BigInteger>? Grid { get; init; }

    /// <summary>Points handed back at most: those that are best for the first party.</summary>
    public int MaxPoints { get; init; } = 1_000_000;

    /// <summary>Points kept at most for any part of the issues; it bounds memory.</summary>
    public int MaxPartialPoints { get; init; } = 4_000_000;
}
