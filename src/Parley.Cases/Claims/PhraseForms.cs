using System.Collections.Immutable;

namespace Parley.Cases.Claims;

/// <summary>The vocabulary of claims; there is no other. Longer forms stand before those they begin with.</summary>
internal static class PhraseForms
{
    public static ImmutableArray<PhraseForm<ClaimPhrase>> Statements { get; } =
    [
        new("deal but for HOLDER", DealSlot.None, s => new ButForPhrase(s[0])),
        new("deal", DealSlot.May, s => new VerdictPhrase(ExpectedVerdict.Deal, s.Deal)),
        new("no deal", DealSlot.May, s => new VerdictPhrase(ExpectedVerdict.NoDeal, s.Deal)),
        new("tokens only", DealSlot.None, _ => new VerdictPhrase(ExpectedVerdict.TokensOnly, null)),
        new("nothing on topic TOPIC", DealSlot.None, s => new TopicPhrase(s[0], NeverRaised: false)),
        new("nothing", DealSlot.None, _ => new VerdictPhrase(ExpectedVerdict.Nothing, null)),
        new("PARTY refuses every trade of DIMENSION for DIMENSION", DealSlot.None, s => new RefusedTradesPhrase(s[0], s[1], s[2])),
        new("PARTY refuses", DealSlot.May, s => new ConsentPhrase(s[0], Accepts: false, s.Deal)),
        new("PARTY accepts", DealSlot.May, s => new ConsentPhrase(s[0], Accepts: true, s.Deal)),
        new("PARTY+.. could not agree", DealSlot.None, s => new CoalitionPhrase(s.Slots[0], CouldAgree: false)),
        new("PARTY+.. could agree", DealSlot.None, s => new CoalitionPhrase(s.Slots[0], CouldAgree: true)),
        new("PARTY would leave DEAL", DealSlot.None, s => new LeavePhrase(s[0], s[1])),
        new("stable", DealSlot.None, _ => new StablePhrase()),
        new("every deal includes OPTION", DealSlot.None, s => new IncludesPhrase(s[0], Nash: false)),
        new("nash includes OPTION", DealSlot.None, s => new IncludesPhrase(s[0], Nash: true)),
        new("OPTION is acceptable", DealSlot.None, s => new OptionPhrase(s[0], OptionTrait.Acceptable)),
        new("OPTION is a token", DealSlot.None, s => new OptionPhrase(s[0], OptionTrait.Token)),
        new("OPTION is substantive", DealSlot.None, s => new OptionPhrase(s[0], OptionTrait.Substantive)),
        new("topic TOPIC is never raised", DealSlot.None, s => new TopicPhrase(s[0], NeverRaised: true)),
        new("opens only with OBSTACLE&.. together", DealSlot.May, s => new OpensOnlyPhrase(s.Slots[0], s.Deal)),
        new("no event changes the verdict except EVENT,..", DealSlot.None, s => new NoEventPhrase(s.Slots[0])),
        new("no event changes the verdict", DealSlot.None, _ => new NoEventPhrase([])),
        new("EVENT improves the verdict", DealSlot.None, s => new EventPhrase(s[0], Improves: true)),
        new("EVENT worsens the verdict", DealSlot.None, s => new EventPhrase(s[0], Improves: false)),
        new("STORY explains best", DealSlot.None, s => new EvidencePhrase(s[0], EvidenceTrait.ExplainsBest)),
        new("STORY mispredicts nothing", DealSlot.None, s => new EvidencePhrase(s[0], EvidenceTrait.MispredictsNothing)),
        new("STORY mispredicts", DealSlot.None, s => new EvidencePhrase(s[0], EvidenceTrait.Mispredicts)),
        new("claim REPORT rests on one source", DealSlot.None, s => new EvidencePhrase(s[0], EvidenceTrait.RestsOnOneSource)),
        new("REPORT is contested", DealSlot.None, s => new EvidencePhrase(s[0], EvidenceTrait.Contested)),
    ];

    public static ImmutableArray<PhraseForm<Measure>> Measures { get; } =
    [
        new("delivery of OPTION", DealSlot.None, s => new(MeasureKind.Delivery, s[0])),
        new("needed_delivery of OPTION for PARTY", DealSlot.Must, s => new(MeasureKind.NeededDelivery, s[0], s[1]) { Deal = s.Deal }),
        new("worth of OPTION to PARTY", DealSlot.None, s => new(MeasureKind.Worth, s[0], s[1])),
        new("effect of OPTION on PARTY in DIMENSION", DealSlot.None, s => new(MeasureKind.Effect, s[0], s[1], s[2])),
        new("standing effect of PARTY on PARTY in DIMENSION", DealSlot.None, s => new(MeasureKind.StandingEffect, s[0], s[1], s[2])),
        new("blame of group GROUP", DealSlot.May, s => new(MeasureKind.BlameOfGroup, s[0]) { Deal = s.Deal }),
        new("blame of OBSTACLE", DealSlot.May, s => new(MeasureKind.Blame, s[0]) { Deal = s.Deal }),
        new("opening_share of group GROUP", DealSlot.May, s => new(MeasureKind.OpeningShareOfGroup, s[0]) { Deal = s.Deal }),
        new("opening_share of OBSTACLE", DealSlot.May, s => new(MeasureKind.OpeningShare, s[0]) { Deal = s.Deal }),
        new("largest responsibility in group GROUP", DealSlot.May, s => new(MeasureKind.ResponsibilityOfGroup, s[0]) { Deal = s.Deal }),
        new("responsibility of group GROUP", DealSlot.May, s => new(MeasureKind.ResponsibilityOfGroup, s[0]) { Deal = s.Deal }),
        new("responsibility of OBSTACLE", DealSlot.May, s => new(MeasureKind.Responsibility, s[0]) { Deal = s.Deal }),
        new("terms_of_trade of PARTY and PARTY", DealSlot.None, s => new(MeasureKind.TermsOfTrade, s[0], s[1])),
        new("objection_share of DIMENSION for PARTY", DealSlot.None, s => new(MeasureKind.ObjectionShare, s[0], s[1])),
        new("benefit_ceiling of DIMENSION for PARTY", DealSlot.None, s => new(MeasureKind.BenefitCeiling, s[0], s[1])),
        new("ritual", DealSlot.None, _ => new(MeasureKind.Ritual)),
        new("progress", DealSlot.None, _ => new(MeasureKind.Progress)),
        new("salience_shift of TOPIC", DealSlot.None, s => new(MeasureKind.SalienceShift, s[0])),
        new("drift after COUNT quarter|quarters", DealSlot.None, s => new(MeasureKind.Drift) { Number = s.Count(0) }),
        new("belief in REPORT", DealSlot.None, s => new(MeasureKind.Belief, s[0])),
    ];
}
