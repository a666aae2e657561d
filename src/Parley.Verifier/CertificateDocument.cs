using System.Collections.Immutable;
using Parley.Cases.Overlays;

namespace Parley.Verifier;

/// <summary>A certificate as read from JSON: well-formed, but nothing in it is believed yet.</summary>
public sealed record CertificateDocument
{
    /// <summary>The name of the case it speaks of.</summary>
    public string? CaseName { get; init; }

    /// <summary>SHA-256 of the case file's bytes, hexadecimal.</summary>
    public required string CaseHash { get; init; }

    /// <summary>The overlays under which it claims that there is no deal.</summary>
    public required OverlaySelection Overlays { get; init; }

    /// <summary>The proof tree.</summary>
    internal ProofNode Tree { get; init; } = new RowsNode([]);
}

/// <summary>A node claims: no acceptable candidate within the option sets and assertions on the way to it.</summary>
internal abstract record ProofNode;

internal sealed record RuleSplitNode(string Rule, ProofNode? NotTriggered, ProofNode? Triggered) : ProofNode;

internal sealed record VoteSplitNode(string Rule, ProofNode? NotTriggered, ImmutableArray<GroupPart> Coalitions) : ProofNode;

internal sealed record SignatorySplitNode(ImmutableArray<GroupPart> Sets) : ProofNode;

internal sealed record IssueSplitNode(string Issue, ImmutableArray<OptionPart> Parts) : ProofNode;

internal sealed record RowsNode(ImmutableArray<RowTerm> Terms) : ProofNode;

internal sealed record EmptyIssueNode(string Issue) : ProofNode;

/// <summary>A set of parties and the proof for it.</summary>
internal sealed record GroupPart(ImmutableArray<string> Members, ProofNode Then);

/// <summary>Options of an issue, by id, and the proof for them.</summary>
internal sealed record OptionPart(ImmutableArray<string> Options, ProofNode Then);

/// <summary>A row of a leaf and its multiplier.</summary>
internal sealed record RowTerm(RowKind Kind, string Name, Fraction Times);

internal enum RowKind
{
    Consent,
    Rule,
    Bloc,
    Triggered,
    NotTriggered,
    Candidate,
}
