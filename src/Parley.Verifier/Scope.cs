using System.Collections.Immutable;
using System.Numerics;

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

    /// <summary>Negotiators whose consent is asserted to be needed.</summary>
    public ImmutableHashSet<string> Needed { get; init; } = [];

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

    /// <summary>True when the row's left side cannot reach its bound (or cannot pass it) on what is left.</summary>
    public bool IsShort(Row row, bool orEqual)
    {
        if (IsEmpty) return true;
        var most = BigInteger.Zero;
        for (var i = 0; i < Allowed.Length; i++)
        {
            most += Enumerable.Range(0, Allowed[i].Length).Where(o => Allowed[i][o]).Max(o => row.Coefficients[i][o]);
        }

        return orEqual ? most <= row.Bound : most < row.Bound;
    }
}
