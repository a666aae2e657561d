using System.Collections.Immutable;

namespace Parley.Cases.Model;

/// <summary>How plausible the values inside a number's range are; null stands for the triangle with its mode at the value.</summary>
/// <remarks>
/// The support is <see cref="Number.Range"/>. The value, clipped to the range, is the place of the distributions that have one;
/// <see cref="UniformDistribution"/>, <see cref="BetaDistribution"/> and <see cref="DiscreteDistribution"/> do not use it.
/// docs/model.md 80-82.
/// </remarks>
public abstract record NumberDistribution;

/// <summary>Every value of the range alike.</summary>
public sealed record UniformDistribution : NumberDistribution;

/// <summary>A smooth hill with its mode at the value.</summary>
/// <remarks>
/// A beta distribution scaled to the range low..high with shapes <c>1 + 4 (mode - low)/(high - low)</c> and <c>1 + 4 (high - mode)/(high - low)</c>.
/// Its mean is the one of the source, (low + 4 mode + high)/6.
/// Source: Malcolm, Roseboom, Clark and Fazar 1959, Operations Research 7(5); key "malcolm1959" in docs/references.bib.
/// </remarks>
public sealed record PertDistribution : NumberDistribution;

/// <summary>A normal distribution about the value, cut off at the ends of the range.</summary>
/// <param name="StandardDeviation">Standard deviation before it is cut off, in the unit of the number, above 0.</param>
public sealed record NormalDistribution(decimal StandardDeviation) : NumberDistribution;

/// <summary>A lognormal distribution with its median at the value, cut off at the ends of the range; value and range are above 0.</summary>
/// <param name="GeometricStandardDeviation">Before it is cut off two draws in three lie between the value divided and multiplied by it; above 1, without a unit.</param>
public sealed record LognormalDistribution(decimal GeometricStandardDeviation) : NumberDistribution;

/// <summary>A beta distribution scaled to the range.</summary>
/// <param name="Alpha">First shape, above 0; the mean is <c>low + (high - low) Alpha/(Alpha + Beta)</c>.</param>
/// <param name="Beta">Second shape, above 0.</param>
public sealed record BetaDistribution(decimal Alpha, decimal Beta) : NumberDistribution;

/// <summary>One of two or more values.</summary>
/// <param name="Values">Different values with chances above 0 that sum to 1, in the order written; the range goes from the least to the greatest.</param>
public sealed record DiscreteDistribution(ImmutableArray<DiscreteValue> Values) : NumberDistribution;

/// <summary>A value that a number may have, and the chance of it.</summary>
public readonly record struct DiscreteValue(decimal Value, decimal Chance);
