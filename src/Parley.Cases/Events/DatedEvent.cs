using Parley.Cases.Diagnostics;

namespace Parley.Cases.Events;

/// <summary>Who did what to whom on which day, as an event data set codes it.</summary>
public sealed record DatedEvent
{
    /// <summary>The data set's own id; not unique in every set.</summary>
    public required string Id { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Who acts: a code where the set has codes, else a name; empty when not told.</summary>
    public required string From { get; init; }

    /// <summary>At whom it is aimed.</summary>
    public required string To { get; init; }

    /// <summary>The country of whoever acts, as the set writes it; empty when not told.</summary>
    public string FromCountry { get; init; } = string.Empty;

    public string ToCountry { get; init; } = string.Empty;

    /// <summary>The set's code with its leading zeros, as text; empty in sets that have types only.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>One of <see cref="EventTypes.All"/>; null where the code has no counterpart.</summary>
    public string? Type { get; init; }

    /// <summary>From -10 (conflict) to 10 (cooperation): Goldstein's scale, or the set's own intensity; null when not told.</summary>
    /// <remarks>
    /// Source: Goldstein 1992, the scale; key "goldstein1992" in docs/references.bib.
    /// </remarks>
    public decimal? Intensity { get; init; }

    /// <summary>Where it was reported; inert text.</summary>
    public string Url { get; init; } = string.Empty;

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>The sets of event data that are read.</summary>
public enum EventFormat
{
    /// <summary>57 columns without a heading: the backfile, without addresses.</summary>
    GdeltBackfile,

    /// <summary>58 columns without a heading.</summary>
    Gdelt1,

    /// <summary>61 columns without a heading.</summary>
    Gdelt2,

    /// <summary>Columns by their heading, among them <c>CAMEO Code</c>.</summary>
    Icews,

    /// <summary>Columns by their heading, among them <c>Event Type</c>.</summary>
    Polecat,
}
