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

    /// <summary>Whether blocking sets come with certificates, and correction sets with the deal they open and their dose.</summary>
    public bool Witnesses { get; init; } = true;

    /// <summary>Worlds at most.</summary>
    public int MaxWorlds { get; init; } = 200_000;

    /// <summary>Search nodes at most in each world.</summary>
    public long MaxNodes { get; init; } = 2_000_000;
}
