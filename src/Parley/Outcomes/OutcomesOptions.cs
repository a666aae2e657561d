using Parley.Cases.Scenarios;

namespace Parley.Outcomes;

/// <summary>How much of a frontier to compute, and what to find on it.</summary>
public sealed record OutcomesOptions
{
    /// <summary>Points listed at most, the best for the first party first; they are counted all the same.</summary>
    public int Limit { get; init; } = 10_000;

    /// <summary>Points computed at most.</summary>
    public int MaxPoints { get; init; } = 1_000_000;

    /// <summary>Partial sums kept at most for any part of the issues; it bounds memory.</summary>
    public int MaxPartialPoints { get; init; } = 2_000_000;

    /// <summary>Nodes that each search over hyper-rectangles may take.</summary>
    public long MaxNodes { get; init; } = 20_000_000;

    /// <summary>
    /// The share of each party's range of utilities that may be given away: above 0, the frontier is thinned out to points such that
    /// every outcome is within that of one of them, for all parties at once. 0 gives the whole frontier.
    /// </summary>
    public ExactDecimal Within { get; init; } = ExactDecimal.Zero;

    /// <summary>Whether to look at lotteries over outcomes too.</summary>
    public bool Lotteries { get; init; } = true;
}
