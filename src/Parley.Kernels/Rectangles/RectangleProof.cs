using System.Numerics;

namespace Parley.Kernels.Rectangles;

/// <summary>Why a frontier is complete: a tree over the boxes of a problem whose every leaf holds nothing new.</summary>
/// <param name="Root">All packages.</param>
/// <param name="NodeCount">Nodes of the tree.</param>
public sealed record RectangleProof(RectangleProofNode Root, int NodeCount);

/// <summary>Packages that lie in all boxes chosen on the way here, and in none of those left out.</summary>
/// <param name="Taken">Boxes chosen here because they meet all candidates, so that lying in them costs nothing.</param>
public abstract record RectangleProofNode(IReadOnlyList<int> Taken);

/// <summary>No candidate is left: the packages have the sum of the chosen boxes, and no more.</summary>
public sealed record LeafNode(IReadOnlyList<int> Taken) : RectangleProofNode(Taken);

/// <summary>No box of the group can be chosen any more, but one must: there is no such package.</summary>
public sealed record DeadNode(IReadOnlyList<int> Taken, int Group) : RectangleProofNode(Taken);

/// <summary>Bounds on weighted sums of values that no wanted vector meets all at once.</summary>
public sealed record BoundedNode(IReadOnlyList<int> Taken, IReadOnlyList<ClassBound> Bounds) : RectangleProofNode(Taken);

/// <summary>The packages in a box, and those not in it.</summary>
public sealed record SplitNode(IReadOnlyList<int> Taken, int Box, RectangleProofNode With, RectangleProofNode Without) : RectangleProofNode(Taken);

/// <summary>The packages in each candidate of a group, in the order of the boxes.</summary>
public sealed record GroupNode(IReadOnlyList<int> Taken, int Group, IReadOnlyList<RectangleProofNode> Pieces) : RectangleProofNode(Taken);

/// <summary>A bound on a weighted sum of what candidates add.</summary>
/// <param name="Weights">By party, at least 0.</param>
/// <param name="Classes">Boxes that are apart two by two, and how much of their weight each class stands for.</param>
public sealed record ClassBound(IReadOnlyList<BigInteger> Weights, IReadOnlyList<BoxClass> Classes);

/// <summary>Boxes of which a package lies in one at most, and the most that it has of them.</summary>
public readonly record struct BoxClass(IReadOnlyList<int> Boxes, BigInteger Weight);
