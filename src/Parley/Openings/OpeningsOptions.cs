namespace Parley.Openings;

/// <summary>What a look at openings covers, and how far it may search.</summary>
public sealed record OpeningsOptions
{
    /// <summary>Search nodes at most for each question about one number, one stretch or one world.</summary>
    public long MaxNodes { get; init; } = 200_000;

    /// <summary>Numbers considered for pairs; 0 for no pairs.</summary>
    public int PairNumbers { get; init; } = 12;

    /// <summary>Pairs reported.</summary>
    public int Pairs { get; init; } = 5;

    /// <summary>Whether single events and leaders are swept.</summary>
    public bool Events { get; init; } = true;

    /// <summary>Whether refusals are taken apart.</summary>
    public bool Anatomy { get; init; } = true;
}
