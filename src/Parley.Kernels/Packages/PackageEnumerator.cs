using System.Numerics;

namespace Parley.Kernels.Packages;

/// <summary>Visits every package of a target problem depth first, leaving out what no row or clause can still allow.</summary>
/// <remarks>Cost: per node, one addition and two comparisons per row, one look per clause alternative.</remarks>
internal sealed class PackageEnumerator<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly TargetProblem<T> _problem;
    private readonly bool[] _allowed;
    private readonly T[][] _extra;
    private readonly T[] _extraThresholds;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _issueOrder;
    private readonly int[][] _options; // by depth: option indices in the order tried
    private readonly int _rows;
    private readonly T[][] _coefficients;
    private readonly T[] _thresholds;
    private readonly bool[] _always;
    private readonly T[][] _best; // [depth][row]: most that the issues from depth on can add
    private readonly T[][] _worst;
    private readonly T[][] _partial;
    private readonly int[][] _dead; // [depth][alternative]: 1 when a removed option was chosen
    private readonly int[][] _alternativesOf; // by flat option: alternatives it rules out
    private readonly int[][] _clauses; // by clause: alternatives, numbered through
    private readonly PackageAlternative[] _alternatives;
    private readonly bool[][] _mayDie; // [alternative][depth]: an option from depth on could still rule it out
    private readonly bool[] _reachable;
    private readonly int[] _package;

    private Func<int[], bool>? _visit;
    private long _budget;
    private bool _stopped;

    /// <param name="problem">Rows and clauses at a target.</param>
    /// <param name="allowed">Flat; which options may be chosen.</param>
    /// <param name="extra">Rows implied by the others, given to cut earlier; may be empty.</param>
    /// <param name="score">Flat; issues are taken by the spread of their scores, options by score descending; null for declaration order.</param>
    /// <param name="cancellationToken">Ends the visit by exception.</param>
    public PackageEnumerator(
        TargetProblem<T> problem, bool[] allowed, (T[] Coefficients, T Threshold)[] extra, double[]? score, CancellationToken cancellationToken)
    {
        _problem = problem;
        _allowed = allowed;
        _extra = Array.ConvertAll(extra, e => e.Coefficients);
        _extraThresholds = Array.ConvertAll(extra, e => e.Threshold);
        _cancellationToken = cancellationToken;
        var source = problem.Source;
        _coefficients = [.. problem.Coefficients, .. _extra];
        _thresholds = [.. problem.Thresholds, .. _extraThresholds];
        _rows = _coefficients.Length;
        _always = [.. source.AlwaysRow, .. Enumerable.Repeat(true, extra.Length)];
        (_issueOrder, _options) = Order(score);
        (_best, _worst) = Completions();
        (_clauses, _alternatives) = NumberAlternatives();
        _alternativesOf = new int[source.FlatCount][];
        for (var f = 0; f < _alternativesOf.Length; f++)
            _alternativesOf[f] = Enumerable.Range(0, _alternatives.Length).Where(a => _alternatives[a].Removed.Contains(f)).ToArray();
        _mayDie = Array.ConvertAll(_alternatives, MayDie);
        var depth = source.IssueCount;
        _partial = NewRows(depth + 1, _rows);
        _dead = new int[depth + 1][];
        for (var d = 0; d <= depth; d++) _dead[d] = new int[_alternatives.Length];
        _reachable = new bool[_rows];
        _package = new int[depth];
    }

    /// <summary>Nodes looked at so far.</summary>
    public long Nodes { get; private set; }

    /// <summary>Visits packages until the visitor returns false or the budget of nodes is spent.</summary>
    /// <returns>False when the budget ended the visit.</returns>
    public bool Visit(long budget, Func<int[], bool> visit)
    {
        _budget = budget;
        _visit = visit;
        _stopped = false;
        return Descend(0) || _stopped;
    }

    /// <summary>Counts packages, whole subtrees at once where nothing can fail any more.</summary>
    /// <returns>The count, and whether the budget sufficed for all of it.</returns>
    public (BigInteger Count, bool Complete) Count(long budget)
    {
        _budget = budget;
        var count = BigInteger.Zero;
        var complete = CountFrom(0, ref count);
        return (count, complete);
    }

    private bool Descend(int depth)
    {
        if (!Enter(depth)) return true;
        if (Nodes > _budget) return false;
        if (depth == _package.Length)
        {
            _stopped = !_visit!(_package);
            return !_stopped;
        }

        foreach (var option in _options[depth])
        {
            Choose(depth, option);
            if (!Descend(depth + 1)) return false;
        }

        return true;
    }

    private bool CountFrom(int depth, ref BigInteger count)
    {
        if (!Enter(depth)) return true;
        if (Nodes > _budget) return false;
        if (AllFollow(depth))
        {
            var product = BigInteger.One;
            for (var d = depth; d < _package.Length; d++) product *= _options[d].Length;
            count += product;
            return true;
        }

        foreach (var option in _options[depth])
        {
            Choose(depth, option);
            if (!CountFrom(depth + 1, ref count)) return false;
        }

        return true;
    }

    private void Choose(int depth, int option)
    {
        var issue = _issueOrder[depth];
        var flat = _problem.Source.Offset(issue) + option;
        _package[issue] = option;
        var from = _partial[depth];
        var to = _partial[depth + 1];
        for (var r = 0; r < _rows; r++) to[r] = from[r] + _coefficients[r][flat];
        Array.Copy(_dead[depth], _dead[depth + 1], _alternatives.Length);
        foreach (var alternative in _alternativesOf[flat]) _dead[depth + 1][alternative] = 1;
    }

    // False when no completion can reach the target.
    private bool Enter(int depth)
    {
        if ((++Nodes & 0xFFF) == 0) _cancellationToken.ThrowIfCancellationRequested();
        var partial = _partial[depth];
        var best = _best[depth];
        for (var r = 0; r < _rows; r++)
        {
            _reachable[r] = partial[r] + best[r] >= _thresholds[r];
            if (!_reachable[r] && _always[r]) return false;
        }

        foreach (var clause in _clauses)
        {
            var open = false;
            foreach (var a in clause)
            {
                if (_dead[depth][a] != 0) continue;
                open = true;
                foreach (var row in _alternatives[a].Rows) open &= _reachable[row];
                if (open) break;
            }

            if (!open) return false;
        }

        return true;
    }

    // True when every completion reaches the target.
    private bool AllFollow(int depth)
    {
        var partial = _partial[depth];
        var worst = _worst[depth];
        bool Sure(int row) => partial[row] + worst[row] >= _thresholds[row];
        for (var r = 0; r < _rows; r++)
            if (_always[r] && !Sure(r)) return false;
        foreach (var clause in _clauses)
        {
            var sure = false;
            foreach (var a in clause)
                sure |= _dead[depth][a] == 0 && !_mayDie[a][depth] && Array.TrueForAll(_alternatives[a].Rows, Sure);
            if (!sure) return false;
        }

        return true;
    }

    private (int[] Issues, int[][] Options) Order(double[]? score)
    {
        var source = _problem.Source;
        var issues = Enumerable.Range(0, source.IssueCount);
        var optionsOf = new int[source.IssueCount][];
        for (var i = 0; i < source.IssueCount; i++)
        {
            var offset = source.Offset(i);
            var options = Enumerable.Range(0, source.OptionCounts[i]).Where(o => _allowed[offset + o]);
            optionsOf[i] = score is null ? [.. options] : [.. options.OrderByDescending(o => score[offset + o])];
        }

        double Spread(int i)
        {
            if (optionsOf[i].Length < 2) return double.PositiveInfinity; // settled issues first
            var offset = source.Offset(i);
            return score![offset + optionsOf[i][0]] - score[offset + optionsOf[i][^1]];
        }

        int[] order = score is null ? [.. issues] : [.. issues.OrderByDescending(Spread)];
        return (order, Array.ConvertAll(order, i => optionsOf[i]));
    }

    private (T[][] Best, T[][] Worst) Completions()
    {
        var depthCount = _issueOrder.Length;
        var best = NewRows(depthCount + 1, _rows);
        var worst = NewRows(depthCount + 1, _rows);
        for (var d = depthCount - 1; d >= 0; d--)
        {
            var offset = _problem.Source.Offset(_issueOrder[d]);
            for (var r = 0; r < _rows; r++)
            {
                if (_options[d].Length == 0) continue;
                var row = _coefficients[r];
                var high = row[offset + _options[d][0]];
                var low = high;
                foreach (var option in _options[d])
                {
                    high = T.Max(high, row[offset + option]);
                    low = T.Min(low, row[offset + option]);
                }

                best[d][r] = best[d + 1][r] + high;
                worst[d][r] = worst[d + 1][r] + low;
            }
        }

        return (best, worst);
    }

    private (int[][] Clauses, PackageAlternative[] Alternatives) NumberAlternatives()
    {
        var alternatives = new List<PackageAlternative>();
        var clauses = new int[_problem.Clauses.Length][];
        for (var c = 0; c < clauses.Length; c++)
        {
            clauses[c] = Array.ConvertAll(_problem.Clauses[c], k =>
            {
                alternatives.Add(_problem.Source.Clauses[c].Alternatives[k]);
                return alternatives.Count - 1;
            });
        }

        return (clauses, [.. alternatives]);
    }

    private bool[] MayDie(PackageAlternative alternative)
    {
        var may = new bool[_issueOrder.Length + 1];
        for (var d = _issueOrder.Length - 1; d >= 0; d--)
        {
            var offset = _problem.Source.Offset(_issueOrder[d]);
            may[d] = may[d + 1] || _options[d].Any(o => alternative.Removed.Contains(offset + o));
        }

        return may;
    }

    private static T[][] NewRows(int count, int length)
    {
        var rows = new T[count][];
        for (var i = 0; i < count; i++) rows[i] = new T[length];
        return rows;
    }
}
