using System.Collections.Immutable;
using Parley.Cases.Diagnostics;

namespace Parley.Cases.Model;

/// <summary>A negotiation case as its file declares it. Everything keeps declaration order.</summary>
public sealed record CaseModel
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>The day on which the case is assessed, EDTF.</summary>
    public string? AsOf { get; init; }

    public string? Note { get; init; }

    /// <summary>Id of the source the case as a whole rests on.</summary>
    public string? Source { get; init; }

    /// <summary>Expected size from which an option is substantive; null when every agreement counts.</summary>
    public Number? SubstantiveFrom { get; init; }

    /// <summary>The +- share that numbers without a range get; null when they are meant exactly.</summary>
    public decimal? DefaultRange { get; init; }

    /// <summary>What talks cost all who take part, as a share of what a deal is worth (0..1); null when nobody said.</summary>
    public Number? CostOfTalks { get; init; }

    /// <summary>Issues that a deal must move from their status quo.</summary>
    public ImmutableArray<string> DealMustSettle { get; init; } = [];

    /// <summary>Who must sign; null means all negotiators.</summary>
    public Signatories? Signatories { get; init; }

    /// <summary>True when side payments are unlimited.</summary>
    public bool MoneyTransferable { get; init; }

    /// <summary>True when the case declares that values may be compared between parties.</summary>
    public bool UtilitiesComparable { get; init; }

    /// <summary>Titles of interest dimensions, where given.</summary>
    public ImmutableArray<Dimension> Dimensions { get; init; } = [];

    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    public required ImmutableArray<Party> Parties { get; init; }

    public required ImmutableArray<Issue> Issues { get; init; }

    public ImmutableArray<Rule> Rules { get; init; } = [];

    public ImmutableArray<Deal> Deals { get; init; } = [];

    /// <summary>Name of the deal that is in force on the date that was laid on; null for none.</summary>
    public string? InForce { get; init; }

    public ImmutableArray<StandingEffect> StandingEffects { get; init; } = [];

    /// <summary>Which uncertain numbers move together.</summary>
    public Dependence Dependence { get; init; } = Dependence.None;

    /// <summary>Dates, leaders, events, perceptions, obstacles and stories, each kind in declaration order.</summary>
    public ImmutableArray<Overlay> Overlays { get; init; } = [];

    public ImmutableArray<Claim> Claims { get; init; } = [];

    public ImmutableArray<EvidenceSource> Sources { get; init; } = [];

    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>The parties that sit at the table, in declaration order.</summary>
    public IEnumerable<Party> Negotiators => Parties.Where(p => p.Role == PartyRole.Negotiator);

    /// <summary>The overlays of one kind, in declaration order.</summary>
    public IEnumerable<Overlay> OverlaysOf(OverlayKind kind) => Overlays.Where(o => o.Kind == kind);
}

/// <summary>An interest dimension and its title.</summary>
public sealed record Dimension(string Name, string Title, SourceSpan Span);

/// <summary>A quorum: all of some negotiators and at least so many of others.</summary>
public sealed record Signatories(ImmutableArray<string> All, int AtLeast, ImmutableArray<string> Of, SourceSpan Span);

/// <summary>A named package; issues not listed stay at the free baseline.</summary>
public sealed record Deal
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Issue and option, in declaration order.</summary>
    public required ImmutableArray<DealTerm> Terms { get; init; }

    public string? Source { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>One term of a named deal.</summary>
public sealed record DealTerm(string Issue, string Option, SourceSpan Span);
