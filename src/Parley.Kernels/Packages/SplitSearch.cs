using System.Numerics;
using Parley.Kernels.Linear;

namespace Parley.Kernels.Packages;

/// <summary>Branch and bound over clauses and issues with a linear bound at every node.</summary>
/// <remarks>
/// At a node: multipliers proposed in floating point refute it if an exact sum says so; else the packages that the bound mixes
/// are tried; else the node is split, on a clause the best package breaks, or on an issue where the mixed packages differ.
/// Without a proof to write, small nodes are enumerated instead.
/// </remarks>
/// <typeparam name="T">Holds any row's sum with 16 bits to spare.</typeparam>
/// <typeparam name="TWide">Holds any row's sum times a 40-bit multiplier.</typeparam>
internal sealed class SplitSearch<T, TWide>
    where T : struct, IBinaryInteger<T>
    where TWide : struct, IBinaryInteger<TWide>
{
    // Denominators tried for exact multipliers, coarse first so that proofs read well.
    private static readonly double[] Denominators = [1, 8, 64, 1 << 10, 1 << 20, 1L << 38];

    private readonly TargetProblem<T> _problem;
    private readonly PackageProblem _source;
    private readonly bool _wantProof;
    private readonly long _budget;
    private readonly SearchSettings _settings;
    private readonly CancellationToken _cancellationToken;
    private readonly double[][] _scaled; // rows in comparable floating units
    private readonly double[] _scaledThresholds;
    private readonly double[] _norms;
    private long _nodes;
    private int[]? _found;

    public SplitSearch(TargetProblem<T> problem, bool wantProof, long budget, SearchSettings settings, CancellationToken cancellationToken)
    {
        _problem = problem;
        _source = problem.Source;
        _wantProof = wantProof;
        _budget = budget;
        _settings = settings;
        _cancellationToken = cancellationToken;
        var rows = problem.Coefficients.Length;
        _scaled = new double[rows][];
        _scaledThresholds = new double[rows];
        _norms = new double[rows];
        for (var r = 0; r < rows; r++)
        {
            var values = Array.ConvertAll(problem.Coefficients[r], double.CreateSaturating);
            var norm = Math.Max(1, values.Max(Math.Abs));
            _norms[r] = norm;
            _scaled[r] = Array.ConvertAll(values, v => v / norm);
            _scaledThresholds[r] = double.CreateSaturating(problem.Thresholds[r]) / norm;
        }
    }

    public SearchOutcome Run()
    {
        var root = new Node((bool[])_source.Allowed.Clone(), (bool[])_source.AlwaysRow.Clone(), new bool[_problem.Clauses.Length], null);
        var (complete, proof) = Solve(root);
        return new(_found, _found is null && complete ? proof : null, _found is not null || complete, _nodes);
    }

    // Complete is false when the budget ran out; once a package is found, callers unwind.
    private (bool Complete, ProofNode? Proof) Solve(Node node)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (++_nodes > _budget) return (false, null);
        var options = OptionsOf(node, out var empty);
        if (empty >= 0) return (true, new EmptyNode(empty));
        if (SingleAlternative(node) is var forced and >= 0) return SplitClause(node, forced);
        if (!_wantProof && IsSmall(options)) return Enumerate(node, [], null, _budget - _nodes);

        var rows = Enumerable.Range(0, node.Active.Length).Where(r => node.Active[r]).ToArray();
        if (rows.Length == 0)
        {
            return TryPackage(Array.ConvertAll(options, o => o[0])) ? (true, null) : SplitOnMix(node, options, null);
        }

        var search = new MultiplierSearch(
            Array.ConvertAll(rows, r => _scaled[r]), Array.ConvertAll(rows, r => _scaledThresholds[r]), options);
        search.Run(StartFor(node, rows), -1e-7, _cancellationToken);
        if (search.Bound < 1e-9 && ExactRefutation(rows, search.Multipliers, options) is { } leaf) return (true, leaf);
        foreach (var package in search.Packages())
            if (TryPackage(package)) return (true, null);
        if (Array.TrueForAll(options, o => o.Length == 1) && node.Resolved.All(r => r)) return SinglePackage(rows, options);
        if (!_wantProof && _settings.LastLookNodes > 0 && node.Resolved.All(r => r)) // a last look before splitting, with the multipliers as one more row
        {
            var (extra, score) = ImpliedRow(rows, search.Multipliers);
            var (complete, _) = Enumerate(node, extra, score, Math.Min(_settings.LastLookNodes, _budget - _nodes));
            if (complete || _found is not null) return (true, null);
        }

        return SplitOnMix(node with { Start = Spread(rows, search.Multipliers) }, options, search);
    }

    private int[][] OptionsOf(Node node, out int empty)
    {
        empty = -1;
        var options = new int[_source.IssueCount][];
        for (var i = 0; i < options.Length; i++)
        {
            var offset = _source.Offset(i);
            options[i] = Enumerable.Range(offset, _source.OptionCounts[i]).Where(f => node.Allowed[f]).ToArray();
            if (options[i].Length == 0 && empty < 0) empty = i;
        }

        return options;
    }

    private bool IsSmall(int[][] options)
    {
        long product = 1;
        foreach (var issue in options)
        {
            product *= issue.Length;
            if (product > _settings.SmallNode) return false;
        }

        return true;
    }

    private int SingleAlternative(Node node)
    {
        for (var c = 0; c < _problem.Clauses.Length; c++)
            if (!node.Resolved[c] && _problem.Clauses[c].Length <= 1) return c;
        return -1;
    }

    private static double[] StartFor(Node node, int[] rows)
    {
        var start = node.Start is { } from ? Array.ConvertAll(rows, r => from[r]) : new double[rows.Length];
        var sum = start.Sum();
        if (sum <= 0)
        {
            Array.Fill(start, 1.0 / rows.Length);
            return start;
        }

        for (var k = 0; k < start.Length; k++) start[k] /= sum;
        return start;
    }

    private double[] Spread(int[] rows, double[] multipliers)
    {
        var spread = new double[_norms.Length];
        for (var k = 0; k < rows.Length; k++) spread[rows[k]] = multipliers[k];
        return spread;
    }

    private MultiplierNode? ExactRefutation(int[] rows, double[] multipliers, int[][] options)
    {
        // In the rows' own units; the largest becomes the denominator.
        var weights = new double[rows.Length];
        for (var k = 0; k < rows.Length; k++) weights[k] = multipliers[k] / _norms[rows[k]];
        var largest = weights.Max();
        if (!(largest > 0)) return null;
        foreach (var denominator in Denominators)
        {
            if (!_wantProof && denominator < 1 << 20) continue;
            var times = Array.ConvertAll(weights, w => TWide.CreateSaturating(Math.Round(w / largest * denominator)));
            if (Refutes(rows, times, options))
            {
                var all = new BigInteger[_norms.Length];
                for (var k = 0; k < rows.Length; k++) all[rows[k]] = BigInteger.CreateChecked(times[k]);
                return new(all);
            }
        }

        return null;
    }

    private bool Refutes(int[] rows, TWide[] times, int[][] options)
    {
        var total = TWide.Zero;
        for (var k = 0; k < rows.Length; k++)
            if (times[k] != TWide.Zero) total -= times[k] * TWide.CreateChecked(_problem.Thresholds[rows[k]]);
        foreach (var issue in options)
        {
            TWide? best = null;
            foreach (var flat in issue)
            {
                var sum = TWide.Zero;
                for (var k = 0; k < rows.Length; k++)
                    if (times[k] != TWide.Zero) sum += times[k] * TWide.CreateChecked(_problem.Coefficients[rows[k]][flat]);
                if (best is not { } b || sum > b) best = sum;
            }

            total += best!.Value; // issues have at least one option here
        }

        return total < TWide.Zero;
    }

    private ((T[], T)[] Extra, double[]? Score) ImpliedRow(int[] rows, double[] multipliers)
    {
        var weights = new double[rows.Length];
        for (var k = 0; k < rows.Length; k++) weights[k] = multipliers[k] / _norms[rows[k]];
        var largest = weights.Max();
        if (!(largest > 0)) return ([], null);
        var times = Array.ConvertAll(weights, w => T.CreateSaturating(Math.Round(w / largest * 1024)));
        var coefficients = new T[_source.FlatCount];
        var threshold = T.Zero;
        for (var k = 0; k < rows.Length; k++)
        {
            if (times[k] == T.Zero) continue;
            threshold += times[k] * _problem.Thresholds[rows[k]];
            var row = _problem.Coefficients[rows[k]];
            for (var f = 0; f < row.Length; f++) coefficients[f] += times[k] * row[f];
        }

        return ([(coefficients, threshold)], Array.ConvertAll(coefficients, double.CreateSaturating));
    }

    private (bool Complete, ProofNode? Proof) Enumerate(Node node, (T[], T)[] extra, double[]? score, long budget)
    {
        var enumerator = new PackageEnumerator<T>(_problem, node.Allowed, extra, score, _cancellationToken);
        var complete = enumerator.Visit(budget, package =>
        {
            _found = (int[])package.Clone();
            return false;
        });
        _nodes += enumerator.Nodes;
        return (complete, null);
    }

    // Flat options to option indices, and a full exact check.
    private bool TryPackage(int[] flat)
    {
        for (var r = 0; r < _problem.Thresholds.Length; r++)
            if (_source.AlwaysRow[r] && !Meets(r, flat)) return false;
        for (var c = 0; c < _problem.Clauses.Length; c++)
            if (!MeetsClause(c, flat)) return false;
        _found = new int[flat.Length];
        for (var i = 0; i < flat.Length; i++) _found[i] = flat[i] - _source.Offset(i);
        return true;
    }

    private bool Meets(int row, int[] flat)
    {
        var sum = T.Zero;
        foreach (var f in flat) sum += _problem.Coefficients[row][f];
        return sum >= _problem.Thresholds[row];
    }

    private bool MeetsClause(int clause, int[] flat) => Array.Exists(_problem.Clauses[clause], k =>
    {
        var alternative = _source.Clauses[clause].Alternatives[k];
        return !Array.Exists(alternative.Removed, flat.Contains) && Array.TrueForAll(alternative.Rows, r => Meets(r, flat));
    });

    // One package is left and every clause has been split on: either it reaches the target, or one row alone refutes it.
    private (bool Complete, ProofNode? Proof) SinglePackage(int[] rows, int[][] options)
    {
        var package = Array.ConvertAll(options, o => o[0]);
        if (TryPackage(package)) return (true, null);
        var multipliers = new BigInteger[_norms.Length];
        multipliers[rows.First(r => !Meets(r, package))] = BigInteger.One;
        return (true, new MultiplierNode(multipliers));
    }

    private (bool Complete, ProofNode? Proof) SplitOnMix(Node node, int[][] options, MultiplierSearch? search)
    {
        var shares = search?.Shares();
        if (shares is not null && shares.Sum() < 0.5) shares = null; // the bound ended before any mix was made
        var package = search?.Packages().FirstOrDefault() ?? Array.ConvertAll(options, o => o[0]);
        for (var c = 0; c < _problem.Clauses.Length; c++)
            if (!node.Resolved[c] && !MeetsClause(c, package)) return SplitClause(node, c);
        for (var c = 0; c < _problem.Clauses.Length; c++)
            if (!node.Resolved[c]) return SplitClause(node, c);
        return SplitIssue(node, options, shares);
    }

    private (bool Complete, ProofNode? Proof) SplitClause(Node node, int clause)
    {
        var branches = new List<(int, ProofNode)>();
        foreach (var k in _problem.Clauses[clause])
        {
            var alternative = _source.Clauses[clause].Alternatives[k];
            var allowed = (bool[])node.Allowed.Clone();
            foreach (var flat in alternative.Removed) allowed[flat] = false;
            var active = (bool[])node.Active.Clone();
            foreach (var row in alternative.Rows) active[row] = true;
            var resolved = (bool[])node.Resolved.Clone();
            resolved[clause] = true;
            var (complete, proof) = Solve(new(allowed, active, resolved, node.Start));
            if (!complete || _found is not null) return (complete, null);
            if (_wantProof) branches.Add((k, proof!)); // complete without a package: a proof was made
        }

        return (true, _wantProof ? new ClauseNode(clause, branches) : null);
    }

    private (bool Complete, ProofNode? Proof) SplitIssue(Node node, int[][] options, double[]? shares)
    {
        var issue = MostMixed(options, shares);
        var parts = new List<int[]>();
        if (shares is null)
        {
            parts.AddRange(options[issue].Select(f => new[] { f }));
        }
        else
        {
            parts.AddRange(options[issue].Where(f => shares[f] > 1e-9).OrderByDescending(f => shares[f]).ThenBy(f => f).Select(f => new[] { f }));
            var rest = options[issue].Where(f => !(shares[f] > 1e-9)).ToArray();
            if (rest.Length > 0) parts.Add(rest);
        }

        var proofs = new List<(int[], ProofNode)>();
        foreach (var part in parts)
        {
            var allowed = (bool[])node.Allowed.Clone();
            foreach (var flat in options[issue]) allowed[flat] = part.Contains(flat);
            var (complete, proof) = Solve(node with { Allowed = allowed });
            if (!complete || _found is not null) return (complete, null);
            if (_wantProof) proofs.Add((part, proof!)); // as above
        }

        return (true, _wantProof ? new IssueNode(issue, proofs) : null);
    }

    // The issue with the least concentrated mix among those with a choice; the first one where nothing is mixed.
    private static int MostMixed(int[][] options, double[]? shares)
    {
        var best = -1;
        var least = double.PositiveInfinity;
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i].Length < 2) continue;
            var concentration = shares is null ? 1 : options[i].Max(f => shares[f]);
            if (concentration < least - 1e-9)
            {
                least = concentration;
                best = i;
            }
        }

        return best;
    }

    /// <summary>Part of the search space: allowed options, rows in force, clauses already split on, multipliers to start from.</summary>
    private sealed record Node(bool[] Allowed, bool[] Active, bool[] Resolved, double[]? Start);
}
