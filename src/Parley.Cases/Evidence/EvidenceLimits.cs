namespace Parley.Cases.Evidence;

/// <summary>What an evidence file may hold at most; beyond it, <c>too-much-evidence</c>.</summary>
public static class EvidenceLimits
{
    public const int Speakers = 200;

    public const int Reports = 1_000;

    public const int Meetings = 500;

    public const int Observations = 500;

    public const int Forecasts = 1_000;

    /// <summary>Past events.</summary>
    public const int History = 1_000;

    /// <summary>Speakers of one chain.</summary>
    public const int Chain = 8;

    /// <summary>Topics of one meeting.</summary>
    public const int Topics = 64;
}
