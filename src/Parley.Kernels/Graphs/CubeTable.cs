using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Kernels.Graphs;

/// <summary>A number for every state, kept once for all states that differ only in row bits the table has dropped.</summary>
/// <remarks>
/// Shapes: Data[row * 64 + place], the row numbered by the bits of <see cref="RowBits"/> pushed together. The six low options are always
/// kept; where one of them is swept out, the places repeat.
/// </remarks>
internal sealed class CubeTable<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public CubeTable(int rowBits, T[]? data = null)
    {
        RowBits = rowBits;
        RowCount = 1 << BitOperations.PopCount((uint)rowBits);
        Data = data ?? GC.AllocateUninitializedArray<T>(RowCount * CubeShape.RowLength);
    }

    public int RowBits { get; }

    public int RowCount { get; }

    public T[] Data { get; }

    public Span<T> Row(int row) => Data.AsSpan(row * CubeShape.RowLength, CubeShape.RowLength);

    /// <summary>The row that speaks for a row of the whole cube.</summary>
    public Span<T> RowOf(int cubeRow) => Row(CubeShape.Extract(cubeRow, RowBits));

    public CubeTable<T> Copy() => new(RowBits, (T[])Data.Clone());
}

/// <summary>What to do with infeasible states while a table is swept.</summary>
internal enum Infeasible
{
    Leave,

    /// <summary>They count as the highest number: nothing leads there.</summary>
    Highest,

    /// <summary>They count as zero.</summary>
    Zero,
}

