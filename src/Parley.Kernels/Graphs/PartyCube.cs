using System.Numerics;

namespace Parley.Kernels.Graphs;

/// <summary>One party's values over the cube, and what follows for its stability.</summary>
internal abstract class PartyCube(CubeShape shape, int party, int threads)
{
    public CubeShape Shape { get; } = shape;

    public int Party { get; } = party;

    protected int Threads { get; } = threads;

    protected int Own => Shape.Owned[Party];

    /// <summary>The narrowest number that holds the party's values; ordered where sequential concepts will be asked for, of this party or others.</summary>
    public static PartyCube Create(
        CubeShape shape, int party, OptionPreference preference, bool ordered, int threads, CubeBuffers buffers)
    {
        if (preference is OptionPreference.Statements { Values: { Length: <= 16 } statements })
        {
            return statements.Length <= 8
                ? new PartyCube<byte>(shape, party, ordered, threads, buffers, (data, then) => StatementValues.Fill(shape, statements, data, threads, then))
                : new PartyCube<ushort>(shape, party, ordered, threads, buffers, (data, then) => StatementValues.Fill(shape, statements, data, threads, then));
        }

        var (ranks, count) = StateRanks.Of(shape, preference, threads);
        return count switch
        {
            <= 256 => new PartyCube<byte>(shape, party, ordered, threads, buffers, (data, then) => Narrow(shape, ranks, data, then)),
            <= 65536 => new PartyCube<ushort>(shape, party, ordered, threads, buffers, (data, then) => Narrow(shape, ranks, data, then)),
            _ => new PartyCube<uint>(shape, party, ordered, threads, buffers, (data, then) => Narrow(shape, ranks, data, then)),
        };
    }

    /// <summary>The order in which improvements of this party run in each of its sub-cubes; null where it was not asked for.</summary>
    public SubcubeOrder? Order { get; protected init; }

    /// <summary>The party's verdicts under all concepts up to the last one asked for, words by states.</summary>
    /// <param name="orders">Per party its order; null where sequential concepts are not asked for.</param>
    /// <param name="symmetricSequential">Whether that concept is asked for too.</param>
    /// <param name="cancellationToken">Asked between the concepts.</param>
    public abstract ulong[]?[] Solve(SubcubeOrder[]? orders, bool symmetricSequential, CancellationToken cancellationToken);

    /// <summary>The sequential verdicts alone.</summary>
    public abstract ulong[] SolveSequential(SubcubeOrder[] orders);

    /// <summary>Gives the memory of the values back; the party is not asked again.</summary>
    public abstract void Release();

    private static void Narrow<T>(CubeShape shape, int[] ranks, T[] data, Action<int, int>? then)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < data.Length; i++) data[i] = T.CreateTruncating(ranks[i]);
        then?.Invoke(0, shape.RowCount);
    }
}

