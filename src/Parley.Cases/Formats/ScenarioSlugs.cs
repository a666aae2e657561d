namespace Parley.Cases.Formats;

/// <summary>The stable short names of all that can be found in scenarios of other programs, or said of them.</summary>
public static class ScenarioSlugs
{
    /// <summary>The file or folder is missing or cannot be read.</summary>
    public const string NoFile = "no-file";

    /// <summary>Bytes that are no UTF-8.</summary>
    public const string NotUtf8 = "not-utf8";

    /// <summary>More than a file may hold.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>More than all files of a folder may hold.</summary>
    public const string FolderTooLarge = "folder-too-large";

    /// <summary>More files than a folder may hold.</summary>
    public const string TooManyFiles = "too-many-files";

    /// <summary>Elements, maps and lists inside one another beyond the limit.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>More elements or values than a file may hold.</summary>
    public const string TooManyNodes = "too-many-nodes";

    /// <summary>Aliases that would expand beyond the limit.</summary>
    public const string AliasBomb = "alias-bomb";

    /// <summary>A declaration of a document type, which could make the file expand or reach out.</summary>
    public const string Dtd = "dtd";

    /// <summary>Not well-formed XML.</summary>
    public const string BadXml = "bad-xml";

    /// <summary>Not well-formed JSON.</summary>
    public const string BadJson = "bad-json";

    /// <summary>Not well-formed YAML, or more than plain YAML.</summary>
    public const string BadYaml = "bad-yaml";

    /// <summary>Nothing here is a scenario.</summary>
    public const string NoScenario = "no-scenario";

    /// <summary>Files of two formats in one folder.</summary>
    public const string MixedFormats = "mixed-formats";

    /// <summary>Profiles without the issues they are about.</summary>
    public const string NoDomain = "no-domain";

    /// <summary>Two domains in one folder.</summary>
    public const string TwoDomains = "two-domains";

    /// <summary>A domain without profiles.</summary>
    public const string NoProfiles = "no-profiles";

    /// <summary>More profiles than a folder may hold.</summary>
    public const string TooManyProfiles = "too-many-profiles";

    /// <summary>No profile of a name that was asked for.</summary>
    public const string UnknownProfile = "unknown-profile";

    /// <summary>An agent's profile is not in the folder (warning).</summary>
    public const string MissingProfile = "missing-profile";

    /// <summary>One name for two profiles.</summary>
    public const string DuplicateProfile = "duplicate-profile";

    /// <summary>A domain without issues.</summary>
    public const string NoIssues = "no-issues";

    /// <summary>An issue without values.</summary>
    public const string EmptyIssue = "empty-issue";

    /// <summary>An issue or value without a name.</summary>
    public const string EmptyName = "empty-name";

    /// <summary>More issues than a scenario may hold.</summary>
    public const string TooManyIssues = "too-many-issues";

    /// <summary>More values than an issue, or all issues together, may hold.</summary>
    public const string TooManyValues = "too-many-values";

    /// <summary>More hyper-rectangles than a profile may hold.</summary>
    public const string TooManyRectangles = "too-many-rectangles";

    /// <summary>One issue twice.</summary>
    public const string DuplicateIssue = "duplicate-issue";

    /// <summary>One value twice (warning).</summary>
    public const string DuplicateValue = "duplicate-value";

    /// <summary>One key twice in a map.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A profile without one of the issues.</summary>
    public const string MissingIssue = "missing-issue";

    /// <summary>An issue that the domain does not have.</summary>
    public const string UnknownIssue = "unknown-issue";

    /// <summary>An issue with another name than the domain gives its number (warning).</summary>
    public const string IssueRenamed = "issue-renamed";

    /// <summary>A profile without one of the values.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>A value that the issue does not have.</summary>
    public const string UnknownValue = "unknown-value";

    /// <summary>An issue without a weight (warning).</summary>
    public const string NoWeight = "no-weight";

    /// <summary>Something that must be there is not.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>A list where a map is meant, or the like.</summary>
    public const string WrongShape = "wrong-shape";

    /// <summary>A number not written as one.</summary>
    public const string BadNumber = "bad-number";

    /// <summary>A range that holds no value.</summary>
    public const string BadRange = "bad-range";

    /// <summary>A profile that bounds an issue otherwise than the domain.</summary>
    public const string OtherBounds = "other-bounds";

    /// <summary>An issue with uncountably many values.</summary>
    public const string RealIssue = "real-issue";

    /// <summary>A kind of issue, value function, evaluator or utility that is not read.</summary>
    public const string UnknownType = "unknown-type";

    /// <summary>A utility that is code, not data.</summary>
    public const string CodeUtility = "code-utility";

    /// <summary>A function of numbers on values that are none.</summary>
    public const string NoNumbers = "no-numbers";

    /// <summary>A maximum that nothing can be divided by.</summary>
    public const string BadMaximum = "bad-maximum";

    /// <summary>Note: something in the files that a scenario has no place for.</summary>
    public const string NotCarried = "not-carried";

    /// <summary>Note: a discount is kept, and no answer uses it.</summary>
    public const string Discount = "discount";

    /// <summary>Note: a file that is not read.</summary>
    public const string Ignored = "ignored";

    /// <summary>Writing: a name that the target cannot hold.</summary>
    public const string Unwritable = "unwritable";

    /// <summary>Writing: something that the target has no place for.</summary>
    public const string NoRoom = "no-room";

    /// <summary>Writing: no outcome stands for the reservation value.</summary>
    public const string NoReservationBid = "no-reservation-bid";

    /// <summary>Writing: a side's utilities were moved or stretched to fit (warning).</summary>
    public const string Rescaled = "rescaled";

    /// <summary>Writing: the same numbers stand there in another form (warning).</summary>
    public const string Reshaped = "reshaped";

    /// <summary>Writing: an exact number would have too many digits.</summary>
    public const string TooLong = "too-long";
}
