using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>Values of all states from prioritised statements.</summary>
/// <remarks>
/// Statements are evaluated for 64 states a word; eight words of statements are then turned into 64 bytes by exchanging blocks of
/// bits between them (Warren, Hacker's Delight, ch. 7), which leaves the places of a row in the order that <see cref="CubeShape"/> states.
/// </remarks>
internal static class StatementValues
{
    /// <summary>Writes the values of at most 8 (bytes) or 16 (two bytes) statements, the first most significant.</summary>
    /// <param name="shape">The cube.</param>
    /// <param name="statements">Most important first.</param>
    /// <param name="data">All rows.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="then">What to do with rows just written, from the first number to the second, while they are near; null for nothing.</param>
    public static void Fill<T>(CubeShape shape, IReadOnlyList<Statement> statements, T[] data, int threads, Action<int, int>? then = null)
        where T : unmanaged, IBinaryInteger<T>
    {
        var program = new StatementProgram(statements, shape.Game.OptionCount);
        var blocks = (shape.RowCount + StatementProgram.Block - 1) / StatementProgram.Block;
        var scratches = new ThreadLocal<ulong[]>(() => new ulong[program.ScratchWords]);
        var parts = Math.Min(blocks, threads * 4);
        Parallel.For(0, parts, new() { MaxDegreeOfParallelism = threads }, p =>
        {
            var scratch = scratches.Value!;
            for (var block = (int)((long)blocks * p / parts); block < (int)((long)blocks * (p + 1) / parts); block++)
            {
                var firstRow = block * StatementProgram.Block;
                program.Run(firstRow, scratch);
                var rows = Math.Min(StatementProgram.Block, shape.RowCount - firstRow);
                WriteRows(program.Results, scratch, rows, data.AsSpan(firstRow * CubeShape.RowLength));
                then?.Invoke(firstRow, firstRow + rows);
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteRows<T>(int[] results, ReadOnlySpan<ulong> scratch, int rows, Span<T> data)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<ulong> low = stackalloc ulong[8 * Vector256<ulong>.Count];
        Span<ulong> high = stackalloc ulong[low.Length];
        high.Clear();
        for (var w = 0; w < rows; w += Vector256<ulong>.Count)
        {
            Turn(results, Math.Max(0, results.Length - 8), results.Length, scratch, w, low);
            if (results.Length > 8) Turn(results, 0, results.Length - 8, scratch, w, high);
            for (var lane = 0; lane < Math.Min(Vector256<ulong>.Count, rows - w); lane++)
            {
                var row = data.Slice((w + lane) * CubeShape.RowLength, CubeShape.RowLength);
                for (var r = 0; r < 8; r++)
                {
                    var bytes = low[r * Vector256<ulong>.Count + lane];
                    if (typeof(T) == typeof(byte))
                    {
                        MemoryMarshal.Cast<T, ulong>(row)[r] = bytes;
                        continue;
                    }

                    var lower = Vector128.WidenLower(Vector128.CreateScalarUnsafe(bytes).AsByte());
                    var upper = Vector128.WidenLower(Vector128.CreateScalarUnsafe(high[r * Vector256<ulong>.Count + lane]).AsByte());
                    (lower | upper << 8).StoreUnsafe(ref Unsafe.As<T, ushort>(ref row[r * 8]));
                }
            }
        }
    }

    /// <summary>Words of statements from..to-1, the last one least significant, as bytes of states: byte t of word r is state 8t + r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Turn(int[] results, int from, int to, ReadOnlySpan<ulong> scratch, int w, Span<ulong> turned)
    {
        Span<Vector256<ulong>> words = stackalloc Vector256<ulong>[8];
        words.Clear();
        for (var s = from; s < to; s++)
            words[to - 1 - s] = Vector256.Create(scratch.Slice(results[s] * StatementProgram.Block + w, Vector256<ulong>.Count));
        var (a, b, c, d, e, f, g, h) = (words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7]);
        var mask = Vector256.Create(0x0F0F0F0F0F0F0F0FUL);
        Exchange(ref a, ref e, 4, mask);
        Exchange(ref b, ref f, 4, mask);
        Exchange(ref c, ref g, 4, mask);
        Exchange(ref d, ref h, 4, mask);
        mask = Vector256.Create(0x3333333333333333UL);
        Exchange(ref a, ref c, 2, mask);
        Exchange(ref b, ref d, 2, mask);
        Exchange(ref e, ref g, 2, mask);
        Exchange(ref f, ref h, 2, mask);
        mask = Vector256.Create(0x5555555555555555UL);
        Exchange(ref a, ref b, 1, mask);
        Exchange(ref c, ref d, 1, mask);
        Exchange(ref e, ref f, 1, mask);
        Exchange(ref g, ref h, 1, mask);
        a.CopyTo(turned);
        b.CopyTo(turned[4..]);
        c.CopyTo(turned[8..]);
        d.CopyTo(turned[12..]);
        e.CopyTo(turned[16..]);
        f.CopyTo(turned[20..]);
        g.CopyTo(turned[24..]);
        h.CopyTo(turned[28..]);
    }

    /// <summary>The upper bits of the first under the shifted mask change places with the lower bits of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exchange(ref Vector256<ulong> first, ref Vector256<ulong> second, int shift, Vector256<ulong> mask)
    {
        var t = (first >>> shift ^ second) & mask;
        second ^= t;
        first ^= t << shift;
    }
}
