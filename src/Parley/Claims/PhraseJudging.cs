using System.Collections.Immutable;
using Parley.Cases.Claims;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Claims;

/// <summary>What a phrase came to.</summary>
/// <param name="Holds">Whether it came out; null when it cannot be computed.</param>
/// <param name="Shown">What was found.</param>
/// <param name="Slack">By how much it holds (below zero: fails); null for a plain yes.</param>
internal sealed record PhraseOutcome(bool? Holds, ClaimShown Shown, Rational? Slack = null)
{
    public static PhraseOutcome Unsupported(UnsupportedReason reason) => new(null, new NothingShown(reason));

    /// <summary>The margin for a search: a plain yes bounds nothing, a plain no is as bad as can be.</summary>
    public Rational? Margin => Slack is { } slack ? (Holds == false ? Rational.Min(slack, 0) : slack) : Holds == false ? -1 : null;
}

/// <summary>Holds phrases against the worlds they ask about.</summary>
internal sealed class PhraseJudging
{
    private readonly ClaimWorlds _worlds;
    private readonly EvidenceReading _evidence;
    private readonly MeasureReading _measures;
    private readonly bool _brief;

    /// <param name="worlds">The worlds.</param>
    /// <param name="weighs">Whether distances are wanted of a deal in a world.</param>
    /// <param name="brief">Only whether phrases hold; what is shown may lack margins and sets beside those named.</param>
    public PhraseJudging(ClaimWorlds worlds, Func<ClaimContext, string?, bool> weighs, bool brief)
    {
        _worlds = worlds;
        _brief = brief;
        _evidence = new(worlds);
        _measures = new(worlds, _evidence, weighs);
    }

    public PhraseOutcome Judge(ClaimPhrase phrase)
    {
        switch (phrase)
        {
            case EvidencePhrase evidence:
                return _evidence.Judge(evidence);
            case TopicPhrase { NeverRaised: true } topic:
                return _evidence.NeverRaised(topic.Topic);
            case ComparisonPhrase comparison:
                return Compare(comparison);
        }

        return _worlds.Under(phrase.Under) is { } world ? Judge(phrase, world) : PhraseOutcome.Unsupported(UnsupportedReason.CannotBeAsked);
    }

    private PhraseOutcome Judge(ClaimPhrase phrase, ClaimWorld world) => phrase switch
    {
        VerdictPhrase { Deal: { } deal } verdict => OnDeal(verdict.Expected == ExpectedVerdict.Deal, deal, world),
        VerdictPhrase verdict => OfVerdict(verdict.Expected, world),
        ButForPhrase butFor => ButFor.Judge(butFor.Holder, world),
        ConsentPhrase consent => Consents(consent, world),
        CoalitionPhrase coalition => Agrees(coalition, world),
        StablePhrase => Standing.IsStable(world),
        LeavePhrase leave => Standing.Leaves(leave, world),
        RefusedTradesPhrase trades => RefusedSwaps.Judge(trades, world),
        IncludesPhrase includes => Includes(includes, world),
        OptionPhrase option => OfOption(option, world),
        TopicPhrase topic => OfTopic(topic, world),
        OpensOnlyPhrase opens => OpensOnly.Judge(opens, world, _brief, _worlds.Options, _worlds.Cancellation),
        NoEventPhrase events => NoEvent(events, world),
        EventPhrase single => OfEvent(single, world),
        _ => PhraseOutcome.Unsupported(UnsupportedReason.NotUnderstood),
    };

