using Parley.Cases.Diagnostics;

namespace Parley.Cases.Text;

/// <summary>What the reader says, about the text itself: one sentence with the offending word, and one fix.</summary>
internal static partial class ReaderMessages
{
    private const int LongestWord = 40;

    public static ReaderMessage NoFile(string why) => Error(ReaderSlugs.NoFile, $"The file cannot be read: {why}. Check the path.");

    public static ReaderMessage NotUtf8() =>
        Error(ReaderSlugs.NotUtf8, "The bytes from here on are not UTF-8. Save the file as UTF-8.");

    public static ReaderMessage FileTooLarge() =>
        Error(ReaderSlugs.FileTooLarge, $"The file is larger than {CaseLimits.FileBytes / 1024} KiB. Keep documents beside the case, not in it.");

    public static ReaderMessage TooDeep() =>
        Error(ReaderSlugs.TooDeep, $"Maps and lists stand more than {CaseLimits.Depth} levels inside one another. Close a bracket.");

    public static ReaderMessage AliasBomb() =>
        Error(ReaderSlugs.AliasBomb, $"With its aliases written out the file holds more than {CaseLimits.ExpandedNodes} values. Remove the aliases.");

    public static ReaderMessage TooManyAnchors() =>
        Error(ReaderSlugs.AliasBomb, $"The file has more than {CaseLimits.Anchors} anchors. Remove the '&' marks.");

    public static ReaderMessage TooManyFindings(int more) =>
        Error(ReaderSlugs.TooManyFindings, $"{more} more findings are not listed. Mend those above first.");

    public static ReaderMessage EmptyFile(string beginning) =>
        Error(ReaderSlugs.EmptyFile, $"The file is empty. Begin with {beginning}.");

    public static ReaderMessage NotACase(string kind) =>
        Error(ReaderSlugs.NotACase, $"This is {kind}, not a case. A case has the keys 'case', 'parties' and 'issues'.");

    public static ReaderMessage ConflictAlone() =>
        Error(ReaderSlugs.ConflictAlone, "The case holds a conflict and nothing to negotiate. Add 'parties:' and 'issues:', or ask what is stable in it (parley stability).");

    public static ReaderMessage MissingKey(string key, string where) =>
        Error(ReaderSlugs.MissingKey, $"{where} has no '{key}'. Add '{key}:'.");

    public static ReaderMessage UnknownFormat(string version) =>
        Error(ReaderSlugs.UnknownFormat, $"'{Short(version)}' is not a format this reader knows. Write 'parley: 1'.");

    public static ReaderMessage BadYaml(string why) => Error(ReaderSlugs.BadYaml, ParserWords.Explain(why));

    public static ReaderMessage SecondDocument() =>
        Error(ReaderSlugs.BadYaml, "A second document begins here; a file holds one case. Remove the '---'.");

    public static ReaderMessage Tag(string tag) =>
        Error(ReaderSlugs.BadYaml, $"'{Short(tag)}' would be a YAML tag, which a case does not use. Put the text in \"quotes\".");

    public static ReaderMessage KeyIsNoWord(string kind) =>
        Error(ReaderSlugs.BadYaml, $"{Capital(kind)} cannot be a key. Write 'word: value'.");

    public static ReaderMessage CannotBegin(string word) =>
        Error(ReaderSlugs.BadYaml, $"A value cannot begin with '{word[..1]}'. Put '{Short(word)}' in \"quotes\".");

    public static ReaderMessage AfterQuote(char quote) =>
        Error(ReaderSlugs.BadYaml, quote == '\''
            ? "The text goes on behind its closing '. Put the whole text in \"quotes\"."
            : "The text goes on behind its closing \". Write \\\" for a quote inside a text.");

    public static ReaderMessage Tab() => Error(ReaderSlugs.Tab, "A tab indents this line. Indent with spaces.");

    public static ReaderMessage MissingSpace(string key) =>
        Error(ReaderSlugs.MissingSpace, $"No space behind '{Short(key)}:'. Write '{Short(key)}: value'.");

    public static ReaderMessage ColonInText() =>
        Error(ReaderSlugs.ColonInText, "A colon inside a text looks like a key. Put the text in \"quotes\".");

    public static ReaderMessage Unclosed(char what) => Error(ReaderSlugs.Unclosed, what switch
    {
        '{' => "This '{' is never closed. Add '}'.",
        '[' => "This '[' is never closed. Add ']'.",
        _ => $"This {what} is never closed. Add {what} at the end of the text.",
    });

    public static ReaderMessage BadCharacter(char c) =>
        Error(ReaderSlugs.BadCharacter, $"U+{(int)c:X4} is not a character of a text. Remove it.");

    public static ReaderMessage Typographic(string found, string ascii) =>
        Error(ReaderSlugs.Typographic, $"'{Short(found)}' holds a typographic character. Write {(ascii == " " ? "an ordinary space" : $"'{Short(ascii)}'")}.");

    public static ReaderMessage StrayComma(string value, string rest) =>
        Error(ReaderSlugs.StrayComma, $"A comma ends a value inside {{ }}, so '{Short(rest)}' is read as a key. Write \"{Short(value)}, {Short(rest)}\" in quotes.");

    public static ReaderMessage CommentInText(string dropped) =>
        Warning(ReaderSlugs.CommentInText, $"'{Short(dropped)}' is dropped: a # behind a space begins a comment. Put the text in \"quotes\".");

    public static ReaderMessage DuplicateKey(string key, int firstLine) =>
        Error(ReaderSlugs.DuplicateKey, $"'{Short(key)}' already stands on line {firstLine}. Remove one of the two.");

    public static ReaderMessage UnknownKey(string key, string where, string? meant) =>
        Error(ReaderSlugs.UnknownKey, $"'{Short(key)}' is not a key of {where}.{DidYouMean(meant)}");

    public static ReaderMessage WrongShape(string key, string found, string wanted) =>
        Error(ReaderSlugs.WrongShape, $"'{Short(key)}' has {found} where {wanted} is meant. Write {wanted}.");

    public static ReaderMessage UnknownWord(string key, string found, IEnumerable<string> words, string? meant) =>
        Error(ReaderSlugs.UnknownWord, $"'{Short(found)}' is not what '{key}' takes: {string.Join(", ", words)}.{DidYouMean(meant)}");

    public static string Short(string word) => word.Length <= LongestWord ? word : string.Concat(word.AsSpan(0, LongestWord), "..");

    private static string AnA(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " + noun : "a " + noun;

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static string DidYouMean(string? meant, string otherwise = "") =>
        meant is null ? otherwise : $" Did you mean '{meant}'?";

    private static ReaderMessage Error(string slug, string text) => new(Severity.Error, slug, text);

    private static ReaderMessage Warning(string slug, string text) => new(Severity.Warning, slug, text);
}
