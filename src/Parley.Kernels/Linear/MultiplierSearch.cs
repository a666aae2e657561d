namespace Parley.Kernels.Linear;

/// <summary>Finds the mix of rows that refutes a set of packages best, or a mix of packages that meets all rows.</summary>
/// <remarks>
/// Definition: a zero-sum game. One side mixes rows (multipliers, sum 1), the other picks a package; the pay-off is the
/// mixed slack. Its value is <c>min over multipliers of max over packages of SUM_c m_c slack_c(x)</c>; the value is
/// negative iff no mix of packages meets all rows. Solved by generating packages: a small linear program over the packages
/// met so far (revised simplex, explicit inverse), and for its multipliers the best package, which splits issue by issue.
/// Floating point: the result is a proposal. Any multipliers &gt;= 0 give a valid bound, which the caller checks exactly.
/// Cost: per round, rows x options for the best package and rows^2 for the program; rounds are a small multiple of the rows.
/// Source: Dantzig and Wolfe 1960, Operations Research 8(1), pp. 101-111; key "dantzig1960" in docs/references.bib.
/// </remarks>
internal sealed class MultiplierSearch
{
    private const int MaxRounds = 200;
    private const double Tiny = 1e-11;

    private readonly double[][] _rows; // [row][flat]
    private readonly double[] _thresholds;
    private readonly int[][] _options; // [issue] allowed flat options
    private readonly int _count;

    private readonly double[][] _inverse; // basis inverse, (rows + 1) squared
    private readonly double[] _basic; // values of the basic variables
    private readonly Column[] _basis;
    private readonly double[] _score;

    /// <param name="rows">[row][flat option], each row of comparable size.</param>
    /// <param name="thresholds">By row.</param>
    /// <param name="options">[issue] the flat options still allowed, at least one each.</param>
    public MultiplierSearch(double[][] rows, double[] thresholds, int[][] options)
    {
        _rows = rows;
        _thresholds = thresholds;
        _options = options;
        _count = rows.Length;
        _inverse = new double[_count + 1][];
        for (var k = 0; k <= _count; k++) _inverse[k] = new double[_count + 1];
        _basic = new double[_count + 1];
        _basis = new Column[_count + 1];
        _score = new double[rows.Length == 0 ? 0 : rows[0].Length];
        Multipliers = new double[_count];
    }

    /// <summary>The best multipliers found, each at least 0, sum 1.</summary>
    public double[] Multipliers { get; }

    /// <summary>The bound that <see cref="Multipliers"/> give.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>For each flat option, its part in the mix of packages that meets the rows best.</summary>
    public double[] Shares()
    {
        var shares = new double[_score.Length];
        for (var k = 0; k <= _count; k++)
            if (_basis[k].Package is { } package)
                foreach (var flat in package) shares[flat] += Math.Max(0, _basic[k]);
        return shares;
    }

    /// <summary>The packages of that mix, as flat options.</summary>
    public IEnumerable<int[]> Packages() => _basis.Where(c => c.Package is not null).Select(c => c.Package!);

    /// <summary>The bound given by some multipliers, and the package that attains it.</summary>
    public (double Bound, int[] Package) Price(double[] multipliers)
    {
        Array.Clear(_score);
        var bound = 0.0;
        for (var r = 0; r < _count; r++)
        {
            var m = multipliers[r];
            if (m == 0) continue;
            bound -= m * _thresholds[r];
            var row = _rows[r];
            for (var f = 0; f < row.Length; f++) _score[f] += m * row[f];
        }

        var package = new int[_options.Length];
        for (var i = 0; i < package.Length; i++)
        {
            var best = _options[i][0];
            foreach (var flat in _options[i])
                if (_score[flat] > _score[best]) best = flat;
            package[i] = best;
            bound += _score[best];
        }

        return (bound, package);
    }

    /// <summary>Runs until the bound falls below <paramref name="enough"/>, or the program is solved.</summary>
    public void Run(double[] start, double enough, CancellationToken cancellationToken)
    {
        var (bound, package) = Price(start);
        Keep(start, bound);
        if (bound < enough) return;
        StartWith(package);
        var multipliers = new double[_count];
        for (var round = 0; round < MaxRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadMultipliers(multipliers);
            var slackRow = MostNegative(multipliers);
            if (slackRow >= 0)
            {
                if (!Enter(SlackColumn(slackRow), new Column(null, slackRow))) return;
                continue;
            }

            (bound, package) = Price(multipliers);
            Keep(multipliers, bound);
            if (bound < enough || bound <= Value() + 1e-10) return;
            if (!Enter(PackageColumn(package), new Column(package, -1))) return;
        }
    }

