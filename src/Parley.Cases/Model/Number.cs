using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>A number as a case writes it: <c>value [*parameter]... [(distribution)] [@source]</c>.</summary>
public sealed record Number
{
    /// <summary>Zero, meant exactly.</summary>
    public static Number Zero { get; } = new() { Coefficient = 0m };

    /// <summary>One, meant exactly.</summary>
    public static Number One { get; } = new() { Coefficient = 1m };

    /// <summary>The typed value, at most four decimals.</summary>
    public required decimal Coefficient { get; init; }

    /// <summary>Names of the parameters that multiply the coefficient, at most two.</summary>
    public ImmutableArray<string> Parameters { get; init; } = [];

    /// <summary>The plausible range of the coefficient; null when it is meant exactly.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>How plausible the values of the range are; null means the triangle with its mode at the coefficient. Never there without a range.</summary>
    public NumberDistribution? Distribution { get; init; }

    /// <summary>Id of the quote or source behind it, <c>guess</c>, or null; inherited from the option where it has none.</summary>
    public string? Source { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>The plausible range of a number, low &lt;= high.</summary>
public readonly record struct NumberRange(decimal Low, decimal High);
