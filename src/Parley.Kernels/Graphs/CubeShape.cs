using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Parley.Kernels.Graphs;

/// <summary>How the states of an option game lie in memory, and which option bits each party and the patterns speak of.</summary>
/// <remarks>
/// Rows of 64 states: options 0..5 number the places in a row, options 6.. number the rows. Inside a row the options stand in
/// the order 3, 4, 5, 0, 1, 2, which is how a transposed word of statement bits falls. Games of fewer than 6 options are filled up
/// with options that nobody owns. All masks here are over such positions.
/// </remarks>
internal sealed class CubeShape
{
    public const int LowBits = 6;
    public const int RowLength = 1 << LowBits;

    /// <summary>The words of feasible states by row; null where all are.</summary>
    private readonly ulong[]? feasible;

    public CubeShape(OptionGame game)
    {
        Game = game;
        Bits = Math.Max(game.OptionCount, LowBits);
        RowCount = 1 << (Bits - LowBits);
        Owned = new int[game.PartyCount];
        for (var o = 0; o < game.OptionCount; o++)
        {
            var bit = 1 << Position(o);
            Owned[game.Owners[o]] |= bit;
            if (game.Directions[o] == OptionDirection.Forward) Forward |= bit;
            if (game.Directions[o] == OptionDirection.Backward) Backward |= bit;
        }

        if (game.Infeasible.IsEmpty) return;
        feasible = FindFeasible(game);
        foreach (var pattern in game.Infeasible) Mentioned |= Positions(pattern.Mask);
        (MaskIds, MaskWords) = Distinct(feasible);
    }

    public OptionGame Game { get; }

    public int Bits { get; }

    public int RowCount { get; }

    public int AllRowBits => RowCount - 1;

    /// <summary>Per party the positions of its options.</summary>
    public int[] Owned { get; }

    public int Forward { get; }

    public int Backward { get; }

    public int Irreversible => Forward | Backward;

    /// <summary>Positions that patterns speak of.</summary>
    public int Mentioned { get; }

    public bool HasPatterns => feasible is not null;

    /// <summary>Per row which of the words its feasible states are; empty where there are no patterns.</summary>
    public int[] MaskIds { get; } = [];

    /// <summary>The different words of feasible states.</summary>
    public ulong[] MaskWords { get; } = [];

    public ulong FeasibleWord(int row) => feasible is null ? ulong.MaxValue : feasible[row];

    public static int Position(int option) => option < LowBits ? (option + 3) % LowBits : option;

    /// <summary>The state at a place in a row.</summary>
    public static int State(int row, int place) => row << LowBits | (place & 7) << 3 | place >> 3;

    /// <summary>A word by places to a word by states, and back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Transpose(ulong x)
    {
        var t = (x ^ x >> 7) & 0x00AA00AA00AA00AA;
        x ^= t ^ t << 7;
        t = (x ^ x >> 14) & 0x0000CCCC0000CCCC;
        x ^= t ^ t << 14;
        t = (x ^ x >> 28) & 0x00000000F0F0F0F0;
        return x ^ t ^ t << 28;
    }

    /// <summary>The bits of a value that the mask names, pushed together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Extract(int value, int mask)
    {
        if (Bmi2.IsSupported) return (int)Bmi2.ParallelBitExtract((uint)value, (uint)mask);
        var (result, at) = (0, 0);
        for (var rest = mask; rest != 0; rest &= rest - 1) result |= (value >> BitOperations.TrailingZeroCount(rest) & 1) << at++;
        return result;
    }

    /// <summary>The lowest bits of a value spread over the bits of the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Deposit(int value, int mask)
    {
        if (Bmi2.IsSupported) return (int)Bmi2.ParallelBitDeposit((uint)value, (uint)mask);
        var (result, at) = (0, 0);
        for (var rest = mask; rest != 0; rest &= rest - 1) result |= (value >> at++ & 1) << BitOperations.TrailingZeroCount(rest);
        return result;
    }

    private static int Positions(int options)
    {
        var positions = 0;
        for (var rest = options; rest != 0; rest &= rest - 1) positions |= 1 << Position(BitOperations.TrailingZeroCount(rest));
        return positions;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Ids, ulong[] Words) Distinct(ulong[] words)
    {
        var ids = new int[words.Length];
        var known = new Dictionary<ulong, int>();
        for (var r = 0; r < words.Length; r++)
        {
            if (!known.TryGetValue(words[r], out var id)) known[words[r]] = id = known.Count;
            ids[r] = id;
        }

        var distinct = new ulong[known.Count];
        foreach (var (word, id) in known) distinct[id] = word;
        return (ids, distinct);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong[] FindFeasible(OptionGame game)
    {
        const int low = RowLength - 1;
        var words = new ulong[RowCount];
        Array.Fill(words, ulong.MaxValue);
        foreach (var pattern in game.Infeasible)
        {
            var (mask, value) = (Positions(pattern.Mask), Positions(pattern.Value));
            ulong struck = 0;
            for (var place = 0; place < RowLength; place++)
                if ((place & mask & low) == (value & low)) struck |= 1UL << place;
            // Places beyond a short game's options repeat its states, so the low bits of the mask are compared alone.
            for (var r = 0; r < RowCount; r++)
                if ((r & mask >> LowBits) == value >> LowBits) words[r] &= ~struck;
        }

        return words;
    }
}
