namespace Parley.Kernels.Pareto;

/// <summary>The merge of two parties where sums lie dense: on all values of the first party at once.</summary>
/// <remarks>
/// Definition: f(x) is the greatest second value that comes with a first value of at least x. The f of all sums of two sets is
/// F(x) = max over c of f(x - c0) + c1, for all options c of the issue; a sum is undominated exactly where F falls.
/// Shapes: f holds the values from the least first value on, with room before and behind for the issue's range.
/// Cost: options times the range of the first party, eight values at a time, on two threads where the range is wide; memory
/// eight bytes for each value of that range.
/// </remarks>
internal sealed class SumStairs(SumKeys<long> keys, SumTuning tuning)
{
    private const int MostCells = 1 << 22;
    private const int Block = SumStairsStep.Block;
    private const int Lanes = SumStairsStep.Lanes;
    private readonly SumStretch _upper = new();
    private readonly SumStretch _lower = new();
    private readonly int _shift = keys.Shift(0);
    private readonly uint _low = (uint)keys.Low(1);
    private int[] _below = [];
    private int[] _sums = [];
    private int _start;
    private int _room;
    private long[] _last = [];

    /// <summary>Whether the merge is possible and pays.</summary>
    public bool Pays(long[] below, long[] issue)
    {
        if (below.Length < 2 || keys.Low(1) > int.MaxValue / 4) return false;
        var cells = Steps(below) + Steps(issue);
        return cells < MostCells && cells < below.Length * (long)tuning.Spread;
    }

    public SumLayer<long> Run(long[] below, long[] issue, SumTest<long> test, int limit)
    {
        var (steps, slack) = ((int)Steps(below) + 1, (int)Steps(issue));
        Lay(below, steps, slack);
        // Sums and what is read for them are laid out from the same place; reading goes back by what the option is worth.
        // The room before is the largest so far, so that most merges find the sums laid out by the one before.
        _room = Math.Max(_room, slack + Lanes);
        var size = steps + slack + Block + Lanes + (2 * _room);
        if (_sums.Length < size) _sums = new int[size * 3 / 2];
        var (offsets, adds) = (new int[issue.Length], new int[issue.Length]);
        for (var c = 0; c < issue.Length; c++)
        {
            offsets[c] = _start - (int)(First(issue[c]) - First(issue[^1]));
            adds[c] = (int)((uint)issue[c] & _low);
        }

        var low = First(below[^1]) + First(issue[^1]);
        var layer = Descend(new(_below, _sums, _room, offsets, adds, low, _shift, test, limit), steps + slack);
        (_below, _sums, _start) = (_sums, _below, _room);
        _last = test.IsEasy && !layer.IsCut ? layer.Keys : [];
        return layer;
    }

    private long First(long key) => key >>> _shift;

    private long Steps(long[] falling) => First(falling[0]) - First(falling[^1]);

    // f of the sums below: left from the merge before, or laid out anew; the first value comes before, nothing behind.
    private void Lay(long[] below, int steps, int slack)
    {
        var isLaid = ReferenceEquals(below, _last) && _start >= slack && _below.Length >= _start + steps + slack + Block + Lanes;
        if (!isLaid)
        {
            _start = slack;
            var size = slack + steps + slack + Block + Lanes;
            if (_below.Length < size) _below = new int[size * 3 / 2];
            var (start, next) = (First(below[^1]), 0);
            for (var k = below.Length - 1; k >= 0; k--)
            {
                var end = (int)(First(below[k]) - start) + 1;
                _below.AsSpan(_start + next, end - next).Fill((int)((uint)below[k] & _low));
                next = end;
            }
        }

        _below.AsSpan(_start - slack, slack).Fill(_below[_start]);
        _below.AsSpan(_start + steps, slack + Block + Lanes).Fill(SumStairsStep.None);
    }

    // Block by block from the greatest first value down; where they are many, a second thread takes the lower half.
    private SumLayer<long> Descend(SumStairsStep step, int cells)
    {
        var blocks = (cells + Block - 1) / Block;
        step.Sums[step.Room + (blocks * Block)] = SumStairsStep.None;
        if (blocks < tuning.SharedBlocks)
        {
            _upper.Run(step, blocks, 0, isLastFilled: false);
            return Layer(_upper.Kept, [], step.Limit);
        }

        // Where F falls is seen from the next value up, so the lowest block of the upper half is filled before both start.
        var middle = blocks / 2;
        step.Fill(middle);
        Parallel.Invoke(
            () => _upper.Run(step, blocks, middle, isLastFilled: true), () => _lower.Run(step, middle, 0, isLastFilled: false));
        return Layer(_upper.Kept, _lower.Kept, step.Limit);
    }

    private static SumLayer<long> Layer(ReadOnlySpan<long> upper, ReadOnlySpan<long> lower, int limit)
    {
        var keys = GC.AllocateUninitializedArray<long>(Math.Min(limit, upper.Length + lower.Length));
        var taken = Math.Min(keys.Length, upper.Length);
        upper[..taken].CopyTo(keys);
        lower[..(keys.Length - taken)].CopyTo(keys.AsSpan(taken));
        return new(keys, upper.Length + lower.Length > limit);
    }
}