/// <summary>The same with values of a known width.</summary>
/// <remarks>
/// Definition: s is stable when value(s) is at least the threshold of s: the max over own moves x of min(value(x), end(x)), where end(x) is
/// the lowest number that the others' moves from x lead to. The number is the value itself, or where escapes count, the best of own moves from
/// there. Since x itself is no worse an end than any sanction, counting it changes nothing.
/// The others' moves: over options that no pattern speaks of and that are reversible, a plain min; over the rest, min along each party's
/// sub-cube in turn until nothing changes. For sequential concepts the min runs over improvements of each opponent in turn.
/// </remarks>
internal sealed class PartyCube<T> : PartyCube
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly CubeSweep<T> sweep;
    private readonly CubeTable<T> values;
    private readonly CubeBuffers buffers;

    public PartyCube(CubeShape shape, int party, bool ordered, int threads, CubeBuffers buffers, Action<T[], Action<int, int>?> fill)
        : base(shape, party, threads)
    {
        sweep = new(shape, threads);
        this.buffers = buffers;
        values = new(shape.AllRowBits, buffers.Rent<T>(shape.RowCount * CubeShape.RowLength));

        // Sweeps lay no store by infeasible states unless moves cannot be undone; left as they are, more blocks are alike.
        var late = ordered && (Own & shape.Irreversible) == 0;
        fill(values.Data, late ? null : (from, to) => sweep.Treat(values, Infeasible.Zero, from, to));
        if (ordered) Order = SubcubeOrder.Build(shape, party, values, threads);
        if (late) sweep.Treat(values, Infeasible.Zero);
    }

    public override ulong[] SolveSequential(SubcubeOrder[] orders) =>
        Verdicts.Compare(Shape, values, [SequentialThreshold(orders)], Threads)[0]!;

    public override void Release() => buffers.Return(values.Data);

    private int Free => ~(Shape.Irreversible | Shape.Mentioned);

    private int Others
    {
        get
        {
            var others = 0;
            for (var p = 0; p < Shape.Owned.Length; p++)
                if (p != Party) others |= Shape.Owned[p];
            return others;
        }
    }

    public override ulong[]?[] Solve(SubcubeOrder[]? orders, bool symmetricSequential, CancellationToken cancellationToken)
    {
        var thresholds = new CubeTable<T>?[GraphStability.ConceptCount];
        var own = OwnMax(values, Infeasible.Leave, null);
        thresholds[(int)StabilityConcept.Nash] = own;
        var general = Close(sweep.Reduce(values, Others & Free, highest: false, Infeasible.Highest));
        thresholds[(int)StabilityConcept.GeneralMetarational] = OwnMax(general, Infeasible.Zero, null);
        cancellationToken.ThrowIfCancellationRequested();
        thresholds[(int)StabilityConcept.SymmetricMetarational] = SymmetricThreshold(own);
        if (orders is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            thresholds[(int)StabilityConcept.Sequential] = SequentialThreshold(orders);
        }

        if (orders is not null && symmetricSequential)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var worst = new CubeTable<T>(values.RowBits, buffers.Rent<T>(values.Data.Length));
            sweep.Spread(own, worst);
            sweep.Treat(worst, Infeasible.Highest);
            SequentialSweep.Settle(sweep, worst, Party, orders, Shape, Threads);
            thresholds[(int)StabilityConcept.SymmetricSequential] = OwnMax(values, Infeasible.Leave, worst);
            buffers.Return(worst.Data);
        }

        return Verdicts.Compare(Shape, values, thresholds, Threads);
    }

    /// <summary>Max over own moves and staying.</summary>
    private CubeTable<T> OwnMax(CubeTable<T> table, Infeasible treat, CubeTable<T>? cap)
    {
        var result = sweep.Reduce(table, Own & ~Shape.Irreversible, highest: true, treat, cap);
        for (var rest = Own & Shape.Irreversible; rest != 0; rest &= rest - 1)
            sweep.Sweep(result, BitOperations.TrailingZeroCount(rest), highest: true);
        return result;
    }

    private CubeTable<T> SequentialThreshold(SubcubeOrder[] orders)
    {
        var worst = new CubeTable<T>(values.RowBits, buffers.Rent<T>(values.Data.Length));
        values.Data.CopyTo(worst.Data, 0);
        sweep.Treat(worst, Infeasible.Highest);
        SequentialSweep.Settle(sweep, worst, Party, orders, Shape, Threads);
        var threshold = OwnMax(worst, Infeasible.Zero, null);
        buffers.Return(worst.Data);
        return threshold;
    }

    private CubeTable<T> SymmetricThreshold(CubeTable<T> own)
    {
        var ends = sweep.Reduce(own, Others & Free, highest: false);
        ends = sweep.Spread(ends, (Own & Shape.Mentioned) >> CubeShape.LowBits);
        sweep.Treat(ends, Infeasible.Highest);
        ends = Close(ends);
        if ((Own & (Shape.Mentioned | Shape.Irreversible)) != 0) return OwnMax(values, Infeasible.Leave, ends);

        // The ends are the same for all own moves, so the best of these is capped once.
        var threshold = own.Copy();
        sweep.Cap(threshold, ends);
        return threshold;
    }

    /// <summary>Min over all that the others can reach, given that their free options are swept already.</summary>
    private CubeTable<T> Close(CubeTable<T> table)
    {
        var quiet = 0;
        var opponents = 0;
        for (var p = 0; p < Shape.Owned.Length; p++)
            if (p != Party && (Shape.Owned[p] & ~Free) != 0) opponents++;
        for (var p = 0; quiet < opponents; p = (p + 1) % Shape.Owned.Length)
        {
            var bits = Shape.Owned[p] & ~Free;
            if (p == Party || bits == 0) continue;
            var swept = Shape.HasPatterns ? table.Copy() : table;
            for (; bits != 0; bits &= bits - 1) sweep.Sweep(swept, BitOperations.TrailingZeroCount(bits), highest: false);
            quiet++;
            if (!Shape.HasPatterns) continue;
            sweep.Treat(swept, Infeasible.Highest);
            if (swept.Data.AsSpan().SequenceEqual(table.Data)) continue;

            // One party's moves are transitive, so after its own sweep only the others are left to ask again.
            (table, quiet) = (swept, 1);
        }

        return table;
    }
}
