using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>How far the nearest candidate is from meeting every row and clause.</summary>
/// <param name="Package">The nearest candidate found; null when there is none, or none was found.</param>
/// <param name="Distance">Its distance; null when no candidate was found.</param>
/// <param name="IsExact">True when nothing nearer exists, or there is no candidate at all.</param>
/// <param name="Nodes">Nodes looked at.</param>
public sealed record DistanceOutcome(int[]? Package, Rational? Distance, bool IsExact, long Nodes);

/// <summary>Finds the candidate with the least distance: the sum over holders of how far the worst of the holder's rows and clauses falls short.</summary>
/// <remarks>
/// A holder counts from 0 (all of its rows hold) to 1, because no row is worth less than -1. 0 iff every row and clause holds.
/// Depth-first over issues, options that another option betters in every row left out; bounds in floating point with a guard, and every
/// package that could be nearest is measured in exact fractions, so that the result is exact.
/// Cost: exponential in the issues at worst; bounded by the budget.
/// </remarks>
public sealed class DistanceSearch
{
    private readonly PackageProblem _problem;
    private readonly int[] _rowHolders;
    private readonly int[] _clauseHolders;
    private readonly int _holders;
    private readonly CancellationToken _cancellationToken;
    private readonly long _budget;
    private readonly DistanceRows _rows;
    private readonly int[] _package;
    private readonly double[] _worst; // by holder, reused
    private readonly double[] _value; // by row, reused
    private int[]? _best;
    private Rational? _bestDistance;
    private double _reach = double.PositiveInfinity;
    private long _nodes;

    /// <param name="problem">The rows and clauses; structural rows say which packages are candidates.</param>
    /// <param name="rowHolders">By row, whose it is; looked at for rows that hold always and are not structural.</param>
    /// <param name="clauseHolders">By clause, whose it is.</param>
    /// <param name="holders">Number of holders.</param>
    /// <param name="budget">Nodes at most.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    public DistanceSearch(PackageProblem problem, int[] rowHolders, int[] clauseHolders, int holders, long budget, CancellationToken cancellationToken)
    {
        _problem = problem;
        _rowHolders = rowHolders;
        _clauseHolders = clauseHolders;
        _holders = holders;
        _budget = budget;
        _cancellationToken = cancellationToken;
        _rows = new DistanceRows(problem);
        _package = new int[problem.IssueCount];
        _worst = new double[holders];
        _value = new double[problem.Rows.Length];
    }

    /// <summary>Runs the search.</summary>
    /// <param name="start">Packages that may be near; those that are no candidates are passed over.</param>
    public DistanceOutcome Run(IEnumerable<int[]> start)
    {
        foreach (var package in start) Measure(package);
        var complete = _bestDistance is { IsZero: true } || _rows.HasEmptyIssue || Descend(0);
        return new(_best, _bestDistance, complete, _nodes);
    }

    /// <summary>The distance of one package.</summary>
    public Rational DistanceOf(ReadOnlySpan<int> package)
    {
        var worst = new Rational[_holders];
        for (var r = 0; r < _problem.Rows.Length; r++)
            if (_problem.AlwaysRow[r] && _problem.Rows[r].Kind != PackageRowKind.Structural)
                Raise(ref worst[_rowHolders[r]], _problem.RowValue(_problem.Rows[r], package));
        for (var c = 0; c < _problem.Clauses.Length; c++) Raise(ref worst[_clauseHolders[c]], _problem.ClauseValue(_problem.Clauses[c], package));
        return worst.Aggregate(Rational.Zero, (sum, w) => sum + w);
    }

    private static void Raise(ref Rational worst, Rational? value)
    {
        if (value is { } v && -v > worst) worst = -v;
    }

    private void Measure(ReadOnlySpan<int> package)
    {
        for (var i = 0; i < package.Length; i++)
            if (!_problem.Allowed[_problem.Offset(i) + package[i]]) return;
        if (!_problem.IsCandidate(package)) return;
        var distance = DistanceOf(package);
        if (_bestDistance is { } known && distance >= known) return;
        _best = package.ToArray();
        _bestDistance = distance;
        _reach = distance.ToDouble() + _rows.Guard;
    }

    // False when the budget ran out.
    private bool Descend(int depth)
    {
        if ((++_nodes & 0xFFF) == 0) _cancellationToken.ThrowIfCancellationRequested();
        if (_nodes > _budget) return false;
        if (_bestDistance is { IsZero: true } || Bound(depth) >= _reach) return true;
        if (depth == _package.Length)
        {
            Measure(_package);
            return true;
        }

        foreach (var option in _rows.Options[depth])
        {
            _package[_rows.IssueOrder[depth]] = option;
            _rows.Choose(depth, option);
            if (!Descend(depth + 1)) return false;
        }

        return true;
    }

    // A lower bound of the distance of every package below a node; infinite when none is a candidate.
    private double Bound(int depth)
    {
        Array.Clear(_worst);
        for (var r = 0; r < _value.Length; r++)
        {
            var most = _rows.Most(depth, r);
            switch (_problem.Rows[r].Kind)
            {
                case PackageRowKind.Structural when most < -_rows.Guard && _problem.AlwaysRow[r]:
                    return double.PositiveInfinity;
                case PackageRowKind.Scored when _rows.IsScaled[r]:
                    _value[r] = Math.Max(-1, most);
                    break;
                default:
                    _value[r] = most < -_rows.Guard ? -1 : 0;
                    break;
            }

            if (_problem.AlwaysRow[r] && _problem.Rows[r].Kind != PackageRowKind.Structural) Raise(_rowHolders[r], _value[r]);
        }

        for (var c = 0; c < _clauseHolders.Length; c++) Raise(_clauseHolders[c], ClauseBound(depth, c));
        var sum = 0.0;
        foreach (var worst in _worst) sum += worst;
        return sum;
    }

    private double ClauseBound(int depth, int clause)
    {
        var best = -1.0;
        var alternatives = _problem.Clauses[clause].Alternatives;
        for (var k = 0; k < alternatives.Length; k++)
        {
            if (_rows.IsDead(depth, clause, k)) continue;
            var value = alternatives[k].Value is { } own ? own.ToDouble() : 0.0;
            foreach (var row in alternatives[k].Rows) value = Math.Min(value, _value[row]);
            best = Math.Max(best, value);
        }

        return best;
    }

    private void Raise(int holder, double value)
    {
        if (-value > _worst[holder]) _worst[holder] = -value;
    }
}
