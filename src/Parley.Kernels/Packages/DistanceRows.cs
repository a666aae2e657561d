using System.Numerics;

namespace Parley.Kernels.Packages;

/// <summary>The rows of a problem in floating point, issue by issue, with the most that what is not yet chosen can add.</summary>
internal sealed class DistanceRows
{
    private readonly PackageProblem _problem;
    private readonly double[][] _coefficients; // [row][flat], over the row's scale or size
    private readonly double[][] _partial; // [depth][row], thresholds taken off
    private readonly double[][] _best; // [depth][row], the most the issues from this depth on can add
    private readonly bool[][][] _kills; // [clause][alternative][flat]
    private readonly int[][][] _deadFrom; // [clause][alternative]: by depth, how many chosen options rule it out

    public DistanceRows(PackageProblem problem)
    {
        _problem = problem;
        var count = problem.Rows.Length;
        IsScaled = Array.ConvertAll(problem.Rows, r => r.Kind == PackageRowKind.Scored && r.Scale.Sign > 0);
        var units = Array.ConvertAll(problem.Rows, UnitOf);
        _coefficients = new double[count][];
        for (var r = 0; r < count; r++)
        {
            var unit = units[r];
            _coefficients[r] = Array.ConvertAll(problem.Rows[r].Coefficients, c => (double)c / unit);
        }

        _kills = Array.ConvertAll(problem.Clauses, c => Array.ConvertAll(c.Alternatives, a => Kills(a, problem.FlatCount)));
        var kept = new int[problem.IssueCount][];
        for (var i = 0; i < kept.Length; i++) kept[i] = Undominated(i);
        HasEmptyIssue = Array.Exists(kept, k => k.Length == 0);
        IssueOrder = [.. Enumerable.Range(0, kept.Length).OrderByDescending(i => Spread(i, kept[i])).ThenBy(i => i)];
        Options = Array.ConvertAll(IssueOrder, i => kept[i]);
        _partial = NewTable(kept.Length + 1, count);
        _best = NewTable(kept.Length + 1, count);
        for (var r = 0; r < count; r++) _partial[0][r] = -(double)problem.Rows[r].Threshold / units[r];
        for (var d = kept.Length - 1; d >= 0 && !HasEmptyIssue; d--)
            for (var r = 0; r < count; r++)
                _best[d][r] = _best[d + 1][r] + Options[d].Max(o => _coefficients[r][problem.Offset(IssueOrder[d]) + o]);
        Guard = Math.Max(1e-9, 1e-12 * Enumerable.Range(0, count).Select(LargestSum).DefaultIfEmpty().Max());
        _deadFrom = Array.ConvertAll(_kills, c => Array.ConvertAll(c, _ => new int[kept.Length + 1]));
    }

    /// <summary>True when some issue has no option left.</summary>
    public bool HasEmptyIssue { get; }

    /// <summary>Far above the rounding errors of any sum, far below differences that matter.</summary>
    public double Guard { get; }

    /// <summary>The issue chosen at each depth.</summary>
    public int[] IssueOrder { get; }

    /// <summary>By depth, the option indices worth trying.</summary>
    public int[][] Options { get; }

    /// <summary>By row, whether it is worth its slack over its scale.</summary>
    public bool[] IsScaled { get; }

    /// <summary>The most a row's slack can be below a node, over the row's scale.</summary>
    public double Most(int depth, int row) => _partial[depth][row] + _best[depth][row];

    /// <summary>True when the options chosen so far rule an alternative out.</summary>
    public bool IsDead(int depth, int clause, int alternative) => _deadFrom[clause][alternative][depth] > 0;

    /// <summary>Chooses an option at a depth; what stands below is overwritten.</summary>
    public void Choose(int depth, int option)
    {
        var flat = _problem.Offset(IssueOrder[depth]) + option;
        var (from, to) = (_partial[depth], _partial[depth + 1]);
        for (var r = 0; r < from.Length; r++) to[r] = from[r] + _coefficients[r][flat];
        for (var c = 0; c < _kills.Length; c++)
            for (var k = 0; k < _kills[c].Length; k++)
                _deadFrom[c][k][depth + 1] = _deadFrom[c][k][depth] + (_kills[c][k][flat] ? 1 : 0);
    }

    private double LargestSum(int row) => Math.Abs(_partial[0][row]) + _coefficients[row].Sum(Math.Abs);

    private static double UnitOf(PackageRow row)
    {
        if (row.Kind == PackageRowKind.Scored && row.Scale.Sign > 0) return (double)row.Scale;
        var largest = BigInteger.Abs(row.Threshold);
        foreach (var coefficient in row.Coefficients) largest = BigInteger.Max(largest, BigInteger.Abs(coefficient));
        return Math.Max(1, (double)largest);
    }

    private static bool[] Kills(PackageAlternative alternative, int flatCount)
    {
        var kills = new bool[flatCount];
        foreach (var flat in alternative.Removed) kills[flat] = true;
        return kills;
    }

    // Every row and every alternative wants more: an option that another one matches everywhere need not be tried.
    private int[] Undominated(int issue)
    {
        var offset = _problem.Offset(issue);
        var allowed = Enumerable.Range(0, _problem.OptionCounts[issue]).Where(o => _problem.Allowed[offset + o]).ToList();
        return [.. allowed.Where(o => !allowed.Exists(other => other != o && Covers(offset + other, offset + o)
            && (other < o || !Covers(offset + o, offset + other))))];
    }

    private bool Covers(int better, int worse)
    {
        foreach (var row in _problem.Rows)
            if (row.Coefficients[better] < row.Coefficients[worse]) return false;
        foreach (var clause in _kills)
            foreach (var kills in clause)
                if (kills[better] && !kills[worse]) return false;
        return true;
    }

    private double Spread(int issue, int[] options)
    {
        if (options.Length < 2) return double.PositiveInfinity; // settled issues first
        var offset = _problem.Offset(issue);
        return _coefficients.Sum(row => options.Max(o => row[offset + o]) - options.Min(o => row[offset + o]));
    }

    private static double[][] NewTable(int count, int length)
    {
        var table = new double[count][];
        for (var i = 0; i < count; i++) table[i] = new double[length];
        return table;
    }
}
