namespace Parley.Verdict;

/// <summary>How much a verdict should say, and how far it may search.</summary>
public sealed record VerdictOptions
{
    /// <summary>Near misses wanted.</summary>
    public int NearMisses { get; init; } = 5;

    /// <summary>Whether "no deal" must come with a proof.</summary>
    public bool Certificate { get; init; } = true;

    /// <summary>Search nodes at most for each of: the answer, the margin, the proof, the count, the near misses.</summary>
    public long MaxNodes { get; init; } = 2_000_000;
}
