using Parley.Kernels.Exact;

namespace Parley.Kernels.Packages;

/// <summary>What a search along a parameter came to.</summary>
/// <param name="At">The infimum of the places where some package is acceptable; null when there is none.</param>
/// <param name="Package">A package that is acceptable there, or just after it where the place itself is excluded.</param>
/// <param name="Complete">False when the budget ran out: there may be an earlier place, or one at all.</param>
public sealed record ParametricOutcome(Rational? At, int[]? Package, bool Complete);
