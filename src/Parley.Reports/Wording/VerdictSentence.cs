using Parley.Cases.Model;
using Parley.Kernels.Exact;
using Parley.Results;
using Parley.Verdict;

namespace Parley.Reports.Wording;

/// <summary>The verdict in one sentence, from nothing but the result and the case's titles.</summary>
public static class VerdictSentence
{
    /// <summary>True when the search ended before it knew whether a deal exists.</summary>
    public static bool IsOpen(VerdictResult verdict) => !verdict.IsDecided;

    public static string Of(VerdictResult verdict, CaseWords words)
    {
        var parties = words.Parties(verdict.Parties);
        var substance = verdict.HasTokens ? "deal of substance" : "deal";
        if (IsOpen(verdict)) return OpenSentence(verdict, parties, substance);
        return verdict.Grade switch
        {
            Grade.Deal => DealSentence(verdict, words),
            Grade.Tokens => $"Tokens only: {parties} can agree on gestures, but "
                + $"{NoDeal(verdict, words, substance, Everyone(verdict, words))}.",
            _ when verdict.HasTokens => $"Nothing: {parties} cannot agree even on gestures, and "
                + $"{NoDeal(verdict, words, substance, Everyone(verdict, words))}.",
            _ => Capital($"{NoDeal(verdict, words, substance, EveryoneNamed(verdict, words))}."),
        };
    }

    /// <summary>"both", "all three", or who must sign where not all must.</summary>
    private static string Everyone(VerdictResult verdict, CaseWords words)
    {
        if (words.Model.Signatories is not null) return "enough of them to sign";
        if (words.Model.Issues.Any(i => i.Options.Any(o => !o.Needs.IsDefaultOrEmpty))) return "all whose consent it needs";
        return verdict.Parties.Length switch
        {
            2 => "both",
            3 => "all three",
            4 => "all four",
            5 => "all five",
            _ => "all of them",
        };
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string EveryoneNamed(VerdictResult verdict, CaseWords words) => Everyone(verdict, words) switch
    {
        "both" => "both " + words.Parties(verdict.Parties),
        var everyone when everyone.StartsWith("all", StringComparison.Ordinal) && words.Model.Signatories is null =>
            $"{everyone}: {words.Parties(verdict.Parties)}",
        var everyone => $"{everyone} ({words.Parties(verdict.Parties)})",
    };

    private static string NoDeal(VerdictResult verdict, CaseWords words, string substance, string everyone)
    {
        var claim = RatificationMatters(verdict, words)
            ? $"no {substance} would be accepted by {everyone} and then ratified"
            : $"no {substance} is acceptable to {everyone}";
        if (verdict.Witness is not { } witness) return $"nothing on the table would make a {substance}";
        if (ConditionWords.Tightest(witness) is not { } row) return claim;
        if (row.Slack is null) return $"{claim} (the nearest one breaks a rule: {ConditionWords.Ground(row, words)})";
        var distance = ConditionWords.Distance(row, -verdict.Margin, words);
        var nearest = IsSettled(verdict) ? "the nearest one" : "the nearest one found";
        return $"{claim} ({MarginText(verdict)}: {nearest} falls short by {distance})";
    }

    private static string DealSentence(VerdictResult verdict, CaseWords words)
    {
        var count = verdict.AcceptableIsExact ? string.Empty : "at least ";
        count += NumberText.Count(verdict.AcceptableCount);
        var verb = verdict is { AcceptableIsExact: true, AcceptableCount.IsOne: true } ? "is" : "are";
        var which = verdict.PackageCount.IsOne ? "the only package is" : $"of {NumberText.Count(verdict.PackageCount)} packages {count} {verb}";
        var sentence = $"A deal is possible: {which} acceptable to {words.Parties(verdict.Parties)}"
            + (HasRatification(words) ? " and would be ratified" : string.Empty);
        if (verdict.Witness is not { } witness || ConditionWords.Tightest(witness) is not { Slack: not null } row)
        {
            return sentence + ".";
        }

        var room = verdict.Margin.IsZero
            ? $"even the safest one leaves {words.Holder(row.Holder)} nothing to spare"
            : $"the safest one clears every condition by at least {ConditionWords.Distance(row, verdict.Margin, words)}";
        return $"{sentence}; {room} ({MarginText(verdict)}).";
    }

    private static bool HasRatification(CaseWords words) => words.Model.Rules.Any(r => r is RatificationRule { InForce: true });

    /// <summary>False when there is no ratifier, or when the proof does without any.</summary>
    private static bool RatificationMatters(VerdictResult verdict, CaseWords words) =>
        HasRatification(words)
        && (verdict.Certificate is not { } proof
            || ProofRules.Of(proof).Any(name => words.Model.Rules.Any(r => r.Name == name && r is RatificationRule)));

    private static string OpenSentence(VerdictResult verdict, string parties, string substance)
    {
        var start = verdict.Grade == Grade.Tokens
            ? $"Gestures at least: {parties} can agree on gestures, and whether a {substance} exists"
            : $"Open: whether {parties} have a {substance}";
        return $"{start} could not be settled within the limit ({MarginText(verdict)}).";
    }

    private static bool IsSettled(VerdictResult verdict) => verdict.Margin == verdict.MarginUpper;

    private static string MarginText(VerdictResult verdict) => IsSettled(verdict)
        ? "margin " + NumberText.Margin(verdict.Margin)
        : $"margin between {NumberText.Margin(verdict.Margin)} and {NumberText.Margin(verdict.MarginUpper)}";

    /// <summary>A margin for tables, with its bounds where it is not settled.</summary>
    public static string MarginOf(VerdictResult verdict) => MarginText(verdict)["margin ".Length..];

    /// <summary>The margin of one package; 0 where no condition bounds it.</summary>
    public static Rational MarginOf(PackageOutcome outcome) => outcome.Margin ?? Rational.Zero;
}
