namespace Parley.Verdict;

/// <summary>How much a verdict should say, and how far it may search.</summary>
public sealed record VerdictOptions
{
    /// <summary>Near misses wanted.</summary>
    public int NearMisses { get; init; } = 5;

    /// <summary>Whether "no deal" must come with a proof.</summary>
    public bool Certificate { get; init; } = true;

    /// <summary>Search nodes at most for the answer itself and its proof.</summary>
    public long MaxNodes { get; init; } = 20_000_000;

    /// <summary>Search nodes at most for each of: the exact margin and its canonical witness, the count, the near misses.</summary>
    public long RefineNodes { get; init; } = 500_000;

    /// <summary>Nodes of a proof at most; beyond, the answer stands but is not written out.</summary>
    public long ProofNodes { get; init; } = 50_000;
}
