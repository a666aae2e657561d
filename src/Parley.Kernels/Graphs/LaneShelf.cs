namespace Parley.Kernels.Graphs;

/// <summary>The different orders of blocks that stand in lanes, each kept once with the keys it came from.</summary>
internal sealed class LaneShelf<T>
    where T : unmanaged
{
    /// <summary>Beyond this many, an order is not kept for others to find.</summary>
    private const int MaxKnown = 1 << 14;

    private readonly Lock entry = new();
    private readonly Dictionary<uint, Known> known = [];
    private int count;

    /// <summary>The last order kept under the hash, which leads to those before; null where there is none.</summary>
    public Known? Find(uint hash)
    {
        lock (entry) return known.GetValueOrDefault(hash);
    }

    public Known Add(uint hash, ReadOnlySpan<T> keys, ushort[] order)
    {
        lock (entry)
        {
            if (count == MaxKnown) return new(hash, [], order, null);
            count++;
            return known[hash] = new(hash, keys.ToArray(), order, known.GetValueOrDefault(hash));
        }
    }

    /// <summary>Keys and their order; without keys where it is not to be found again.</summary>
    internal sealed record Known(uint Hash, T[] Keys, ushort[] Order, Known? Next);
}
