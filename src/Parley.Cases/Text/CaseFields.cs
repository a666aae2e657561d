using System.Collections.Immutable;
using Parley.Cases.Model;
using static Parley.Cases.Text.FieldKind;

namespace Parley.Cases.Text;

/// <summary>
/// The one table of all keys of a case file. Reading, the findings about unknown keys, the JSON schema and the list of
/// reserved words are made from it.
/// </summary>
public static class CaseFields
{
    private static readonly Field Title = new("title", FieldKind.Text, "A readable title.");
    private static readonly Field Note = new("note", FieldKind.Text, "A remark; changes nothing.");
    private static readonly Field Source = new("source", Word, "The quote or source behind it, or guess.") { Formerly = ["ev", "evidence"] };

    /// <summary>Where a text comes from.</summary>
    public static FieldSection SourceEntry { get; } = new("a source",
    [
        Title,
        new("outlet", FieldKind.Text, "Where it was published.") { Formerly = ["publisher"] },
        new("author", FieldKind.Text, "Who wrote it."),
        new("date", Date, "Day of publication."),
        new("url", Url, "Its address, http or https."),
        new("file", FieldKind.Text, "Name of the local copy's file."),
        new("sha256", Hash, "SHA-256 of the local copy's bytes."),
        Note,
    ]);

    /// <summary>A passage of a source.</summary>
    public static FieldSection QuoteEntry { get; } = new("a quote",
    [
        new("of", Word, "The source it stands in.") { Required = true, Formerly = ["source"] },
        new("text", FieldKind.Text, "The verbatim words."),
        new("says", FieldKind.Text, "A paraphrase in the case author's own words."),
        new("start", Count, "First character of the passage in the source, in Unicode code points from 0."),
        new("end", Count, "One past the last character of the passage."),
        new("sha256", Hash, "SHA-256 of the passage's UTF-8 bytes."),
    ]);

    /// <summary>Who must sign.</summary>
    public static FieldSection SignatoriesEntry { get; } = new("signatories",
    [
        new("all", Words, "Negotiators who all must sign."),
        new("at_least", Count, "How many of those in 'of' must sign."),
        new("of", Words, "Negotiators of whom some must sign."),
    ]);

    /// <summary>A party.</summary>
    public static FieldSection Party { get; } = new("a party",
    [
        Title,
        new("role", Word, "What it does: a negotiator signs (default), a ratifier must approve, a bloc votes in a ratifier, an implementer carries out, a mediator helps, an observer is affected.")
        {
            Words = ["negotiator", "ratifier", "bloc", "implementer", "mediator", "observer"],
        },
        new("of", Word, "The party it belongs to: a bloc's ratifier, a ratifier's negotiator, an implementer's patron.") { Formerly = ["patron"] },
        new("no_deal", FieldKind.Number, "Value of no agreement, relative to the status quo; absolute where no issue has one.") { Formerly = ["delay", "batna", "reservation_value", "reservation"] },
        new("min_gain", FieldKind.Number, "What a deal must be worth beyond no agreement; 0 or more for a negotiator.") { Formerly = ["bar"] },
        new("weights", Numbers, "What a point in each dimension is worth to it, 0 or more."),
        new("votes", FieldKind.Number, "A bloc's votes."),
        new("votes_needed", FieldKind.Number, "The votes a ratifier with blocs needs.") { Formerly = ["threshold", "quorum"] },
        Source,
        Note,
    ]);

