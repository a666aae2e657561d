using System.Collections.Immutable;
using Parley.Cases.Model;

namespace Parley.Verifier;

/// <summary>What may be taken for granted at a node: which options are left, and what the splits above it asserted.</summary>
internal sealed record Scope
{
    /// <summary>By issue and option; an array is never changed once it stands in a scope.</summary>
    public required ImmutableArray<bool[]> Allowed { get; init; }

    /// <summary>Rules asserted to be triggered.</summary>
    public ImmutableHashSet<string> Triggered { get; init; } = [];

    /// <summary>Refused trades asserted not to be triggered.</summary>
    public ImmutableHashSet<string> NotTriggered { get; init; } = [];

    /// <summary>Blocs asserted to consent.</summary>
    public ImmutableHashSet<string> ConsentingBlocs { get; init; } = [];

    /// <summary>Negotiators asserted to sign; null while the signatories are open.</summary>
    public ImmutableHashSet<string>? Signers { get; init; }

    /// <summary>True when some issue has no option left, so that no package at all is.</summary>
    public bool IsEmpty => Allowed.Any(options => !options.Contains(true));

    /// <summary>The root: terms, less the status quo of issues that a deal must settle (docs/model.md 7, 9).</summary>
    public static Scope Root(CaseTables tables)
    {
        var settle = tables.Model.DealMustSettle.Select(tables.Issue).ToHashSet();
        return new()
        {
            Allowed = [.. Enumerable.Range(0, tables.IssueCount).Select(i => Enumerable.Range(0, tables.OptionCount(i))
                .Select(o => tables.IsTerm(i, o) && (tables.Moves(i, o) || !settle.Contains(i))).ToArray())],
            Signers = tables.Model.Signatories is null ? [.. tables.Negotiators.Select(p => tables.Model.Parties[p].Name)] : null,
        };
    }

    /// <summary>The scope with only those options left that satisfy a condition.</summary>
    public Scope Keep(Func<int, int, bool> condition) => this with
    {
        Allowed = [.. Allowed.Select((options, i) =>
        {
            bool[] kept = [.. options.Select((allowed, o) => allowed && condition(i, o))];
            return kept.AsSpan().SequenceEqual(options) ? options : kept;
        })],
    };

    /// <summary>The scope in which nothing is left.</summary>
    public Scope Nothing() => Keep((_, _) => false);

    /// <summary>The largest value that a row's left side takes on what is left; null when nothing is.</summary>
    public Fraction? Largest(Row row)
    {
        if (IsEmpty) return null;
        var sum = System.Numerics.BigInteger.Zero;
        for (var i = 0; i < Allowed.Length; i++)
        {
            sum += Enumerable.Range(0, Allowed[i].Length).Where(o => Allowed[i][o]).Max(o => row.Coefficients[i][o]);
        }

        return new(sum, row.Scale);
    }
}

/// <summary>How a split on a rule narrows a scope.</summary>
internal sealed class RuleSides(CaseTables tables, CaseRows rows)
{
    /// <summary>The side on which the rule does not bite.</summary>
    public Scope NotTriggered(Scope scope, Rule rule)
    {
        if (rule is RefusesTradeRule refusal)
        {
            var row = rows.NotTriggered(refusal);
            return scope.Largest(row) is { } most && most < new Fraction(row.Bound, row.Scale)
                ? scope.Nothing()
                : scope with { NotTriggered = scope.NotTriggered.Add(rule.Name) };
        }

        if (IsAlwaysTriggered(rule)) return scope.Nothing();
        var triggers = References.TriggersOf(rule) ?? [];
        return scope.Keep((i, o) => !References.Triggers(tables, triggers, i, o));
    }

    /// <summary>The side on which it bites, and what it then demands of the options.</summary>
    public Scope Triggered(Scope scope, Rule rule)
    {
        var side = scope with { Triggered = scope.Triggered.Add(rule.Name) };
        switch (rule)
        {
            case RedLineRule:
                return side.Nothing();
            case RefusesTradeRule refusal:
                // The trigger is strict: a largest loss equal to the tolerance does not reach it.
                var row = rows.Triggered(refusal);
                return side.Largest(row) is { } most && most <= new Fraction(row.Bound, row.Scale) ? side.Nothing() : side;
            case PreconditionRule precondition:
                return OneOf(KeepTriggering(side, rule), precondition.Unlocks);
            case TogetherRule together:
                side = KeepTriggering(side, rule);
                foreach (var reference in together.Options) side = OneOf(side, [reference]);
                return side;
            default:
                return KeepTriggering(side, rule);
        }
    }

    /// <summary>True when no package left escapes the trigger: all that remains of some issue triggers the rule.</summary>
    public bool IsCertain(Scope scope, Rule rule)
    {
        if (scope.Triggered.Contains(rule.Name) || IsAlwaysTriggered(rule)) return true;
        return References.TriggersOf(rule) is { } triggers && Enumerable.Range(0, scope.Allowed.Length).Any(i =>
            Enumerable.Range(0, scope.Allowed[i].Length).All(o => !scope.Allowed[i][o] || References.Triggers(tables, triggers, i, o)));
    }

    private static bool IsAlwaysTriggered(Rule rule) => rule is FloorRule or RatificationRule { When.IsEmpty: true };

    /// <summary>A list is triggered by one of its options, which narrows an issue only if all of them stand there.</summary>
    private Scope KeepTriggering(Scope scope, Rule rule)
    {
        if (IsAlwaysTriggered(rule) || References.TriggersOf(rule) is not { } triggers) return scope;
        var issues = Enumerable.Range(0, scope.Allowed.Length).Where(i => Enumerable.Range(0, scope.Allowed[i].Length)
            .Any(o => scope.Allowed[i][o] && References.Triggers(tables, triggers, i, o))).ToList();
        return issues.Count switch
        {
            0 => scope.Nothing(),
            1 => scope.Keep((i, o) => i != issues[0] || References.Triggers(tables, triggers, i, o)),
            _ => scope,
        };
    }

    /// <summary>One of the references must hold; that narrows an issue only if all of them name it.</summary>
    private Scope OneOf(Scope scope, ImmutableArray<OptionReference> references)
    {
        var issues = references.Select(r => tables.Issue(r.Issue)).Distinct().ToList();
        return issues.Count switch
        {
            0 => scope.Nothing(),
            1 => scope.Keep((i, o) => i != issues[0] || references.Any(r => References.Names(tables, r, i, o))),
            _ => scope,
        };
    }
}
