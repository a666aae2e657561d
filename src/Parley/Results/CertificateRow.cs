namespace Parley.Results;

/// <summary>The rows that a leaf of a proof may use; what a compiled problem calls its rows.</summary>
public enum CertificateRow
{
    /// <summary>A negotiator's consent.</summary>
    Consent,

    /// <summary>A triggered rule's row.</summary>
    Rule,

    /// <summary>A consenting bloc's row.</summary>
    Bloc,

    /// <summary>The triggering inequality of a refused trade, weakened to at most minus the tolerance.</summary>
    Triggered,

    /// <summary>Its negation: the loss stays within the tolerance.</summary>
    NotTriggered,

    /// <summary>A candidate: at least one substantive option; without tokens, at least one change.</summary>
    Candidate,
}
