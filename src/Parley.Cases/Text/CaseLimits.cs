namespace Parley.Cases.Text;

/// <summary>What a case file may hold at most. Every limit has its own finding; none is reached by a case a person writes.</summary>
public static class CaseLimits
{
    /// <summary>Bytes of a file (1 MiB); <c>file-too-large</c>.</summary>
    public const int FileBytes = 1024 * 1024;

    /// <summary>Levels of maps and lists inside one another; <c>too-deep</c>.</summary>
    public const int Depth = 64;

    /// <summary>Nodes of the file with every alias written out; <c>alias-bomb</c>.</summary>
    public const int ExpandedNodes = 100_000;

    /// <summary>Anchors of a file; <c>alias-bomb</c>.</summary>
    public const int Anchors = 100;

    /// <summary>Parties of a case; <c>too-many-parties</c>.</summary>
    public const int Parties = 64;

    /// <summary>Negotiators of a case; <c>too-many-negotiators</c>.</summary>
    public const int Negotiators = 8;

    /// <summary>Blocs of one ratifier; <c>too-many-blocs</c>.</summary>
    public const int BlocsPerRatifier = 12;

    /// <summary>Issues of a case; <c>too-many-issues</c>.</summary>
    public const int Issues = 64;

    /// <summary>Named options of one issue; <c>too-many-options</c>.</summary>
    public const int Options = 256;

    /// <summary>Steps of one numeric issue; <c>too-many-options</c>.</summary>
    public const int NumericOptions = 1_000;

    /// <summary>Rules of a case; <c>too-many-rules</c>.</summary>
    public const int Rules = 32;

    /// <summary>Channels by which one option may be delivered; <c>too-many-channels</c>.</summary>
    public const int Channels = 4;

    /// <summary>Parameters that multiply one number; <c>too-many-parameters</c>.</summary>
    public const int ParametersPerNumber = 2;

    /// <summary>Values of one discrete distribution; <c>bad-distribution</c>.</summary>
    public const int DiscreteValues = 32;

    /// <summary>Largest shape of a beta and largest geometric standard deviation; <c>bad-distribution</c>.</summary>
    public const decimal Shape = 1_000m;

    /// <summary>Common factors of a case; <c>too-many-dependences</c>.</summary>
    public const int CommonFactors = 16;

    /// <summary>Pairs under rank correlations; <c>too-many-dependences</c>.</summary>
    public const int RankCorrelations = 200;

    /// <summary>Digits after the point; <c>too-precise</c>.</summary>
    public const int Decimals = 4;

    /// <summary>Largest absolute value of a number; <c>out-of-range</c>.</summary>
    public const decimal Magnitude = 1_000_000_000m;

    /// <summary>Findings listed for one file; a last line says how many more there are (<c>too-many-findings</c>).</summary>
    public const int Findings = 200;

    /// <summary>Places at which a file that is not well-formed is mended to go on checking the rest.</summary>
    internal const int Repairs = 40;
}
