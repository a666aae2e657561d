using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Events;

/// <summary>Which events of a file are wanted.</summary>
public sealed record EventFilter
{
    /// <summary>Everything.</summary>
    public static EventFilter All { get; } = new();

    /// <summary>The start of an actor's code or country, or words of its name; null for anybody.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Whether events the other way round are wanted too.</summary>
    public bool BothWays { get; init; }

    /// <summary>Whether an event is wanted.</summary>
    public bool Wants(DatedEvent found) => Is(found, forth: true) || (BothWays && Is(found, forth: false));

    private bool Is(DatedEvent found, bool forth) => forth
        ? Matches(From, found.From, found.FromCountry) && Matches(To, found.To, found.ToCountry)
        : Matches(From, found.To, found.ToCountry) && Matches(To, found.From, found.FromCountry);

    private static bool Matches(string? wanted, string actor, string country) =>
        wanted is null
        || actor.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        || country.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || (wanted.Length > 3 && actor.Contains(wanted, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What was read from a file of event data, and what was not.</summary>
public sealed record EventFile
{
    public required EventFormat Format { get; init; }

    /// <summary>By date, then in the order of the file.</summary>
    public required ImmutableArray<DatedEvent> Events { get; init; }

    /// <summary>Lines with data.</summary>
    public required int Lines { get; init; }

    /// <summary>Sound lines that the filter leaves out.</summary>
    public required int NotWanted { get; init; }

    /// <summary>Lines that tell an event again: the same id on the same day, or the same act between the same actors from the same address.</summary>
    public required int Repeated { get; init; }

    /// <summary>Lines that cannot be read.</summary>
    public required int Broken { get; init; }

    /// <summary>The first of the broken lines.</summary>
    public required ImmutableArray<Diagnostic> Findings { get; init; }
}
