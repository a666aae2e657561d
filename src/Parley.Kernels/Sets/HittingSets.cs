using System.Numerics;

namespace Parley.Kernels.Sets;

/// <summary>Minimal hitting sets of a family of sets of at most 64 elements.</summary>
public static class HittingSets
{
    /// <summary>All inclusion-minimal sets that meet every set of the family.</summary>
    /// <param name="family">Sets as bits. An empty family gives the empty set; a family with the empty set gives none.</param>
    /// <remarks>
    /// One set of the family at a time: those that meet it stay, the others are extended by each of its elements, and what is not minimal goes.
    /// Cost: at worst exponential in the family.
    /// Source: C. Berge 1989, Hypergraphs, ch. 2; key "berge1989" in docs/references.bib.
    /// </remarks>
    /// <returns>By size, then by elements in order.</returns>
    public static IReadOnlyList<ulong> Minimal(IEnumerable<ulong> family)
    {
        List<ulong> hitting = [0];
        foreach (var set in family)
        {
            var meets = hitting.FindAll(h => (h & set) != 0);
            var extended = new List<ulong>();
            foreach (var misses in hitting.Where(h => (h & set) == 0))
            {
                for (var rest = set; rest != 0; rest &= rest - 1)
                {
                    var larger = misses | (rest & ~(rest - 1));
                    if (!meets.Exists(m => (m & larger) == m)) extended.Add(larger);
                }
            }

            hitting = [.. meets, .. extended.Where(e => !extended.Exists(other => other != e && (other & e) == other)).Distinct()];
        }

        hitting.Sort(BySizeThenElements);
        return hitting;
    }

    /// <summary>Orders sets by size, then by their elements in order: {0,5} before {1,2}.</summary>
    public static int BySizeThenElements(ulong a, ulong b)
    {
        var size = BitOperations.PopCount(a).CompareTo(BitOperations.PopCount(b));
        if (size != 0 || a == b) return size;
        var first = (a ^ b) & ~((a ^ b) - 1);
        return (a & first) != 0 ? -1 : 1;
    }
}
