using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Cases.Model;

namespace Parley.Cases.Tests.Claims;

public class ClaimPhraseReaderTests
{
    private const string Text = """
        case: talks
        parties:
          us: {weights: {security: 1, money: 1}, no_deal: 1}
          iran: {weights: {security: 1}}
          eu: {weights: {security: 1}}
        issues:
          program:
            topic: atoms
            status_quo: full
            full: {}
            capped: {by: iran, us: {security: 20}, iran: {security: -5}, eu: {security: 1}}
          years: {from: 1, to: 3, step: 0.5, status_quo: 1, us: {1: 0, 3: 5}}
        rules:
          limit: {red_line: us, never: years=3}
        deals: {jcpoa: {program: capped}}
        dates: {2015: {set: {us.no_deal: 5}}, 2018: {set: {}}}
        leaders: {hawk: {set: {us.no_deal: 9}}}
        perceptions: {us: {set: {}}}
        events: {thaw: {set: {us.no_deal: 0}}, frost: {set: {us.no_deal: 3}}}
        obstacles: {pride: {group: home, set: {us.no_deal: 0}}, polls: {group: home, set: {us.min_gain: 0}}, price: {group: away, set: {}}}
        stories: {fear: {set: {}}}
        """;

    private static readonly CaseModel Talks = Samples.Read(Text);

    /// <summary>Each form, and what it means.</summary>
    public static TheoryData<string, string> Forms => new()
    {
        { "deal", "VerdictPhrase Deal" },
        { "no deal", "VerdictPhrase NoDeal" },
        { "tokens only", "VerdictPhrase TokensOnly" },
        { "nothing", "VerdictPhrase Nothing" },
        { "deal on jcpoa", "VerdictPhrase Deal jcpoa" },
        { "no deal on jcpoa", "VerdictPhrase NoDeal jcpoa" },
        { "deal at 2015", "VerdictPhrase Deal at 2015" },
        { "deal under hawk", "VerdictPhrase Deal under hawk" },
        { "deal seen by us", "VerdictPhrase Deal seen us" },
        { "deal given thaw, frost", "VerdictPhrase Deal given thaw frost" },
        { "deal without pride,price", "VerdictPhrase Deal without pride price" },
        { "deal without group home", "VerdictPhrase Deal without pride polls" },
        { "deal without group home without price", "VerdictPhrase Deal without pride polls price" },
        { "deal on jcpoa at 2015 under hawk seen by us given thaw without pride", "VerdictPhrase Deal jcpoa at 2015 under hawk seen us given thaw without pride" },
        { "deal at 2015 on jcpoa", "VerdictPhrase Deal jcpoa at 2015" },
        { "deal but for eu", "ButForPhrase eu" },
        { "deal but for limit at 2015", "ButForPhrase limit at 2015" },
        { "us refuses", "ConsentPhrase us False" },
        { "us accepts on jcpoa", "ConsentPhrase us True jcpoa" },
        { "us refuses every trade of security for money", "RefusedTradesPhrase us security money" },
        { "us + eu could agree", "CoalitionPhrase us eu True" },
        { "us+eu+iran could not agree", "CoalitionPhrase us eu iran False" },
        { "us would leave jcpoa at 2018", "LeavePhrase us jcpoa at 2018" },
        { "stable", "StablePhrase" },
        { "every deal includes program.capped", "IncludesPhrase program.capped False" },
        { "nash includes years=2.50", "IncludesPhrase years=2.5 True" },
        { "program.capped is acceptable", "OptionPhrase program.capped Acceptable" },
        { "program.capped is a token", "OptionPhrase program.capped Token" },
        { "program.capped is substantive", "OptionPhrase program.capped Substantive" },
        { "nothing on topic atoms", "TopicPhrase atoms False" },
        { "topic atoms is never raised", "TopicPhrase atoms True" },
        { "opens only with pride and polls together", "OpensOnlyPhrase pride polls" },
        { "opens only with pride, polls and price together on jcpoa", "OpensOnlyPhrase pride polls price jcpoa" },
        { "no event changes the verdict", "NoEventPhrase" },
        { "no event changes the verdict except thaw, frost", "NoEventPhrase thaw frost" },
        { "thaw improves the verdict", "EventPhrase thaw True" },
        { "frost worsens the verdict", "EventPhrase frost False" },
        { "fear explains best", "EvidencePhrase fear ExplainsBest" },
        { "fear mispredicts", "EvidencePhrase fear Mispredicts" },
        { "fear mispredicts nothing", "EvidencePhrase fear MispredictsNothing" },
        { "claim rumour rests on one source", "EvidencePhrase rumour RestsOnOneSource" },
        { "rumour is contested", "EvidencePhrase rumour Contested" },
    };

