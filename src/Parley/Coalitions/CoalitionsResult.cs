using System.Collections.Immutable;
using Parley.Results;

namespace Parley.Coalitions;

/// <summary>Who could agree without whom, by own means (docs/model.md, 20); empty with two negotiators.</summary>
public sealed record CoalitionsResult
{
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>Proper coalitions of at least two, by size, then in declaration order.</summary>
    public required ImmutableArray<CoalitionResult> Coalitions { get; init; }

    /// <summary>Acceptable packages of all that no coalition blocks; null when not counted (too many, or two negotiators).</summary>
    public required int? InTheCore { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>One coalition.</summary>
/// <param name="Members">In declaration order.</param>
/// <param name="CouldAgree">Whether it has a side deal.</param>
/// <param name="Package">The best side deal; null when there is none.</param>
public sealed record CoalitionResult(ImmutableArray<string> Members, bool CouldAgree, PackageView? Package);
