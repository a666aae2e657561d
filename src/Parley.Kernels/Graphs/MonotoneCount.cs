using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Counts the sets, by size, that hold for each clause at least one of its terms whole.</summary>
/// <remarks>
/// Branches on the element in most terms; clauses that share no element are counted apart and multiplied; counts of what remains are kept
/// and used again where the same clauses remain. There are at most 63 elements, so every count is below 2^63.
/// </remarks>
internal sealed class MonotoneCount(long maxSteps, CancellationToken cancellationToken)
{
    private long steps;

    private const int MaxElements = 63;

    private static readonly ulong[][] Pascal = MakePascal();

    private readonly Dictionary<ulong[], ulong[]> known = new(new ByWords());

    /// <summary>Terms without those that hold another one whole, ascending.</summary>
    public static ulong[] Absorb(ReadOnlySpan<ulong> terms)
    {
        var sorted = terms.ToArray();
        Array.Sort(sorted, (a, b) =>
        {
            var fewer = BitOperations.PopCount(a).CompareTo(BitOperations.PopCount(b));
            return fewer != 0 ? fewer : a.CompareTo(b);
        });
        var kept = 0;
        foreach (var term in sorted)
            if (!HoldsOneOf(term, sorted.AsSpan(0, kept))) sorted[kept++] = term;
        var result = sorted[..kept];
        Array.Sort(result);
        return result;
    }

    /// <summary>Per size c how many sets of c of the elements 0..count-1 there are; null where that takes more steps than allowed.</summary>
    public ulong[]? BySize(IReadOnlyList<ulong[]> clauses, int count)
    {
        var used = Used(clauses);
        var found = Times(Count([.. clauses]), Free(count - BitOperations.PopCount(used)));
        return steps > maxSteps ? null : found;
    }

    private static bool HoldsOneOf(ulong term, ReadOnlySpan<ulong> others)
    {
        foreach (var other in others)
            if ((other & ~term) == 0) return true;
        return false;
    }

    private static ulong Used(IReadOnlyList<ulong[]> clauses)
    {
        ulong bits = 0;
        for (var c = 0; c < clauses.Count; c++) bits |= Union(clauses[c]);
        return bits;
    }

    private static ulong Union(ulong[] clause)
    {
        ulong bits = 0;
        foreach (var term in clause) bits |= term;
        return bits;
    }

    /// <summary>How many sets of each size so many elements have.</summary>
    private static ulong[] Free(int elements) => Pascal[elements];

    private static ulong[][] MakePascal()
    {
        var rows = new ulong[MaxElements + 1][];
        rows[0] = [1];
        for (var n = 1; n < rows.Length; n++)
        {
            rows[n] = new ulong[n + 1];
            for (var c = 0; c <= n; c++) rows[n][c] = (c > 0 ? rows[n - 1][c - 1] : 0) + (c < n ? rows[n - 1][c] : 0);
        }

        return rows;
    }

    private static ulong[] Times(ulong[] a, ulong[] b)
    {
        if (a.Length == 1 && a[0] == 1) return b;
        if (b.Length == 1 && b[0] == 1) return a;
        var product = new ulong[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < b.Length; j++) product[i + j] += a[i] * b[j];
        return product;
    }

    /// <summary>Counts over exactly the elements that the clauses use.</summary>
    private ulong[] Count(List<ulong[]> clauses)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++steps > maxSteps) return [0]; // the budget is spent, so nothing is counted any more
        ulong[] product = [1];
        while (clauses.Count > 0)
        {
            var part = new List<ulong[]>();
            var reach = Union(clauses[0]);
            for (var grew = true; grew;)
            {
                var near = clauses.FindAll(c => (Union(c) & reach) != 0);
                grew = near.Count > 0;
                part.AddRange(near);
                clauses = clauses.FindAll(c => (Union(c) & reach) == 0);
                reach |= Used(near);
            }

            product = Times(product, CountConnected(part, reach));
        }

        return product;
    }

    private ulong[] CountConnected(List<ulong[]> clauses, ulong used)
    {
        clauses.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        var key = Key(clauses);
        if (known.TryGetValue(key, out var found)) return found;
        var element = 1UL << MostUsed(clauses, used);
        var result = new ulong[BitOperations.PopCount(used) + 1];
        Branch(Inside(clauses, element), 1);
        Branch(Outside(clauses, element), 0);
        known[key] = result;
        return result;

        void Branch(List<ulong[]>? rest, int shift)
        {
            if (rest is null) return;
            var free = BitOperations.PopCount(used & ~element & ~Used(rest));
            var counts = Times(Count(rest), Free(free));
            for (var c = 0; c < counts.Length; c++) result[c + shift] += counts[c];
        }
    }

    /// <summary>All terms one after another, a zero after each clause.</summary>
    private static ulong[] Key(List<ulong[]> clauses)
    {
        var key = new ulong[clauses.Sum(c => c.Length + 1)];
        var at = 0;
        foreach (var clause in clauses)
        {
            clause.CopyTo(key, at);
            at += clause.Length + 1;
        }

        return key;
    }

    private static int MostUsed(List<ulong[]> clauses, ulong used)
    {
        Span<int> uses = stackalloc int[64];
        uses.Clear();
        foreach (var clause in clauses)
            foreach (var term in clause)
                for (var rest = term; rest != 0; rest &= rest - 1) uses[BitOperations.TrailingZeroCount(rest)]++;
        var best = BitOperations.TrailingZeroCount(used);
        for (var rest = used; rest != 0; rest &= rest - 1)
        {
            var bit = BitOperations.TrailingZeroCount(rest);
            if (uses[bit] > uses[best]) best = bit;
        }

        return best;
    }

    private static List<ulong[]> Inside(List<ulong[]> clauses, ulong element)
    {
        var rest = new List<ulong[]>();
        foreach (var clause in clauses)
        {
            var smaller = (Union(clause) & element) != 0 ? Shorten(clause, element) : clause;
            if (smaller[0] != 0 && !rest.Exists(smaller.SequenceEqual)) rest.Add(smaller);
        }

        return rest;
    }

    /// <summary>The clause once the element is there: what shorter terms have come to lie inside is absorbed.</summary>
    /// <remarks>No term held another before, so shorter ones do not hold each other, and none of them holds one that stays as it was.</remarks>
    private static ulong[] Shorten(ulong[] clause, ulong element)
    {
        var kept = new ulong[clause.Length];
        var count = 0;
        foreach (var term in clause)
            if ((term & element) != 0) kept[count++] = term & ~element;
        var shorter = count;
        foreach (var term in clause)
            if ((term & element) == 0 && !HoldsOneOf(term, kept.AsSpan(0, shorter))) kept[count++] = term;
        Array.Resize(ref kept, count);
        Array.Sort(kept);
        return kept;
    }

    private static List<ulong[]>? Outside(List<ulong[]> clauses, ulong element)
    {
        var rest = new List<ulong[]>();
        foreach (var clause in clauses)
        {
            var smaller = Array.FindAll(clause, t => (t & element) == 0);
            if (smaller.Length == 0) return null;
            if (!rest.Exists(smaller.SequenceEqual)) rest.Add(smaller);
        }

        return rest;
    }

    /// <summary>Keys are equal when their words are.</summary>
    private sealed class ByWords : IEqualityComparer<ulong[]>
    {
        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] words)
        {
            const ulong prime = 0x9E3779B97F4A7C15;
            ulong hash = 0;
            foreach (var word in words) hash = (BitOperations.RotateLeft(hash, 23) ^ word) * prime;
            return (int)(hash >> 32);
        }
    }
}
