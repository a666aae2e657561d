using System.Collections.Immutable;
using Parley.Cases.Model;
using Parley.Claims;
using Parley.Kernels.Exact;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>What came out of a claim, in words.</summary>
public static class ClaimWords
{
    /// <summary>"follows", "does not follow", "not computed".</summary>
    public static string Status(ClaimStatus status) => status switch
    {
        ClaimStatus.Follows => "follows",
        ClaimStatus.DoesNotFollow => "does not follow",
        _ => "not computed",
    };

    /// <summary>How many claims follow, in a sentence.</summary>
    public static string Summary(ClaimsResult result)
    {
        var (follow, fail) = (Count(result, ClaimStatus.Follows), Count(result, ClaimStatus.DoesNotFollow));
        var open = result.Claims.Length - follow - fail;
        var sentence = $"{follow} of {result.Claims.Length} claims {(follow == 1 ? "follows" : "follow")} from the numbers of the case";
        if (fail > 0) sentence += $", {fail} {(fail == 1 ? "does" : "do")} not";
        if (open > 0) sentence += fail > 0 ? $", and {open} cannot be computed" : $"; {open} cannot be computed";
        return sentence + ".";
    }

    /// <summary>One phrase's finding, in a few words.</summary>
    public static string Shown(ClaimPart part, CaseWords words) => part.Shown switch
    {
        NothingShown nothing => Reason(nothing.Reason),
        VerdictShown verdict => $"{GradeText(verdict.Grade, words)}, margin {NumberText.Margin(verdict.Margin)}",
        PackageShown package => PackageText(package, words),
        OfferShown offer => OfferText(offer),
        ButForShown butFor => ButForText(butFor),
        CoalitionShown coalition => coalition.CouldAgree ? "they could" : "they could not",
        StandingShown standing => StandingText(standing, words),
        LeavingShown leaving => $"{NumberText.Points(leaving.Inside)} inside, {NumberText.Points(leaving.Outside)} outside",
        SwapsShown swaps => SwapsText(swaps, words),
        OptionShown option => OptionText(option),
        IncludesShown includes => IncludesText(includes),
        TopicShown topic => topic.Options.IsEmpty ? "no option of it is" : "acceptable: " + string.Join("; ", topic.Options.Select(words.Option)),
        OpeningsShown openings => OpeningsText(openings, words),
        EventsShown events => EventsText(events, words),
        StoryShown story => StoryText(story),
        BeliefShown belief => BeliefWords.Brief(belief.Belief),
        RaisedShown raised => $"raised at {raised.Meetings} of {raised.Held} meetings held",
        FiguresShown figures => FiguresText(figures),
        _ => string.Empty,
    };

    /// <summary>Why a phrase is not computed.</summary>
    public static string Reason(UnsupportedReason reason) => reason switch
    {
        UnsupportedReason.NotUnderstood => "the phrase is not understood",
        UnsupportedReason.NoEvidence => "it takes evidence that does not stand beside the case",
        UnsupportedReason.NoSuchReport => "no report is about it",
        UnsupportedReason.Undecided => "a limit was reached before the answer",
        UnsupportedReason.NoStatusQuo => "some issue has no status quo to measure from",
        UnsupportedReason.NoSuchFigure => "there is no such figure in this deal",
        _ => "its overlays do not go together",
    };

    /// <summary>A figure, three decimals; an expectation with one standard deviation.</summary>
    public static string Figure(ClaimFigure figure)
    {
        if (figure.Unsupported != UnsupportedReason.None) return "?";
        var spread = figure.Variance is { } variance ? $" \u00b1 {EvidenceText.Figure(Math.Sqrt(variance.ToDouble()), 3)}" : string.Empty;
        return figure.Value is { } value ? NumberText.Fixed(value, 3) + spread : "more than any chance";
    }

    private static int Count(ClaimsResult result, ClaimStatus status) => result.Claims.Count(c => c.Status == status);

    private static string GradeText(Grade grade, CaseWords words) => grade switch
    {
        Grade.Deal => "a deal",
        Grade.Tokens => "tokens only",
        _ => words.Model.SubstantiveFrom is null ? "no deal" : "nothing",
    };

    private static string PackageText(PackageShown package, CaseWords words)
    {
        if (package.Feasible) return "accepted";
        if (package.Broken.IsEmpty) return "no candidate for a deal";
        var margin = package.Margin is { } value ? $", margin {NumberText.Margin(value)}" : string.Empty;
        return $"refused by {CaseWords.Listed([.. package.Broken.Select(words.Holder)])}{margin}";
    }

    private static string OfferText(OfferShown offer) => offer.Slack is { } slack
        ? $"the best offer leaves it {NumberText.Points(slack)} beyond the least it must have"
        : "the others would sign nothing";

    private static string ButForText(ButForShown shown)
    {
        if (shown.DealNow) return "there is a deal as it is";
        return shown.DealWithout ? "no deal now, a deal without" : "no deal now, nor without";
    }

