namespace Parley.Cases.Text;

/// <summary>The stable short names of all that can be found in a case file. <c>cases/invalid</c> holds an example of each.</summary>
public static class ReaderSlugs
{
    /// <summary>The file is missing or cannot be read.</summary>
    public const string NoFile = "no-file";

    /// <summary>Bytes that are no UTF-8.</summary>
    public const string NotUtf8 = "not-utf8";

    /// <summary>More than a case file may hold.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>Maps and lists inside one another beyond the limit.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>Aliases that would expand beyond the limit.</summary>
    public const string AliasBomb = "alias-bomb";

    /// <summary>The list of findings was cut.</summary>
    public const string TooManyFindings = "too-many-findings";

    /// <summary>Nothing but blank lines and comments.</summary>
    public const string EmptyFile = "empty-file";

    /// <summary>Well-formed, but no case.</summary>
    public const string NotACase = "not-a-case";

    /// <summary>A conflict, but nothing to negotiate.</summary>
    public const string ConflictAlone = "conflict-alone";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>A format version this reader does not know.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>Not well-formed, and no more precise finding fits.</summary>
    public const string BadYaml = "bad-yaml";

    /// <summary>A tab in an indent.</summary>
    public const string Tab = "tab";

    /// <summary>A colon without a space behind it.</summary>
    public const string MissingSpace = "missing-space";

    /// <summary>A colon inside a text without quotes.</summary>
    public const string ColonInText = "colon-in-text";

    /// <summary>A bracket or quote that nothing closes.</summary>
    public const string Unclosed = "unclosed";

    /// <summary>A character that is no text.</summary>
    public const string BadCharacter = "bad-character";

    /// <summary>A curly quote, dash or no-break space where ASCII is meant.</summary>
    public const string Typographic = "typographic";

    /// <summary>A comma that ends a value inside braces.</summary>
    public const string StrayComma = "stray-comma";

    /// <summary>A # that cuts a text off (warning).</summary>
    public const string CommentInText = "comment-in-text";

    /// <summary>Two equal keys in one map.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A key that the section does not have.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>Text where a map is meant, or the like.</summary>
    public const string WrongShape = "wrong-shape";

    /// <summary>Something else where a number comes first.</summary>
    public const string NoNumber = "no-number";

    /// <summary>A number not written as one.</summary>
    public const string BadNumber = "bad-number";

    /// <summary>A comma where a decimal point is meant.</summary>
    public const string DecimalComma = "decimal-comma";

    /// <summary>A range not written low..high.</summary>
    public const string BadRange = "bad-range";

    /// <summary>A distribution that is none, or whose arguments do not fit.</summary>
    public const string BadDistribution = "bad-distribution";

    /// <summary>Dependence that cannot hold, or is said twice.</summary>
    public const string BadDependence = "bad-dependence";

    /// <summary>Dependence of a number that never varies.</summary>
    public const string NotSampled = "not-sampled";

    /// <summary>More factors or pairs than allowed.</summary>
    public const string TooManyDependences = "too-many-dependences";

    /// <summary>A value outside its own range (warning).</summary>
    public const string ValueOutsideRange = "value-outside-range";

    /// <summary>More decimals than are kept.</summary>
    public const string TooPrecise = "too-precise";

    /// <summary>A number outside what its field can mean.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>An edit beyond the scale of a dimension (warning).</summary>
    public const string BeyondScale = "beyond-scale";

    /// <summary>A chance outside 0..1.</summary>
    public const string BadProbability = "bad-probability";

    /// <summary>More parameters in one number than allowed.</summary>
    public const string TooManyParameters = "too-many-parameters";

    /// <summary>More delivery channels than allowed.</summary>
    public const string TooManyChannels = "too-many-channels";

    /// <summary>More parties than allowed.</summary>
    public const string TooManyParties = "too-many-parties";

    /// <summary>More negotiators than allowed.</summary>
    public const string TooManyNegotiators = "too-many-negotiators";

    /// <summary>More blocs of one ratifier than allowed.</summary>
    public const string TooManyBlocs = "too-many-blocs";

    /// <summary>More issues than allowed.</summary>
    public const string TooManyIssues = "too-many-issues";

    /// <summary>More options of one issue than allowed.</summary>
    public const string TooManyOptions = "too-many-options";

    /// <summary>More rules than allowed.</summary>
    public const string TooManyRules = "too-many-rules";

    /// <summary>Not one of the words a field takes.</summary>
    public const string UnknownWord = "unknown-word";

    /// <summary>A name with a character that names cannot have.</summary>
    public const string BadName = "bad-name";

