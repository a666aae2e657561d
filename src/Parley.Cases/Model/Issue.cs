using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>Something to be settled: a set of options of which exactly one holds.</summary>
public sealed record Issue
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Name of the option that holds today; null when any deal must settle the issue.</summary>
    public string? StatusQuo { get; init; }

    public string? Topic { get; init; }

    /// <summary>True when only the status quo remains (the issue is moot).</summary>
    public bool OffTable { get; init; }

    /// <summary>Options in declaration order; an unlisted status quo comes first.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    /// <summary>The value curves of a numeric issue; null for an issue with named options.</summary>
    public NumericScale? Scale { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>The id of an option in rules, deals, paths and output: <c>issue.option</c>, or <c>issue=value</c>.</summary>
    public string IdOf(string option) => Scale is null ? $"{Name}.{option}" : $"{Name}={option}";
}

/// <summary>A numeric issue: options at <c>from, from+step, .., to</c>, valued by piecewise-linear curves.</summary>
public sealed record NumericScale(decimal From, decimal To, decimal Step, ImmutableArray<ValueCurve> Curves);

/// <summary>One party's value of a numeric issue: linear between breakpoints, constant beyond the outermost.</summary>
/// <param name="Party">The party.</param>
/// <param name="Breakpoints">At least one, in increasing order of <see cref="Breakpoint.At"/>.</param>
public sealed record ValueCurve(string Party, ImmutableArray<Breakpoint> Breakpoints);

/// <summary>A point of a value curve.</summary>
public sealed record Breakpoint(decimal At, Number Value);
