using System.Collections.Immutable;
using static Parley.Cases.Text.FieldKind;

namespace Parley.Cases.Text;

/// <summary>The keys of a case file's conflict: part of the one table of all keys.</summary>
public static class ConflictFields
{
    private static readonly Field Title = new("title", FieldKind.Text, "A readable title.");

    /// <summary>A party to the conflict.</summary>
    public static FieldSection Party { get; } = new("a party to a conflict", [Title]);

    /// <summary>Something that one party does or does not do.</summary>
    public static FieldSection Option { get; } = new("an option of a conflict",
    [
        Title,
        new("by", Word, "The party that decides on it.") { Required = true, Formerly = ["owner", "of", "party"] },
        new("direction", Word, "Whether it can be taken and given up (both, the default), only taken (forward) or only given up (back).")
        {
            Words = ["both", "forward", "back"],
            Formerly = ["permitted", "reversible"],
        },
    ]);

    /// <summary>What a party prefers, in one of four ways.</summary>
    public static FieldSection Preference { get; } = new("a preference",
    [
        new("statements", Groups, "What it wants to be true, most important first; a list inside the list is of equal weight.") { Formerly = ["priorities"] },
        new("ranking", Groups, "All states, best first; a list inside the list is a tie.") { Formerly = ["order", "ranks"] },
        new("utilities", Numbers, "A number for each state, higher is better.") { Formerly = ["payoffs", "utility"] },
        new("weights", Numbers, "A weight for each option; a state is worth the sum over the options taken."),
        new("unknown", Words, "Pairs of states 'a ? b' of which it is not known which one it prefers."),
        new("much", Words, "Pairs of states 'a >> b': the first is not just better but much better."),
    ]);

    /// <summary>The conflict as one party sees it.</summary>
    public static FieldSection Perception { get; } = new("a perception of a conflict",
    [
        new("preferences", Preferences, "What it takes parties to prefer, itself included; those not named it sees as they are.") { Section = Preference, Formerly = ["preference"] },
        new("infeasible", Words, "Statements that it takes no state to satisfy, beside those of the conflict.") { Formerly = ["infeasibles", "never"] },
    ]);

    /// <summary>The conflict.</summary>
    public static FieldSection Conflict { get; } = new("a conflict",
    [
        Title,
        new("note", FieldKind.Text, "A remark; changes nothing."),
        new("source", Word, "The quote or source behind it, or guess."),
        new("parties", NamedSections, "The parties; without them those of the case that are named here.") { Section = Party, Formerly = ["decision_makers", "dms", "players", "actors"] },
        new("options", NamedSections, "What each party can do or leave; they make the states.") { Section = Option },
        new("infeasible", Words, "Statements that no state may satisfy.") { Formerly = ["infeasibles", "never"] },
        new("same_state", Texts, "Names, each with a statement: all states that satisfy it are one.") { Formerly = ["indistinguishable", "coalesced"] },
        new("states", NamedWords, "Without options the states and their titles; with options names for states.") { Formerly = ["outcomes"] },
        new("moves", NamedWords, "Without options, for each party its moves 'from -> to', both ways 'a <-> b'.") { Formerly = ["arcs"] },
        new("status_quo", Words, "The state the conflict is in: its name, or the options taken.") { Formerly = ["initial", "initial_state", "statusquo"] },
        new("preferences", Preferences, "For each party a list of statements, most important first, or a map that says otherwise.") { Section = Preference, Formerly = ["preference"] },
        new("perceptions", NamedSections, "For each party that sees the conflict otherwise than it is, how it sees it.") { Section = Perception, Formerly = ["misperceptions", "perception", "views"] },
    ]);

    /// <summary>All sections of a conflict, the outermost first.</summary>
    public static ImmutableArray<FieldSection> Sections { get; } = [Conflict, Party, Option, Preference, Perception];
}
