using System.Collections.Immutable;
using System.Numerics;
using Parley.Results;

namespace Parley.Frontier;

/// <summary>The acceptable packages that no other acceptable package beats for all negotiators.</summary>
public sealed record FrontierResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>One package for each distinct non-dominated utility vector, first negotiator's utility descending.</summary>
    public required ImmutableArray<PackageView> Points { get; init; }

    /// <summary>How many packages of terms there are, acceptable or not.</summary>
    public required BigInteger PackageCount { get; init; }

    public required Completeness Completeness { get; init; }
}
