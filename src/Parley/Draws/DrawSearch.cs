using System.Collections.Immutable;
using Parley.Problems;

namespace Parley.Draws;

/// <summary>The best package of one draw: depth first over issues, after dropping options that another of the same issue dominates.</summary>
/// <remarks>
/// An option is dominated where another is at least as good in every column, brings in no condition that it does not, and has every flag that helps;
/// where somebody who signs must gain, the same must sign both.
/// A branch ends where some consent that always counts cannot beat what was found.
/// </remarks>
internal sealed class DrawSearch
{
    /// <summary>A value this close to 0 decides nothing.</summary>
    public const double Close = 1e-9;

    // What rounding may do to a value; where it could do more, the draw is judged exactly. With what it does to a bound, it stays within Close.
    private const double MostError = Close / 4;

    private readonly DrawProgram _program;
    private readonly DrawNumbers _numbers;
    private readonly DrawRows _rows;
    private readonly Doubts _doubts;
    private readonly CaseValues _case;
    private readonly ulong _helpful;
    private readonly ulong _signing;
    private readonly bool[] _isSign; // by column, whether only its sign counts
    private readonly int[][] _kept; // by issue
    private readonly int[] _count; // by issue, how many are kept
    private readonly int[] _order;
    private readonly double[] _spread;
    private readonly Measured[][] _sums; // by depth, by column
    private readonly ulong[] _flags; // by depth
    private readonly double[][] _rest; // by depth, by column: the most that the issues below can add
    private readonly ulong[] _restFlags;
    private readonly int[] _package;
    private ImmutableArray<int> _signatories = [];
    private ImmutableArray<int> _bestSignatories = [];
    private long _nodes;
    private bool _wantsGain;

    public DrawSearch(DrawProgram program, DrawNumbers numbers, DrawRows rows, Doubts doubts)
    {
        _program = program;
        _numbers = numbers;
        _rows = rows;
        _doubts = doubts;
        _case = program.Problem.Values;
        _helpful = DrawRows.Candidate;
        foreach (var condition in rows.Conditions)
        {
            if (condition.Kind == DrawCondition.Precondition) _helpful |= condition.Needed;
            if (condition.Kind == DrawCondition.Consent) _signing |= condition.Trigger;
        }

        var (issues, columns) = (_case.IssueCount, rows.Columns.Length);
        _isSign = new bool[columns];
        foreach (var condition in rows.Conditions)
        {
            if (condition.Kind == DrawCondition.RefusedTrade) _isSign[condition.Column] = true;
            else if (condition.Scale == 0) _isSign.AsSpan(Math.Max(0, condition.Column), condition.Columns).Fill(true);
        }

        _kept = [.. Enumerable.Range(0, issues).Select(i => new int[_case.OptionCount(i)])];
        _count = new int[issues];
        _order = [.. Enumerable.Range(0, issues)];
        _spread = new double[issues];
        _sums = [.. Enumerable.Range(0, issues + 1).Select(_ => new Measured[columns])];
        _rest = [.. Enumerable.Range(0, issues + 1).Select(_ => new double[columns])];
        _flags = new ulong[issues + 1];
        _restFlags = new ulong[issues + 1];
        _package = new int[issues];
        Best = new int[issues];
    }

    /// <summary>Nodes at most; beyond them the draw is judged exactly.</summary>
    public long MaxNodes { get; init; } = 50_000;

    /// <summary>The package found, flat options by issue.</summary>
    public int[] Best { get; }

    public bool Found { get; private set; }

    public double Value { get; private set; }

    /// <summary>The largest value of any candidate over all ways to sign; -1 where there is none.</summary>
    public void Maximise()
    {
        (Found, Value, _nodes, _wantsGain) = (false, double.NegativeInfinity, 0, false);
        if (!IsSure() || !Prepare()) return;
        foreach (var way in _program.Ways)
        {
            _signatories = way;
            Visit(0);
        }
    }

    /// <summary>Whether some package is worth at least nothing to all who sign and something to one of them.</summary>
    public bool AnyGain()
    {
        (Found, Value, _nodes, _wantsGain) = (false, -1e-300, 0, true);
        _signatories = _case.Negotiators;
        if (IsSure() && Prepare()) Visit(0);
        return Found;
    }

    // Whether rounding can do no more than MostError to any value.
    private bool IsSure()
    {
        foreach (var condition in _rows.Conditions)
        {
            if (condition.Scale == 0) continue;
            var column = condition.Column + condition.Columns - 1; // of a refusal the second is scored
            var size = _rows.Bars[column].Size;
            for (var i = 0; i < _case.IssueCount; i++)
            {
                var most = 0.0;
                foreach (var option in _rows.Columns[column].AsSpan(_case.Offset(i), _case.OptionCount(i))) most = Math.Max(most, option.Size);
                size += most;
            }

            if (Measured.Error * size <= MostError * condition.Scale) continue;
            _doubts.Add();
            return false;
        }

        return true;
    }

