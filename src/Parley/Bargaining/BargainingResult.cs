using System.Collections.Immutable;
using Parley.Results;

namespace Parley.Bargaining;

/// <summary>What the classical solutions pick among the acceptable packages; each null when there is none.</summary>
public sealed record BargainingResult
{
    public required ImmutableArray<string> Parties { get; init; }

    public required PackageView? Nash { get; init; }

    public required PackageView? KalaiSmorodinsky { get; init; }

    public required PackageView? Egalitarian { get; init; }

    /// <summary>Null also where the case does not declare utilities comparable.</summary>
    public required PackageView? Utilitarian { get; init; }

    public required Completeness Completeness { get; init; }
}
