using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>A condition beyond consent that a deal must meet. The first key of a rule in the file names its kind.</summary>
public abstract record Rule
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>False when the rule is declared but not operative.</summary>
    public bool InForce { get; init; } = true;

    public string? Source { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>A party that will not give in one dimension for gains in another (a taboo trade-off).</summary>
public sealed record RefusesTradeRule : Rule
{
    /// <summary>The negotiator that refuses.</summary>
    public required string Party { get; init; }

    /// <summary>The dimension it will not sell.</summary>
    public required string Gives { get; init; }

    /// <summary>The dimension whose gains then count for nothing.</summary>
    public required string Gets { get; init; }

    /// <summary>The loss in <see cref="Gives"/> it overlooks, in points, &gt;= 0.</summary>
    public Number Tolerance { get; init; } = Number.Zero;
}

/// <summary>A ratifier's consent, needed when a listed option (or any change of a listed issue) is in the deal.</summary>
public sealed record RatificationRule : Rule
{
    /// <summary>The ratifier (or an implementer with a veto).</summary>
    public required string By { get; init; }

    /// <summary>What triggers it; empty means every deal.</summary>
    public ImmutableArray<OptionReference> When { get; init; } = [];
}

/// <summary>The listed options may be agreed only if one of the unlocking options holds.</summary>
public sealed record PreconditionRule : Rule
{
    public required ImmutableArray<OptionReference> Unlocks { get; init; }

    public required ImmutableArray<OptionReference> For { get; init; }

    /// <summary>The negotiator that insists on it, if one does.</summary>
    public string? Party { get; init; }
}

/// <summary>Options a negotiator will never agree to.</summary>
public sealed record RedLineRule : Rule
{
    public required string Party { get; init; }

    public required ImmutableArray<OptionReference> Never { get; init; }
}

/// <summary>Options that come all together or not at all.</summary>
public sealed record TogetherRule : Rule
{
    public required ImmutableArray<OptionReference> Options { get; init; }
}

/// <summary>A party that accepts no net loss in one dimension beyond a tolerance.</summary>
public sealed record FloorRule : Rule
{
    public required string Party { get; init; }

    public required string Dimension { get; init; }

    /// <summary>The loss it overlooks, in points, &gt;= 0.</summary>
    public Number Tolerance { get; init; } = Number.Zero;
}

/// <summary>An option named in a rule, or any change of an issue when no option is named.</summary>
public readonly record struct OptionReference(string Issue, string? Option, SourceSpan Span);
