using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;

namespace Parley.Kernels.Pareto;

/// <summary>The Pareto frontier of several objectives over the packages that satisfy all rows and clauses.</summary>
/// <remarks>
/// Issues are merged one by one; a partial package is dropped when another is at least as good in every objective and every
/// row and rules out no more, or when no completion can satisfy the rows. Rows that can no longer fail stop counting.
/// Source: Nemhauser and Ullmann 1969, Management Science 15(9), pp. 494-505; key "nemhauser1969" in docs/references.bib.
/// </remarks>
public static class PackageFrontier
{
    /// <summary>Computes the frontier.</summary>
    /// <param name="problem">Rows and clauses, asked to hold (value at least 0).</param>
    /// <param name="objectives">Flat integer rows, one per objective, to be maximised.</param>
    /// <param name="maxStates">Partial packages kept at most; above it the answer is incomplete.</param>
    /// <param name="maxPoints">Points at most.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    /// <returns>One package for each undominated vector, canonical among equals, and whether all are there.</returns>
    public static (List<int[]> Packages, bool Complete) Of(
        PackageProblem problem, BigInteger[][] objectives, int maxStates, int maxPoints, CancellationToken cancellationToken)
    {
        // Objectives ride along as rows that always hold, so that one width serves all.
        var rows = objectives.Select(o => new PackageRow(PackageRowKind.Structural, o, LeastSum(problem, o), BigInteger.Zero));
        var joined = new PackageProblem(
            problem.OptionCounts, problem.Allowed, [.. problem.Rows, .. rows], problem.Clauses, problem.Changes);
        var (packages, complete) = PackageSearch.WidthOf(joined, 0) switch
        {
            IntegerWidth.Bits64 => new FrontierMerge<long>(joined, objectives.Length, maxStates, cancellationToken).Run(),
            IntegerWidth.Bits128 => new FrontierMerge<Int128>(joined, objectives.Length, maxStates, cancellationToken).Run(),
            _ => new FrontierMerge<BigInteger>(joined, objectives.Length, maxStates, cancellationToken).Run(),
        };
        if (packages.Count > maxPoints) (packages, complete) = (packages[..maxPoints], false);
        return ([.. packages.Select(p => Canonical(problem, objectives, p, cancellationToken))], complete);
    }

    private static BigInteger LeastSum(PackageProblem problem, BigInteger[] row)
    {
        var sum = BigInteger.Zero;
        for (var i = 0; i < problem.IssueCount; i++) sum += row.AsSpan(problem.Offset(i), problem.OptionCounts[i]).ToArray().Min();
        return sum;
    }

    // On the frontier, packages at least as good in every objective are equally good: pick among them.
    private static int[] Canonical(PackageProblem problem, BigInteger[][] objectives, int[] package, CancellationToken cancellationToken)
    {
        var equals = problem;
        foreach (var objective in objectives)
        {
            var row = new PackageRow(PackageRowKind.Structural, objective, BigInteger.Zero, BigInteger.Zero);
            equals = equals.WithRow(row with { Threshold = problem.Slack(row, package) });
        }

        var best = package;
        var complete = PackageSearch.Visit(
            equals,
            0,
            strict: false,
            100_000,
            found =>
            {
                if (problem.CompareTies(found, best) < 0) best = (int[])found.Clone();
                return true;
            },
            cancellationToken);
        if (complete) return best;
        int[]? Find(PackageProblem p, Rational target, bool strict) =>
            PackageSearch.Find(p, target, strict, wantProof: false, 100_000, cancellationToken).Package;
        return new CanonicalSearch(equals, 0, Find).From(best);
    }
}