    /// <summary>A name that is a word of the format.</summary>
    public const string ReservedName = "reserved-name";

    /// <summary>One name for two things.</summary>
    public const string DuplicateName = "duplicate-name";

    /// <summary>No party of that name.</summary>
    public const string UnknownParty = "unknown-party";

    /// <summary>No issue of that name.</summary>
    public const string UnknownIssue = "unknown-issue";

    /// <summary>No option of that name.</summary>
    public const string UnknownOption = "unknown-option";

    /// <summary>No dimension of that name.</summary>
    public const string UnknownDimension = "unknown-dimension";

    /// <summary>No parameter of that name.</summary>
    public const string UnknownParameter = "unknown-parameter";

    /// <summary>No quote or source of that name.</summary>
    public const string UnknownSource = "unknown-source";

    /// <summary>Sources are cited in a file that has none (warning).</summary>
    public const string NoEvidence = "no-evidence";

    /// <summary>A key is read and kept, but nothing is computed from it yet (warning).</summary>
    public const string NotComputed = "not-computed";

    /// <summary>No deal of that name.</summary>
    public const string UnknownDeal = "unknown-deal";

    /// <summary>Nothing stands at a path.</summary>
    public const string UnknownPath = "unknown-path";

    /// <summary>No date of that name.</summary>
    public const string UnknownDate = "unknown-date";

    /// <summary>No leader of that name.</summary>
    public const string UnknownLeader = "unknown-leader";

    /// <summary>No perception of that name.</summary>
    public const string UnknownPerception = "unknown-perception";

    /// <summary>No story of that name.</summary>
    public const string UnknownStory = "unknown-story";

    /// <summary>No event of that name.</summary>
    public const string UnknownEvent = "unknown-event";

    /// <summary>No obstacle of that name.</summary>
    public const string UnknownObstacle = "unknown-obstacle";

    /// <summary>Words in a claim that are no phrase.</summary>
    public const string UnknownPhrase = "unknown-phrase";

    /// <summary>An issue with nothing to choose.</summary>
    public const string EmptyIssue = "empty-issue";

    /// <summary>A numeric issue whose steps do not fit.</summary>
    public const string BadScale = "bad-scale";

    /// <summary>An issue off the table that has no status quo.</summary>
    public const string NoStatusQuo = "no-status-quo";

    /// <summary>A status quo that is nearly the name of an option.</summary>
    public const string MaybeTypo = "maybe-typo";

    /// <summary>An undertaking another must carry out, without a chance of delivery.</summary>
    public const string NoDelivery = "no-delivery";

    /// <summary>A party whose role does not fit.</summary>
    public const string WrongRole = "wrong-role";

    /// <summary>Fewer names than a field needs.</summary>
    public const string TooFew = "too-few";

    /// <summary>A rule that does not begin with its kind.</summary>
    public const string NoRuleKind = "no-rule-kind";

    /// <summary>Parameters that add up to themselves.</summary>
    public const string CyclicParameters = "cyclic-parameters";

    /// <summary>An address that is neither http nor https.</summary>
    public const string BadUrl = "bad-url";

    /// <summary>A date that is not EDTF.</summary>
    public const string BadDate = "bad-date";

    /// <summary>No SHA-256 in hexadecimal.</summary>
    public const string BadHash = "bad-hash";

    /// <summary>A quote whose place does not add up.</summary>
    public const string BadPassage = "bad-passage";

    /// <summary>An edit that is no path=value.</summary>
    public const string BadEdit = "bad-edit";

    /// <summary>A place in the text that cannot be written to.</summary>
    public const string CannotWrite = "cannot-write";

    /// <summary>Points in a dimension that a party does not weigh (warning).</summary>
    public const string NoWeight = "no-weight";

    /// <summary>A party that nothing concerns (warning).</summary>
    public const string IdleParty = "idle-party";

    /// <summary>Options that do not say who gives them, among three or more (warning).</summary>
    public const string ByMissing = "by-missing";

    /// <summary>A status quo that one negotiator alone would leave (warning).</summary>
    public const string UnstableStatusQuo = "unstable-status-quo";

    /// <summary>A ratifier that needs more votes than its blocs have together (warning).</summary>
    public const string VotesOutOfReach = "votes-out-of-reach";

    /// <summary>Two obstacles that set one path to different values (warning).</summary>
    public const string ConflictingObstacles = "conflicting-obstacles";

    /// <summary>A number that rests on something published later than <c>as_of</c>.</summary>
    public const string LaterThanAsOf = "later-than-as-of";
}
