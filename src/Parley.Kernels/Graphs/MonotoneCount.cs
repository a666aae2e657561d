using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Counts the sets, by size, that hold for each clause at least one of its terms whole.</summary>
/// <remarks>
/// Branches on the element in most terms; clauses that share no element are counted apart and multiplied; counts of what remains are kept
/// and used again where the same clauses remain.
/// </remarks>
internal sealed class MonotoneCount(CancellationToken cancellationToken)
{
    private readonly Dictionary<string, BigInteger[]> known = new(StringComparer.Ordinal);

    /// <summary>Terms without those that hold another one whole, ascending.</summary>
    public static ulong[] Absorb(IReadOnlyCollection<ulong> terms)
    {
        var kept = new List<ulong>();
        foreach (var term in terms.Distinct().OrderBy(t => BitOperations.PopCount(t)))
            if (!kept.Exists(k => (k & ~term) == 0)) kept.Add(term);
        kept.Sort();
        return [.. kept];
    }

    /// <summary>Per size c how many sets of c of the elements 0..count-1 there are.</summary>
    public BigInteger[] BySize(IReadOnlyList<ulong[]> clauses, int count)
    {
        var used = Used(clauses);
        return Times(Count([.. clauses]), Free(count - BitOperations.PopCount(used)));
    }

    private static ulong Used(IEnumerable<ulong[]> clauses) => clauses.Aggregate(0UL, (bits, c) => bits | Union(c));

    private static ulong Union(ulong[] clause) => clause.Aggregate(0UL, (bits, t) => bits | t);

    private static BigInteger[] Free(int elements)
    {
        var row = new BigInteger[elements + 1];
        row[0] = 1;
        for (var c = 1; c <= elements; c++) row[c] = row[c - 1] * (elements - c + 1) / c;
        return row;
    }

    private static BigInteger[] Times(BigInteger[] a, BigInteger[] b)
    {
        var product = new BigInteger[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < b.Length; j++) product[i + j] += a[i] * b[j];
        return product;
    }

    /// <summary>Counts over exactly the elements that the clauses use.</summary>
    private BigInteger[] Count(List<ulong[]> clauses)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BigInteger[] product = [1];
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

    private BigInteger[] CountConnected(List<ulong[]> clauses, ulong used)
    {
        clauses.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        var key = string.Join(';', clauses.Select(c => string.Join(',', c.Select(t => t.ToString("x", System.Globalization.CultureInfo.InvariantCulture)))));
        if (known.TryGetValue(key, out var found)) return found;
        var element = 1UL << MostUsed(clauses, used);
        var result = new BigInteger[BitOperations.PopCount(used) + 1];
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

    private static int MostUsed(List<ulong[]> clauses, ulong used)
    {
        var (best, most) = (0, -1);
        for (var rest = used; rest != 0; rest &= rest - 1)
        {
            var bit = BitOperations.TrailingZeroCount(rest);
            var uses = clauses.Sum(c => c.Count(t => (t >> bit & 1) != 0));
            if (uses > most) (best, most) = (bit, uses);
        }

        return best;
    }

    private static List<ulong[]> Inside(List<ulong[]> clauses, ulong element)
    {
        var rest = new List<ulong[]>();
        foreach (var clause in clauses)
        {
            var smaller = Absorb([.. clause.Select(t => t & ~element)]);
            if (smaller[0] != 0 && !rest.Exists(smaller.SequenceEqual)) rest.Add(smaller);
        }

        return rest;
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
}
