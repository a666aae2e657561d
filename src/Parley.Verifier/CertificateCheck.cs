using System.Collections.Immutable;
using System.Numerics;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>What came of a check.</summary>
/// <param name="Holds">True when the certificate proves that there is no deal.</param>
/// <param name="Refusal">One sentence with the node's path and the reason; null when it holds.</param>
/// <param name="LeavesChecked">The leaves that were found good.</param>
public sealed record CheckOutcome(bool Holds, string? Refusal, int LeavesChecked);

/// <summary>Does a certificate prove that a case has no deal? Everything is recomputed from the case; nothing is searched.</summary>
/// <remarks>
/// Definition: every node must be exhaustive and every leaf refuted, by exact arithmetic (docs/certificate.md).
/// Cost: linear in the leaves times rows times options, and 2^blocs for a vote.
/// </remarks>
public sealed class CertificateCheck
{
    private readonly CaseTables _tables;
    private readonly CaseRows _rows;
    private readonly RuleSides _sides;
    private readonly Stack<(ProofNode Node, Scope Scope, ProofPath? Path)> _open = new();

    private CertificateCheck(CaseTables tables, CaseRows rows)
    {
        _tables = tables;
        _rows = rows;
        _sides = new(tables, rows);
    }

    /// <summary>Checks a certificate against the case it speaks of.</summary>
    /// <param name="baseModel">The case without overlays; gives the ranges S_p.</param>
    /// <param name="effectiveModel">The case with the certificate's overlays.</param>
    /// <param name="certificate">The certificate.</param>
    public static CheckOutcome Run(CaseModel baseModel, CaseModel effectiveModel, CertificateDocument certificate)
    {
        ArgumentNullException.ThrowIfNull(baseModel);
        ArgumentNullException.ThrowIfNull(effectiveModel);
        ArgumentNullException.ThrowIfNull(certificate);
        try
        {
            var tables = new CaseTables(effectiveModel);
            var ranges = new CaseTables(baseModel);
            var free = FreeBaseline.Of(tables, [.. effectiveModel.Parties.Select(p => ranges.Range(ranges.Party(p.Name)))]);
            return new CertificateCheck(tables, new(tables, free)).Walk(certificate.Tree);
        }
        catch (UnsoundCaseException flaw)
        {
            return new(false, $"The case is not sound: {flaw.Message}.", 0);
        }
    }

    private CheckOutcome Walk(ProofNode root)
    {
        var leaves = 0;
        _open.Push((root, Scope.Root(_tables), null));
        while (_open.TryPop(out var item))
        {
            var (node, scope, path) = item;
            if (Visit(node, scope, path) is { } reason) return new(false, $"At {ProofPath.Show(path)}: {reason}.", leaves);
            if (node is RowsNode or EmptyIssueNode) leaves++;
        }

        return new(true, null, leaves);
    }

    /// <summary>Checks one node and opens its children; null, or why it is refused.</summary>
    private string? Visit(ProofNode node, Scope scope, ProofPath? path) => node switch
    {
        RuleSplitNode split => VisitRule(split, scope, path),
        VoteSplitNode split => VisitVotes(split, scope, path),
        SignatorySplitNode split => VisitSignatories(split, scope, path),
        IssueSplitNode split => VisitIssue(split, scope, path),
        RowsNode leaf => VisitRows(leaf, scope),
        EmptyIssueNode leaf => VisitEmpty(leaf, scope),
        _ => "the node is of an unknown kind",
    };

    private string? VisitRule(RuleSplitNode split, Scope scope, ProofPath? path)
    {
        if (_tables.IsNegotiator(split.Rule))
        {
            return Open(split.Triggered, _sides.Needed(scope, split.Rule), ProofPath.Triggered(path, split.Rule))
                ?? Open(split.NotTriggered, _sides.NotNeeded(scope, split.Rule), ProofPath.NotTriggered(path, split.Rule));
        }

        if (_tables.RuleInForce(split.Rule) is not { } rule) return $"no rule '{split.Rule}' is in force";
        return Open(split.Triggered, _sides.Triggered(scope, rule), ProofPath.Triggered(path, rule.Name))
            ?? Open(split.NotTriggered, _sides.NotTriggered(scope, rule), ProofPath.NotTriggered(path, rule.Name));
    }

    private string? VisitVotes(VoteSplitNode split, Scope scope, ProofPath? path)
    {
        if (_tables.RuleInForce(split.Rule) is not RatificationRule rule || !_rows.NeedsVotes(rule))
        {
            return $"no ratification by votes '{split.Rule}' is in force";
        }

        var groups = new SigningGroups(_tables);
        var triggered = _sides.Triggered(scope, rule);
        if (!triggered.IsEmpty && groups.FirstUncoveredCoalition(rule, split.Coalitions) is { } gap) return gap;
        for (var k = split.Coalitions.Length - 1; k >= 0; k--)
        {
            var (members, then) = split.Coalitions[k];
            if (members.FirstOrDefault(m => !groups.IsBlocOf(rule.By, m)) is { } stranger)
            {
                return $"'{stranger}' is no bloc of '{rule.By}'";
            }

            _open.Push((then, triggered with { ConsentingBlocs = triggered.ConsentingBlocs.Union(members) }, ProofPath.Part(path, members)));
        }

        return Open(split.NotTriggered, _sides.NotTriggered(scope, rule), ProofPath.NotTriggered(path, rule.Name));
    }

