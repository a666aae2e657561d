using System.Collections.Immutable;
using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Results;

namespace Parley.Verdict;

/// <summary>The three answers to "is there anything to discuss?".</summary>
public enum Grade
{
    /// <summary>Nothing is jointly acceptable.</summary>
    Nothing,

    /// <summary>Only what changes little is jointly acceptable.</summary>
    Tokens,

    /// <summary>A deal exists.</summary>
    Deal,
}

/// <summary>Whether a deal exists, by how much, and what witnesses it.</summary>
public sealed record VerdictResult
{
    /// <summary>Negotiators in declaration order; every per-party array of the result follows it.</summary>
    public required ImmutableArray<string> Parties { get; init; }

    public required Grade Grade { get; init; }

    /// <summary>False when the search budget ran out before it was known whether a deal exists: none was found, none is excluded.</summary>
    public required bool IsDecided { get; init; }

    /// <summary>True when the case distinguishes tokens from substance.</summary>
    public required bool HasTokens { get; init; }

    /// <summary>The margin M (docs/model.md, 14), -1 or more, or the best value found where it is only bounded.</summary>
    public required Rational Margin { get; init; }

    /// <summary>A proved upper bound of the margin; equal to <see cref="Margin"/> when exact.</summary>
    public required Rational MarginUpper { get; init; }

    /// <summary>The package that attains <see cref="Margin"/>; null when the case has no candidate.</summary>
    public required PackageOutcome? Witness { get; init; }

    /// <summary>The tokens: free options by which nobody loses (docs/model.md, 10), in declaration order.</summary>
    public required ImmutableArray<string> Tokens { get; init; }

    /// <summary>The free baseline's changes from the status quo.</summary>
    public required ImmutableArray<string> FreeBaseline { get; init; }

    /// <summary>The candidates nearest to a deal that are not one, best first.</summary>
    public required ImmutableArray<PackageOutcome> NearMisses { get; init; }

    /// <summary>Packages of terms, acceptable or not.</summary>
    public required BigInteger PackageCount { get; init; }

    /// <summary>Acceptable packages; a lower bound when <see cref="AcceptableIsExact"/> is false.</summary>
    public required BigInteger AcceptableCount { get; init; }

    public required bool AcceptableIsExact { get; init; }

    /// <summary>The proof that no deal exists; null when one does, or when the proof outgrew its budget.</summary>
    public required Certificate? Certificate { get; init; }

    /// <summary>Truncated when the margin is only bounded, or a near miss or the proof is missing.</summary>
    public required Completeness Completeness { get; init; }
}
