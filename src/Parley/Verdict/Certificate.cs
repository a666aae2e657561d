using System.Collections.Immutable;
using System.Numerics;
using Parley.Results;

namespace Parley.Verdict;

/// <summary>A finite proof, checkable by hand, that no acceptable candidate exists.</summary>
/// <param name="Root">The tree of cases; every leaf is refuted.</param>
/// <param name="LeafCount">Number of leaves.</param>
public sealed record Certificate(CertificateNode Root, int LeafCount);

/// <summary>A node of the proof tree.</summary>
public abstract record CertificateNode;

/// <summary>Either the rule is not triggered, or it is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="NotTriggered">Its trigger's options are removed, or the negation of its trigger may be used as a row; null where that cannot be.</param>
/// <param name="Triggered">Its row may be used; for a precondition, red line or together rule, its requirement is imposed; null where that cannot be.</param>
public sealed record RuleSplit(string Rule, CertificateNode? NotTriggered, CertificateNode? Triggered) : CertificateNode;

/// <summary>A triggered vote: some winning coalition of blocs consents.</summary>
public sealed record VoteSplit(string Rule, CertificateNode? NotTriggered, ImmutableArray<GroupBranch> Coalitions) : CertificateNode;

/// <summary>Some allowed set of signatories signs.</summary>
public sealed record SignatorySplit(ImmutableArray<GroupBranch> Sets) : CertificateNode;

/// <summary>One set of parties and the proof for it.</summary>
public sealed record GroupBranch(ImmutableArray<string> Members, CertificateNode Then);

/// <summary>An issue's remaining options, divided into disjoint parts that cover them.</summary>
public sealed record IssueSplit(string Issue, ImmutableArray<IssuePart> Parts) : CertificateNode;

/// <summary>Some options of an issue and the proof for them.</summary>
public sealed record IssuePart(ImmutableArray<string> Options, CertificateNode Then);

/// <summary>The best the allowed options can do in this mix of rows is still not enough.</summary>
/// <param name="Terms">Rows and their multipliers, &gt;= 0, not all 0, for rows in the case's own units.</param>
public sealed record RowsLeaf(ImmutableArray<RowMultiplier> Terms) : CertificateNode;

/// <summary>An issue has no option left.</summary>
public sealed record EmptyIssueLeaf(string Issue) : CertificateNode;

/// <summary>A row of a leaf and its multiplier.</summary>
/// <param name="Kind">Which row.</param>
/// <param name="Name">The negotiator, bloc or rule; empty for <see cref="CertificateRow.Candidate"/>.</param>
/// <param name="Multiplier">&gt;= 0.</param>
public sealed record RowMultiplier(CertificateRow Kind, string Name, BigInteger Multiplier);