/// <summary>Merges issues into sets of undominated partial packages.</summary>
internal sealed class FrontierMerge<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly PackageProblem _source;
    private readonly TargetProblem<T> _problem;
    private readonly int _objectives;
    private readonly int _maxStates;
    private readonly CancellationToken _cancellationToken;
    private readonly int _rows;
    private readonly PackageAlternative[] _alternatives;
    private readonly int[][] _clauses;
    private readonly T[][] _best;
    private readonly T[][] _worst;

    public FrontierMerge(PackageProblem joined, int objectives, int maxStates, CancellationToken cancellationToken)
    {
        _source = joined;
        _problem = new(joined, 0, strict: false);
        _objectives = objectives;
        _maxStates = maxStates;
        _cancellationToken = cancellationToken;
        _rows = joined.Rows.Length;
        var alternatives = new List<PackageAlternative>();
        _clauses = [.. _problem.Clauses.Select((live, c) => Array.ConvertAll(live, k =>
        {
            alternatives.Add(joined.Clauses[c].Alternatives[k]);
            return alternatives.Count - 1;
        }))];
        _alternatives = [.. alternatives];
        (_best, _worst) = Completions();
    }

    public (List<int[]> Packages, bool Complete) Run()
    {
        var complete = true;
        var states = new List<State> { new(new T[_rows], new bool[_alternatives.Length], []) };
        for (var i = 0; i < _source.IssueCount; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            states = Undominated([.. Extend(states, i)], i + 1);
            if (states.Count <= _maxStates) continue;
            complete = false;
            states = states[.._maxStates];
        }

        var vectors = states.ConvertAll(s => s.Sums[^_objectives..]);
        return ([.. Skyline.Of(vectors, _cancellationToken).Select(k => states[k].Package)], complete);
    }

    private IEnumerable<State> Extend(List<State> states, int issue)
    {
        var offset = _source.Offset(issue);
        foreach (var state in states)
        {
            for (var o = 0; o < _source.OptionCounts[issue]; o++)
            {
                if (!_source.Allowed[offset + o]) continue;
                var sums = new T[_rows];
                for (var r = 0; r < _rows; r++) sums[r] = state.Sums[r] + _problem.Coefficients[r][offset + o];
                var dead = (bool[])state.Dead.Clone();
                for (var a = 0; a < dead.Length; a++) dead[a] |= _alternatives[a].Removed.Contains(offset + o);
                if (IsOpen(sums, dead, issue + 1)) yield return new(sums, dead, [.. state.Package, o]);
            }
        }
    }

    private bool IsOpen(T[] sums, bool[] dead, int depth)
    {
        bool Reachable(int row) => sums[row] + _best[depth][row] >= _problem.Thresholds[row];
        for (var r = 0; r < _rows; r++)
            if (_source.AlwaysRow[r] && !Reachable(r)) return false;
        foreach (var clause in _clauses)
            if (!Array.Exists(clause, a => !dead[a] && Array.TrueForAll(_alternatives[a].Rows, Reachable))) return false;
        return true;
    }

    private List<State> Undominated(List<State> states, int depth)
    {
        var vectors = states.ConvertAll(s => Coordinates(s, depth));
        return [.. Skyline.Of(vectors, _cancellationToken).Select(k => states[k])];
    }

    // What a later choice can still tell apart: objectives as they are, rows up to where they cannot fail, open alternatives.
    private T[] Coordinates(State state, int depth)
    {
        var coordinates = new T[_rows + _alternatives.Length];
        var rows = _rows - _objectives;
        for (var r = 0; r < rows; r++) coordinates[r] = T.Min(state.Sums[r], _problem.Thresholds[r] - _worst[depth][r]);
        for (var r = rows; r < _rows; r++) coordinates[r] = state.Sums[r];
        for (var a = 0; a < _alternatives.Length; a++) coordinates[_rows + a] = state.Dead[a] ? T.Zero : T.One;
        return coordinates;
    }

    private (T[][] Best, T[][] Worst) Completions()
    {
        var best = new T[_source.IssueCount + 1][];
        var worst = new T[_source.IssueCount + 1][];
        (best[^1], worst[^1]) = (new T[_rows], new T[_rows]);
        for (var i = _source.IssueCount - 1; i >= 0; i--)
        {
            (best[i], worst[i]) = (new T[_rows], new T[_rows]);
            var flat = Enumerable.Range(_source.Offset(i), _source.OptionCounts[i]).Where(f => _source.Allowed[f]).ToArray();
            if (flat.Length == 0) continue;
            for (var r = 0; r < _rows; r++)
            {
                best[i][r] = best[i + 1][r] + flat.Max(f => _problem.Coefficients[r][f]);
                worst[i][r] = worst[i + 1][r] + flat.Min(f => _problem.Coefficients[r][f]);
            }
        }

        return (best, worst);
    }

    private sealed record State(T[] Sums, bool[] Dead, int[] Package);
}
