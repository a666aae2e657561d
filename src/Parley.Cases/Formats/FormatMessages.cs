using Parley.Cases.Diagnostics;
using Parley.Cases.Scenarios;
using Parley.Cases.Text;

namespace Parley.Cases.Formats;

/// <summary>What the readers of other programs' files say: one sentence with the offending word, and one fix.</summary>
internal static partial class FormatMessages
{
    private const int LongestWord = 40;

    private const int MostNames = 12;

    private const int MostCompared = 200;

    public static ReaderMessage NoFile(string why) =>
        Error(ScenarioSlugs.NoFile, $"The scenario cannot be read: {why}. Check the path.");

    public static ReaderMessage NotUtf8() =>
        Error(ScenarioSlugs.NotUtf8, "The file is not UTF-8. Save it as UTF-8.");

    public static ReaderMessage FileTooLarge() =>
        Error(ScenarioSlugs.FileTooLarge, $"The file is larger than {ScenarioLimits.FileBytes / (1024 * 1024)} MiB. Leave it out of the folder or make it smaller.");

    public static ReaderMessage FolderTooLarge() =>
        Error(ScenarioSlugs.FolderTooLarge, $"The files up to this one hold more than {ScenarioLimits.FolderBytes / (1024 * 1024)} MiB. Leave some out of the folder.");

    public static ReaderMessage TooManyFiles() =>
        Error(ScenarioSlugs.TooManyFiles, $"The folder holds more than {ScenarioLimits.Files} files. Give each scenario a folder of its own.");

    public static ReaderMessage TooDeep() =>
        Error(ScenarioSlugs.TooDeep, $"More than {ScenarioLimits.Depth} levels stand inside one another. Close an element or bracket.");

    public static ReaderMessage TooManyNodes() =>
        Error(ScenarioSlugs.TooManyNodes, $"The file holds more than {ScenarioLimits.Nodes} elements. Make it smaller.");

    public static ReaderMessage AliasBomb() =>
        Error(ScenarioSlugs.AliasBomb, $"With its aliases written out the file holds more than {ScenarioLimits.Nodes} values. Remove the aliases.");

    public static ReaderMessage Dtd() =>
        Error(ScenarioSlugs.Dtd, "A scenario does not declare a document type. Remove the <!DOCTYPE ...>.");

    public static ReaderMessage BadXml(string why) =>
        Error(ScenarioSlugs.BadXml, $"This is no XML: {why}. Mend the file or leave it out of the folder.");

    public static ReaderMessage BadJson() =>
        Error(ScenarioSlugs.BadJson, "This is no JSON from here on. Mend the file or leave it out of the folder.");

    public static ReaderMessage BadYaml(string why) =>
        Error(ScenarioSlugs.BadYaml, why);

    public static ReaderMessage NotPlainYaml() =>
        Error(ScenarioSlugs.BadYaml, "Tags, second documents, unknown aliases and keys that are no words are not read. Write plain YAML.");

    public static ReaderMessage NoScenario() =>
        Error(ScenarioSlugs.NoScenario, "No scenario of GENIUS, GeniusWeb, NegMAS or NegoLog stands here. Name a folder with a domain and its profiles.");

    public static ReaderMessage MixedFormats(string first, string second) =>
        Error(ScenarioSlugs.MixedFormats, $"'{Short(first)}' and '{Short(second)}' are of different formats. Name the file that is meant.");

    public static ReaderMessage NoDomain(string what) =>
        Error(ScenarioSlugs.NoDomain, $"The folder has profiles but not {what}. Add it.");

    public static ReaderMessage TwoDomains(string first, string second) =>
        Error(ScenarioSlugs.TwoDomains, $"'{Short(first)}' and '{Short(second)}' are both domains. Name the one that is meant.");

    public static ReaderMessage NoProfiles() =>
        Error(ScenarioSlugs.NoProfiles, "The folder has a domain and no profile. Add the profiles.");

    public static ReaderMessage TooManyProfiles() =>
        Error(ScenarioSlugs.TooManyProfiles, $"The folder holds more than {ScenarioLimits.Profiles} profiles. Leave some out.");

    public static ReaderMessage UnknownProfile(string name, IReadOnlyList<string> known) =>
        Error(ScenarioSlugs.UnknownProfile, $"No profile is called '{Short(name)}'. {Meant(name, known)}{Known(known)}");

    public static ReaderMessage MissingProfile(string file) =>
        Warning(ScenarioSlugs.MissingProfile, $"The agent's profile '{Short(file)}' is not in the folder. Add it, or remove the agent.");

