using System.Collections.Immutable;
using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;

namespace Parley.Cases.Formats;

/// <summary>What was read from a folder of another program, and what of it was left behind.</summary>
public sealed record ScenarioReading
{
    public required ScenarioFormat Format { get; init; }

    /// <summary>At least one; more than one only where a centre bargains with several parties, one scenario for each.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>What the files say and a scenario does not carry, in the order of the files.</summary>
    public required ImmutableArray<ScenarioNote> Notes { get; init; }
}

/// <summary>Something in the files that is not part of the scenario that was read from them.</summary>
/// <param name="Slug">The stable short name of what it is, such as <c>not-carried</c>.</param>
/// <param name="Span">Where it stands first.</param>
/// <param name="Message">One sentence about it.</param>
public sealed record ScenarioNote(string Slug, SourceSpan Span, string Message)
{
    /// <summary>The form of findings: <c>file:line:col: note slug: message</c>.</summary>
    public override string ToString() => $"{Span}: note {Slug}: {Message}";
}