    /// <summary>An option of an issue.</summary>
    public static FieldSection Option { get; } = new("an option",
    [
        Title,
        new("by", Words, "Who gives it: a negotiator, a list of them, or all (default).") { Formerly = ["giver", "from"] },
        new("needs", Words, "Whose consent it takes: at least two negotiators, the givers among them; all by default."),
        new("carried_out_by", Word, "The party that has to carry it out.") { Formerly = ["agent", "implementer"] },
        new("delivery", NumberOrNumbers, "Chance that it is carried out: one number, or independent channels such as control, dependence, willing. 1 by default.") { Formerly = ["channels", "probability"] },
        new("size", FieldKind.Number, "How much the world changes if it is delivered, 0..100.") { Formerly = ["substance", "stakes"] },
        new("unilateral", YesNo, "A move one side makes alone, never a term of a deal.") { Formerly = ["hostile"] },
        Source,
        new("at_once", Effects, "What it does when it is undertaken.") { Formerly = ["promise", "promises"] },
        new("if_delivered", Effects, "What it does if it is carried out; counts times the chance of delivery.") { Formerly = ["outcome", "outcom", "outcomes"] },
        Note,
    ])
    {
        Others = new("party", Effects, "Points for that party, or a map of dimensions to numbers."),
    };

    /// <summary>An issue.</summary>
    public static FieldSection Issue { get; } = new("an issue",
    [
        Title,
        new("status_quo", Word, "The option that holds today; without it any deal must settle the issue.") { Formerly = ["statusquo", "reversion"] },
        new("topic", Word, "The topic it belongs to."),
        new("off_table", YesNo, "Only the status quo remains.") { Formerly = ["closed"] },
        new("from", FieldKind.Plain, "Lowest value of a numeric issue."),
        new("to", FieldKind.Plain, "Highest value of a numeric issue."),
        new("step", FieldKind.Plain, "Distance between two values of a numeric issue."),
        Source,
        Note,
    ])
    {
        Others = new("option", FieldKind.Section, "An option; on a numeric issue, a party and its value at some points of the scale.") { Section = Option },
    };

    /// <summary>A named package.</summary>
    public static FieldSection Deal { get; } = new("a deal", [Title, Source])
    {
        Others = new("issue", Word, "The option it chooses; issues not listed stay at the no-deal baseline."),
    };

    /// <summary>What one side's ordinary conduct does to another.</summary>
    public static FieldSection StandingEffect { get; } = new("a standing effect",
    [
        new("from", Word, "The party whose conduct it is.") { Required = true },
        new("to", Word, "The party affected.") { Required = true },
        new("dimension", Word, "The dimension in which it bites.") { Required = true, Formerly = ["dim"] },
        new("value", FieldKind.Number, "How much, -100..100.") { Required = true },
        new("topic", Word, "The topic it belongs to."),
    ]);

    /// <summary>Which uncertain numbers move together.</summary>
    public static FieldSection DependenceEntry { get; } = new("dependence",
    [
        new("common_factors", Loadings, "Unobserved causes, each with the numbers it moves and their correlation with it, -1..1.") { Formerly = ["factors"] },
        new("rank_correlations", Correlations, "Pairs of numbers and their Spearman correlation, -1..1."),
    ]);

    /// <summary>A claim.</summary>
    public static FieldSection Claim { get; } = new("a claim",
    [
        new("says", FieldKind.Text, "The claim in words."),
        new("expect", FieldKind.Text, "The claim as a phrase that can be checked.") { Required = true, Formerly = ["test"] },
        Source,
        Note,
    ]);

    private static readonly ImmutableArray<Field> OfEveryRule =
    [
        Title,
        new("in_force", YesNo, "Whether it operates; yes by default.") { Formerly = ["active"] },
        Source,
        Note,
    ];

    private static readonly Field Tolerance = new("tolerance", FieldKind.Number, "The loss it overlooks, in points, 0 or more.");

