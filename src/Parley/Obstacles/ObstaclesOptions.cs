namespace Parley.Obstacles;

/// <summary>What an explanation covers, and how far it may search.</summary>
public sealed record ObstaclesOptions
{
    /// <summary>The named deal to ask about; null for any deal.</summary>
    public string? Deal { get; init; }

    /// <summary>Ask about obstacles made from the case's structure even where the case declares its own.</summary>
    public bool Generated { get; init; }

    /// <summary>Whether to weigh distances too; without, distance shares are null.</summary>
    public bool Distances { get; init; } = true;

    /// <summary>Whether correction sets come with the deal they open and their dose.</summary>
    public bool Witnesses { get; init; } = true;

    /// <summary>Whether blocking sets come with certificates; off, because they are many and long.</summary>
    public bool Certificates { get; init; }

    /// <summary>Worlds at most; enough for every set of 20 obstacles.</summary>
    public int MaxWorlds { get; init; } = 1 << 21;

    /// <summary>Search nodes at most in each world.</summary>
    public long MaxNodes { get; init; } = 2_000_000;
}
