using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>The kinds of overlay, in the order in which they are laid over the case; a later one wins.</summary>
public enum OverlayKind
{
    Date,
    Leader,
    Perception,
    Story,
    Event,
    Obstacle,
}

/// <summary>A named list of changes to the case.</summary>
public sealed record Overlay
{
    public required OverlayKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<Edit> Set { get; init; } = [];

    /// <summary>An obstacle's group (domestic, control, gains, ..).</summary>
    public string? Group { get; init; }

    /// <summary>An event's expected number a year.</summary>
    public Number? PerYear { get; init; }

    /// <summary>An event that would change the world the case describes.</summary>
    public bool Momentous { get; init; }

    /// <summary>What an event itself does to the relationship index.</summary>
    public Number? EffectOnIndex { get; init; }

    /// <summary>A date on which a declared deal is in force.</summary>
    public string? InForce { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>One change: what stands at a path, replaced by what a case file could say there.</summary>
/// <param name="Path">Dotted path; the first segment is a party, an issue, a rule or a parameter.</param>
/// <param name="Value">The new text, read as that path's field would be.</param>
/// <param name="PathSpan">Where the path stands.</param>
/// <param name="ValueSpan">Where the value stands.</param>
public sealed record Edit(string Path, string Value, SourceSpan PathSpan, SourceSpan ValueSpan);
