using System.Globalization;
namespace Parley.Cases.Text;

/// <summary>What the reader says about numbers, names and what they refer to.</summary>
internal static partial class ReaderMessages
{
    public static ReaderMessage NoNumber(string word)
    {
        var bare = word.TrimStart('@', '*', '%', '-', '+');
        var example = word[..1] switch
        {
            "@" => $"0 @{bare}",
            "%" => $"{bare}%",
            _ => $"1*{bare}",
        };
        return Error(ReaderSlugs.NoNumber, $"'{Short(word)}' is no number; a number comes first. Write '{Short(example)}'.");
    }

    public static ReaderMessage StarFirst(string word) => NoNumber("*" + word);

    public static ReaderMessage BadNumber(string word, string? ascii = null) =>
        Error(ReaderSlugs.BadNumber, $"'{Short(word)}' is not a number. Write {(ascii is null ? "'value (low..high) @source'" : $"'{Short(ascii)}'")}.");

    public static ReaderMessage DecimalComma(string word) =>
        Error(ReaderSlugs.DecimalComma, $"'{Short(word)}' has a comma. Write '{Short(word.Replace(',', '.').Replace(" ", string.Empty, StringComparison.Ordinal))}' with a point.");

    public static ReaderMessage BadRange(string low, string high) =>
        Error(ReaderSlugs.BadRange, $"A range has two dots and its low end first. Write ({Short(low)}..{Short(high)}).");

    public static ReaderMessage RangeDots(string low, string high) =>
        Error(ReaderSlugs.BadRange, $"A range has two dots. Write ({Short(low)}..{Short(high)}).");

    public static ReaderMessage ValueOutsideRange(string value, string range) =>
        Warning(ReaderSlugs.ValueOutsideRange, $"{value} lies outside its range {range}, so draws never reach it. Correct the value or widen the range.");

    public static ReaderMessage NoneOfItsValues(string value) =>
        Warning(ReaderSlugs.ValueOutsideRange, $"{value} is none of its values, so no draw has it. Correct the value, or give it a chance too.");

    public static ReaderMessage TooPrecise(string word) =>
        Error(ReaderSlugs.TooPrecise, $"'{Short(word)}' has more than {CaseLimits.Decimals} decimals. Round it.");

    public static ReaderMessage OutOfRange(string word, string domain) =>
        Error(ReaderSlugs.OutOfRange, $"{Short(word)} is out of range. Write {domain}.");

    public static ReaderMessage BeyondScale(string word) =>
        Warning(ReaderSlugs.BeyondScale, $"{Short(word)} is beyond the scale -100..100 of a dimension; it counts as written. Check the value.");

