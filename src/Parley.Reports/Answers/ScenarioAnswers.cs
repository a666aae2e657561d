using Parley.Cases.Scenarios;
using Parley.Outcomes;

namespace Parley.Reports.Answers;

/// <summary>A scenario of another program and its frontier.</summary>
public sealed record ScenarioAnswers
{
    public required Scenario Scenario { get; init; }

    public required OutcomesResult Outcomes { get; init; }

    /// <summary>The version of Parley that answered.</summary>
    public required string Version { get; init; }

    /// <summary><see cref="ScenarioFingerprint"/> of the scenario.</summary>
    public required string Hash { get; init; }

    /// <summary>The most points that were asked for.</summary>
    public required int Limit { get; init; }

    /// <summary>The share of the ranges that might be given away, as typed; null when none might.</summary>
    public string? Within { get; init; }
}
