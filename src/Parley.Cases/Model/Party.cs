using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>What a party does in the case.</summary>
public enum PartyRole
{
    /// <summary>Sits at the table; its consent is needed (Putnam's Level I).</summary>
    Negotiator,

    /// <summary>Must ratify what its rules name (Level II), by its own value or by the votes of its blocs.</summary>
    Ratifier,

    /// <summary>Part of a ratifier, with a number of votes.</summary>
    Bloc,

    /// <summary>Must carry an undertaking out; signs nothing.</summary>
    Implementer,

    /// <summary>Helps the talks; signs nothing.</summary>
    Mediator,

    /// <summary>Is affected; signs nothing.</summary>
    Observer,
}

/// <summary>A party: an office or a state rather than the person who holds it.</summary>
public sealed record Party
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    public PartyRole Role { get; init; } = PartyRole.Negotiator;

    /// <summary>The party it belongs to: a ratifier's negotiator, a bloc's ratifier, an implementer's patron.</summary>
    public string? Of { get; init; }

    /// <summary>Value of no agreement: relative to the status quo, absolute where no issue has one. Default 0.</summary>
    public Number NoDeal { get; init; } = Number.Zero;

    /// <summary>What a deal must be worth beyond no agreement, &gt;= 0 for negotiators. Default 0.</summary>
    public Number MinGain { get; init; } = Number.Zero;

    /// <summary>Value per point in each dimension, &gt;= 0, in file order.</summary>
    public ImmutableArray<Weight> Weights { get; init; } = [];

    /// <summary>A bloc's votes.</summary>
    public Number? Votes { get; init; }

    /// <summary>The votes a ratifier with blocs needs.</summary>
    public Number? VotesNeeded { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>What one point in a dimension is worth to a party.</summary>
public sealed record Weight(string Dimension, Number Value);
