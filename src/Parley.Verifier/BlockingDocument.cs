using System.Collections.Immutable;
using Parley.Cases.Overlays;

namespace Parley.Verifier;

/// <summary>A claim, as read from JSON, that a set of obstacles keeps every deal away whichever other obstacles go; nothing in it is believed yet.</summary>
public sealed record BlockingDocument
{
    /// <summary>SHA-256 of the case file's bytes, hexadecimal.</summary>
    public required string CaseHash { get; init; }

    /// <summary>The overlays under which it speaks.</summary>
    public required OverlaySelection Overlays { get; init; }

    /// <summary>The obstacles that block.</summary>
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>The other obstacles; one that the case does not declare brings its edits, <c>path=value</c>.</summary>
    public required ImmutableArray<OtherObstacle> Others { get; init; }

    /// <summary>Which proof is for which set of others taken away.</summary>
    internal ImmutableArray<(ImmutableArray<string> Without, int Proof)> Settings { get; init; } = [];

    internal ImmutableArray<ProofNode> Proofs { get; init; } = [];
}

/// <summary>An obstacle outside a blocking set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Set">Its edits; null where the case declares it.</param>
public sealed record OtherObstacle(string Name, ImmutableArray<string>? Set);