    public static ReaderMessage BadProbability(string word) =>
        Error(ReaderSlugs.BadProbability, decimal.TryParse(word, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value is > 1 and <= 100
            ? $"{Short(word)} is not a chance. Write {DecimalText.Of(value / 100)}, or {Short(word)}%."
            : $"{Short(word)} is not a chance. Write a number in 0..1, or 12%.");

    /// <param name="end">Which end it is, and its value.</param>
    /// <param name="isChance">Whether it must be a chance.</param>
    /// <param name="fix">The brackets with ends that can be meant.</param>
    public static ReaderMessage EndOutOfRange(string end, bool isChance, string fix) =>
        Error(isChance ? ReaderSlugs.BadProbability : ReaderSlugs.OutOfRange, $"The {end} is {(isChance ? "not a chance" : "out of range")}. Write ({Short(fix)}).");

    public static ReaderMessage TooManyParameters() =>
        Error(ReaderSlugs.TooManyParameters, $"A number is multiplied by at most {CaseLimits.ParametersPerNumber} parameters. Join two of them in 'params'.");

    public static ReaderMessage TooMany(string slug, string what, int limit) =>
        Error(slug, $"At most {limit} {what} are read. Leave some out.");

    public static ReaderMessage BadName(string name) =>
        Error(ReaderSlugs.BadName, $"'{Short(name)}' cannot be a name. Use letters, digits, _ and -.");

    public static ReaderMessage ReservedName(string name, string what) =>
        Error(ReaderSlugs.ReservedName, $"'{Short(name)}' is a word of the format and cannot name {what}. Choose another name.");

    public static ReaderMessage DuplicateName(string name, string what, int line) =>
        Error(ReaderSlugs.DuplicateName, $"'{Short(name)}' already names {what} on line {line}. Rename one of the two.");

    public static ReaderMessage Unknown(string slug, string name, string what, string? meant) =>
        Error(slug, $"'{Short(name)}' is not {what} of this case.{DidYouMean(meant, " Declare it or correct the name.")}");

    public static ReaderMessage UnknownOverlay(string slug, string name, string what, IReadOnlyList<string> declared, string? meant) => declared.Count == 0
        ? Error(slug, $"'{Short(name)}' is not {what} of this case: it declares none.")
        : Error(slug, $"'{Short(name)}' is not {what} of this case.{DidYouMean(meant, $" It declares: {string.Join(", ", declared)}.")}");

    public static ReaderMessage UnknownOption(string name, string issue, string? meant) =>
        Error(ReaderSlugs.UnknownOption, $"'{Short(name)}' is not an option of '{Short(issue)}'.{DidYouMean(meant, " Write one that it lists.")}");

    public static ReaderMessage UnknownDimension(string name, string? meant) =>
        Error(ReaderSlugs.UnknownDimension, $"No party weighs '{Short(name)}' and no dimension has that name.{DidYouMean(meant, " Add it to the weights.")}");

    public static ReaderMessage UnknownSource(string name, string? meant) =>
        Error(ReaderSlugs.UnknownSource, $"'@{Short(name)}' is neither a quote nor a source of this case.{DidYouMean(meant, " Declare it, or write @guess.")}");

    public static ReaderMessage NoEvidence(string id) =>
        Warning(ReaderSlugs.NoEvidence, $"'@{Short(id)}' is cited, but the file has neither sources nor quotes, so nothing cited is checked. Add 'sources:'.");

    public static ReaderMessage NotComputed(string what, string meaning) =>
        Warning(ReaderSlugs.NotComputed, $"'{what}' is kept, but no analysis uses it yet: {meaning}. Write the payments as an issue.");

    public static ReaderMessage UnknownPath(string path, string segment, string? meant) =>
        Error(ReaderSlugs.UnknownPath, $"Nothing stands at '{Short(path)}': '{Short(segment)}' is not there.{DidYouMean(meant, " A path begins with a party, issue, rule or parameter.")}");

    /// <param name="word">The word at which it stops being a phrase; null where it ends too early.</param>
    /// <param name="alike">The phrases that begin the same way.</param>
    /// <param name="meant">The word that was meant.</param>
    public static ReaderMessage UnknownPhrase(string? word, IReadOnlyList<string> alike, string? meant)
    {
        var what = word is null ? "A phrase of a claim ends too early." : $"No phrase of claims has '{Short(word)}' here.";
        var fix = alike.Count == 0 ? " Write a phrase of docs/format.md, rung 10." : $" Phrases that begin the same way: {string.Join(", ", alike.Select(a => $"'{a}'"))}.";
        return Error(ReaderSlugs.UnknownPhrase, what + DidYouMean(meant) + fix);
    }

    public static ReaderMessage EmptyIssue(string name) =>
        Error(ReaderSlugs.EmptyIssue, $"Issue '{Short(name)}' has nothing to choose. List its options below it.");

    public static ReaderMessage BadScale(string why, string fix) => Error(ReaderSlugs.BadScale, $"{why} {fix}");

    public static ReaderMessage NoStatusQuo(string issue) =>
        Error(ReaderSlugs.NoStatusQuo, $"'{Short(issue)}' is off the table but has no status quo. Add 'status_quo:'.");

    public static ReaderMessage MaybeTypo(string name, string meant) =>
        Error(ReaderSlugs.MaybeTypo, $"'{Short(name)}' is not among the options. Did you mean '{meant}'?");

    public static ReaderMessage NoDelivery(string party) =>
        Error(ReaderSlugs.NoDelivery, $"'{Short(party)}' must carry this out; how likely is it? Add 'delivery: CHANCE'.");

    public static ReaderMessage WrongRole(string party, string role, string wanted) =>
        Error(ReaderSlugs.WrongRole, $"'{Short(party)}' is {AnA(role)}, but {wanted} is meant here. Name {wanted}.");

    public static ReaderMessage KeyOfRole(string key, string role, string wanted) =>
        Error(ReaderSlugs.WrongRole, $"'{key}' does not belong to {AnA(role)}. Remove it or write 'role: {wanted}'.");

    public static ReaderMessage TooFew(string key, string why) => Error(ReaderSlugs.TooFew, $"'{key}' {why}.");

    public static ReaderMessage NoRuleKind(string name, IEnumerable<string> kinds, string? meant) =>
        Error(ReaderSlugs.NoRuleKind, $"Rule '{Short(name)}' does not begin with the word that names it: {string.Join(", ", kinds)}.{DidYouMean(meant)}");

    public static ReaderMessage CyclicParameters(string path) =>
        Error(ReaderSlugs.CyclicParameters, $"Parameters depend on themselves: {path}. Give one of them a number.");

    public static ReaderMessage LaterThanAsOf(string id, string date, string asOf) =>
        Error(ReaderSlugs.LaterThanAsOf, $"'{Short(id)}' is dated {date}, later than the {asOf} up to which things may be known. Remove what rests on it, or move 'as_of'.");

    public static ReaderMessage BadUrl(string url) =>
        Error(ReaderSlugs.BadUrl, $"'{Short(url)}' is not a web address. Write https://...");

    public static ReaderMessage BadDate(string date) =>
        Error(ReaderSlugs.BadDate, $"'{Short(date)}' is not a date. Write 2019-05-14, 2019-05 or 2019.");

    public static ReaderMessage BadHash(string hash) =>
        Error(ReaderSlugs.BadHash, $"'{Short(hash)}' is not a SHA-256. Write its 64 hexadecimal digits.");

    public static ReaderMessage BadPassage(string why) => Error(ReaderSlugs.BadPassage, why);

    public static ReaderMessage BadEdit(string text, string fix) => Error(ReaderSlugs.BadEdit, $"'{Short(text)}' cannot be set. {fix}");

    public static ReaderMessage CannotWrite(string path, string why) =>
        Error(ReaderSlugs.CannotWrite, $"'{Short(path)}' cannot be written: {why}");

    public static ReaderMessage NoWeight(string party, string dimension, string amount) =>
        Warning(ReaderSlugs.NoWeight, $"'{Short(party)}' has no weight for '{Short(dimension)}', so {Short(dimension)}: {amount} counts nothing. Add the weight.");

    public static ReaderMessage IdleParty(string party) =>
        Warning(ReaderSlugs.IdleParty, $"Nothing in the case concerns '{Short(party)}'. Give it points, or a role that does not sign.");

    public static ReaderMessage ByMissing(string issue, string option, int negotiators) =>
        Warning(ReaderSlugs.ByMissing, $"With {negotiators} negotiators, '{Short(issue)}.{Short(option)}' does not say who gives it. Add 'by: PARTY', or 'by: all'.");

    public static ReaderMessage VotesOutOfReach(string ratifier, string needed, string available) =>
        Warning(ReaderSlugs.VotesOutOfReach, $"'{Short(ratifier)}' needs {needed} votes, and its blocs have {available} together: it can never approve. Check the votes.");

    public static ReaderMessage UnstableStatusQuo(string party, string gain, string option) =>
        Warning(ReaderSlugs.UnstableStatusQuo, $"'{Short(party)}' gains {gain} by {option} alone, so the status quo would not last. Is a cost missing?");

    public static ReaderMessage ConflictingObstacles(string path, string first, string second) =>
        Warning(ReaderSlugs.ConflictingObstacles, $"Obstacles '{Short(first)}' and '{Short(second)}' set '{Short(path)}' to different values; taken away together, the later wins. Use one value.");
}