    private PhraseOutcome OfVerdict(ExpectedVerdict expected, ClaimWorld world)
    {
        if ((_brief ? world.Grade : GradeOf(world)) is not { } grade) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var holds = expected switch
        {
            ExpectedVerdict.Deal => grade == Grade.Deal,
            ExpectedVerdict.NoDeal => grade != Grade.Deal,
            ExpectedVerdict.TokensOnly => grade == Grade.Tokens,
            _ => grade == Grade.Nothing,
        };
        if (_brief) return new(holds, new VerdictShown(grade, Rational.Zero));
        var verdict = world.Verdict;
        var shown = new VerdictShown(verdict.Grade, verdict.Margin);
        var slack = expected == ExpectedVerdict.Deal ? verdict.Margin : -verdict.Margin;
        if (holds || slack.Sign <= 0) return new(holds, shown, slack);
        return new(false, shown); // the right side of a deal, but tokens or none against what is said
    }

    private static Grade? GradeOf(ClaimWorld world) => world.Verdict.IsDecided ? world.Verdict.Grade : null;

    private static PhraseOutcome OnDeal(bool expected, string name, ClaimWorld world)
    {
        var deal = world.Deal(name);
        var margin = deal.Outcome?.Margin;
        var shown = new PackageShown(name, deal.Feasible, Refusers(deal.Outcome), margin);
        var holds = deal.Feasible == expected;
        var slack = expected ? margin : -margin;
        return new(holds, shown, holds == (slack?.Sign >= 0) ? slack : null);
    }

    private static PhraseOutcome Consents(ConsentPhrase phrase, ClaimWorld world)
    {
        if (phrase.Deal is not { } name) return ClaimAnatomy.Consents(phrase, world);
        var deal = world.Deal(name);
        if (deal.Outcome is not { } outcome) return new(false, new PackageShown(name, false, [], null), -1);
        var broken = Refusers(outcome);
        var worst = outcome.Rows.Where(r => r.Holder == phrase.Party).Select(r => r.Value).Min(); // null, which binds nothing, is no minimum
        return new(
            broken.Contains(phrase.Party) != phrase.Accepts, new PackageShown(name, deal.Feasible, broken, outcome.Margin), phrase.Accepts ? worst : -worst);
    }

    private static ImmutableArray<string> Refusers(PackageOutcome? outcome) => [.. (outcome?.Broken ?? []).Select(r => r.Holder).Distinct()];

    private static PhraseOutcome Agrees(CoalitionPhrase phrase, ClaimWorld world)
    {
        if (world.CouldAgree(phrase.Members) is not { } could) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        return new(could == phrase.CouldAgree, new CoalitionShown(could));
    }

    private static PhraseOutcome Includes(IncludesPhrase phrase, ClaimWorld world)
    {
        if (phrase.Nash)
        {
            var bargaining = world.Bargaining;
            if (bargaining.Completeness == Completeness.Truncated) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
            var has = bargaining.Nash?.Options.Contains(phrase.Option);
            return new(has == true, new IncludesShown(has == true, has == false));
        }

        var option = world.Problem.Values.Ids.IndexOf(phrase.Option);
        var with = HasDealWith(option, world);
        var without = world.HasDeal(f => f != option);
        if (with is null || without is null) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        return new(with.Value && !without.Value, new IncludesShown(with.Value, without.Value)); // both checked above
    }

    private static bool? HasDealWith(int option, ClaimWorld world)
    {
        var values = world.Problem.Values;
        var issue = values.IssueOf(option);
        return world.HasDeal(f => f == option || values.IssueOf(f) != issue);
    }

    private PhraseOutcome OfOption(OptionPhrase phrase, ClaimWorld world)
    {
        var values = world.Problem.Values;
        var option = values.Ids.IndexOf(phrase.Option);
        var isToken = world.Problem.Baseline.Tokens.Contains(option);
        var inADeal = _brief && (isToken || phrase.Trait != OptionTrait.Acceptable) ? null : HasDealWith(option, world);
        if (inADeal is null && !isToken && phrase.Trait == OptionTrait.Acceptable) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var holds = phrase.Trait switch
        {
            OptionTrait.Acceptable => isToken || inADeal == true,
            OptionTrait.Token => isToken,
            _ => values.Substantive[option],
        };
        return new(holds, new OptionShown(inADeal == true, isToken, values.ExpectedSize[option], values.Substantive[option]));
    }

