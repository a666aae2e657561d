using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>The different orders of blocks, each kept once: blocks of one party mostly differ in what makes no difference to it.</summary>
/// <remarks>The numbers of orders depend on who came first; what they say does not.</remarks>
internal sealed class OrderShelf<TEntry>
    where TEntry : unmanaged
{
    /// <summary>Beyond this many, an order is kept without looking whether it is there.</summary>
    private const int MaxKnown = 4096;

    private readonly Lock entry = new();
    private readonly Dictionary<uint, Known> known = [];
    private TEntry[][] orders = new TEntry[64][];
    private int count;

    /// <summary>Places of a block from the best to the worst, by the number of the order.</summary>
    public TEntry[][] Orders => orders;

    /// <summary>An order found before for the same keys; null where there is none.</summary>
    public Known? Find(uint hash, ReadOnlySpan<uint> keys)
    {
        lock (entry) return known.TryGetValue(hash, out var found) && keys.SequenceEqual(found.Keys) ? found : null;
    }

    public Known Add(uint hash, ReadOnlySpan<uint> keys, TEntry[] order)
    {
        lock (entry)
        {
            if (count == orders.Length) Array.Resize(ref orders, 2 * count);
            orders[count] = order;
            var made = new Known(known.Count < MaxKnown ? keys.ToArray() : [], count++);
            if (known.Count < MaxKnown) known[hash] = made;
            return made;
        }
    }

    public static uint Hash(ReadOnlySpan<uint> keys)
    {
        const uint prime = 2654435761;
        uint hash = 0;
        var vectors = MemoryMarshal.Cast<uint, Vector256<uint>>(keys);
        if (vectors.Length > 0)
        {
            var folded = Vector256<uint>.Zero;
            foreach (var vector in vectors) folded = folded * prime + vector;
            for (var lane = 0; lane < Vector256<uint>.Count; lane++) hash = (hash ^ folded[lane]) * prime;
        }

        foreach (var key in keys[(vectors.Length * Vector256<uint>.Count)..]) hash = (hash ^ key) * prime;
        return hash ^ hash >> 15;
    }

    /// <summary>Keys and the number of their order.</summary>
    internal sealed record Known(uint[] Keys, int Order);
}