    private void Keep(double[] multipliers, double bound)
    {
        if (bound >= Bound) return;
        Bound = bound;
        multipliers.CopyTo(Multipliers, 0);
    }

    // Variables: shares of packages, slacks of rows, and the value v. Constraints: for each row r,
    // SUM share*slack_r(package) - v - slack_r = 0; last, SUM share = 1. Maximise v.
    private void StartWith(int[] package)
    {
        var column = PackageColumn(package);
        var worst = 0;
        for (var r = 1; r < _count; r++)
            if (column[r] < column[worst]) worst = r;
        for (var k = 0; k <= _count; k++) Array.Clear(_inverse[k]);
        // Position of the worst row holds v; the other rows hold their slack; the last holds the package's share.
        for (var r = 0; r < _count; r++)
        {
            if (r == worst)
            {
                _basis[r] = new Column(null, -1);
                _inverse[r][worst] = -1;
                _inverse[r][_count] = column[worst];
            }
            else
            {
                _basis[r] = new Column(null, r);
                _inverse[r][r] = -1;
                _inverse[r][worst] = 1;
                _inverse[r][_count] = column[r] - column[worst];
            }

            _basic[r] = _inverse[r][_count];
        }

        _basis[_count] = new Column(package, -1);
        _inverse[_count][_count] = 1;
        _basic[_count] = 1;
    }

    private int ValuePosition() => Array.FindIndex(_basis, c => c.Package is null && c.SlackRow < 0);

    private double Value() => _basic[ValuePosition()];

    // The dual prices of the rows, negated, are the multipliers.
    private void ReadMultipliers(double[] multipliers)
    {
        var prices = _inverse[ValuePosition()];
        for (var r = 0; r < _count; r++) multipliers[r] = -prices[r];
    }

    private static int MostNegative(double[] multipliers)
    {
        var found = -1;
        for (var r = 0; r < multipliers.Length; r++)
        {
            if (multipliers[r] < -1e-12 && (found < 0 || multipliers[r] < multipliers[found])) found = r;
            else if (multipliers[r] < 0 && multipliers[r] >= -1e-12) multipliers[r] = 0;
        }

        return found;
    }

    private double[] PackageColumn(int[] package)
    {
        var column = new double[_count + 1];
        for (var r = 0; r < _count; r++)
        {
            var sum = -_thresholds[r];
            foreach (var flat in package) sum += _rows[r][flat];
            column[r] = sum;
        }

        column[_count] = 1;
        return column;
    }

    private double[] SlackColumn(int row)
    {
        var column = new double[_count + 1];
        column[row] = -1;
        return column;
    }

    // One simplex step; false when numbers give out.
    private bool Enter(double[] column, Column name)
    {
        var direction = new double[_count + 1];
        for (var k = 0; k <= _count; k++)
            for (var r = 0; r <= _count; r++) direction[k] += _inverse[k][r] * column[r];
        var leaving = -1;
        var step = double.PositiveInfinity;
        for (var k = 0; k <= _count; k++)
        {
            if (direction[k] <= Tiny || (_basis[k].Package is null && _basis[k].SlackRow < 0)) continue;
            var ratio = Math.Max(0, _basic[k]) / direction[k];
            if (ratio < step - Tiny || (ratio <= step + Tiny && leaving >= 0 && direction[k] > direction[leaving]))
            {
                step = ratio;
                leaving = k;
            }
        }

        if (leaving < 0) return false;
        for (var k = 0; k <= _count; k++)
            if (k != leaving) _basic[k] -= step * direction[k];
        _basic[leaving] = step;
        _basis[leaving] = name;
        var pivot = _inverse[leaving];
        for (var r = 0; r <= _count; r++) pivot[r] /= direction[leaving];
        for (var k = 0; k <= _count; k++)
        {
            if (k == leaving || direction[k] == 0) continue;
            for (var r = 0; r <= _count; r++) _inverse[k][r] -= direction[k] * pivot[r];
        }

        return true;
    }

    private readonly record struct Column(int[]? Package, int SlackRow);
}
