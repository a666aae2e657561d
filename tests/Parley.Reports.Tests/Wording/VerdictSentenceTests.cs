using System.Numerics;
using Parley.Kernels.Exact;
using Parley.Reports.Tests.Samples;
using Parley.Reports.Wording;
using Parley.Results;
using Parley.Verdict;
using static Parley.Reports.Tests.Samples.Build;

namespace Parley.Reports.Tests.Wording;

public class VerdictSentenceTests
{
    private static readonly VerdictResult _tokens = TwoPowers.Verdict;

    [Fact]
    public void Tokens_only_names_who_falls_short_and_by_how_much() => Assert.Equal(
        "Tokens only: West and East can agree on gestures, but no deal of substance is acceptable to both "
        + "(margin −0.086: the nearest one falls short by 8.6% of the range of what is at stake for East).",
        Sentence(_tokens));

    [Fact]
    public void Ratification_is_named_where_the_proof_needs_it_or_is_missing()
    {
        Assert.Contains("would be accepted by both and then ratified", Sentence(_tokens with { Certificate = null }), StringComparison.Ordinal);
        var leaning = new Certificate(new RowsLeaf([new RowMultiplier(CertificateRow.Rule, "advice", 1)]), 1);
        Assert.Contains("and then ratified", Sentence(_tokens with { Certificate = leaning }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_says_that_not_even_gestures_are_agreed() => Assert.StartsWith(
        "Nothing: West and East cannot agree even on gestures, and no deal of substance is acceptable to both (margin −0.086:",
        Sentence(_tokens with { Grade = Grade.Nothing }),
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_vote_is_counted_in_votes()
    {
        var votes = new RowOutcome("advice", RowKind.Votes, "senate", -9, new Rational(-9, 67));
        var verdict = _tokens with
        {
            HasTokens = false,
            Grade = Grade.Nothing,
            Certificate = null,
            Margin = new Rational(-9, 67),
            MarginUpper = new Rational(-9, 67),
            Witness = _tokens.Witness! with { Rows = [votes] },
        };

        Assert.Equal(
            "No deal would be accepted by both West and East and then ratified "
            + "(margin −0.134: the nearest one falls short by 9 votes in the Senate).",
            Sentence(verdict));
    }

    [Fact]
    public void A_broken_rule_without_degrees_is_named()
    {
        var rule = new RowOutcome("no_sale", RowKind.RedLine, "east", null, -1);
        var verdict = _tokens with { Witness = _tokens.Witness! with { Rows = [rule] }, Margin = -1, MarginUpper = -1 };

        Assert.Contains("the nearest one breaks a rule: will not trade geopolitical position", Sentence(verdict), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_without_candidates_says_so() => Assert.Equal(
        "Tokens only: West and East can agree on gestures, but nothing on the table would make a deal of substance.",
        Sentence(_tokens with { Witness = null, Margin = -1, MarginUpper = -1 }));

    [Fact]
    public void A_verdict_left_open_claims_nothing()
    {
        var open = _tokens with { IsDecided = false, MarginUpper = (Rational)0.1m, Completeness = Completeness.Truncated };

        Assert.True(VerdictSentence.IsOpen(open));
        Assert.Equal(
            "Gestures at least: West and East can agree on gestures, and whether a deal of substance exists "
            + "could not be settled within the limit (margin between −0.086 and +0.100).",
            Sentence(open));
        Assert.StartsWith("Open: whether West and East have a deal of substance", Sentence(open with { Grade = Grade.Nothing }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true, "1 is acceptable")]
    [InlineData(2, true, "2 are acceptable")]
    [InlineData(1, false, "at least 1 are acceptable")]
    public void A_deal_counts_the_acceptable_packages(int count, bool exact, string words)
    {
        var deal = ThreeRivers.Answers.Verdict! with { AcceptableCount = new BigInteger(count), AcceptableIsExact = exact };

        Assert.Contains(words, VerdictSentence.Of(deal, new CaseWords(ThreeRivers.Model)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_with_nothing_to_spare_says_so()
    {
        var deal = ThreeRivers.Answers.Verdict! with
        {
            Margin = 0,
            MarginUpper = 0,
            Witness = new PackageOutcome
            {
                Package = Package([], [0m, 0m, 0m]),
                Margin = 0,
                Rows = [Consent("lower_state", 0m, 0m)],
            },
        };

        Assert.EndsWith(
            "even the safest one leaves lower state nothing to spare (margin 0.000).",
            VerdictSentence.Of(deal, new CaseWords(ThreeRivers.Model)),
            StringComparison.Ordinal);
    }

    private static string Sentence(VerdictResult verdict) => VerdictSentence.Of(verdict, new CaseWords(TwoPowers.Model));
}
