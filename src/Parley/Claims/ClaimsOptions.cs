using Parley.Cases.Evidence;

namespace Parley.Claims;

/// <summary>What is asked about the claims of a case.</summary>
public sealed record ClaimsOptions
{
    /// <summary>What stands beside the case; without it phrases about evidence cannot be computed.</summary>
    public CaseEvidence? Evidence { get; init; }

    /// <summary>Move each number of the case, one at a time, and see which claims stop following.</summary>
    public bool Fragile { get; init; }

    /// <summary>Look for numbers within their plausible ranges under which all claims hold with room to spare.</summary>
    public bool Reconcile { get; init; }

    /// <summary>Sets of numbers that the search for a reconciliation tries at most.</summary>
    public int MaxTrials { get; init; } = 1_000;

    /// <summary>Search nodes at most for each yes or no about packages.</summary>
    public long MaxNodes { get; init; } = 2_000_000;
}