/// <summary>Sweeps over sub-cubes: minima and maxima over options, one bit at a time or many at once.</summary>
/// <remarks>
/// A reversible option is swept by min or max over both its values; one that goes one way only, by the zeta transform of that
/// direction. Rows are worked on as whole vectors; places in a row by shuffles.
/// Cost: one pass over the source for all row bits dropped at once.
/// </remarks>
internal sealed class CubeSweep<T>(CubeShape shape, int threads)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly CubeShape shape = shape;
    private readonly int threads = threads;

    /// <summary>Per different word of feasible states a row of zeros, and of ones at infeasible places.</summary>
    private readonly T[] masks = Masks(shape);

    /// <summary>Min or max over reversible options.</summary>
    /// <param name="source">The table to sweep.</param>
    /// <param name="drop">Positions to sweep out; row bits go from the table, low bits leave places that repeat.</param>
    /// <param name="highest">Max, else min.</param>
    /// <param name="treat">Infeasible states of the source; asks that it keeps all row bits that patterns speak of.</param>
    /// <param name="cap">Numbers of the source count at most as much as those of this table; null for none.</param>
    public CubeTable<T> Reduce(CubeTable<T> source, int drop, bool highest, Infeasible treat = Infeasible.Leave, CubeTable<T>? cap = null)
    {
        var dropRows = drop >> CubeShape.LowBits & source.RowBits;
        if (Later(source.RowBits & ~dropRows, dropRows) is var later and not 0)
        {
            // Few rows would remain: neighbouring rows are folded first, so that the work divides and stays near.
            var part = Reduce(source, drop & ~(later << CubeShape.LowBits), highest, treat, cap);
            return Reduce(part, later << CubeShape.LowBits, highest);
        }

        var result = new CubeTable<T>(source.RowBits & ~dropRows);
        var inSource = CubeShape.Extract(dropRows, source.RowBits);
        if (!shape.HasPatterns) treat = Infeasible.Leave;
        Workers.Run(result.RowCount, threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (var t = from; t < to; t++)
            {
                var start = CubeShape.Deposit(t, result.RowBits);
                var first = CubeShape.Extract(start, source.RowBits);
                var into = result.Row(t);
                if (treat == Infeasible.Leave && cap is null)
                {
                    FoldRows(source, first, inSource, into, highest);
                    Sweep(into, drop, highest);
                    continue;
                }

                var sub = 0;
                var begun = false;
                do
                {
                    Meet(source, first | sub, treat, cap, into, highest, begun);
                    begun = true;
                    sub = (sub - inSource) & inSource;
                }
                while (sub != 0);

                Sweep(into, drop, highest);
            }
        });
        return result;
    }

    /// <summary>Min or max over one option in the directions that it has, in place.</summary>
    public void Sweep(CubeTable<T> table, int position, bool highest)
    {
        var direction = (shape.Forward >> position & 1) != 0 ? OptionDirection.Forward
            : (shape.Backward >> position & 1) != 0 ? OptionDirection.Backward
            : OptionDirection.Both;
        if (position < CubeShape.LowBits)
        {
            Workers.Run(table.RowCount, threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
            {
                for (var r = from; r < to; r++) Places(table.Row(r), position, highest, direction);
            });
            return;
        }

        var bit = CubeShape.Extract(1 << (position - CubeShape.LowBits), table.RowBits);
        if (bit == 0) return;
        Workers.Run(table.RowCount >> 1, threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (var h = from; h < to; h++)
            {
                var without = (h & ~(bit - 1)) << 1 | (h & (bit - 1));
                var a = table.Row(without);
                var b = table.Row(without | bit);
                if (direction != OptionDirection.Backward) Fold(a, b, highest);
                if (direction != OptionDirection.Forward) Fold(b, a, highest);
            }
        });
    }

    /// <summary>Writes the highest or the lowest number over infeasible states, in place.</summary>
    public void Treat(CubeTable<T> table, Infeasible treat)
    {
        if (shape.HasPatterns) Workers.Run(table.RowCount, threads, (from, to) => Treat(table, treat, from, to));
    }

    /// <summary>The same in some rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Treat(CubeTable<T> table, Infeasible treat, int from, int to)
    {
        if (!shape.HasPatterns) return;
        for (var r = from; r < to; r++) Meet(table, r, treat, null, table.Row(r), highest: false, begun: false);
    }

    /// <summary>The same numbers with more row bits kept.</summary>
    public CubeTable<T> Spread(CubeTable<T> table, int rowBits)
    {
        if ((rowBits & ~table.RowBits) == 0) return table;
        var result = new CubeTable<T>(rowBits | table.RowBits);
        Spread(table, result);
        return result;
    }

    /// <summary>The same into a table that keeps at least the row bits of this one.</summary>
    public void Spread(CubeTable<T> table, CubeTable<T> into) =>
        Workers.Run(into.RowCount, threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (var r = from; r < to; r++) table.RowOf(CubeShape.Deposit(r, into.RowBits)).CopyTo(into.Row(r));
        });

    /// <summary>The lower of both, in place; the second may have dropped row bits that the first keeps.</summary>
    public void Cap(CubeTable<T> table, CubeTable<T> cap) =>
        Workers.Run(table.RowCount, threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (var r = from; r < to; r++) Fold(table.Row(r), cap.RowOf(CubeShape.Deposit(r, table.RowBits)), highest: false);
        });

    /// <summary>Puts new numbers, none of them higher, in the place of a row's, and says which feasible states' became lower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Lower(Span<T> row, ReadOnlySpan<T> numbers, int cubeRow)
    {
        var lowered = ~Verdicts.AtLeast<T>(numbers, row) & shape.FeasibleWord(cubeRow);
        if (lowered == 0) return 0;
        numbers.CopyTo(row);
        if (!shape.HasPatterns) return lowered;
        ref var at = ref MemoryMarshal.GetReference(row);
        ref var mask = ref masks[shape.MaskIds[cubeRow] * CubeShape.RowLength];
        for (nuint i = 0; i < CubeShape.RowLength; i += (nuint)Vector256<T>.Count)
            (Vector256.LoadUnsafe(ref at, i) | Vector256.LoadUnsafe(ref mask, i)).StoreUnsafe(ref at, i);
        return lowered;
    }

    /// <summary>The highest row bits that are to be dropped in a second step; none where the first leaves enough rows.</summary>
    private static int Later(int kept, int dropped)
    {
        const int enough = 10;
        var later = 0;
        for (var bit = 30; bit >= 0 && BitOperations.PopCount((uint)(kept | later)) < enough; bit--)
            if ((dropped >> bit & 1) != 0) later |= 1 << bit;
        return later == dropped ? 0 : later;
    }

    private static T[] Masks(CubeShape shape)
    {
        var rows = new T[shape.MaskWords.Length * CubeShape.RowLength];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = (shape.MaskWords[i >> CubeShape.LowBits] >> (i & (CubeShape.RowLength - 1)) & 1) != 0 ? T.Zero : T.MaxValue;
        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(Span<T> into, ReadOnlySpan<T> values, bool highest)
    {
        ref var a = ref MemoryMarshal.GetReference(into);
        ref var b = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < CubeShape.RowLength; i += (nuint)Vector256<T>.Count)
        {
            var (x, y) = (Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i));
            (highest ? Vector256.Max(x, y) : Vector256.Min(x, y)).StoreUnsafe(ref a, i);
        }
    }

    /// <summary>All rows that differ in the bits dropped, two vectors of each at a time held in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FoldRows(CubeTable<T> source, int first, int dropped, Span<T> into, bool highest)
    {
        ref var data = ref MemoryMarshal.GetArrayDataReference(source.Data);
        ref var to = ref MemoryMarshal.GetReference(into);
        var step = (nuint)Vector256<T>.Count;
        for (nuint i = 0; i < CubeShape.RowLength; i += 2 * step)
        {
            var start = (nuint)first * CubeShape.RowLength + i;
            var (x, y) = (Vector256.LoadUnsafe(ref data, start), Vector256.LoadUnsafe(ref data, start + step));
            for (var sub = -dropped & dropped; sub != 0; sub = (sub - dropped) & dropped)
            {
                var at = (nuint)(first | sub) * CubeShape.RowLength + i;
                var (a, b) = (Vector256.LoadUnsafe(ref data, at), Vector256.LoadUnsafe(ref data, at + step));
                (x, y) = highest ? (Vector256.Max(x, a), Vector256.Max(y, b)) : (Vector256.Min(x, a), Vector256.Min(y, b));
            }

            x.StoreUnsafe(ref to, i);
            y.StoreUnsafe(ref to, i + step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep(Span<T> row, int drop, bool highest)
    {
        for (var b = 0; b < CubeShape.LowBits; b++)
            if ((drop >> b & 1) != 0) Places(row, b, highest, OptionDirection.Both);
    }

    /// <summary>A row of the source, capped and with its infeasible states treated, met by min or max with what is there once that has begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Meet(CubeTable<T> source, int row, Infeasible treat, CubeTable<T>? cap, Span<T> into, bool highest, bool begun)
    {
        var cubeRow = CubeShape.Deposit(row, source.RowBits);
        ref var to = ref MemoryMarshal.GetReference(into);
        ref var from = ref MemoryMarshal.GetReference(source.Row(row));
        ref var most = ref MemoryMarshal.GetReference(cap is null ? into : cap.RowOf(cubeRow));
        ref var mask = ref MemoryMarshal.GetReference(
            treat == Infeasible.Leave ? into : masks.AsSpan(shape.MaskIds[cubeRow] * CubeShape.RowLength, CubeShape.RowLength));
        var infeasible = treat == Infeasible.Highest ? Vector256<T>.AllBitsSet : Vector256<T>.Zero;
        for (nuint i = 0; i < CubeShape.RowLength; i += (nuint)Vector256<T>.Count)
        {
            var x = Vector256.LoadUnsafe(ref from, i);
            if (cap is not null) x = Vector256.Min(x, Vector256.LoadUnsafe(ref most, i));
            if (treat != Infeasible.Leave) x = Vector256.ConditionalSelect(Vector256.LoadUnsafe(ref mask, i), infeasible, x);
            if (begun)
            {
                var y = Vector256.LoadUnsafe(ref to, i);
                x = highest ? Vector256.Max(x, y) : Vector256.Min(x, y);
            }

            x.StoreUnsafe(ref to, i);
        }
    }

    /// <summary>One option among those that number the places of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Places(Span<T> row, int bit, bool highest, OptionDirection direction)
    {
        var stride = Unsafe.SizeOf<T>() << bit;
        ref var at = ref MemoryMarshal.GetReference(row);
        var count = Vector128<T>.Count;
        if (stride >= 16)
        {
            var step = 1 << bit;
            for (var i = 0; i < CubeShape.RowLength; i += count)
            {
                if ((i & step) != 0) continue;
                var (x, y) = (Vector128.LoadUnsafe(ref at, (nuint)i), Vector128.LoadUnsafe(ref at, (nuint)(i + step)));
                var both = highest ? Vector128.Max(x, y) : Vector128.Min(x, y);
                if (direction != OptionDirection.Backward) both.StoreUnsafe(ref at, (nuint)i);
                if (direction != OptionDirection.Forward) both.StoreUnsafe(ref at, (nuint)(i + step));
            }

            return;
        }

        var places = Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        var swap = places ^ Vector128.Create((byte)stride);
        var chosen = Vector128.Equals(places & Vector128.Create((byte)stride), Vector128.Create((byte)stride));
        var changed = (direction switch
        {
            OptionDirection.Forward => ~chosen,
            OptionDirection.Backward => chosen,
            _ => Vector128<byte>.AllBitsSet,
        }).As<byte, T>();
        for (var i = 0; i < CubeShape.RowLength; i += count)
        {
            var x = Vector128.LoadUnsafe(ref at, (nuint)i);
            var y = Vector128.Shuffle(x.AsByte(), swap).As<byte, T>();
            var both = highest ? Vector128.Max(x, y) : Vector128.Min(x, y);
            Vector128.ConditionalSelect(changed, both, x).StoreUnsafe(ref at, (nuint)i);
        }
    }
}

/// <summary>Work over a range in two halves or more; who does which part never shows in the result.</summary>
internal static class Workers
{
    private const int Small = 64;

    public static void Run(int count, int threads, Action<int, int> work) => Run(count, threads, Small, work);

    /// <param name="count">How many pieces of work.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="least">Below this many pieces one thread does it all.</param>
    /// <param name="work">Does the pieces from the first number to the second, which is not among them.</param>
    public static void Run(int count, int threads, int least, Action<int, int> work)
    {
        if (threads <= 1 || count < least)
        {
            work(0, count);
            return;
        }

        var parts = Math.Min(count, threads * 4);
        Parallel.For(0, parts, new() { MaxDegreeOfParallelism = threads }, p =>
            work((int)((long)count * p / parts), (int)((long)count * (p + 1) / parts)));
    }
}
