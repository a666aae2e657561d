using System.Collections.Immutable;
using Parley.Cases.Events;
using Parley.Cases.Text;

namespace Parley.Cases.Evidence;

/// <summary>The one table of all keys of an evidence file.</summary>
public static class EvidenceFields
{
    private static readonly Field Title = new("title", FieldKind.Text, "A readable title.") { Formerly = ["name", "what"] };
    private static readonly Field Source = new("source", FieldKind.Word, "The quote or source of the case behind it, or guess.") { Formerly = ["ev", "evidence", "quote"] };
    private static readonly Field Says = new("says", FieldKind.Text, "What it says, in the author's own words.");
    private static readonly Field Note = new("note", FieldKind.Text, "A remark; changes nothing.");
    private static readonly Field Chain = new("chain", FieldKind.Words, "Who says that who says it: the narrator first, the one who said it first last.");
    private static readonly Field Bias = new("bias", FieldKind.Word, "Whether it serves the one who says it.")
    {
        Words = ["self_serving", "neutral", "against_interest"],
        Formerly = ["interest"],
    };

    /// <summary>A speaker.</summary>
    public static FieldSection Speaker { get; } = new("a speaker",
    [
        Title,
        new("reliability", FieldKind.Number, "How closely what he says follows the facts, 0 to 1; the rest is a coin toss.") { Required = true, Formerly = ["r", "fidelity"] },
        Bias,
        Source,
        Note,
    ]);

    /// <summary>A report.</summary>
    public static FieldSection Report { get; } = new("a report",
    [
        new("asserts", FieldKind.Word, "What it says is so.") { Formerly = ["about"] },
        new("denies", FieldKind.Word, "What it says is not so."),
        Chain with { Required = true },
        Bias,
        Says,
        new("date", FieldKind.Date, "When it was said."),
        Source,
    ]);

    /// <summary>A meeting.</summary>
    public static FieldSection Meeting { get; } = new("a meeting",
    [
        Title,
        new("date", FieldKind.Date, "When it was.") { Required = true },
        new("held", FieldKind.YesNo, "Whether it took place; yes."),
        new("salience", FieldKind.Numbers, "The topics and their shares of the talk, which sum to 1.") { Formerly = ["topics"] },
        new("outcome", FieldKind.Texts, "Per topic what came of it: none, token or substantive.") { Formerly = ["outcomes"] },
        Source,
        Note,
    ]);

    /// <summary>An observation.</summary>
    public static FieldSection Observation { get; } = new("an observation",
    [
        Says,
        new("date", FieldKind.Date, "When it was seen."),
        new("at", FieldKind.Word, "The date of the case at which the stories are asked about it."),
        new("seen", FieldKind.Text, "What was seen, as a claim phrase; each story predicts it or not.") { Formerly = ["expect"] },
        new("miss_rate", FieldKind.Number, "The chance that it turns out otherwise although the story is right; above 0, below 1.") { Formerly = ["miss"] },
        new("ratings", FieldKind.Texts, "Per story how well it fits: CC, C, N, I or II.") { Formerly = ["rate"] },
        Chain,
        Bias,
        Source,
    ]);

    /// <summary>A forecast.</summary>
    public static FieldSection Forecast { get; } = new("a forecast",
    [
        new("by", FieldKind.Word, "The speaker who made it.") { Required = true, Formerly = ["whose"] },
        Says,
        new("expect", FieldKind.Text, "What is foretold, as a claim phrase.") { Formerly = ["claim"] },
        new("made", FieldKind.Date, "When it was made."),
        new("horizon", FieldKind.Date, "Until when."),
        new("probability", FieldKind.Number, "How likely he takes it to be.") { Required = true, Formerly = ["p"] },
        new("resolved", FieldKind.YesNo, "Whether it came true, once known."),
        new("resolved_on", FieldKind.Date, "When that was known."),
        new("post_mortem", FieldKind.Text, "What was learnt from it."),
        Source,
    ]);

    /// <summary>Something that happened.</summary>
    public static FieldSection History { get; } = new("a past event",
    [
        Says,
        new("date", FieldKind.Date, "When it was; it counts on the first day that can mean.") { Required = true },
        new("type", FieldKind.Word, "What kind of act it was, as PLOVER has them.") { Words = EventTypes.All },
        new("from", FieldKind.Text, "Who acted: a party, or any name in quotes.") { Formerly = ["actor", "by"] },
        new("to", FieldKind.Text, "At whom it was aimed: a party, or any name in quotes.") { Formerly = ["target", "recipient"] },
        new("code", FieldKind.Text, "The code of an event data set, in quotes."),
        new("effect_on_index", FieldKind.Number, "What it did to the relationship index, -100 to 100.") { Formerly = ["effect", "mood"] },
        new("intensity", FieldKind.Number, "From -10, conflict, to 10, cooperation, as Goldstein has it.") { Formerly = ["goldstein"] },
        new("event", FieldKind.Word, "The event of the case of which it is an occurrence."),
        Source,
        Note,
    ]);

    /// <summary>The relationship index.</summary>
    public static FieldSection Index { get; } = new("the relationship index",
    [
        new("start", FieldKind.Number, "Where it stands on the day as_of, -100 to 100.") { Required = true },
        new("token_gain", FieldKind.Number, "What one token adds to it.") { Required = true },
        new("tokens_per_year", FieldKind.Number, "Tokens a year while any are acceptable.") { Required = true },
        new("per_intensity", FieldKind.Number, "What one point of intensity of a past event without an effect of its own does; nothing if left out."),
    ]);

    /// <summary>The file.</summary>
    public static FieldSection Top { get; } = new("an evidence file",
    [
        new("evidence", FieldKind.Word, "The name of the case it belongs to.") { Required = true, Formerly = ["case"] },
        new("as_of", FieldKind.Date, "The day up to which things may be known; the case's own if left out."),
        Note,
        new("speakers", FieldKind.NamedSections, "Who says things, and how closely it follows the facts.") { Section = Speaker, Formerly = ["sources"] },
        new("reports", FieldKind.SectionList, "Who says what, through whom.") { Section = Report },
        new("meetings", FieldKind.NamedSections, "Who met when, and about what.") { Section = Meeting },
        new("meetings_are", FieldKind.Words, "Topics of the case that every meeting raises by being held, such as contact."),
        new("observations", FieldKind.NamedSections, "What was seen, for rival stories to explain.") { Section = Observation },
        new("forecasts", FieldKind.NamedSections, "Who foretold what, and what became of it.") { Section = Forecast },
        new("history", FieldKind.NamedSections, "What happened between the sides, and what it did to the relationship.") { Section = History },
        new("relationship_index", FieldKind.Section, "How the relationship starts and what tokens add.") { Section = Index, Formerly = ["index"] },
    ]);

    /// <summary>All sections of the file, the top first.</summary>
    public static ImmutableArray<FieldSection> Sections { get; } = [Top, Speaker, Report, Meeting, Observation, Forecast, History, Index];
}
