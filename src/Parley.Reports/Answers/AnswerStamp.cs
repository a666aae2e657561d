using System.Collections.Immutable;
using Parley.Cases.Overlays;

namespace Parley.Reports.Answers;

/// <summary>What an answer rests on: equal stamps mean equal answers.</summary>
public sealed record AnswerStamp
{
    /// <summary>The version of Parley that answered.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the case file's bytes, lower-case hex.</summary>
    public required string CaseHash { get; init; }

    /// <summary>The overlays the question was asked under, as they were named.</summary>
    public required OverlaySelection Overlays { get; init; }

    /// <summary>The most frontier points that were asked for; null when no frontier was.</summary>
    public int? FrontierLimit { get; init; }

    /// <summary>The selections that were compared; empty when none were.</summary>
    public ImmutableArray<OverlaySelection> Columns { get; init; } = [];
}