    public static ReaderMessage SameProfile(string name) =>
        Error(ScenarioSlugs.DuplicateProfile, $"Two profiles are called '{Short(name)}'. Rename one of the files.");

    public static ReaderMessage ProfileTwice(string name) =>
        Error(ScenarioSlugs.DuplicateProfile, $"The profile '{Short(name)}' is asked for twice. Name it once.");

    public static ReaderMessage NoIssues() =>
        Error(ScenarioSlugs.NoIssues, "The domain has no issue. Add one.");

    public static ReaderMessage EmptyIssue(string name) =>
        Error(ScenarioSlugs.EmptyIssue, $"The issue '{Short(name)}' has no value. Add one.");

    public static ReaderMessage EmptyName(string what) =>
        Error(ScenarioSlugs.EmptyName, $"{what} has no name. Give it one.");

    public static ReaderMessage TooManyIssues() =>
        Error(ScenarioSlugs.TooManyIssues, $"The domain has more than {ScenarioLimits.Issues} issues. Leave some out.");

    public static ReaderMessage TooManyValues(string issue) =>
        Error(ScenarioSlugs.TooManyValues, $"With '{Short(issue)}' there are more than {ScenarioLimits.Values} values in an issue or {ScenarioLimits.AllValues} in all. Make the issue coarser.");

    public static ReaderMessage TooManyRectangles() =>
        Error(ScenarioSlugs.TooManyRectangles, $"The profile has more than {ScenarioLimits.Rectangles} hyper-rectangles. Leave some out.");

    public static ReaderMessage SameIssue(string name) =>
        Error(ScenarioSlugs.DuplicateIssue, $"Two issues are called '{Short(name)}'. Rename one.");

    public static ReaderMessage IssueTwice(string name) =>
        Error(ScenarioSlugs.DuplicateIssue, $"The profile speaks of '{Short(name)}' twice. Remove one.");

    public static ReaderMessage SameValue(string value, string issue) =>
        Warning(ScenarioSlugs.DuplicateValue, $"The value '{Short(value)}' of '{Short(issue)}' is listed twice and counts once. Remove one.");

    public static ReaderMessage ValueTwice(string value, string issue) =>
        Warning(ScenarioSlugs.DuplicateValue, $"The value '{Short(value)}' of '{Short(issue)}' is told twice; the last one counts. Remove one.");

    public static ReaderMessage SameKey(string key) =>
        Error(ScenarioSlugs.DuplicateKey, $"The key '{Short(key)}' stands twice in this map. Remove one.");

    public static ReaderMessage MissingIssue(string name) =>
        Error(ScenarioSlugs.MissingIssue, $"Nothing is said of the issue '{Short(name)}'. Add it.");

    public static ReaderMessage UnknownIssue(string name, IEnumerable<string> known) =>
        Error(ScenarioSlugs.UnknownIssue, $"The domain has no issue '{Short(name)}'. {Meant(name, known)}Use a name of the domain.");

    public static ReaderMessage IssueRenamed(string name, string known) =>
        Warning(ScenarioSlugs.IssueRenamed, $"The domain calls this issue '{Short(known)}', not '{Short(name)}'; its number counts. Use one name.");

    public static ReaderMessage MissingValue(string value, string issue) =>
        Error(ScenarioSlugs.MissingValue, $"Nothing is said of the value '{Short(value)}' of '{Short(issue)}'. Add it.");

    public static ReaderMessage UnknownValue(string value, string issue, IEnumerable<string> known) =>
        Error(ScenarioSlugs.UnknownValue, $"The issue '{Short(issue)}' has no value '{Short(value)}'. {Meant(value, known)}Use a value of the domain.");

    public static ReaderMessage NoWeight(string issue) =>
        Warning(ScenarioSlugs.NoWeight, $"The issue '{Short(issue)}' has no weight and counts nothing. Add a weight with its index.");

    public static ReaderMessage MissingKey(string where, string key) =>
        Error(ScenarioSlugs.MissingKey, $"{where} has no '{key}'. Add it.");

    public static ReaderMessage WrongShape(string what, string meant, string found) =>
        Error(ScenarioSlugs.WrongShape, $"{what} is {found} where {meant} is meant. Write {meant}.");

    public static ReaderMessage WrongCount(string key, int found, int meant) =>
        Error(ScenarioSlugs.WrongShape, $"'{key}' lists {found} where {meant} are meant. List one for each.");

