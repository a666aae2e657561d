using Parley.Kernels.Exact;

namespace Parley.Kernels.Linear;

/// <summary>Solves small linear programs without rounding.</summary>
/// <remarks>
/// The simplex method on a full tableau in two phases. The least index enters and, among equals, leaves, so it never cycles.
/// Cost: rows x (variables + 2 rows) fractions per step; meant for tens of rows and hundreds of variables.
/// Ties: of several optimal vertices, the one that this order of steps meets.
/// Source: Bland 1977, Mathematics of Operations Research 2(2), pp. 103-107; key "bland1977" in docs/references.bib.
/// </remarks>
public static class ExactSimplex
{
    /// <summary>Finds an optimal vertex and its prices, or why there is none.</summary>
    /// <exception cref="ArgumentException">The parts differ in length.</exception>
    public static LinearOutcome Solve(LinearProgram program, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (program.Bounds.Count != program.Rows.Count || program.IsEquality.Count != program.Rows.Count)
            throw new ArgumentException("Rows, bounds and kinds of row differ in number.", nameof(program));
        if (program.Rows.Any(r => r.Count != program.Objective.Count))
            throw new ArgumentException("A row and the objective differ in length.", nameof(program));
        return new SimplexTableau(program).Solve(cancellationToken);
    }
}

/// <summary>The rows solved for their basic variables.</summary>
/// <remarks>
/// Columns: the variables, then a slack for each row, then one artificial for each row. Artificials start as the identity, so
/// that their columns hold the inverse of the basis; they never enter again.
/// </remarks>
internal sealed class SimplexTableau
{
    private readonly LinearProgram _program;
    private readonly int _rows;
    private readonly int _variables;
    private readonly int _usable; // variables and slacks
    private readonly Rational[][] _body; // by row; the right-hand side last
    private readonly Rational[] _cost; // reduced cost of each column in the current phase; minus the value last
    private readonly int[] _basis;
    private readonly bool[] _flipped;

    public SimplexTableau(LinearProgram program)
    {
        _program = program;
        (_rows, _variables) = (program.Rows.Count, program.Objective.Count);
        _usable = _variables + _rows;
        _body = new Rational[_rows][];
        _cost = new Rational[_usable + _rows + 1];
        _basis = new int[_rows];
        _flipped = new bool[_rows];
        for (var r = 0; r < _rows; r++)
        {
            _flipped[r] = program.Bounds[r].Sign < 0;
            var row = _body[r] = new Rational[_cost.Length];
            for (var v = 0; v < _variables; v++) row[v] = Signed(r, program.Rows[r][v]);
            if (!program.IsEquality[r]) row[_variables + r] = Signed(r, Rational.One);
            row[_usable + r] = Rational.One;
            row[^1] = Signed(r, program.Bounds[r]);
            _basis[r] = program.IsEquality[r] || _flipped[r] ? _usable + r : _variables + r;
        }
    }

    public LinearOutcome Solve(CancellationToken cancellationToken)
    {
        SetCosts(column => column < _usable ? Rational.Zero : -Rational.One);
        Climb(cancellationToken);
        if (!_cost[^1].IsZero) return new(LinearStatus.Infeasible, Rational.Zero, [], Dual(-Rational.One), []);
        DropArtificials();
        SetCosts(column => column < _variables ? _program.Objective[column] : Rational.Zero);
        var endless = Climb(cancellationToken);
        return endless < 0
            ? new(LinearStatus.Optimal, -_cost[^1], Primal(), Dual(Rational.Zero), [])
            : new(LinearStatus.Unbounded, Rational.Zero, Primal(), [], Ray(endless));
    }

    // The costs of the columns less what the basis already pays for them.
    private void SetCosts(Func<int, Rational> costOf)
    {
        for (var c = 0; c < _cost.Length; c++) _cost[c] = c < _cost.Length - 1 ? costOf(c) : Rational.Zero;
        for (var r = 0; r < _rows; r++) Subtract(_cost, _body[r], costOf(_basis[r]));
    }

    // The column that can grow for ever, or -1 at the optimum.
    private int Climb(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var enter = Array.FindIndex(_cost, 0, _usable, c => c.Sign > 0);
            if (enter < 0) return -1;
            var leave = -1;
            var least = Rational.Zero;
            for (var r = 0; r < _rows; r++)
            {
                if (_body[r][enter].Sign <= 0) continue;
                var ratio = _body[r][^1] / _body[r][enter];
                var order = leave < 0 ? -1 : ratio.CompareTo(least);
                if (order < 0 || (order == 0 && _basis[r] < _basis[leave])) (leave, least) = (r, ratio);
            }

            if (leave < 0) return enter;
            Pivot(leave, enter);
        }
    }

    private void DropArtificials()
    {
        for (var r = 0; r < _rows; r++)
        {
            if (_basis[r] < _usable) continue;
            // None to swap with: the row repeats others and stays out of the way.
            var enter = Array.FindIndex(_body[r], 0, _usable, c => !c.IsZero);
            if (enter >= 0) Pivot(r, enter);
        }
    }

    private void Pivot(int row, int column)
    {
        var divisor = _body[row][column];
        for (var c = 0; c < _cost.Length; c++) _body[row][c] /= divisor;
        for (var r = 0; r < _rows; r++)
            if (r != row) Subtract(_body[r], _body[row], _body[r][column]);
        Subtract(_cost, _body[row], _cost[column]);
        _basis[row] = column;
    }

    private static void Subtract(Rational[] target, Rational[] row, Rational factor)
    {
        if (factor.IsZero) return;
        for (var c = 0; c < target.Length; c++)
            if (!row[c].IsZero) target[c] -= factor * row[c];
    }

    private Rational[] Primal()
    {
        var point = new Rational[_variables];
        for (var r = 0; r < _rows; r++)
            if (_basis[r] < _variables) point[_basis[r]] = _body[r][^1];
        return point;
    }

    // An artificial's reduced cost is its cost less the price of its row.
    private Rational[] Dual(Rational artificialCost)
    {
        var prices = new Rational[_rows];
        for (var r = 0; r < _rows; r++) prices[r] = Signed(r, artificialCost - _cost[_usable + r]);
        return prices;
    }

    private Rational[] Ray(int column)
    {
        var ray = new Rational[_variables];
        if (column < _variables) ray[column] = Rational.One;
        for (var r = 0; r < _rows; r++)
            if (_basis[r] < _variables) ray[_basis[r]] = -_body[r][column];
        return ray;
    }

    private Rational Signed(int row, Rational value) => _flipped[row] ? -value : value;
}
