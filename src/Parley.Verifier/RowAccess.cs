using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>Which rows hold for every acceptable candidate in a scope, and may therefore be used in a leaf there.</summary>
internal sealed class RowAccess(CaseTables tables, CaseRows rows, RuleSides sides)
{
    /// <summary>The row, or null and the reason why it may not be used.</summary>
    public (Row? Row, string? Reason) Find(RowTerm term, Scope scope)
    {
        switch (term.Kind)
        {
            case RowKind.Candidate:
                return term.Name.Length == 0 ? (rows.Candidate(), null) : (null, "it has no name");
            case RowKind.Consent:
                return ReasonAgainstConsent(term.Name, scope) is { } reason ? (null, reason) : (rows.Consent(term.Name), null);
            case RowKind.Bloc:
                return scope.ConsentingBlocs.Contains(term.Name) ? (rows.Bloc(term.Name), null) : (null, "no split above asserts that it consents");
        }

        if (tables.RuleInForce(term.Name) is not { } rule) return (null, "no such rule is in force");
        if (term.Kind == RowKind.Rule)
        {
            if (rows.Demand(rule) is not { } row) return (null, "the rule has no row");
            return sides.IsCertain(scope, rule) ? (row, null) : (null, "the rule need not be triggered here");
        }

        if (rule is not RefusesTradeRule refusal) return (null, "it refuses no trade");
        var asserted = term.Kind == RowKind.Triggered ? scope.Triggered : scope.NotTriggered;
        if (!asserted.Contains(rule.Name)) return (null, "no split above asserts it");
        return (term.Kind == RowKind.Triggered ? rows.Triggered(refusal) : rows.NotTriggered(refusal), null);
    }

    /// <summary>A negotiator's consent is needed where it signs and every candidate left changes something that needs it.</summary>
    private string? ReasonAgainstConsent(string name, Scope scope)
    {
        if (!tables.IsNegotiator(name)) return "it is no negotiator";
        if (scope.Signers is null) return "the signatories are not settled yet";
        if (!scope.Signers.Contains(name)) return "it need not sign here";
        if (scope.Needed.Contains(name)) return null;

        // Packages without p in S(x) are made of the options that stay at x_free or do not need p. They matter only
        // if each issue has one, and one of them makes the package a candidate.
        var escapes = scope.Allowed.Select((options, i) => Enumerable.Range(0, options.Length)
            .Where(o => options[o] && !sides.TakesConsent(name, i, o)).Select(o => (Issue: i, Option: o)).ToList()).ToList();
        if (escapes.Exists(e => e.Count == 0) || !escapes.Exists(e => e.Exists(x => tables.Counts(x.Issue, x.Option)))) return null;
        return "a candidate is left that does not need it";
    }
}
