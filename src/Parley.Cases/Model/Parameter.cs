using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>A named number that others may multiply by; either a number or a sum of other parameters.</summary>
public sealed record Parameter
{
    public required string Name { get; init; }

    /// <summary>The number; null when the parameter is a sum.</summary>
    public Number? Value { get; init; }

    /// <summary>The parameters summed; the sum is clipped to 0..1. Empty when the parameter is a number.</summary>
    public ImmutableArray<string> SumOf { get; init; } = [];

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}
