using System.Collections.Immutable;
using Parley.Kernels.Exact;

namespace Parley.Results;

/// <summary>A package in the case's own names.</summary>
public sealed record PackageView
{
    /// <summary>The option id of each issue, in issue order.</summary>
    public required ImmutableArray<string> Options { get; init; }

    /// <summary>The option ids that differ from the free baseline; on issues without a status quo, always.</summary>
    public required ImmutableArray<string> Changes { get; init; }

    /// <summary>Utility of each negotiator, in the order of the result's parties (docs/model.md, 5).</summary>
    public required ImmutableArray<Rational> Utilities { get; init; }

    /// <summary>Utility less the no-deal point of each negotiator.</summary>
    public required ImmutableArray<Rational> Gains { get; init; }
}

/// <summary>A package with every triggered condition's slack.</summary>
public sealed record PackageOutcome
{
    public required PackageView Package { get; init; }

    /// <summary>The smallest of the rows' values; at least -1; null when no row bounds it.</summary>
    public required Rational? Margin { get; init; }

    /// <summary>The triggered rows, consent first, then rules in declaration order.</summary>
    public required ImmutableArray<RowOutcome> Rows { get; init; }

    /// <summary>The rows that fail.</summary>
    public IEnumerable<RowOutcome> Broken => Rows.Where(r => r.Value is { Sign: < 0 });
}

/// <summary>What kind of condition a row is.</summary>
public enum RowKind
{
    Consent,
    Ratification,
    Votes,
    RefusedTrade,
    Floor,
    Precondition,
    RedLine,
    Together,
}

/// <summary>One triggered condition at one package.</summary>
/// <param name="Name">The negotiator for consent, else the rule.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Holder">Whose condition it is: a party, or the rule itself.</param>
/// <param name="Slack">In the holder's value points, votes, or points of a dimension; null for a hard rule.</param>
/// <param name="Value">Slack as a share of the holder's range, at least -1; null when the row cannot bind.</param>
public sealed record RowOutcome(string Name, RowKind Kind, string Holder, Rational? Slack, Rational? Value);