    private bool Prepare()
    {
        for (var i = 0; i < _count.Length; i++)
        {
            Keep(i);
            if (_count[i] == 0) return false;
            _spread[i] = Spread(i);
        }

        Array.Sort(_order, (a, b) => _spread[b].CompareTo(_spread[a]) is var order and not 0 ? order : a.CompareTo(b));
        Array.Clear(_rest[^1]);
        _restFlags[^1] = 0;
        for (var depth = _order.Length - 1; depth >= 0; depth--)
        {
            var issue = _order[depth];
            var flags = 0UL;
            for (var c = 0; c < _rest[depth].Length; c++)
            {
                var most = double.NegativeInfinity;
                foreach (var f in _kept[issue].AsSpan(0, _count[issue])) most = Math.Max(most, _rows.Columns[c][f].Value);
                _rest[depth][c] = _rest[depth + 1][c] + most;
            }

            foreach (var f in _kept[issue].AsSpan(0, _count[issue])) flags |= _rows.Flags[f];
            _restFlags[depth] = _restFlags[depth + 1] | flags;
        }

        return true;
    }

    private void Keep(int issue)
    {
        var (from, to) = (_case.Offset(issue), _case.Offset(issue) + _case.OptionCount(issue));
        _count[issue] = 0;
        for (var f = from; f < to; f++)
        {
            if (!_rows.IsAllowed[f]) continue;
            var dominated = false;
            for (var g = from; g < to && !dominated; g++) dominated = g != f && _rows.IsAllowed[g] && Dominates(g, f);
            if (!dominated) _kept[issue][_count[issue]++] = f;
        }
    }

    // Of two equal ones the first stays.
    private bool Dominates(int a, int b)
    {
        var (x, y) = (_rows.Flags[a], _rows.Flags[b]);
        if ((x & ~y & ~_helpful) != 0 || (y & ~x & _helpful) != 0) return false;
        if (_wantsGain && ((x ^ y) & _signing) != 0) return false; // only who signs gains
        var better = x != y;
        for (var c = 0; c < _rows.Columns.Length; c++)
        {
            var (of, than) = (_rows.Columns[c][a], _rows.Columns[c][b]);
            if (of.Value < than.Value) return false;
            // A sign that is sure of a package with a has to be sure with b in its place.
            if (_isSign[c] && than.Size > 10 * of.Size && (of - than).IsDoubtful) return false;
            better |= of.Value > than.Value;
        }

        return better || a < b;
    }

    private double Spread(int issue)
    {
        var spread = 0.0;
        foreach (var condition in _rows.Conditions)
        {
            if (condition.Kind != DrawCondition.Consent || condition.Scale == 0) continue;
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var f in _kept[issue].AsSpan(0, _count[issue]))
            {
                var value = _rows.Columns[condition.Column][f].Value;
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }

            spread = Math.Max(spread, (most - least) / condition.Scale);
        }

