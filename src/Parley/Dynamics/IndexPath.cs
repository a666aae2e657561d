using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Kernels.Exact;
using Parley.Kernels.Statistics;
using Parley.Problems;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Dynamics;

/// <summary>The relationship index over the coming quarters: tokens at their mean, events as Poisson shocks.</summary>
/// <param name="Drift">What is expected of a quarter without momentous events.</param>
/// <param name="Points">One for each quarter, the first after one quarter.</param>
/// <param name="Fall">Whether it falls, and then falls again.</param>
public sealed record IndexPath(IndexDrift Drift, ImmutableArray<PathPoint> Points, FallChances? Fall)
{
    /// <summary>The shares of the quantiles, in order.</summary>
    public static ImmutableArray<double> Shares { get; } = [0.05, 0.25, 0.50, 0.75, 0.95];

    /// <summary>False where sizes have no common step coarse enough: quantiles are then missing.</summary>
    public bool HasQuantiles => Points.All(p => !p.Ordinary.Quantiles.IsEmpty && !p.WithMomentous.Quantiles.IsEmpty);

    /// <summary>Follows the index over some quarters.</summary>
    /// <remarks>
    /// Definition: docs/model.md, 63 and 64. Mean and variance are exact; quantiles are values that the index can take, found on the exact
    /// lattice of sums with chances in double precision. Unbounded: a level is clipped to -100..100 only when shown.
    /// Cost: for each quarter and event two convolutions, one where no event is momentous.
    /// </remarks>
    /// <param name="index">Where it starts and what tokens add.</param>
    /// <param name="problem">The case as asked.</param>
    /// <param name="grade">Its verdict, which is taken to stay.</param>
    /// <param name="quarters">How many quarters, at least 1.</param>
    /// <param name="progress">Told of every event in every quarter.</param>
    /// <param name="cancellationToken">Ends it by exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one quarter.</exception>
    public static IndexPath Of(
        RelationshipIndex index,
        CaseProblem problem,
        Grade grade,
        int quarters,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarters, 1);
        var drift = IndexDrift.Of(index, problem, grade);
        var tokens = IndexDrift.Tokens(index, problem, grade) / 4;
        var shocks = IndexShock.Of(problem).ToList();
        var ordinary = shocks.FindAll(s => !s.Momentous);
        var followed = Math.Max(quarters, 2); // a fall looks two ahead
        var work = new PathWork(followed * (ordinary.Count == shocks.Count ? shocks.Count : ordinary.Count + shocks.Count), progress);
        IEnumerable<LatticeDistribution?> Changes(List<IndexShock> of) => CompoundPoisson
            .Over(of.Select(s => new PoissonMark((s.PerYear / 4).ToDouble(), s.Effect)), followed, work.Part(followed * of.Count), cancellationToken)
            .Select((change, n) => change?.Moved(tokens * (n + 1)));
        var points = ImmutableArray.CreateBuilder<PathPoint>(quarters);
        var soon = new List<LatticeDistribution?>();
        using var all = ordinary.Count == shocks.Count ? null : Changes(shocks).GetEnumerator();
        foreach (var change in Changes(ordinary))
        {
            if (soon.Count < 2) soon.Add(change);
            if (points.Count == quarters) continue;
            var (n, own) = (points.Count + 1, change?.Moved(drift.Start));
            var withMomentous = all is null ? own : all.MoveNext() ? all.Current?.Moved(drift.Start) : null;
            points.Add(new(n, Band(drift.Start, tokens, ordinary, n, own), Band(drift.Start, tokens, shocks, n, withMomentous)));
        }

        return new(drift, points.MoveToImmutable(), FallChances.Of(soon[0], soon[1]));
    }

    private static PathBand Band(Rational start, Rational tokens, List<IndexShock> shocks, int quarters, LatticeDistribution? levels)
    {
        var mean = start + (shocks.Aggregate(tokens * 4, (sum, s) => sum + (s.PerYear * s.Effect)) * quarters / 4);
        var variance = shocks.Aggregate(Rational.Zero, (sum, s) => sum + (s.PerYear * s.Effect * s.Effect)) * quarters / 4;
        return new(mean, variance, levels is null ? [] : [.. Shares.Select(levels.Quantile)]);
    }
}

/// <summary>Counts events added to a path, of those without momentous ones and of all together.</summary>
internal sealed class PathWork(long total, IProgress<AnalysisProgress>? progress)
{
    private long _done;

    /// <summary>What is told the share of a part that is done.</summary>
    public IProgress<double>? Part(long count) => progress is null ? null : new Counter(this, count);

    private sealed class Counter(PathWork work, long count) : IProgress<double>
    {
        private long _told;

        public void Report(double value)
        {
            var done = (long)Math.Round(value * count);
            work._done += done - _told;
            _told = done;
            work.Tell();
        }
    }

    private void Tell() => progress?.Report(new("events by quarter", _done, total));
}

/// <summary>The index after some quarters.</summary>
/// <param name="Quarter">How many quarters on.</param>
/// <param name="Ordinary">Without momentous events.</param>
/// <param name="WithMomentous">With them, as often as the case says.</param>
public sealed record PathPoint(int Quarter, PathBand Ordinary, PathBand WithMomentous);

/// <summary>A level and how sure it is.</summary>
/// <param name="Mean">Expected level.</param>
/// <param name="Variance">Its variance.</param>
/// <param name="Quantiles">At each of <see cref="IndexPath.Shares"/>; empty where there is no lattice coarse enough.</param>
public sealed record PathBand(Rational Mean, Rational Variance, ImmutableArray<Rational> Quantiles);

/// <summary>How likely relations are worse soon, and then worse again; without momentous events.</summary>
/// <param name="LowerAfterOne">The chance that the index is lower after one quarter than today.</param>
/// <param name="LowerStillAfterTwo">The chance of that, and that it is lower still after two.</param>
/// <param name="LowerAfterTwo">The chance that it is lower after two quarters than today.</param>
public sealed record FallChances(double LowerAfterOne, double LowerStillAfterTwo, double LowerAfterTwo)
{
    // What happens in one quarter says nothing about the next.
    internal static FallChances? Of(LatticeDistribution? one, LatticeDistribution? two)
    {
        if (one is null || two is null) return null;
        var lower = one.Below(Rational.Zero);
        return new(lower, lower * lower, two.Below(Rational.Zero));
    }
}