    private string? VisitSignatories(SignatorySplitNode split, Scope scope, ProofPath? path)
    {
        if (new SigningGroups(_tables).FirstUncoveredSignatories(split.Sets) is { } gap) return gap;
        for (var k = split.Sets.Length - 1; k >= 0; k--)
        {
            var (members, then) = split.Sets[k];
            if (members.FirstOrDefault(m => !_tables.IsNegotiator(m)) is { } stranger) return $"'{stranger}' is no negotiator";
            _open.Push((then, scope with { Signers = (scope.Signers ?? []).Union(members) }, ProofPath.Part(path, members)));
        }

        return null;
    }

    private string? VisitIssue(IssueSplitNode split, Scope scope, ProofPath? path)
    {
        var issue = _tables.FindIssue(split.Issue);
        if (issue < 0) return $"there is no issue '{split.Issue}'";

        var model = _tables.Model.Issues[issue];
        var partOf = new int?[model.Options.Length];
        for (var k = 0; k < split.Parts.Length; k++)
        {
            foreach (var id in split.Parts[k].Options)
            {
                var option = Enumerable.Range(0, partOf.Length).Cast<int?>().FirstOrDefault(o => model.IdOf(model.Options[o!.Value].Name) == id);
                if (option is not { } found) return $"'{id}' is no option of '{split.Issue}'";
                if (partOf[found] is not null) return $"'{id}' stands in the parts of '{split.Issue}' twice";
                partOf[found] = k;
            }
        }

        for (var o = 0; o < partOf.Length; o++)
        {
            if (scope.Allowed[issue][o] && partOf[o] is null) return $"the split leaves out '{model.IdOf(model.Options[o].Name)}'";
        }

        for (var k = split.Parts.Length - 1; k >= 0; k--)
        {
            var part = k;
            var narrowed = _sides.Settle(scope.Keep((i, o) => i != issue || partOf[o] == part));
            _open.Push((split.Parts[k].Then, narrowed, ProofPath.Part(path, split.Parts[k].Options)));
        }

        return null;
    }

    private string? VisitEmpty(EmptyIssueNode leaf, Scope scope)
    {
        var issue = _tables.FindIssue(leaf.Issue);
        if (issue < 0) return $"there is no issue '{leaf.Issue}'";
        var left = Array.IndexOf(scope.Allowed[issue], true);
        return left < 0 ? null : $"issue '{leaf.Issue}' still has the option '{_tables.Model.Issues[issue].Options[left].Name}'";
    }

    private string? VisitRows(RowsNode leaf, Scope scope)
    {
        var used = new List<(Row Row, Fraction Weight)>();
        foreach (var term in leaf.Terms)
        {
            if (term.Times.Sign < 0) return $"the multiplier of {Describe(term)} is negative";
            var (row, reason) = new RowAccess(_tables, _rows, _sides).Find(term, scope);
            if (row is null) return $"{Describe(term)} may not be used here: {reason}";
            if (term.Times.Sign > 0) used.Add((row, new Fraction(term.Times.Numerator, term.Times.Denominator * row.Scale)));
        }

        if (used.Count == 0) return "all multipliers are 0";
        var (most, need) = Mix(used, scope);
        return most is not { } reach || reach < need
            ? null
            : $"the rows do not contradict each other: the best left reaches {reach} and {need} is needed";
    }

    /// <summary>The largest left side of the mixed rows, null when nothing is left, and the mixed right side.</summary>
    private static (Fraction? Most, Fraction Need) Mix(List<(Row Row, Fraction Weight)> used, Scope scope)
    {
        var common = used.Aggregate(BigInteger.One, (c, u) => c * (u.Weight.Denominator / BigInteger.GreatestCommonDivisor(c, u.Weight.Denominator)));
        var weights = used.Select(u => u.Weight.Numerator * (common / u.Weight.Denominator)).ToArray();
        var need = Total(k => used[k].Row.Bound);
        if (scope.IsEmpty) return (null, new(need, common));

        var sum = BigInteger.Zero;
        for (var i = 0; i < scope.Allowed.Length; i++)
        {
            BigInteger? best = null;
            for (var o = 0; o < scope.Allowed[i].Length; o++)
            {
                if (!scope.Allowed[i][o]) continue;
                var value = Total(k => used[k].Row.Coefficients[i][o]);
                if (best is null || value > best) best = value;
            }

            sum += best ?? BigInteger.Zero;
        }

        return (new(sum, common), new(need, common));

        BigInteger Total(Func<int, BigInteger> entry)
        {
            var total = BigInteger.Zero;
            for (var k = 0; k < weights.Length; k++) total += weights[k] * entry(k);
            return total;
        }
    }

    /// <summary>Opens a side of a split; a missing side must be impossible on its face.</summary>
    private string? Open(ProofNode? child, Scope scope, ProofPath path)
    {
        if (child is null) return scope.IsEmpty ? null : $"the side '{path.Step}' is missing but possible";
        _open.Push((child, scope, path));
        return null;
    }

    private static string Describe(RowTerm term) => term.Kind switch
    {
        RowKind.Consent => $"the consent of '{term.Name}'",
        RowKind.Rule => $"the row of rule '{term.Name}'",
        RowKind.Bloc => $"the row of bloc '{term.Name}'",
        RowKind.Triggered => $"the trigger of '{term.Name}'",
        RowKind.NotTriggered => $"the negated trigger of '{term.Name}'",
        _ => "the candidate row",
    };
}