        return spread;
    }

    private void Visit(int depth)
    {
        if (++_nodes > MaxNodes)
        {
            _doubts.Add();
            return;
        }

        if (!CanBeat(depth)) return;
        if (depth == _order.Length)
        {
            Judge(depth);
            return;
        }

        var issue = _order[depth];
        foreach (var f in _kept[issue].AsSpan(0, _count[issue]))
        {
            var (sums, next) = (_sums[depth], _sums[depth + 1]);
            for (var c = 0; c < sums.Length; c++) next[c] = sums[c] + _rows.Columns[c][f];
            _flags[depth + 1] = _flags[depth] | _rows.Flags[f];
            _package[issue] = f;
            Visit(depth + 1);
            if (_nodes > MaxNodes || (_wantsGain && Found)) return;
        }
    }

    private bool CanBeat(int depth)
    {
        if (!_wantsGain && ((_flags[depth] | _restFlags[depth]) & DrawRows.Candidate) == 0) return false;
        foreach (var condition in _rows.Conditions)
        {
            if (condition.Kind != DrawCondition.Consent) break; // consents come first
            if (condition.Trigger != 0 || condition.Scale == 0 || !_signatories.Contains(condition.Rule)) continue;
            var sum = _sums[depth][condition.Column];
            var most = (sum.Value + _rest[depth][condition.Column] - _rows.Bars[condition.Column].Value) / condition.Scale;
            if (Math.Max(-1, most + MostError) < Value) return false;
        }

        return true;
    }

    private void Judge(int depth)
    {
        if (_wantsGain && !Gains(depth)) return;
        var value = ValueOf(_sums[depth], _flags[depth], _signatories, Found ? Value : double.NegativeInfinity);
        if (Found && value <= Value) return;
        if (_wantsGain && value < 0) return;
        (Found, Value, _bestSignatories) = (true, value, _signatories);
        _package.CopyTo(Best, 0);
    }

    private bool Gains(int depth)
    {
        foreach (var condition in _rows.Conditions)
        {
            if (condition.Kind != DrawCondition.Consent) break;
            if (condition.Trigger != 0 && (_flags[depth] & condition.Trigger) == 0) continue;
            if (_doubts.Sign(_sums[depth][condition.Column]) > 0) return true;
        }

        return false;
    }

    /// <summary>The value of a package that need not be among those searched; over all ways to sign.</summary>
    public double Judge(ReadOnlySpan<int> flat)
    {
        var (sums, flags) = (_sums[0], 0UL);
        Array.Clear(sums);
        foreach (var f in flat)
        {
            for (var c = 0; c < sums.Length; c++) sums[c] += _rows.Columns[c][f];
            flags |= _rows.Flags[f];
        }

        var best = double.NegativeInfinity;
        foreach (var way in _program.Ways) best = Math.Max(best, ValueOf(sums, flags, way, double.NegativeInfinity));
        Array.Clear(sums);
        return best;
    }

    /// <summary>The condition that binds at the package found; null where nothing does.</summary>
    public ConditionRow? Binding()
    {
        var (sums, flags) = (_sums[0], 0UL);
        foreach (var f in Best)
        {
            for (var c = 0; c < sums.Length; c++) sums[c] += _rows.Columns[c][f];
            flags |= _rows.Flags[f];
        }

        ConditionRow? binding = null;
        var least = double.PositiveInfinity;
        foreach (var condition in _rows.Conditions)
        {
            if (condition.Kind == DrawCondition.Consent && !_bestSignatories.Contains(condition.Rule)) continue;
            var value = ValueOf(condition, sums, flags);
            if (value >= least) continue;
            (binding, least) = (condition, value);
        }

        Array.Clear(sums);
        return binding;
    }

    // Not looked at further once it is no more than the least of interest.
    private double ValueOf(Measured[] sums, ulong flags, ImmutableArray<int> signatories, double least)
    {
        var value = double.PositiveInfinity;
        foreach (var condition in _rows.Conditions)
        {
            if (condition.Kind == DrawCondition.Consent && !signatories.Contains(condition.Rule)) continue;
            value = Math.Min(value, ValueOf(condition, sums, flags));
            if (value <= least) return value;
        }

        return value;
    }

    private double ValueOf(ConditionRow condition, Measured[] sums, ulong flags)
    {
        if (condition.Trigger != 0 && (flags & condition.Trigger) == 0) return double.PositiveInfinity;
        switch (condition.Kind)
        {
            case DrawCondition.RefusedTrade:
                return _doubts.Sign(Slack(condition.Column, sums)) >= 0 ? double.PositiveInfinity : Scored(Slack(condition.Column + 1, sums), condition.Scale);
            case DrawCondition.Votes:
                return ValueOfVotes(condition, sums);
            case DrawCondition.Precondition:
                return (flags & condition.Needed) != 0 ? double.PositiveInfinity : -1;
            case DrawCondition.RedLine:
                return -1;
            case DrawCondition.Together:
                return (flags & condition.Needed) == 0 ? double.PositiveInfinity : -1;
            default:
                return Scored(Slack(condition.Column, sums), condition.Scale);
        }
    }

    private Measured Slack(int column, Measured[] sums) => sums[column] - _rows.Bars[column];

    private double Scored(Measured slack, double scale)
    {
        if (scale == 0) return _doubts.Sign(slack) >= 0 ? double.PositiveInfinity : -1;
        if (_wantsGain) return _doubts.Sign(slack) >= 0 ? Math.Max(0, slack.Value / scale) : Math.Max(-1, slack.Value / scale);
        return Math.Max(-1, slack.Value / scale);
    }

    private double ValueOfVotes(ConditionRow condition, Measured[] sums)
    {
        var needed = _numbers.VotesNeeded[_program.Rules[condition.Rule].Resolved.Party];
        if (_doubts.Sign(needed) <= 0) return double.PositiveInfinity;
        var blocs = _program.Rules[condition.Rule].Resolved.Blocs;
        var votes = Measured.Zero;
        for (var k = 0; k < blocs.Length; k++)
            if (_doubts.Sign(Slack(condition.Column + k, sums)) >= 0) votes += _numbers.Votes[blocs[k]];
        return Math.Max(-1, (votes - needed).Value / needed.Value);
    }
}