    /// <summary>The kinds of rule; the first field of each names the kind.</summary>
    public static ImmutableArray<FieldSection> RuleKinds { get; } =
    [
        new("a refused trade",
        [
            new("refuses_trade", Word, "The negotiator that will not sell one dimension for another.") { Required = true, Formerly = ["no_trade"] },
            new("gives", Word, "The dimension it will not sell.") { Required = true, Formerly = ["give"] },
            new("gets", Word, "The dimension whose gains then count for nothing.") { Required = true, Formerly = ["get"] },
            Tolerance,
            .. OfEveryRule,
        ]),
        new("a ratification",
        [
            new("ratification", Word, "The ratifier whose consent is needed.") { Required = true, Formerly = ["ratify", "ratified_by"] },
            new("when", References, "What triggers it; any (default) means every deal.") { Words = ["any"] },
            .. OfEveryRule,
        ]),
        new("a precondition",
        [
            new("precondition", References, "What must hold first; one of these suffices.") { Required = true, Formerly = ["gate", "unless"] },
            new("for", References, "What it unlocks.") { Required = true, Formerly = ["blocks"] },
            new("party", Word, "The negotiator that insists on it."),
            .. OfEveryRule,
        ]),
        new("a red line",
        [
            new("red_line", Word, "The negotiator that draws it.") { Required = true },
            new("never", References, "What it will never agree to.") { Required = true },
            .. OfEveryRule,
        ]),
        new("a together rule",
        [
            new("together", References, "Options that come all together or not at all.") { Required = true },
            .. OfEveryRule,
        ]),
        new("a floor",
        [
            new("floor", Word, "The party that accepts no net loss in a dimension.") { Required = true },
            new("dimension", Word, "The dimension.") { Required = true },
            Tolerance,
            .. OfEveryRule,
        ]),
    ];

    private static readonly Field Set = new("set", Edits, "What it changes: paths and new values.") { Formerly = ["relax", "always", "changes"] };

    /// <summary>A date.</summary>
    public static FieldSection DateOverlay { get; } = new("a date",
        [Title, new("in_force", Word, "A deal in force on that date."), Set, Source, Note]);

    /// <summary>A leader, perception or story.</summary>
    public static FieldSection PlainOverlay { get; } = new("an overlay", [Title, Set, Source, Note]);

    /// <summary>An event.</summary>
    public static FieldSection EventOverlay { get; } = new("an event",
    [
        Title,
        new("per_year", FieldKind.Number, "Expected number a year, 0 or more.") { Formerly = ["rate"] },
        new("momentous", YesNo, "Whether it would change the world the case describes."),
        new("effect_on_index", FieldKind.Number, "What it does to the relationship index.") { Formerly = ["mood"] },
        Set,
        Source,
        Note,
    ]);

    /// <summary>An obstacle.</summary>
    public static FieldSection ObstacleOverlay { get; } = new("an obstacle",
        [Title, new("group", Word, "The group it belongs to: domestic, control, gains, .."), Set, Source, Note]);

