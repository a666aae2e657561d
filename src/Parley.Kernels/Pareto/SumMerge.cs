namespace Parley.Kernels.Pareto;

/// <summary>One step of the fold: the undominated among all sums of a vector below and a vector of the issue.</summary>
/// <remarks>
/// The vectors below are sorted by the first party, so the sums with one choice are a sorted stream. The streams are read in
/// bands of the first party's value, highest first; a band is filtered, sorted and swept before the next is read, so that
/// it stays in the cache and memory does not grow with the number of sums.
/// Cost: sums times (a logarithm of the band plus one question to the cover).
/// </remarks>
internal sealed class SumMerge
{
    /// <summary>Sums in a band, about: few, so that the cover spares most of the sorting.</summary>
    public const int UsualBand = 256;

    private readonly int _parties;
    private readonly SumLayer _below;
    private readonly long[] _issue;
    private readonly long[] _need;
    private readonly int _choices;
    private readonly SumCover _cover;
    private readonly SumLayerBuilder _built;
    private readonly int[] _heads;
    private readonly long[] _greatest;
    private readonly long[] _belowKeys;
    private readonly long[] _issueKeys;
    private readonly bool _isPacked;
    private long[] _keys = new long[UsualBand];
    private long[] _sums = new long[UsualBand];
    private int _count;

    private SumMerge(int parties, SumLayer below, SumIssue issue, long[] need, int limit, int band)
    {
        (_parties, _below, _issue, _need) = (parties, below, issue.Values, need);
        _choices = issue.Options.Length;
        _built = new(parties, limit);
        _heads = new int[_choices];
        _greatest = new long[parties];
        var weights = new long[parties];
        var ranges = new long[parties];
        for (var p = 0; p < parties; p++)
        {
            var (lowBelow, highBelow) = Range(below.Values, p);
            var (lowIssue, highIssue) = Range(_issue, p);
            _greatest[p] = highBelow + highIssue;
            ranges[p] = _greatest[p] - lowBelow - lowIssue + 1;
        }

        // One number that orders vectors as the first party, then the second and so on; the best is least.
        var product = Int128.One;
        for (var p = parties - 1; p >= 0 && product <= long.MaxValue / 2; p--)
        {
            weights[p] = (long)product;
            product *= ranges[p];
        }

        _isPacked = product <= long.MaxValue / 2;
        if (!_isPacked) weights = [1, .. new long[parties - 1]];
        _belowKeys = Keys(below.Values, weights);
        _issueKeys = Keys(_issue, weights);
        _cover = SumCover.For(parties, _greatest, ranges);
        Width = Math.Max(1, ranges[0] / (((long)below.Count * _choices / band) + 1));
    }

    private long Width { get; }

    public static SumLayer Run(
        int parties, SumLayer below, SumIssue issue, long[] need, int limit, int band, CancellationToken cancellationToken)
    {
        if (below.Count == 0) return new(0, [], [0], [], [], false);
        var merge = new SumMerge(parties, below, issue, need, limit, band);
        while (merge.Gather())
        {
            cancellationToken.ThrowIfCancellationRequested();
            merge.Sort();
            if (!merge.Sweep()) break;
        }

        return merge._built.Build();
    }

    private (long Low, long High) Range(long[] values, int party)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        for (var k = party; k < values.Length; k += _parties) (low, high) = (Math.Min(low, values[k]), Math.Max(high, values[k]));
        return (low, high);
    }

    private long[] Keys(long[] values, long[] weights)
    {
        var keys = new long[values.Length / _parties];
        for (var p = 0; p < _parties; p++)
        {
            if (weights[p] == 0) continue;
            var high = Range(values, p).High;
            for (var k = 0; k < keys.Length; k++) keys[k] += (high - values[(k * _parties) + p]) * weights[p];
        }

        return keys;
    }

    // Reads the next band of sums that may be undominated; false when no stream has more.
    private bool Gather()
    {
        _count = 0;
        var top = long.MinValue;
        for (var choice = 0; choice < _choices; choice++)
            if (_heads[choice] < _below.Count) top = Math.Max(top, First(choice));
        if (top == long.MinValue || top < _need[0]) return false;
        var floor = Math.Max(top - Width + 1, _need[0]);
        Span<long> vector = stackalloc long[_parties];
        for (var choice = 0; choice < _choices; choice++)
        {
            var head = _heads[choice];
            for (; head < _below.Count; head++)
            {
                Fill(vector, head, choice);
                if (vector[0] < floor) break;
                if (!Skyline.Covers<long>(vector, _need) || _cover.Covers(vector)) continue;
                if (_count == _keys.Length) Grow();
                _keys[_count] = _belowKeys[head] + _issueKeys[choice];
                _sums[_count++] = ((long)head * _choices) + choice;
            }

            _heads[choice] = head;
        }

        return true;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, 2 * _count);
        Array.Resize(ref _sums, 2 * _count);
    }

    private long First(int choice) => _below.Values[_heads[choice] * _parties] + _issue[choice * _parties];

    private void Fill(Span<long> vector, int below, int choice)
    {
        var a = _below.Values.AsSpan(below * _parties, vector.Length);
        var b = _issue.AsSpan(choice * _parties, vector.Length);
        for (var p = 0; p < vector.Length; p++) vector[p] = a[p] + b[p];
    }

    private void Sort()
    {
        Array.Sort(_keys, _sums, 0, _count);
        if (_isPacked) return;
        var (x, y) = (new long[_parties], new long[_parties]);
        var comparer = Comparer<long>.Create((a, b) =>
        {
            Fill(x, (int)(a / _choices), (int)(a % _choices));
            Fill(y, (int)(b / _choices), (int)(b % _choices));
            return y.AsSpan().SequenceCompareTo(x);
        });
        for (var (k, end) = (0, 0); k < _count; k = end)
        {
            while (end < _count && _keys[end] == _keys[k]) end++;
            Array.Sort(_sums, k, end - k, comparer);
        }
    }

    // Whatever dominates a sum comes before it; equal sums come together.
    private bool Sweep()
    {
        Span<long> vector = stackalloc long[_parties];
        Span<long> last = stackalloc long[_parties];
        var isKept = false;
        for (var k = 0; k < _count; k++)
        {
            var (below, choice) = ((int)(_sums[k] / _choices), (int)(_sums[k] % _choices));
            Fill(vector, below, choice);
            if (k == 0 || !vector.SequenceEqual(last))
            {
                vector.CopyTo(last);
                isKept = !_cover.Covers(vector);
                if (isKept)
                {
                    if (!_built.TryAdd(vector)) return false;
                    _cover.Add(vector);
                }
            }

            if (isKept) _built.Link(below, choice);
        }

        return true;
    }
}
