using System.Collections.Immutable;
using Parley.Cases.Overlays;
using Parley.Kernels.Exact;
using Parley.Verdict;

namespace Parley.Openings;

/// <summary>Where one number, all else unchanged, turns the answer over (docs/model.md, 35-37).</summary>
public sealed record TippingPoint
{
    /// <summary>The number's path, as <c>--set</c> takes it.</summary>
    public required string Path { get; init; }

    public required NumberKind Kind { get; init; }

    /// <summary>What the case says.</summary>
    public required Rational From { get; init; }

    /// <summary>The nearest value on this side at which, or just beyond which, the answer is another.</summary>
    public required Rational To { get; init; }

    /// <summary>True when the number has to rise, false when it has to fall; the only word on it where <see cref="To"/> is <see cref="From"/>.</summary>
    public required bool IsRise { get; init; }

    /// <summary>The parameters that multiply the number before and after.</summary>
    public required ImmutableArray<string> Parameters { get; init; }

    /// <summary>True when the answer is another at <see cref="To"/> itself, false when only beyond it.</summary>
    public required bool Attained { get; init; }

    /// <summary>True when the value was searched for on a grid, because no row is a straight line in the number.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>The change in distances to the end of the plausible range on its side; null where there is no such distance.</summary>
    public required Rational? Cost { get; init; }

    /// <summary>True when the value lies within the number's plausible range.</summary>
    public bool IsPlausible => Cost is { } cost && cost <= 1;

    /// <summary>The verdict there.</summary>
    public required Grade LeadsTo { get; init; }
}
