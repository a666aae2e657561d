using Parley.Cases.Diagnostics;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>What is said about evidence: one sentence with the offending word, and one fix.</summary>
internal static class EvidenceMessages
{
    public static ReaderMessage NotEvidence(string kind) =>
        Error(EvidenceSlugs.NotEvidence, $"This is {kind}, not an evidence file. Begin with 'evidence: NAME' of the case.");

    public static ReaderMessage OtherCase(string name, string expected) =>
        Error(EvidenceSlugs.OtherCase, $"'{Short(name)}' is not the case it stands beside. Write 'evidence: {Short(expected)}'.");

    public static ReaderMessage UnknownSpeaker(string name, string? meant) =>
        Error(EvidenceSlugs.UnknownSpeaker, $"'{Short(name)}' is not a speaker.{(meant is null ? " Declare it under 'speakers'." : $" Did you mean '{Short(meant)}'?")}");

    public static ReaderMessage NoStatement(bool both) =>
        Error(EvidenceSlugs.NoStatement, both
            ? "The report both asserts and denies. Keep one, and write another report for the other."
            : "The report says neither what it asserts nor what it denies. Add 'asserts: NAME' or 'denies: NAME'.");

    public static ReaderMessage NeitherSeenNorRated(bool both) =>
        Error(EvidenceSlugs.NoStatement, both
            ? "The observation has a phrase and ratings. Keep 'seen' or 'ratings', and write another row for the other."
            : "The observation says neither what was seen nor how it is rated. Add 'seen: PHRASE' or 'ratings'.");

    public static ReaderMessage NeitherSaidNorExpected() =>
        Error(EvidenceSlugs.NoStatement, "The forecast does not say what is foretold. Add 'says' or 'expect'.");

    public static ReaderMessage EmptyChain() => Error(EvidenceSlugs.BadChain, "The chain names nobody. Write 'chain: [narrator, speaker]'.");

    public static ReaderMessage TwiceInChain(string name) => Error(EvidenceSlugs.BadChain, $"'{Short(name)}' stands twice in the chain. Remove one.");

    public static ReaderMessage BadShares(string sum) =>
        Error(EvidenceSlugs.BadShares, $"The shares of the topics sum to {sum}. Make them sum to 1.");

    public static ReaderMessage UnknownTopic(string topic, string? meant) =>
        Error(EvidenceSlugs.UnknownTopic, $"'{Short(topic)}' has an outcome but no share of the talk.{(meant is null ? " Add it to 'salience'." : $" Did you mean '{Short(meant)}'?")}");

    public static ReaderMessage NoTopicOfCase(string topic, string? meant) =>
        Error(EvidenceSlugs.UnknownTopic, $"'{Short(topic)}' is no topic of the case's issues.{(meant is null ? " Name one, or remove 'meetings_are'." : $" Did you mean '{Short(meant)}'?")}");

    public static ReaderMessage OwnTopic(string topic, string meant) =>
        new(Severity.Warning, EvidenceSlugs.OwnTopic, $"'{Short(topic)}' is no topic of the case's issues. Did you mean '{Short(meant)}'?");

    public static ReaderMessage OutOfOrder(string name, string before) =>
        Error(EvidenceSlugs.OutOfOrder, $"'{Short(name)}' was before '{Short(before)}', which stands above it. Put the meetings in the order of time.");

    public static ReaderMessage NoFirstDay(string date) =>
        Error(EvidenceSlugs.NoFirstDay, $"'{Short(date)}' has no first day on which the event could count. Write a day, a month, or a span that begins with one.");

    public static ReaderMessage UnknownActor(string name, string? meant) =>
        Error(ReaderSlugs.UnknownParty, $"'{Short(name)}' is not a party.{(meant is null ? $" Put any other name in quotes: \"{Short(name)}\"." : $" Did you mean '{Short(meant)}'? Put any other name in quotes.")}");

    public static ReaderMessage TooManyEvents(int there, int more) =>
        Error(EvidenceSlugs.TooMuch, $"{more:N0} more events beside the {there:N0} there are too many: a history holds {EvidenceLimits.History:N0}. Choose actors with --from and --to, or count by period instead of writing.");

    public static ReaderMessage TooMuch(string what, int limit) => Error(EvidenceSlugs.TooMuch, $"At most {limit} {what} are read. Leave some out.");

    private static string Short(string word) => ReaderMessages.Short(word);

    private static ReaderMessage Error(string slug, string text) => new(Severity.Error, slug, text);
}
