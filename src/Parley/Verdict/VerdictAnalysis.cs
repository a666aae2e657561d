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
    private readonly List<Way> _ways = Way.All(problem);

    private readonly PackageJudge _judge = new(problem);
    private bool _complete = true;

    public VerdictResult Result()
    {
        Report("searching for a deal", 0);
        var answers = _ways.ConvertAll(Decide);
        var isDeal = answers.Exists(a => a.Package is not null);
        var isDecided = isDeal || answers.TrueForAll(a => a.Complete);
        Report("measuring the distance", 1);
        var (margin, witness) = BestOfAll(answers);
        Report("counting", 2);
        var (count, countIsExact) = isDeal ? Count() : (BigInteger.Zero, isDecided);
        Report("near misses", 3);
        var near = NearMisses(margin);
        var certificate = isDeal || !isDecided ? null : Lift(answers);
        var grade = isDeal ? Grade.Deal : HasAgreeableTokens() ? Grade.Tokens : Grade.Nothing;
        Report("done", 4);
        return new()
        {
            Parties = problem.Parties,
            Grade = grade,
            IsDecided = isDecided,
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
            Completeness = _complete && isDecided ? Completeness.Exact : Completeness.Truncated,
        };
    }

    private void Report(string phase, int done) => progress?.Report(new(phase, done, 4));

    // A search that writes its proof as it goes; where the proof outgrows its budget, a search that need not.
    private SearchOutcome Decide(Way way)
    {
        if (options.Certificate)
        {
            var proved = PackageSearch.Find(way.Rows.Problem, 0, strict: false, wantProof: true, options.ProofNodes, cancellationToken);
            if (proved.Complete) return proved;
            _complete = false;
        }

        return PackageSearch.Find(way.Rows.Problem, 0, strict: false, wantProof: false, options.MaxNodes, cancellationToken);
    }

    private (MarginOutcome Margin, PackageOutcome? Witness) BestOfAll(List<SearchOutcome> answers)
    {
        var (margin, witness) = BestPackage.Of(
            problem, [.. _ways.Zip(answers, (w, a) => (w, a.Package, a is { Package: null, Complete: true } ? Rational.Zero : (Rational?)null))], options.RefineNodes, cancellationToken);
        _complete &= margin.IsExact;
        return (margin, witness);
    }

    private Certificate? Lift(List<SearchOutcome> answers) =>
        options.Certificate && answers.TrueForAll(a => a.Proof is not null) ? ProofLift.Certificate(problem, _ways, answers.ConvertAll(a => a.Proof!)) : null;

    private (BigInteger Count, bool Exact) Count()
    {
        if (_ways.Count == 1)
        {
            var (count, complete) = PackageSearch.Count(_ways[0].Rows.Problem, 0, strict: false, options.RefineNodes, cancellationToken);
            return complete ? (count, true) : (BigInteger.Max(count, 1), false); // the witness is one
        }

        // A package may be acceptable to several sets of signatories: count it once.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var exact = true;
        foreach (var way in _ways)
        {
            exact &= PackageSearch.Visit(
                way.Rows.Problem,
                0,
                strict: false,
                options.RefineNodes / _ways.Count,
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
        var found = Existence.Tokens(problem, options.MaxNodes, cancellationToken);
        _complete &= found is not null;
        return found == true;
    }
}
