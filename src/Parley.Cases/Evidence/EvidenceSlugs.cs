namespace Parley.Cases.Evidence;

/// <summary>The stable short names of what can be found in an evidence file, beyond those of every case file.</summary>
public static class EvidenceSlugs
{
    /// <summary>Well-formed, but no evidence file.</summary>
    public const string NotEvidence = "not-evidence";

    /// <summary>It names another case than the one it stands beside.</summary>
    public const string OtherCase = "other-case";

    /// <summary>A speaker that is not declared.</summary>
    public const string UnknownSpeaker = "unknown-speaker";

    /// <summary>A report that does not say, in one word, what it asserts or denies.</summary>
    public const string NoStatement = "no-statement";

    /// <summary>A chain without a speaker, or with one twice.</summary>
    public const string BadChain = "bad-chain";

    /// <summary>Shares of a meeting that do not sum to 1.</summary>
    public const string BadShares = "bad-shares";

    /// <summary>An outcome on a topic that was not talked about, or meetings said to be a topic that no issue of the case has.</summary>
    public const string UnknownTopic = "unknown-topic";

    /// <summary>A topic that no issue of the case has (warning).</summary>
    public const string OwnTopic = "own-topic";

    /// <summary>Meetings that are not in the order of time.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>A past event whose date has no first day.</summary>
    public const string NoFirstDay = "no-first-day";

    /// <summary>More than an evidence file may hold.</summary>
    public const string TooMuch = "too-much-evidence";
}
