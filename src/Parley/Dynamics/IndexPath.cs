using System.Collections.Immutable;
using Parley.Cases.Evidence;
using Parley.Kernels.Exact;
using Parley.Kernels.Statistics;
using Parley.Problems;
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
    /// Cost: two convolutions for each quarter.
    /// </remarks>
    /// <param name="index">Where it starts and what tokens add.</param>
    /// <param name="problem">The case as asked.</param>
    /// <param name="grade">Its verdict, which is taken to stay.</param>
    /// <param name="quarters">How many quarters, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one quarter.</exception>
    public static IndexPath Of(RelationshipIndex index, CaseProblem problem, Grade grade, int quarters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarters, 1);
        var drift = IndexDrift.Of(index, problem, grade);
        var tokens = IndexDrift.Tokens(index, problem, grade) / 4;
        var shocks = IndexShock.Of(problem).ToList();
        var ordinary = shocks.FindAll(s => !s.Momentous);
        var points = Enumerable.Range(1, quarters).Select(n => new PathPoint(n, Band(drift.Start, tokens, ordinary, n), Band(drift.Start, tokens, shocks, n)));
        return new(drift, [.. points], FallChances.Of(Change(tokens, ordinary, 1), Change(tokens, ordinary, 2)));
    }

    private static PathBand Band(Rational start, Rational tokens, List<IndexShock> shocks, int quarters)
    {
        var mean = start + (shocks.Aggregate(tokens * 4, (sum, s) => sum + (s.PerYear * s.Effect)) * quarters / 4);
        var variance = shocks.Aggregate(Rational.Zero, (sum, s) => sum + (s.PerYear * s.Effect * s.Effect)) * quarters / 4;
        var levels = Change(tokens, shocks, quarters)?.Moved(start);
        return new(mean, variance, levels is null ? [] : [.. Shares.Select(levels.Quantile)]);
    }

    private static LatticeDistribution? Change(Rational tokens, List<IndexShock> shocks, int quarters) =>
        CompoundPoisson.Of(shocks.Select(s => new PoissonMark((s.PerYear * quarters / 4).ToDouble(), s.Effect)))?.Moved(tokens * quarters);
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
