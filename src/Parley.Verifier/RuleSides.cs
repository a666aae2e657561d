using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>How a rule asserted to be triggered, or not, narrows what is left.</summary>
internal sealed class RuleSides(CaseTables tables, CaseRows rows)
{
    private readonly Dictionary<string, bool[][]> _triggers = new(StringComparer.Ordinal);
    private readonly Dictionary<OptionReference, bool[]> _named = [];

    /// <summary>The side on which the rule does not bite.</summary>
    public Scope NotTriggered(Scope scope, Rule rule)
    {
        if (rule is RefusesTradeRule)
        {
            return Settle(scope with { NotTriggered = scope.NotTriggered.Add(rule.Name) });
        }

        if (IsAlwaysTriggered(rule)) return scope.Nothing();
        var triggers = TriggersOf(rule);
        return Settle(scope.Keep((i, o) => !triggers[i][o]));
    }

    /// <summary>The side on which it bites, and what it then demands of the options.</summary>
    public Scope Triggered(Scope scope, Rule rule) => Settle(scope with { Triggered = scope.Triggered.Add(rule.Name) });

    /// <summary>The side on which nothing in the package needs a negotiator's consent.</summary>
    public Scope NotNeeded(Scope scope, string negotiator) => Settle(scope.Keep((i, o) => !TakesConsent(negotiator, i, o)));

    /// <summary>The side on which something does.</summary>
    public Scope Needed(Scope scope, string negotiator) => Settle(scope with { Needed = scope.Needed.Add(negotiator) });

    /// <summary>Does this option put the negotiator into S(x)? It must differ from x_free and need its consent.</summary>
    public bool TakesConsent(string negotiator, int issue, int option) =>
        option != rows.Free[issue] && tables.Needs(issue, option, negotiator);

    /// <summary>Draws from what is asserted all that follows about single issues; leaves nothing where it contradicts itself.</summary>
    public Scope Settle(Scope scope)
    {
        foreach (var name in scope.NotTriggered)
        {
            if (tables.RuleInForce(name) is RefusesTradeRule refusal && scope.IsShort(rows.NotTriggered(refusal), orEqual: false))
            {
                return scope.Nothing();
            }
        }

        foreach (var name in scope.Triggered)
        {
            if (tables.RuleInForce(name) is { } rule) scope = Demand(scope, rule);
        }

        foreach (var negotiator in scope.Needed)
        {
            scope = KeepOneOf(scope, [.. scope.Allowed.Select((options, i) =>
                Enumerable.Range(0, options.Length).Select(o => TakesConsent(negotiator, i, o)).ToArray())]);
        }

        return scope;
    }

    /// <summary>True when no package left escapes the trigger: all that remains of some issue triggers the rule.</summary>
    public bool IsCertain(Scope scope, Rule rule)
    {
        if (scope.Triggered.Contains(rule.Name) || IsAlwaysTriggered(rule)) return true;
        if (References.TriggersOf(rule) is null) return false;
        var triggers = TriggersOf(rule);
        return Enumerable.Range(0, triggers.Length).Any(i =>
            Enumerable.Range(0, triggers[i].Length).All(o => triggers[i][o] || !scope.Allowed[i][o]));
    }

    private static bool IsAlwaysTriggered(Rule rule) => rule is FloorRule or RatificationRule { When.IsEmpty: true };

    /// <summary>What a triggered rule leaves.</summary>
    private Scope Demand(Scope scope, Rule rule)
    {
        switch (rule)
        {
            case RedLineRule:
                return scope.Nothing();
            case RefusesTradeRule refusal:
                // The trigger is strict: a largest loss equal to the tolerance does not reach it.
                return scope.IsShort(rows.Triggered(refusal), orEqual: true) ? scope.Nothing() : scope;
            case PreconditionRule precondition:
                return KeepTriggering(KeepOneOf(scope, precondition.Unlocks), rule);
            case TogetherRule together:
                foreach (var reference in together.Options) scope = KeepOneOf(scope, [reference]);
                return KeepTriggering(scope, rule);
            default:
                return KeepTriggering(scope, rule);
        }
    }

    private Scope KeepTriggering(Scope scope, Rule rule) =>
        IsAlwaysTriggered(rule) ? scope : KeepOneOf(scope, TriggersOf(rule));

    private Scope KeepOneOf(Scope scope, ImmutableArray<OptionReference> references)
    {
        var fits = Enumerable.Range(0, tables.IssueCount).Select(i => new bool[tables.OptionCount(i)]).ToArray();
        foreach (var reference in references)
        {
            var (issue, named) = (tables.Issue(reference.Issue), Named(reference));
            for (var o = 0; o < named.Length; o++) fits[issue][o] |= named[o];
        }

        return KeepOneOf(scope, fits);
    }

    /// <summary>One of the marked options must hold; that narrows an issue only if all marked ones still left stand there.</summary>
    private static Scope KeepOneOf(Scope scope, bool[][] marked)
    {
        var only = -1;
        for (var i = 0; i < marked.Length; i++)
        {
            if (!Enumerable.Range(0, marked[i].Length).Any(o => marked[i][o] && scope.Allowed[i][o])) continue;
            if (only >= 0) return scope;
            only = i;
        }

        return only < 0 ? scope.Nothing() : scope.Keep((i, o) => i != only || marked[i][o]);
    }

    private bool[][] TriggersOf(Rule rule)
    {
        if (_triggers.TryGetValue(rule.Name, out var table)) return table;
        var references = References.TriggersOf(rule) ?? [];
        return _triggers[rule.Name] = [.. Enumerable.Range(0, tables.IssueCount).Select(i =>
            Enumerable.Range(0, tables.OptionCount(i)).Select(o => References.Triggers(tables, references, i, o)).ToArray())];
    }

    private bool[] Named(OptionReference reference)
    {
        if (_named.TryGetValue(reference, out var named)) return named;
        var issue = tables.Issue(reference.Issue);
        return _named[reference] =
            [.. Enumerable.Range(0, tables.OptionCount(issue)).Select(o => References.Names(tables, reference, issue, o))];
    }
}
