using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;
using Parley.Outcomes;

namespace Parley.Reports.Answers;

/// <summary>A scenario of another program and its frontier.</summary>
public sealed record ScenarioAnswers
{
    public required Scenario Scenario { get; init; }

    /// <summary>What the scenario's files say that no answer uses.</summary>
    public required ImmutableArray<Diagnostic> Notes { get; init; }

    public required OutcomesResult Outcomes { get; init; }

    /// <summary>The version of Parley that answered.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 over the names and bytes of the scenario's files, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The most points that were asked for.</summary>
    public required int Limit { get; init; }

    /// <summary>The share of the ranges that might be given away, as typed; null when none might.</summary>
    public string? Within { get; init; }
}
