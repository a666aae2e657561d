using System.Collections.Immutable;

namespace Parley.Cases.Overlays;

/// <summary>Which overlays a question is asked under.</summary>
public sealed record OverlaySelection
{
    /// <summary>The bare question: the last declared date, nothing else.</summary>
    public static OverlaySelection Default { get; } = new();

    /// <summary>A date; null means the last one declared, if any is.</summary>
    public string? At { get; init; }

    public string? Under { get; init; }

    public string? SeenBy { get; init; }

    public string? Story { get; init; }

    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Obstacles taken away; laid on last, in declaration order, whatever order they are named in.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Edits typed by the user, <c>path=value</c>; laid on after everything else, so that what is typed wins.</summary>
    public ImmutableArray<string> Set { get; init; } = [];
}
