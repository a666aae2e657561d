using System.Collections.Immutable;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>What a reader of scenarios may be told.</summary>
public sealed record ScenarioReadOptions
{
    /// <summary>How the numbers become utilities; null for the way of the format: GENIUS divides and clamps, the others do not.</summary>
    public ScenarioSemantics? Semantics { get; init; }

    /// <summary>
    /// The profiles that sit at the table, by name, in this order; empty for all in the order of the files. In a folder
    /// with a centre and edges these are edges, and each gives a scenario of its own.
    /// </summary>
    public ImmutableArray<string> Profiles { get; init; } = [];
}
