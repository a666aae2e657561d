using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Kernels.Packages;
using Parley.Problems;
using Parley.Results;

namespace Parley.Openings;

/// <summary>Why does each negotiator refuse what the others would sign?</summary>
public static class AnatomyAnalysis
{
    /// <summary>Finds the best offer the others would sign to each negotiator and takes its value apart by dimension.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 38; with a quorum, the best over the sets of signatories of 18.
    /// Ties: docs/model.md, 16.
    /// Cost: for each negotiator one exact search for the offer and one for each dimension's ceiling, any number of packages.
    /// </remarks>
    public static AnatomyResult Run(
        CaseProblem problem, AnatomyOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        return new AnatomyRun(problem, options, progress, cancellationToken).Result();
    }
}

/// <summary>One run of the anatomy.</summary>
internal sealed class AnatomyRun(
    CaseProblem problem, AnatomyOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    private readonly CaseValues _values = problem.Values;
    private bool _complete = true;

    public AnatomyResult Result()
    {
        var parties = ImmutableArray.CreateBuilder<PartyAnatomy>();
        foreach (var party in _values.Negotiators)
        {
            progress?.Report(new("refusals", parties.Count, _values.Negotiators.Length));
            parties.Add(Of(party));
        }

        return new() { Parties = parties.ToImmutable(), Completeness = _complete ? Completeness.Exact : Completeness.Truncated };
    }

    private PartyAnatomy Of(int party)
    {
        var stakes = StakesOf(party);
        var found = Best(party, _values.Values[party], wantWitness: true);
        if (found is not ({ } package, _))
        {
            return new()
            {
                Party = problem.Model.Parties[party].Name,
                HasOffer = false,
                Offer = null,
                Gain = null,
                Dimensions = [.. stakes.Select(s => new DimensionShare(s.Dimension, 0, 0, null))],
            };
        }

        var flat = problem.Flat(package);
        var view = problem.View(flat);
        var contributions = stakes.ConvertAll(s => s.Weight * FromBaseline(s.Effects, flat));
        var against = contributions.Aggregate(Rational.Zero, (sum, c) => sum - Rational.Min(0, c));
        return new()
        {
            Party = problem.Model.Parties[party].Name,
            HasOffer = true,
            Offer = view,
            Gain = view.Gains[_values.Negotiators.IndexOf(party)],
            Dimensions = [.. stakes.Select((s, k) => new DimensionShare(
                s.Dimension,
                contributions[k],
                contributions[k].Sign < 0 ? -contributions[k] / against : 0,
                Best(party, s.Effects, wantWitness: false)?.Sum - AtBaseline(s.Effects)))],
        };
    }

    // The dimensions that matter to the party, and what its options do without one.
    private List<Stake> StakesOf(int party)
    {
        var weighed = problem.Model.Parties[party].Weights.Select(w => w.Dimension);
        var touched = _values.Options.SelectMany(o => o.Effects)
            .Where(e => e.Party == problem.Model.Parties[party].Name && e.Dimension is not null).Select(e => e.Dimension!);
        var mine = weighed.Concat(touched).ToHashSet(StringComparer.Ordinal);
        var ordered = problem.Model.Dimensions.Select(d => d.Name).Concat(problem.Model.Parties.SelectMany(p => p.Weights).Select(w => w.Dimension))
            .Concat(mine.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Where(mine.Contains);
        var stakes = ordered.Select(d => new Stake(d, _values.WeightOf(party, d), _values.Effects(party, d))).ToList();
        var points = _values.Values[party]
            .Select((v, f) => stakes.Aggregate(v, (rest, s) => rest - s.Weight * s.Effects[f])).ToArray();
        if (stakes.Count == 0 || points.Any(p => !p.IsZero)) stakes.Add(new(PointsName, 1, points));
        return stakes;
    }

    private const string PointsName = "points";

    // The largest sum of a flat row over what the others would sign; null when they would sign nothing.
    private (int[] Package, Rational Sum)? Best(int party, Rational[] row, bool wantWitness)
    {
        (int[] Package, Rational Sum)? best = null;
        foreach (var signatories in problem.SignatorySets())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = ProblemRows.Offer(problem, party, signatories, row).Problem;
            var first = PackageSearch.Find(rows, -1, strict: true, wantProof: false, options.MaxNodes, cancellationToken);
            _complete &= first.Complete;
            if (first.Package is null) continue;
            var search = new MarginSearch(rows, options.MaxNodes, cancellationToken) { WantWitness = wantWitness };
            var outcome = search.Run(first.Package, 0);
            _complete &= outcome.IsExact;
            var package = outcome.Package!; // there was one to start from
            var sum = Rational.Zero;
            foreach (var f in problem.Flat(package)) sum += row[f];
            if (best is { } known && (sum < known.Sum || (sum == known.Sum && rows.CompareTies(known.Package, package) <= 0))) continue;
            best = (package, sum);
        }

        return best;
    }

    private Rational AtBaseline(Rational[] row)
    {
        var sum = Rational.Zero;
        foreach (var f in problem.Baseline.Chosen)
            if (f >= 0) sum += row[f];
        return sum;
    }

    private Rational FromBaseline(Rational[] row, int[] flat) => flat.Aggregate(Rational.Zero, (sum, f) => sum + row[f]) - AtBaseline(row);

    /// <summary>A dimension, what it is worth to the party and what each option does there.</summary>
    private sealed record Stake(string Dimension, Rational Weight, Rational[] Effects);
}
