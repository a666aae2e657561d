namespace Parley.Kernels.Pareto;

/// <summary>What to leave out of a frontier of sums.</summary>
public sealed record SumFrontierOptions
{
    /// <summary>The least that each party must get (null: anything), or null when no party has a bound.</summary>
    public IReadOnlyList<long?>? Reservations { get; init; }

    /// <summary>Points handed back at most: those that are best for the first party.</summary>
    public int MaxPoints { get; init; } = 1_000_000;

    /// <summary>Points kept at most for any part of the issues; it bounds memory.</summary>
    public int MaxPartialPoints { get; init; } = 4_000_000;
}
