using System.Collections.Immutable;
using Parley.Cases.Evidence;

namespace Parley.Beliefs;

/// <summary>What to believe of each thing reported.</summary>
public sealed record BeliefsResult
{
    /// <summary>In the order of the first report about each.</summary>
    public required ImmutableArray<Belief> Beliefs { get; init; }
}

/// <summary>What the reports about one thing come to.</summary>
public sealed record Belief
{
    /// <summary>What is reported.</summary>
    public required string About { get; init; }

    /// <summary>The chance that it is so, from even odds and the reports alone.</summary>
    public required double Chance { get; init; }

    /// <summary>Weight of what speaks for it, in nats.</summary>
    public required double For { get; init; }

    /// <summary>Weight of what speaks against it, in nats.</summary>
    public required double Against { get; init; }

    /// <summary>True when both sides weigh more than 0.4 nats.</summary>
    public required bool IsContested { get; init; }

    /// <summary>Those who said it first, in the order of the reports, each once.</summary>
    public required ImmutableArray<string> Origins { get; init; }

    /// <summary>Whom every chain begins with, where some other's word comes through him; null where there is no such narrator.</summary>
    public required string? Narrator { get; init; }

    /// <summary>The chance that counts the narrator's doubt once rather than once for each chain; null without a narrator.</summary>
    public required double? NarratedChance { get; init; }

    public required ImmutableArray<WeighedReport> Reports { get; init; }

    /// <summary>True when it all comes from one speaker.</summary>
    public bool IsSingleSourced => Origins.Length == 1;

    /// <summary>True when that one speaker is served by all he says about it.</summary>
    public bool RestsOnInterest => IsSingleSourced && Reports.All(r => r.Report.Bias == Bias.SelfServing);
}

/// <summary>A report and what it is worth.</summary>
/// <param name="Report">The report.</param>
/// <param name="Fidelity">How closely it follows the facts, 0 to 0.95.</param>
/// <param name="Weight">What it is worth, in nats.</param>
/// <param name="Counts">False when a stronger one of the same origin and sign counts instead.</param>
public sealed record WeighedReport(Report Report, decimal Fidelity, double Weight, bool Counts);
