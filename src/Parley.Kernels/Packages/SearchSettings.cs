namespace Parley.Kernels.Packages;

/// <summary>When a search that writes no proof looks at every package of a node instead of splitting it.</summary>
/// <param name="SmallNode">Packages at most of a node that is enumerated at once; 0 for none.</param>
/// <param name="LastLookNodes">Nodes at most of the enumeration before a split; 0 for none.</param>
internal sealed record SearchSettings(long SmallNode, long LastLookNodes)
{
    /// <summary>Below so many packages, enumeration beats a linear bound.</summary>
    public static SearchSettings Default { get; } = new(4_096, 4_000);
}
