using System.Numerics;

namespace Parley.Kernels.Packages;

/// <summary>A node of a proof that no package reaches the target.</summary>
public abstract record ProofNode;

/// <summary>A split on a clause: each alternative, or none for it to be impossible, and its proof.</summary>
/// <param name="Clause">Index of the clause.</param>
/// <param name="Branches">Alternatives that can reach the target, each with its proof.</param>
public sealed record ClauseNode(int Clause, IReadOnlyList<(int Alternative, ProofNode Proof)> Branches) : ProofNode;

/// <summary>A split on an issue: disjoint sets of its allowed flat options, covering them.</summary>
public sealed record IssueNode(int Issue, IReadOnlyList<(int[] Options, ProofNode Proof)> Parts) : ProofNode;

/// <summary>A mix of rows that no allowed package meets.</summary>
/// <param name="Multipliers">By row, 0 for rows not used; non-negative integers.</param>
public sealed record MultiplierNode(BigInteger[] Multipliers) : ProofNode;

/// <summary>An issue without an option left.</summary>
public sealed record EmptyNode(int Issue) : ProofNode;
