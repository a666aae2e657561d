using System.Numerics;
using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>The largest value of any candidate, with the package that attains it.</summary>
/// <param name="Package">The canonical witness; null when there is no candidate.</param>
/// <param name="Value">The value attained; null when nothing bounds it; -1 when there is no candidate.</param>
/// <param name="Upper">A proved upper bound, equal to <paramref name="Value"/> when exact; null when none was proved.</param>
/// <param name="IsExact">True when value and witness are proved.</param>
/// <param name="Nodes">Nodes looked at.</param>
public sealed record MarginOutcome(int[]? Package, Rational? Value, Rational? Upper, bool IsExact, long Nodes);

/// <summary>Maximises the value of a package (max-min over rows) and picks the canonical package among ties.</summary>
/// <remarks>
/// Value: found by repeated search for something better, with trial targets halfway to the proved bound.
/// Ties: value fixed, the number of changes is minimised; then issues are fixed one by one, lowest option index first.
/// </remarks>
public sealed class MarginSearch
{
    // Halving stops here and search goes on for anything better at all: heights between are no use to a reader.
    private static readonly Rational Resolution = new(1, 1_000);
    private static readonly Rational FirstStep = new(1, 16);

    private readonly PackageProblem _problem;
    private readonly CancellationToken _cancellationToken;
    private readonly long _budget;
    private long _nodes;
    private bool _complete = true;

    /// <param name="problem">Rows and clauses.</param>
    /// <param name="budget">Nodes at most, over all searches together.</param>
    /// <param name="cancellationToken">Ends the search by exception.</param>
    public MarginSearch(PackageProblem problem, long budget, CancellationToken cancellationToken)
    {
        _problem = problem;
        _budget = budget;
        _cancellationToken = cancellationToken;
    }

    /// <summary>False to take any package of the largest value instead of the canonical one.</summary>
    public bool WantWitness { get; init; } = true;

    internal SearchSettings Settings { get; init; } = SearchSettings.Default;

    /// <summary>Runs the search.</summary>
    /// <param name="start">A candidate already known; null for none.</param>
    /// <param name="upper">A proved bound of the value; null for none.</param>
    public MarginOutcome Run(int[]? start = null, Rational? upper = null)
    {
        var best = start ?? Find(_problem, -1, strict: true) ?? AnyCandidate();
        if (best is null) return new(null, -1, _complete ? -1 : upper, _complete, _nodes);
        var value = _problem.Value(best);
        Rational step = FirstStep;
        while (_complete && value is { } reached)
        {
            var last = upper is { } bound && bound - reached < Resolution;
            var target = last ? reached : upper is { } high ? (reached + high) / 2 : reached + step;
            step *= 2;
            if (Find(_problem, target, strict: last) is { } better)
            {
                best = better;
                value = _problem.Value(best);
            }
            else if (_complete)
            {
                upper = target;
                if (last) break;
            }
        }

        if (_complete && WantWitness) best = Canonical(best, value);
        return new(best, value, _complete ? value : upper, _complete, _nodes);
    }

    private int[]? Find(PackageProblem problem, Rational target, bool strict)
    {
        if (!_complete) return null;
        var outcome = PackageSearch.Find(problem, target, strict, wantProof: false, _budget - _nodes, Settings, _cancellationToken);
        _nodes += outcome.Nodes;
        _complete &= outcome.Complete;
        return outcome.Package;
    }

    // Every candidate is worth -1: rows and clauses do not matter.
    private int[]? AnyCandidate() => Find(_problem.StructuralOnly(), 0, strict: false);

    // The canonical package among those worth as much.
    private int[] Canonical(int[] package, Rational? value)
    {
        var (problem, target) = value switch
        {
            null => (Unbounded(), Rational.Zero),
            { } v when v <= -1 => (_problem.StructuralOnly(), Rational.Zero),
            { } v => (_problem, v),
        };
        return new CanonicalSearch(problem, target, Find).From(package);
    }

    // Packages that nothing bounds: rows with a scale are left out of reach by asking for more than any can give.
    private PackageProblem Unbounded()
    {
        var rows = Array.ConvertAll(_problem.Rows, r => r.Kind == PackageRowKind.Scored && r.Scale.Sign > 0
            ? r with { Kind = PackageRowKind.Hard, Threshold = r.Coefficients.Aggregate(BigInteger.One, (s, c) => s + BigInteger.Abs(c)) + BigInteger.Abs(r.Threshold) }
            : r);
        // Alternatives with a bound of their own stay, out of reach too: without them their rows would hold always.
        var clauses = Array.ConvertAll(
            _problem.Clauses, c => new PackageClause(Array.ConvertAll(c.Alternatives, a => a.Value is null ? a : a with { Value = -1 })));
        return new(_problem.OptionCounts, _problem.Allowed, rows, clauses, _problem.Changes);
    }
}
