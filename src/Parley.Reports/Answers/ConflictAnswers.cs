using Parley.Cases.Conflicts;
using Parley.Stability;

namespace Parley.Reports.Answers;

/// <summary>A conflict of the graph model and who keeps which state.</summary>
public sealed record ConflictAnswers
{
    public required Conflict Conflict { get; init; }

    public required StabilityResult Stability { get; init; }

    /// <summary>As the parties perceive it; null where all see it as it is.</summary>
    public HypergameResult? Hypergame { get; init; }

    /// <summary>Why perceptions were not looked at; null where they were, or there are none.</summary>
    public string? HypergameRefused { get; init; }

    /// <summary>The version of Parley that answered.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex; of both tables, one after the other, where there are two.</summary>
    public required string Hash { get; init; }
}
