using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Some of the states 0..m-1, one bit each.</summary>
public sealed class StateSet
{
    private readonly ulong[] words;

    /// <summary>The empty set.</summary>
    /// <param name="stateCount">m, at least 0.</param>
    public StateSet(int stateCount)
        : this(stateCount, new ulong[(stateCount + 63) >> 6])
    {
    }

    internal StateSet(int stateCount, ulong[] words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stateCount);
        StateCount = stateCount;
        this.words = words;
        if ((stateCount & 63) != 0) words[stateCount >> 6] &= (1UL << (stateCount & 63)) - 1;
    }

    /// <summary>How many states there are, inside the set or not.</summary>
    public int StateCount { get; }

    /// <summary>State s is bit s mod 64 of word s / 64; bits beyond the last state are zero.</summary>
    public ReadOnlySpan<ulong> Words => words;

    /// <summary>How many states are inside.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Whether the state is inside; the state must be in 0..m-1.</summary>
    public bool Contains(int state) => (words[state >> 6] >> (state & 63) & 1) != 0;

    /// <summary>Whether no state of this set is missing from the other.</summary>
    public bool IsSubsetOf(StateSet other)
    {
        for (var w = 0; w < words.Length; w++)
            if ((words[w] & ~other.words[w]) != 0) return false;
        return true;
    }

    /// <summary>Whether both hold the same states.</summary>
    public bool SameAs(StateSet other) => StateCount == other.StateCount && words.AsSpan().SequenceEqual(other.words);

    /// <summary>The states inside, ascending.</summary>
    public int[] ToArray()
    {
        var states = new int[Count];
        var at = 0;
        for (var w = 0; w < words.Length; w++)
            for (var rest = words[w]; rest != 0; rest &= rest - 1)
                states[at++] = (w << 6) + BitOperations.TrailingZeroCount(rest);
        return states;
    }

    /// <summary>The lowest states inside, ascending, so many at most.</summary>
    public IEnumerable<int> First(int most)
    {
        for (var w = 0; w < words.Length && most > 0; w++)
            for (var rest = words[w]; rest != 0 && most > 0; rest &= rest - 1, most--)
                yield return (w << 6) + BitOperations.TrailingZeroCount(rest);
    }

    internal void Add(int state) => words[state >> 6] |= 1UL << (state & 63);

    internal void IntersectWith(StateSet other)
    {
        for (var w = 0; w < words.Length; w++) words[w] &= other.words[w];
    }

    /// <summary>All m states.</summary>
    internal static StateSet Full(int stateCount)
    {
        var all = new ulong[(stateCount + 63) >> 6];
        Array.Fill(all, ulong.MaxValue);
        return new(stateCount, all);
    }
}