    private static string StandingText(StandingShown shown, CaseWords words) => shown.Party is not { } party
        ? "nobody can move alone"
        : $"best move alone: {words.Party(party)}, {words.Package(shown.Changes)}, {NumberText.Points(shown.Gain)}";

    private static string SwapsText(SwapsShown swaps, CaseWords words)
    {
        if (swaps.Tried == 0) return "there is no such swap to test";
        var text = $"{swaps.Refused} of {swaps.Tried} swaps refused";
        if (swaps.Give is not { } give || swaps.Coin is not { } coin) return text;
        return $"{text}; taken: {words.Option(give)} for {words.Option(coin)}";
    }

    private static string OptionText(OptionShown option)
    {
        var size = $"expected size {NumberText.Fixed(option.ExpectedSize, 1)}";
        if (option.IsToken) return $"a token, {size}";
        var substance = option.Substantive ? "substantive" : "not substantive";
        return $"{substance}, {size}; {(option.InADeal ? "in some acceptable deal" : "in no acceptable deal")}";
    }

    private static string IncludesText(IncludesShown shown) => (shown.With, shown.Without) switch
    {
        (false, false) => "there is no deal",
        (true, false) => "it does",
        (true, true) => "some deal does without",
        _ => "it does not",
    };

    private static string OpeningsText(OpeningsShown openings, CaseWords words)
    {
        if (openings.Sets.IsEmpty) return "nothing of that size opens";
        if (openings.Sets is [{ IsEmpty: true }]) return "it is open as it is";
        return "opens without " + string.Join("; or without ", openings.Sets.Select(
            s => CaseWords.Listed([.. s.Select(o => words.Overlay(OverlayKind.Obstacle, o))])));
    }

    private static string EventsText(EventsShown events, CaseWords words)
    {
        var now = $"{GradeText(events.Grade, words)}, margin {NumberText.Margin(events.Margin)}";
        if (events.Events.IsEmpty) return $"{now}; no event changes that";
        return $"{now}; " + string.Join("; ", events.Events.Select(
            e => $"{words.Overlay(OverlayKind.Event, e.Event)}: {GradeText(e.Grade, words)}, margin {NumberText.Margin(e.Margin)}"));
    }

    private static string StoryText(StoryShown shown)
    {
        var missed = shown.Mispredicted.IsEmpty ? "mispredicts nothing" : $"mispredicts {string.Join(", ", shown.Mispredicted)}";
        return $"{missed}; chance {EvidenceText.Figure(shown.Posterior, 2)} among the stories";
    }

    private static string FiguresText(FiguresShown figures)
    {
        var reason = figures.Left.Unsupported != UnsupportedReason.None ? figures.Left.Unsupported : figures.Right.Unsupported;
        return reason != UnsupportedReason.None ? Reason(reason) : $"{Figure(figures.Left)} against {Figure(figures.Right)}";
    }

    /// <summary>A change of a number: "0.2 to 0.16".</summary>
    public static string Change(decimal from, decimal to) => $"{NumberText.Typed(from)} to {NumberText.Typed(to)}";

    /// <summary>A change of a number in a word.</summary>
    public static string Change(NumberChange change) => change switch
    {
        NumberChange.FifthLess => "a fifth less",
        NumberChange.FifthMore => "a fifth more",
        NumberChange.RangeLow => "low end",
        _ => "high end",
    };

    /// <summary>What a search for numbers that suit all claims came to.</summary>
    public static IEnumerable<string> Reconciled(ReconciliationResult result)
    {
        var tightest = result.Tightest is { } id ? $", set by {id}" : string.Empty;
        if (!result.Found)
        {
            yield return $"The search found no numbers within their plausible ranges under which all these claims hold. It looked at "
                + $"{Sets(result.Trials)}; a search is no proof that there are none.";
            foreach (var set in result.Conflicts)
                yield return set.Length == 1
                    ? $"{set[0]} held at none of the points that were looked at in full."
                    : $"{set[0]} and {set[1]} held together at none of the points that were looked at in full.";
            yield break;
        }

        yield return result.Moved.IsEmpty
            ? $"All claims that can be computed hold at the numbers as given, and the search found none within their ranges that suit them better (worst margin {Margin(result.Margin)}{tightest})."
            : $"All claims that can be computed hold together when the numbers below are moved within their ranges: the worst margin goes from {Margin(result.MarginAsGiven)} to {Margin(result.Margin)}{tightest}.";
        var rest = result.AtRest ? "It came to rest" : "It ended at its limit";
        yield return $"{rest} after {Sets(result.Trials)}; better ones may exist.";
    }

    private static string Sets(int trials) => trials == 1 ? "one set of numbers" : $"{NumberText.Count(trials)} sets of numbers";

    private static string Margin(Rational value) => NumberText.WithSign(value, 3);
}
