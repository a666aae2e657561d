using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;

namespace Parley.Verdict;

/// <summary>Is there anything to discuss?</summary>
public static class VerdictAnalysis
{
    /// <summary>Computes the verdict, its margin and witness, the tokens, the near misses and, for "no deal", the proof.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 8-18.
    /// Cost: a search over packages with linear bounds; exact within <see cref="VerdictOptions.MaxNodes"/>, else bounded and marked so.
    /// </remarks>
    public static VerdictResult Run(
        CaseProblem problem, VerdictOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new VerdictRun(problem, options, progress, cancellationToken).Result();
}

/// <summary>One run of the verdict.</summary>
internal sealed class VerdictRun(
    CaseProblem problem, VerdictOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly List<(ImmutableArray<int> Signatories, NamedPackageProblem Rows)> _ways =
        [.. problem.SignatorySets().Select(s => (s, ProblemRows.Deal(problem, s)))];

    private readonly PackageJudge _judge = new(problem);
    private bool _complete = true;

    public VerdictResult Result()
    {
        Report("searching for a deal", 0);
        var (margin, witness) = BestOfAll();
        var isDeal = margin.Value is not { } value || value.Sign >= 0;
        Report("proving", 1);
        var certificate = !isDeal && options.Certificate ? Prove() : null;
        Report("counting", 2);
        var (count, countIsExact) = isDeal ? Count() : (BigInteger.Zero, true);
        Report("near misses", 3);
        var near = NearMisses(margin);
        Report("done", 4);
        return new()
        {
            Parties = problem.Parties,
            Grade = isDeal ? Grade.Deal : problem.HasTokens && HasAgreeableTokens() ? Grade.Tokens : Grade.Nothing,
            HasTokens = problem.HasTokens,
            Margin = margin.Value ?? 0,
            MarginUpper = margin.IsExact ? margin.Value ?? 0 : margin.Upper ?? Rational.One,
            Witness = witness,
            Tokens = [.. problem.Baseline.Tokens.Select(f => problem.Values.Ids[f])],
            FreeBaseline = [.. problem.Baseline.Chosen.Where(f => f >= 0 && !problem.Values.IsStatusQuo(f)).Select(f => problem.Values.Ids[f])],
            NearMisses = near,
            PackageCount = problem.PackageCount(),
            AcceptableCount = count,
            AcceptableIsExact = countIsExact,
            Certificate = certificate,
            Completeness = _complete ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private void Report(string phase, int done) => progress?.Report(new(phase, done, 4));

    // The best way to sign; with a quorum, several sets of signatories compete.
    private (MarginOutcome Margin, PackageOutcome? Witness) BestOfAll()
    {
        MarginOutcome? best = null;
        var signatories = _ways[0].Signatories;
        foreach (var (set, rows) in _ways)
        {
            var margin = new MarginSearch(rows.Problem, options.MaxNodes, cancellationToken).Run();
            _complete &= margin.IsExact;
            if (best is not null && !IsBetter(margin, best, rows.Problem)) continue;
            (best, signatories) = (margin, set);
        }

        var witness = best!.Package is { } package ? _judge.Judge(problem.Flat(package), signatories) : null; // there is always a way to sign
        return (best, witness);
    }

    private static bool IsBetter(MarginOutcome a, MarginOutcome b, PackageProblem rows)
    {
        if (a.Package is null || b.Package is null) return b.Package is null && a.Package is not null;
        var order = (a.Value, b.Value) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (x, y) => x.Value.CompareTo(y.Value),
        };
        return order > 0 || (order == 0 && rows.CompareTies(a.Package, b.Package) < 0);
    }

    private Certificate? Prove()
    {
        var branches = ImmutableArray.CreateBuilder<GroupBranch>();
        var leaves = 0;
        foreach (var (set, rows) in _ways)
        {
            var outcome = PackageSearch.Find(rows.Problem, 0, strict: false, wantProof: true, options.MaxNodes / 40, cancellationToken);
            if (outcome.Proof is null)
            {
                _complete = false;
                return null;
            }

            var lift = new ProofLift(problem, rows);
            branches.Add(new([.. set.Select(p => problem.Model.Parties[p].Name)], lift.Lift(outcome.Proof)));
            leaves += lift.LeafCount;
        }

        return new(problem.Model.Signatories is null ? branches[0].Then : new SignatorySplit(branches.ToImmutable()), leaves);
    }

    private (BigInteger Count, bool Exact) Count()
    {
        if (_ways.Count == 1)
        {
            var (count, complete) = PackageSearch.Count(_ways[0].Rows.Problem, 0, strict: false, options.MaxNodes, cancellationToken);
            return (count, complete);
        }

        // A package may be acceptable to several sets of signatories: count it once.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var exact = true;
        foreach (var (_, rows) in _ways)
        {
            exact &= PackageSearch.Visit(
                rows.Problem,
                0,
                strict: false,
                options.MaxNodes / _ways.Count,
                package =>
                {
                    seen.Add(string.Join(' ', package));
                    return true;
                },
                cancellationToken);
        }

        return (seen.Count, exact);
    }

    private ImmutableArray<PackageOutcome> NearMisses(MarginOutcome margin)
    {
        if (options.NearMisses <= 0 || margin.Package is null) return [];
        var search = new NearMissSearch(_ways, options, cancellationToken);
        var found = search.Find(margin);
        _complete &= search.IsComplete;
        return [.. found.Select(f => _judge.Judge(problem.Flat(f.Package), f.Signatories))];
    }

    private bool HasAgreeableTokens()
    {
        if (problem.Values.StatusQuo.Contains(-1)) return false;
        var tokens = ProblemRows.Tokens(problem);
        var outcome = PackageSearch.Find(tokens.Problem, 0, strict: false, wantProof: false, options.MaxNodes, cancellationToken);
        _complete &= outcome.Complete;
        return outcome.Package is not null;
    }
}