    public static ReaderMessage BadNumber(string text, string what) =>
        Error(ScenarioSlugs.BadNumber, $"'{Short(text)}' is not a number that {what} can be. Write one such as 0.25.");

    public static ReaderMessage NotWhole(string text, string what) =>
        Error(ScenarioSlugs.BadNumber, $"'{Short(text)}' is not a whole number that '{what}' can be. Write one such as 10.");

    public static ReaderMessage BadRange(string issue, int low, int high) =>
        Error(ScenarioSlugs.BadRange, $"The range {low} to {high} of '{Short(issue)}' holds no number. Put the lower one first.");

    public static ReaderMessage BadSteps(string issue) =>
        Error(ScenarioSlugs.BadRange, $"The range of '{Short(issue)}' has no end. Put the lower number first and a step above 0.");

    public static ReaderMessage OtherBounds(string issue, IntegerRange range) =>
        Error(ScenarioSlugs.OtherBounds, $"The domain gives '{Short(issue)}' the range {range.Low} to {range.High}. Write the same here.");

    public static ReaderMessage RealIssue(string issue) =>
        Error(ScenarioSlugs.RealIssue, $"The issue '{Short(issue)}' takes every real number of a range. List the values it shall have.");

    public static ReaderMessage UnknownIssueType(string issue, string type) =>
        Error(ScenarioSlugs.UnknownType, $"The issue '{Short(issue)}' is of the kind '{Short(type)}', which is not read. List its values.");

    public static ReaderMessage UnknownUtility(string type) =>
        Error(ScenarioSlugs.UnknownType, $"A utility of the kind '{Short(type)}' is not read. Use weights and values, or plain hyper-rectangles in GENIUS.");

    public static ReaderMessage UnknownEvaluator(string type) =>
        Error(ScenarioSlugs.UnknownType, $"An evaluator of the kind '{Short(type)}' is not read. Use 'linear', or list the values.");

    public static ReaderMessage UnknownValueFunction(string type) =>
        Error(ScenarioSlugs.UnknownType, $"A value function of the kind '{Short(type)}' is not read. List a number for each value.");

    public static ReaderMessage UnknownAggregation(string type) =>
        Error(ScenarioSlugs.UnknownType, $"Hyper-rectangles joined by '{Short(type)}' are not read. Use 'sum'.");

    public static ReaderMessage UnknownCondition(string name) =>
        Error(ScenarioSlugs.UnknownType, $"A condition '{Short(name)}' is not read. Use INCLUDES or EXCLUDES.");

    public static ReaderMessage CodeUtility(string type) =>
        Error(ScenarioSlugs.CodeUtility, $"The utility '{Short(type)}' is code or of a kind that is not read. Export it as a LinearAdditiveUtilityFunction.");

    public static ReaderMessage NoNumbers(string issue, string value) =>
        Error(ScenarioSlugs.NoNumbers, $"The value '{Short(value)}' of '{Short(issue)}' is no number, and its function needs one. List a number for each value.");

    public static ReaderMessage RectangleOnNames(string issue) =>
        Error(ScenarioSlugs.NoNumbers, $"A hyper-rectangle bounds '{Short(issue)}', which has names for values. Make it an integer issue.");

    public static ReaderMessage BadMaximum(ExactDecimal maximum) =>
        Error(ScenarioSlugs.BadMaximum, $"The maximum {Short(maximum.ToString())} is not above 0. Write the greatest sum that the hyper-rectangles reach.");

    private static ReaderMessage Error(string slug, string text) => new(Severity.Error, slug, text);

    private static ReaderMessage Warning(string slug, string text) => new(Severity.Warning, slug, text);

    private static string Meant(string name, IEnumerable<string> known) => Spelling.Nearest(name, known.Take(MostCompared)) is { } near ? $"Did you mean '{Short(near)}'? " : string.Empty;

    private static string Known(IReadOnlyList<string> names) =>
        $"There {(names.Count == 1 ? "is" : "are")} {string.Join(", ", names.Take(MostNames).Select(n => $"'{Short(n)}'"))}{(names.Count > MostNames ? $" and {names.Count - MostNames} more" : string.Empty)}.";

    /// <summary>A word without line ends, cut where it grows long.</summary>
    public static string Short(string word)
    {
        var flat = string.Concat(word.Take(LongestWord + 1).Select(c => char.IsControl(c) ? ' ' : c));
        return flat.Length <= LongestWord ? flat : string.Concat(flat.AsSpan(0, char.IsHighSurrogate(flat[LongestWord - 1]) ? LongestWord - 1 : LongestWord), "...");
    }
}
