using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>Preferences that do not fit two bytes as they are, made dense: 0 for the worst feasible value, and so on without gaps.</summary>
/// <remarks>Infeasible states share the rank 0. Cost: for statements one pass for every few of them; for numbers one sort.</remarks>
internal static class StateRanks
{
    /// <summary>Ranks by row and place, and how many there are.</summary>
    public static (int[] Ranks, int Count) Of(CubeShape shape, OptionPreference preference, int threads) => preference switch
    {
        OptionPreference.Statements statements => OfStatements(shape, statements.Values, threads),
        OptionPreference.Ranks ranks => OfNumbers(shape, s => ranks.Values[s]),
        OptionPreference.Weights weights => OfNumbers(shape, s => Sum(weights.Values, s)),
        _ => throw new System.Diagnostics.UnreachableException("a preference of no known kind"),
    };

    private static long Sum(IReadOnlyList<int> weights, int state)
    {
        long sum = 0;
        for (var rest = state; rest != 0; rest &= rest - 1) sum += weights[BitOperations.TrailingZeroCount(rest)];
        return sum;
    }

    private static (int[] Ranks, int Count) OfNumbers(CubeShape shape, Func<int, long> valueOf)
    {
        var values = new long[shape.RowCount * CubeShape.RowLength];
        var real = shape.Game.StateCount - 1;
        var sorted = new List<long>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var (row, place) = (i >> CubeShape.LowBits, i & (CubeShape.RowLength - 1));
            values[i] = valueOf(CubeShape.State(row, place) & real);
            if ((shape.FeasibleWord(row) >> place & 1) != 0) sorted.Add(values[i]);
        }

        sorted.Sort();
        var distinct = 0;
        for (var i = 0; i < sorted.Count; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[distinct++] = sorted[i];
        sorted.RemoveRange(distinct, sorted.Count - distinct);
        var ranks = new int[values.Length];
        for (var i = 0; i < ranks.Length; i++) ranks[i] = Math.Max(0, sorted.BinarySearch(values[i]));
        return (ranks, Math.Max(1, distinct));
    }

    /// <summary>Refines ranks by eight statements at a time: a rank and eight truth values make a key, and keys are made dense again.</summary>
    private static (int[] Ranks, int Count) OfStatements(CubeShape shape, IReadOnlyList<Statement> statements, int threads)
    {
        var ranks = new int[shape.RowCount * CubeShape.RowLength];
        var bits = new byte[ranks.Length];
        var count = 1;
        for (var from = 0; from < statements.Count; from += 8)
        {
            StatementValues.Fill(shape, [.. statements.Skip(from).Take(8)], bits, threads);
            for (var part = 0; part < 8; part += 2) count = Refine(shape, ranks, bits, 6 - part, count);
        }

        return (ranks, count);
    }

    private static int Refine(CubeShape shape, int[] ranks, byte[] bits, int shift, int count)
    {
        var present = new ulong[(count * 4L + 63) / 64];
        for (var i = 0; i < ranks.Length; i++)
        {
            if ((shape.FeasibleWord(i >> CubeShape.LowBits) >> (i & (CubeShape.RowLength - 1)) & 1) == 0) continue;
            var key = (long)ranks[i] << 2 | (long)(bits[i] >> shift & 3);
            present[key >> 6] |= 1UL << (int)(key & 63);
        }

        var before = new int[present.Length + 1];
        for (var w = 0; w < present.Length; w++) before[w + 1] = before[w] + BitOperations.PopCount(present[w]);
        for (var i = 0; i < ranks.Length; i++)
        {
            var key = (long)ranks[i] << 2 | (long)(bits[i] >> shift & 3);
            var word = present[key >> 6];
            var bit = (int)(key & 63);
            ranks[i] = (word >> bit & 1) == 0 ? 0 : before[key >> 6] + BitOperations.PopCount(word & ((1UL << bit) - 1));
        }

        return Math.Max(1, before[^1]);
    }
}