    /// <summary>The keys at the top of the file.</summary>
    public static FieldSection Top { get; } = new("a case",
    [
        new("parley", Word, "Version of the format.") { Words = ["1"] },
        new("case", Word, "Name of the case.") { Required = true },
        Title,
        new("as_of", Date, "The day on which the case is assessed."),
        Note,
        Source,
        new("sources", NamedSections, "Texts and facts that numbers may cite.") { Section = SourceEntry },
        new("quotes", NamedSections, "Passages that numbers may cite: @q12.") { Section = QuoteEntry },
        new("dimensions", Texts, "Titles of the interest dimensions."),
        new("substantive_from", FieldKind.Number, "Expected size from which an agreement counts as substantive; without it any agreement counts.") { Formerly = ["substance"] },
        new("default_range", Percent, "Gives numbers without a range one of plus and minus that share; votes, steps and zeros stay exact."),
        new("cost_of_talks", FieldKind.Number, "What talks cost all who take part, as a share of what a deal is worth, 0..1; for the value of information.") { Formerly = ["talks_cost", "kappa"] },
        new("deal_must_settle", Words, "Issues that a deal must move from their status quo."),
        new("signatories", FieldKind.Section, "Who must sign; all negotiators by default.") { Section = SignatoriesEntry },
        new("money", Word, "transferable: side payments are unlimited; kept, not computed with yet.") { Words = ["transferable"] },
        new("utilities", Word, "comparable: values may be compared between parties.") { Words = ["comparable"] },
        new("params", Numbers, "Named numbers that others multiply by: a number, or a sum a + b clipped to 0..1.") { Formerly = ["parameters"] },
        new("parties", NamedSections, "The parties: offices or states rather than persons.") { Section = Party, Required = true, Formerly = ["actors", "players", "agents"] },
        new("issues", NamedSections, "What is to be settled, each with its options.") { Section = Issue, Required = true },
        new("rules", NamedSections, "Conditions beyond consent; each begins with the word that names its kind.") { Formerly = ["constraints"] },
        new("deals", NamedSections, "Named packages.") { Section = Deal, Formerly = ["packages"] },
        new("standing_effects", SectionList, "What ordinary conduct does at the status quo; shown, changes no verdict.") { Section = StandingEffect, Formerly = ["externalities"] },
        new("dependence", FieldKind.Section, "Which uncertain numbers move together; the others are independent.") { Section = DependenceEntry, Formerly = ["correlations"] },
        new("dates", NamedSections, "Overlays in time; the last is the default.") { Section = DateOverlay, Formerly = ["snapshots"] },
        new("leaders", NamedSections, "Overlays of who leads a party.") { Section = PlainOverlay, Formerly = ["profiles"] },
        new("events", NamedSections, "Overlays of what may happen.") { Section = EventOverlay, Formerly = ["shocks"] },
        new("perceptions", NamedSections, "Overlays of how a party sees the case.") { Section = PlainOverlay, Formerly = ["views"] },
        new("obstacles", NamedSections, "What an explanation may blame, each with the change that takes it away.") { Section = ObstacleOverlay, Formerly = ["factors"] },
        new("stories", NamedSections, "Rival explanations.") { Section = PlainOverlay, Formerly = ["hypotheses"] },
        new("claims", NamedSections, "Conclusions the case should support.") { Section = Claim, Formerly = ["conclusions"] },
        new("conflict", FieldKind.Section, "States, moves and preferences of the graph model for conflict resolution.") { Section = ConflictFields.Conflict },
    ]);

    /// <summary>The section of an overlay.</summary>
    public static FieldSection OverlayOf(OverlayKind kind) => kind switch
    {
        OverlayKind.Date => DateOverlay,
        OverlayKind.Event => EventOverlay,
        OverlayKind.Obstacle => ObstacleOverlay,
        _ => PlainOverlay,
    };

    /// <summary>The top-level key of a kind of overlay.</summary>
    public static string KeyOf(OverlayKind kind) => kind switch
    {
        OverlayKind.Date => "dates",
        OverlayKind.Leader => "leaders",
        OverlayKind.Perception => "perceptions",
        OverlayKind.Story => "stories",
        OverlayKind.Event => "events",
        _ => "obstacles",
    };

    /// <summary>All sections of the file, the top first.</summary>
    public static ImmutableArray<FieldSection> Sections { get; } =
    [
        Top, SourceEntry, QuoteEntry, SignatoriesEntry, Party, Issue, Option, .. RuleKinds, Deal, StandingEffect, DependenceEntry,
        DateOverlay, PlainOverlay, EventOverlay, ObstacleOverlay, Claim, .. ConflictFields.Sections,
    ];

    /// <summary>Words that cannot name a party: an option and a numeric issue hold party names beside these keys.</summary>
    public static ImmutableArray<string> NotAParty { get; } = [.. Option.Keys, .. Issue.Keys, "all", "substantive_from"];

    /// <summary>Words that cannot name an issue: a deal and a rule hold issue names beside these.</summary>
    public static ImmutableArray<string> NotAnIssue { get; } = [.. Deal.Keys, "any", "substantive_from"];

    /// <summary>Words that cannot name a rule or parameter.</summary>
    public static ImmutableArray<string> NotAPathHead { get; } = ["substantive_from"];

    /// <summary>Words that cannot name a quote or source.</summary>
    public static ImmutableArray<string> NotASource { get; } = ["guess"];
}
