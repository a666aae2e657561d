using System.Collections.Immutable;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Perceptions;

/// <summary>How the negotiators' own views compare with the case (docs/model.md, 42).</summary>
public enum ViewAgreement
{
    /// <summary>No deal in the case, and none in any negotiator's own view.</summary>
    AgreedNo,

    /// <summary>A deal in the case and in every negotiator's own view.</summary>
    AgreedDeal,

    /// <summary>A deal in every negotiator's own view, none in the case.</summary>
    Illusory,

    /// <summary>A deal in the case, none in some negotiator's own view.</summary>
    Missed,

    /// <summary>None in the case, and the own views differ.</summary>
    Split,
}

/// <summary>The same question in the case, in each negotiator's own view and in every other perception.</summary>
public sealed record PerceptionsResult
{
    /// <summary>Negotiators in declaration order; every per-party array of the result follows it.</summary>
    public required ImmutableArray<string> Parties { get; init; }

    /// <summary>False when the case declares no perceptions: then everybody sees it as it stands.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>The case as it stands.</summary>
    public required PerceivedCase Case { get; init; }

    /// <summary>Each negotiator's own view, one for each of the parties.</summary>
    public required ImmutableArray<PerceivedCase> Own { get; init; }

    /// <summary>Perceptions that are no negotiator's, in declaration order.</summary>
    public required ImmutableArray<PerceivedCase> Others { get; init; }

    /// <summary>Whether there is any deal; null when a search that it rests on ran out of budget.</summary>
    public required ViewAgreement? Agreement { get; init; }

    /// <summary>The same for each named deal, in declaration order.</summary>
    public required ImmutableArray<DealAgreement> Deals { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>What one perception says.</summary>
public sealed record PerceivedCase
{
    /// <summary>The perception; null for the case as it stands.</summary>
    public required string? Perception { get; init; }

    /// <summary>Whose own view it is; null for the case itself and for observers.</summary>
    public required string? Negotiator { get; init; }

    public required Grade Grade { get; init; }

    /// <summary>False when the search ended before it knew whether a deal exists.</summary>
    public required bool IsDecided { get; init; }

    public required Rational Margin { get; init; }

    /// <summary>A proved upper bound of the margin; equal to it when exact.</summary>
    public required Rational MarginUpper { get; init; }

    /// <summary>The named deals, in the order of <see cref="PerceptionsResult.Deals"/>.</summary>
    public required ImmutableArray<PerceivedDeal> Deals { get; init; }

    public required Completeness Completeness { get; init; }
}

/// <summary>A named deal in one perception.</summary>
/// <param name="Name">The deal.</param>
/// <param name="Feasible">Whether it would be accepted.</param>
/// <param name="Margin">Its margin; -1 where it names an option that cannot be a term.</param>
/// <param name="Surplus">Consent slack of each negotiator; empty where it names an option that cannot be a term.</param>
public sealed record PerceivedDeal(string Name, bool Feasible, Rational Margin, ImmutableArray<Rational> Surplus);

/// <summary>How the views of a named deal compare.</summary>
public sealed record DealAgreement(string Name, string? Title, ViewAgreement Agreement);
