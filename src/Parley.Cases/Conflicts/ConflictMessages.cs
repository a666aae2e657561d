using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Conflicts;

/// <summary>What is said about conflicts: one sentence with the offending word, and one fix.</summary>
internal static class ConflictMessages
{
    private const int LongestWord = 40;

    public static ReaderMessage NoConflict() =>
        Error(ConflictSlugs.NoConflict, "The case has no conflict. Add 'conflict:' with options and preferences.");

    public static ReaderMessage NeitherForm() =>
        Error(ConflictSlugs.MixedForms, "The conflict has neither options nor states. Add 'options:', or 'states:' and 'moves:'.");

    public static ReaderMessage OnlyWithOptions(string key) =>
        Error(ConflictSlugs.MixedForms, $"'{key}' speaks of options, and the conflict lists states. Remove '{key}' or write 'options:'.");

    public static ReaderMessage OnlyWithStates() =>
        Error(ConflictSlugs.MixedForms, "'moves' belongs to a list of states, and here options make the moves. Remove 'moves' or 'options'.");

    public static ReaderMessage BadStatement(string why, string fix) => Error(ConflictSlugs.BadStatement, $"{why} {fix}");

    public static ReaderMessage NoConnective(string word) =>
        BadStatement($"'{Short(word)}' follows without a word that joins it.", "Write and, or, if or iff before it.");

    public static ReaderMessage NoOption(string? word) => word is null
        ? BadStatement("The statement ends where an option is meant.", "Add the option.")
        : BadStatement($"'{Short(word)}' stands where an option is meant.", "Write an option before it.");

    public static ReaderMessage StatementTooLong(string text) =>
        Error(ConflictSlugs.StatementTooLong, $"'{Short(text)}' is longer than the {ConflictLimits.StatementLength} characters of a statement. Cut it in two.");

    /// <summary>For statements that are not written as text.</summary>
    public static ReaderMessage StatementTooLarge(int parts) =>
        Error(ConflictSlugs.StatementTooLong, $"The condition has {parts} parts, more than the {ConflictLimits.StatementParts} of a statement. Cut it in two.");

    public static ReaderMessage StatementTooDeep() =>
        Error(ConflictSlugs.StatementTooDeep, $"More than {ConflictLimits.StatementDepth} parentheses and nots stand inside one another. Write it more simply.");

    public static ReaderMessage TooMany(string slug, string what, int limit) => Error(slug, $"At most {limit} {what} are read. Leave some out.");

    public static ReaderMessage TooLargeToList(string party, string what) =>
        Error(ConflictSlugs.TooLargeToList, $"'{Short(party)}' gives {what}, and there are too many states to go through one by one. Write statements or weights.");

    public static ReaderMessage TooManyMoves(string party) => TooMany(ConflictSlugs.TooManyMoves, $"moves of '{Short(party)}'", ConflictLimits.Moves);

    public static ReaderMessage TooManyStatements(string party) => TooMany(ConflictSlugs.TooManyStatements, $"statements of '{Short(party)}'", ConflictLimits.Statements);

    public static ReaderMessage TooLargeToWrite() =>
        Error(ConflictSlugs.TooManyStates, $"The conflict has more than {ConflictLimits.States} states, too many to write one by one. Write it as a case.");

    public static ReaderMessage UnknownOption(string name, IReadOnlyList<string> options) =>
        Error(ReaderSlugs.UnknownOption, $"'{Short(name)}' is not an option of this conflict.{Meant(name, options, options.Count == 1 ? $" Write '{options[0]}'." : $" Write its name, or its number from 1 to {options.Count}.")}");

    public static ReaderMessage UnknownParty(string name, IEnumerable<string> parties) =>
        Error(ReaderSlugs.UnknownParty, $"'{Short(name)}' is not a party to this conflict.{Meant(name, parties, " Name one of its parties.")}");

    public static ReaderMessage UnknownState(string name, IEnumerable<string> known, bool options) =>
        Error(ConflictSlugs.UnknownState, $"'{Short(name)}' is not a state of this conflict.{Meant(name, known, options ? " Write the options taken, 'a + b' or none, or a Y or N for each." : " Name one that is listed.")}");

    public static ReaderMessage InfeasibleState(string name, string pattern) =>
        Error(ConflictSlugs.InfeasibleState, $"'{Short(name)}' cannot be: '{Short(pattern)}' is infeasible. Remove one of the two.");

    public static ReaderMessage StateTwice(string name) =>
        Error(ConflictSlugs.StateTwice, $"'{Short(name)}' is told twice. Remove one.");

    public static ReaderMessage MissingStates(string party, string first, int count) =>
        Error(ConflictSlugs.MissingState, $"The preference of '{Short(party)}' leaves out '{Short(first)}'{(count > 1 ? $" and {count - 1} more" : string.Empty)}. Add {(count > 1 ? "them" : "it")}.");

    public static ReaderMessage NoStates() =>
        Error(ConflictSlugs.NoStates, "Every state is infeasible. Remove an infeasible pattern.");

    public static ReaderMessage BadMove(string word) =>
        Error(ConflictSlugs.BadMove, $"'{Short(word)}' is no move. Write 'from -> to'.");

    public static ReaderMessage BadMoveRow(string row) =>
        Error(ConflictSlugs.BadMove, $"'{Short(row)}' is no move. Write 'party,from,to'.");

    public static ReaderMessage MoveToItself(string word) =>
        Error(ConflictSlugs.BadMove, $"'{Short(word)}' leads nowhere. Name two states.");

    public static ReaderMessage BadPair(string word, string sign) =>
        Error(ConflictSlugs.BadPair, $"'{Short(word)}' is no pair of states. Write 'first {sign} second'.");

    public static ReaderMessage NoPreference(string party) =>
        Warning(ConflictSlugs.NoPreference, $"Nothing is said of what '{Short(party)}' prefers, so all states are equally good to it. Add its preference.");

    public static ReaderMessage TwoPreferences(string party) =>
        Error(ConflictSlugs.MixedForms, $"The preference of '{Short(party)}' is told in more than one way. Keep one of statements, ranking, utilities and weights.");

    public static ReaderMessage EmptyPerception(string party) =>
        Warning(ConflictSlugs.EmptyPerception, $"The perception of '{Short(party)}' says nothing, so it sees the conflict as it is. Add preferences or infeasible to it.");

    public static ReaderMessage UnequalMembers(string name, string party, string first, string other) =>
        Warning(ConflictSlugs.UnequalMembers, $"'{Short(name)}' is one state, but '{Short(party)}' would tell {Short(first)} from {Short(other)}; {Short(first)} counts. Make the preference say nothing of what is the same.");

    public static ReaderMessage LeftBehind(string what) =>
        Warning(ConflictSlugs.LeftBehind, $"{what} Check that nothing hangs on it.");

    public static string Short(string word)
    {
        var flat = string.Concat(word.Take(LongestWord + 1).Select(c => char.IsControl(c) ? ' ' : c));
        return flat.Length <= LongestWord ? flat : string.Concat(flat.AsSpan(0, LongestWord), "..");
    }

    private static string Meant(string name, IEnumerable<string> known, string otherwise) =>
        Spelling.Nearest(name, known.Take(200)) is { } near ? $" Did you mean '{Short(near)}'?" : otherwise;

    public static ReaderMessage Error(string slug, string text) => new(Severity.Error, slug, text);

    public static ReaderMessage Warning(string slug, string text) => new(Severity.Warning, slug, text);
}