    private static PhraseOutcome OfTopic(TopicPhrase phrase, ClaimWorld world)
    {
        var values = world.Problem.Values;
        var found = ImmutableArray.CreateBuilder<string>();
        for (var f = 0; f < values.Options.Length; f++)
        {
            if (world.Problem.Model.Issues[values.IssueOf(f)].Topic != phrase.Topic || values.IsStatusQuo(f)) continue;
            var accepted = world.Problem.Baseline.Tokens.Contains(f) ? true : HasDealWith(f, world);
            if (accepted is null) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
            if (accepted.Value) found.Add(values.Ids[f]);
        }

        return new(found.Count == 0, new TopicShown(found.ToImmutable()));
    }

    private PhraseOutcome NoEvent(NoEventPhrase phrase, ClaimWorld world)
    {
        var changed = ImmutableArray.CreateBuilder<EventVerdict>();
        if (Seen(world) is not var (grade, margin)) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var given = world.Question.Selection.Given;
        foreach (var name in world.Question.BaseCase.OverlaysOf(Cases.Model.OverlayKind.Event).Select(e => e.Name).Where(e => !given.Contains(e)))
        {
            if (After(name, phrase.Under) is not { } after) return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
            if (after.Grade != grade) changed.Add(after);
        }

        var names = changed.Select(c => c.Event).ToHashSet(StringComparer.Ordinal);
        return new(names.SetEquals(phrase.Except), new EventsShown(grade, margin, changed.ToImmutable()));
    }

    private PhraseOutcome OfEvent(EventPhrase phrase, ClaimWorld world)
    {
        var then = WorldAfter(phrase.Event, phrase.Under);
        if (Seen(world) is not var (grade, margin) || then is null || After(phrase.Event, phrase.Under) is not { } after)
            return PhraseOutcome.Unsupported(UnsupportedReason.Undecided);
        var order = after.Grade.CompareTo(grade);
        if (order == 0) order = then.Verdict.Margin.CompareTo(world.Verdict.Margin);
        return new(phrase.Improves ? order > 0 : order < 0, new EventsShown(grade, margin, [after]));
    }

    private ClaimWorld? WorldAfter(string name, ClaimContext under) =>
        _worlds.Under(under with { Given = under.Given.Contains(name) ? under.Given : [.. under.Given, name] });

    // The verdict after an event; null when it could not be decided.
    private EventVerdict? After(string name, ClaimContext under) =>
        WorldAfter(name, under) is { } world && Seen(world) is var (grade, margin) ? new(name, grade, margin) : null;

    // A verdict and its margin; without the margin where only the verdict is wanted.
    private (Grade Grade, Rational Margin)? Seen(ClaimWorld world)
    {
        if (_brief) return world.Grade is { } grade ? (grade, Rational.Zero) : null;
        return world.Verdict.IsDecided ? (world.Verdict.Grade, world.Verdict.Margin) : null;
    }

    private PhraseOutcome Compare(ComparisonPhrase phrase)
    {
        var (left, right) = (_measures.Read(phrase.Left), _measures.Read(phrase.Right));
        var shown = new FiguresShown(left, right);
        if (left.Unsupported != UnsupportedReason.None || right.Unsupported != UnsupportedReason.None) return new(null, shown);
        var order = (left.Never, right.Never) switch
        {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => -1,
            _ => left.Value!.Value.CompareTo(right.Value!.Value), // a figure without a value is unsupported or never
        };
        var holds = phrase.Comparison switch
        {
            Comparison.Less => order < 0,
            Comparison.AtMost => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };
        if (left.Value is not { } a || right.Value is not { } b) return new(holds, shown);
        var less = phrase.Comparison is Comparison.Less or Comparison.AtMost;
        var size = Rational.Max(Rational.Max(a, -a), Rational.Max(b, -b));
        return new(holds, shown, size.IsZero ? Rational.Zero : (less ? b - a : a - b) / size);
    }
}
