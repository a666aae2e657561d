namespace Parley.Kernels.Rectangles;

/// <summary>Writes a proof down while the search goes along it, as long as it does not grow too large.</summary>
internal sealed class ProofRecord(int maxNodes)
{
    private readonly Stack<List<RectangleProofNode>> _open = new();
    private RectangleProofNode? _root;

    public int NodeCount { get; private set; }

    /// <summary>The proof, once the search has ended; null when it grew too large.</summary>
    public RectangleProof? Proof => IsTooLarge || _root is null ? null : new(_root, NodeCount);

    private bool IsTooLarge => NodeCount > maxNodes;

    public void Count() => NodeCount++;

    /// <summary>The subtrees written from here on belong to a node that <see cref="Close"/> will take them for.</summary>
    public void Open() => _open.Push([]);

    public IReadOnlyList<RectangleProofNode> Close() => _open.Pop();

    public void Write(RectangleProofNode node)
    {
        if (IsTooLarge) return; // the search goes on, the proof is given up
        if (_open.TryPeek(out var siblings)) siblings.Add(node);
        else _root = node;
    }
}
