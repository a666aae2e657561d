namespace Parley.Cases.Overlays;

/// <summary>What a number of a case measures.</summary>
public enum NumberKind
{
    /// <summary>What talks cost, as a share of a deal's worth; has no path that an edit can set.</summary>
    CostOfTalks,

    /// <summary>The expected size from which an option is substantive.</summary>
    Threshold,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A party's value of no agreement.</summary>
    NoDeal,

    /// <summary>What a deal must be worth to a party beyond no agreement.</summary>
    MinGain,

    /// <summary>A party's value per point in a dimension.</summary>
    Weight,

    /// <summary>A bloc's votes.</summary>
    Votes,

    /// <summary>The votes a ratifier needs.</summary>
    VotesNeeded,

    /// <summary>A chance of delivery.</summary>
    Delivery,

    /// <summary>How much an option changes if delivered.</summary>
    Size,

    /// <summary>What an option does to a party in a dimension.</summary>
    Effect,

    /// <summary>What an option is worth to a party directly.</summary>
    Points,

    /// <summary>What a value of a numeric issue is worth to a party.</summary>
    Breakpoint,

    /// <summary>The loss a rule overlooks.</summary>
    Tolerance,

    /// <summary>What ordinary conduct does; has no path that an edit can set.</summary>
    StandingEffect,

    /// <summary>An event's expected number a year; has no path that an edit can set.</summary>
    PerYear,

    /// <summary>What an event does to the relationship index; has no path that an edit can set.</summary>
    EffectOnIndex,
}
