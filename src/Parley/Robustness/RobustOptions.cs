using Parley.Cases.Evidence;
using Parley.Draws;

namespace Parley.Robustness;

/// <summary>What is asked about how sure a verdict is, and what it may cost.</summary>
public sealed record RobustOptions
{
    /// <summary>Draws of all uncertain numbers; at most, where <see cref="Until"/> is given. At least 1.</summary>
    public long Draws { get; init; } = 10_000;

    /// <summary>Equal seeds give equal answers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How draws hang together.</summary>
    public SamplingKind Sampling { get; init; }

    /// <summary>Ends once every verdict's share is known to this much either way (half of Wilson's interval); null to make all draws.</summary>
    public double? Until { get; init; }

    /// <summary>Threads; the answer does not hang on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Draws, the first ones, in which claims are checked and blocking sets are found, exactly; 0 for none.</summary>
    public int CloserDraws { get; init; } = 100;

    /// <summary>Search nodes at most where a draw is judged exactly.</summary>
    public long MaxNodes { get; init; } = 200_000;

    /// <summary>What stands beside the case, for claims that ask about it; null for nothing.</summary>
    public CaseEvidence? Evidence { get; init; }
}
