namespace Parley.Openings;

/// <summary>What a look at the refusals may cost.</summary>
public sealed record AnatomyOptions
{
    /// <summary>Search nodes at most for each offer and each ceiling.</summary>
    public long MaxNodes { get; init; } = 500_000;
}
