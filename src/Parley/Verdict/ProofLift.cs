using System.Collections.Immutable;
using System.Diagnostics;
using Parley.Kernels.Packages;
using Parley.Problems;

namespace Parley.Verdict;

/// <summary>Turns the search's proof into a certificate in the case's names.</summary>
internal sealed class ProofLift(CaseProblem problem, NamedPackageProblem rows)
{
    public int LeafCount { get; private set; }

    /// <summary>The certificate made of one proof for each way to sign.</summary>
    public static Certificate Certificate(CaseProblem problem, IReadOnlyList<Way> ways, IReadOnlyList<ProofNode> proofs)
    {
        var branches = ImmutableArray.CreateBuilder<GroupBranch>();
        var leaves = 0;
        foreach (var (way, proof) in ways.Zip(proofs))
        {
            var lift = new ProofLift(problem, way.Rows);
            var root = lift.Lift(proof);
            branches.Add(new([.. way.Signatories.Select(p => problem.Model.Parties[p].Name)], root));
            leaves += lift.LeafCount;
        }

        return new(problem.Model.Signatories is null ? branches[0].Then : new SignatorySplit(branches.ToImmutable()), leaves);
    }

    public CertificateNode Lift(ProofNode node)
    {
        switch (node)
        {
            case ClauseNode clause:
                return LiftClause(clause);
            case IssueNode issue:
                var parts = issue.Parts.Select(p => new IssuePart([.. p.Options.Select(f => problem.Values.Ids[f])], Lift(p.Proof)));
                return new IssueSplit(problem.Model.Issues[issue.Issue].Name, [.. parts]);
            case MultiplierNode multipliers:
                LeafCount++;
                var terms = Enumerable.Range(0, multipliers.Multipliers.Length)
                    .Where(r => !multipliers.Multipliers[r].IsZero)
                    .Select(r => new RowMultiplier(rows.RowNames[r].Kind, rows.RowNames[r].Name, multipliers.Multipliers[r]));
                return new RowsLeaf([.. terms]);
            case EmptyNode empty:
                LeafCount++;
                return new EmptyIssueLeaf(problem.Model.Issues[empty.Issue].Name);
            default:
                throw new UnreachableException("A proof has four kinds of node.");
        }
    }

    private CertificateNode LiftClause(ClauseNode clause)
    {
        var name = rows.ClauseNames[clause.Clause];
        CertificateNode? notTriggered = null;
        CertificateNode? triggered = null;
        var coalitions = ImmutableArray.CreateBuilder<GroupBranch>();
        var isVote = name.Branches.Any(b => b.Members is not null);
        foreach (var (alternative, proof) in clause.Branches)
        {
            var branch = name.Branches[alternative];
            var lifted = Lift(proof);
            if (branch.Members is { } members) coalitions.Add(new([.. members], lifted));
            else if (branch.Triggered) triggered = lifted;
            else notTriggered = lifted;
        }

        return isVote ? new VoteSplit(name.Rule, notTriggered, coalitions.ToImmutable()) : new RuleSplit(name.Rule, notTriggered, triggered);
    }
}