    public static TheoryData<string, string> Measures => new()
    {
        { "delivery of program.capped", "Delivery program.capped" },
        { "needed_delivery of program.capped for us on jcpoa", "NeededDelivery program.capped us on jcpoa" },
        { "worth of program.capped to us", "Worth program.capped us" },
        { "effect of program.capped on us in security", "Effect program.capped us security" },
        { "standing effect of us on iran in security", "StandingEffect us iran security" },
        { "blame of pride", "Blame pride" },
        { "blame of group home on jcpoa", "BlameOfGroup home on jcpoa" },
        { "opening_share of pride at 2015", "OpeningShare pride at 2015" },
        { "opening_share of group home", "OpeningShareOfGroup home" },
        { "responsibility of pride", "Responsibility pride" },
        { "largest responsibility in group home", "ResponsibilityOfGroup home" },
        { "responsibility of group home", "ResponsibilityOfGroup home" },
        { "terms_of_trade of us and iran", "TermsOfTrade us iran" },
        { "objection_share of security for us under hawk", "ObjectionShare security us under hawk" },
        { "benefit_ceiling of security for us", "BenefitCeiling security us" },
        { "ritual", "Ritual" },
        { "progress", "Progress" },
        { "salience_shift of atoms", "SalienceShift atoms" },
        { "drift after 2 quarters", "Drift 2" },
        { "drift after 1 quarter", "Drift 1" },
        { "belief in rumour", "Belief rumour" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_phrase_means_what_the_format_says(string text, string meaning)
    {
        var read = ClaimPhraseReader.Read(Talks, text);

        Assert.Empty(read.Findings);
        Assert.Equal(meaning, Meaning(Assert.Single(read.Phrases)));
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_stands_on_either_side(string text, string meaning)
    {
        var read = ClaimPhraseReader.Read(Talks, $"{text} < {text}; {text}>=-0.5; {text} <= 12%; {text} > 1");

        Assert.Empty(read.Findings);
        var comparisons = read.Phrases.Cast<ComparisonPhrase>().ToList();
        Assert.Equal([Comparison.Less, Comparison.AtLeast, Comparison.AtMost, Comparison.Greater], comparisons.Select(c => c.Comparison));
        Assert.All(comparisons, c => Assert.Equal(meaning, Meaning(c.Left)));
        Assert.Equal(meaning, Meaning(comparisons[0].Right));
        Assert.Equal([-0.5m, 0.12m, 1m], comparisons[1..].Select(c => c.Right.Number));
    }

    [Fact]
    public void Every_form_of_the_vocabulary_is_tried_here()
    {
        var tried = Forms.Select(f => f.Data.Item1).Concat(Measures.Select(m => m.Data.Item1)).ToList();

        Assert.All(ClaimPhraseReader.Vocabulary, form =>
        {
            var words = form.Replace(" [on DEAL]", string.Empty, StringComparison.Ordinal).Split(' ').Where(w => w.Any(char.IsAsciiLetterLower)).ToList();
            Assert.True(tried.Exists(t => words.TrueForAll(w => t.Split(' ').Contains(w) || w is "quarters" or "and")), form);
        });
    }

    [Fact]
    public void Phrases_are_separated_by_semicolons_and_keep_their_words()
    {
        var read = ClaimPhraseReader.Read(Talks, "no deal ;deal   given thaw ,frost;");

        Assert.Equal(["no deal", "deal given thaw, frost"], read.Phrases.Select(p => p.Text));
    }

    [Theory]
    [InlineData("no dael", 1, "dael", "no deal [on DEAL]", "deal")]
    [InlineData("us refused", 1, "refused", "PARTY refuses [on DEAL]", "refuses")]
    [InlineData("us refuses everything", 2, "everything", "PARTY refuses [on DEAL]", "on")]
    [InlineData("delivery from program.capped < 1", 1, "from", "delivery of OPTION", "of")]
    [InlineData("deal; nothing on subject atoms", 4, "subject", "nothing on topic TOPIC", "topic")]
    [InlineData("opens only with pride together", 4, "together", "opens only with OBSTACLE and OBSTACLE together [on DEAL]", null)]
    [InlineData("deal at 2015 at 2018", 3, "at", "deal [on DEAL]", "given")]
    [InlineData("delivery of program.capped < 1 < 2", 5, "<", "MEASURE < MEASURE", null)]
    [InlineData("> 1", 0, ">", "MEASURE < MEASURE", null)]
    public void Words_that_are_no_phrase_are_found_and_what_begins_the_same_way_is_named(string text, int word, string at, string alike, string? next)
    {
        var finding = Assert.Single(ClaimPhraseReader.Read(Talks, text).Findings);

        Assert.Equal((word, at, null), (finding.Word, finding.Text, finding.Name));
        Assert.Contains(alike, finding.Alike);
        if (next is not null) Assert.Contains(next, finding.Known);
    }

    [Theory]
    [InlineData("ritual")]
    [InlineData("every deal includes")]
    [InlineData("delivery of program.capped <")]
    [InlineData("needed_delivery of program.capped for us < 1")]
    [InlineData("deal given thaw,")]
    [InlineData("")]
    [InlineData(" ; ;")]
    public void A_phrase_that_ends_too_early_is_found(string text) => Assert.Contains(ClaimPhraseReader.Read(Talks, text).Findings, f => f.Name is null);

    [Theory]
    [InlineData("deal on jpcoa", PhraseName.Deal, "jpcoa")]
    [InlineData("deal at 2051", PhraseName.Date, "2051")]
    [InlineData("deal under dove", PhraseName.Leader, "dove")]
    [InlineData("deal seen by them", PhraseName.Perception, "them")]
    [InlineData("deal given thow", PhraseName.Event, "thow")]
    [InlineData("deal without prid", PhraseName.Obstacle, "prid")]
    [InlineData("deal without group abroad", PhraseName.Group, "abroad")]
    [InlineData("su refuses", PhraseName.Party, "su")]
    [InlineData("us refuses every trade of honour for money", PhraseName.Dimension, "honour")]
    [InlineData("nothing on topic atom", PhraseName.Topic, "atom")]
    [InlineData("deal but for limits", PhraseName.Holder, "limits")]
    [InlineData("fera mispredicts", PhraseName.Story, "fera")]
    [InlineData("programme.capped is a token", PhraseName.Issue, "programme")]
    [InlineData("program.caped is a token", PhraseName.Option, "caped")]
    [InlineData("years=2.25 is acceptable", PhraseName.Option, "2.25")]
    [InlineData("drift after no quarters < 0", PhraseName.Count, "no")]
    public void A_name_that_is_not_declared_is_found(string text, PhraseName kind, string name)
    {
        var finding = Assert.Single(ClaimPhraseReader.Read(Talks, text).Findings);

        Assert.Equal((kind, name), (finding.Name, finding.Text));
    }

    [Fact]
    public void A_bad_phrase_does_not_hide_the_others()
    {
        var read = ClaimPhraseReader.Read(Talks, "no deal; us refusse; deal on jpcoa; stable");

        Assert.Equal(["no deal", "stable"], read.Phrases.Select(p => p.Text));
        Assert.Equal(2, read.Findings.Length);
    }

    [Fact]
    public void Words_in_a_folded_block_are_found_where_they_stand()
    {
        var text = Text + "\nclaims:\n  c:\n    expect: >-\n      no deal;\n      deal on\n      jpcoa\n  d: {expect: stabel}\n";
        var lines = text.Split('\n');

        var found = Parley.Cases.Text.CaseReader.Read("case.yaml", text).Diagnostics;

        Assert.Equal(["unknown-deal", "unknown-phrase"], found.Select(d => d.Slug));
        Assert.All(found.Zip(["jpcoa", "stabel"]), f => Assert.StartsWith(f.Second, lines[f.First.Span.Line - 1][(f.First.Span.Column - 1)..], StringComparison.Ordinal));
    }

    private static string Meaning(ClaimPhrase phrase) => Join(
        phrase.GetType().Name,
        phrase switch
        {
            VerdictPhrase p => Join($"{p.Expected}", p.Deal),
            ButForPhrase p => p.Holder,
            ConsentPhrase p => Join(p.Party, $"{p.Accepts}", p.Deal),
            RefusedTradesPhrase p => Join(p.Party, p.Gives, p.Gets),
            CoalitionPhrase p => Join([.. p.Members, $"{p.CouldAgree}"]),
            LeavePhrase p => Join(p.Party, p.Deal),
            IncludesPhrase p => Join(p.Option, $"{p.Nash}"),
            OptionPhrase p => Join(p.Option, $"{p.Trait}"),
            TopicPhrase p => Join(p.Topic, $"{p.NeverRaised}"),
            OpensOnlyPhrase p => Join([.. p.Obstacles, p.Deal]),
            NoEventPhrase p => Join([.. p.Except]),
            EventPhrase p => Join(p.Event, $"{p.Improves}"),
            EvidencePhrase p => Join(p.Name, $"{p.Trait}"),
            _ => null,
        },
        Meaning(phrase.Under));

    private static string Meaning(Measure measure) => Join(
        $"{measure.Kind}",
        Join([.. measure.Names]),
        measure.Deal is null ? null : $"on {measure.Deal}",
        measure.Kind == MeasureKind.Drift ? $"{measure.Number}" : null,
        Meaning(measure.Under));

    private static string Meaning(ClaimContext under) => Join(
        under.At is null ? null : $"at {under.At}",
        under.Under is null ? null : $"under {under.Under}",
        under.SeenBy is null ? null : $"seen {under.SeenBy}",
        List("given", under.Given),
        List("without", under.Without));

    private static string? List(string word, ImmutableArray<string> names) => names.IsEmpty ? null : Join([word, .. names]);

    private static string Join(params ReadOnlySpan<string?> words) => string.Join(' ', words.ToArray().Where(w => !string.IsNullOrEmpty(w)));
}
