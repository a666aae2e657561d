using Parley.Cases.Model;
using Parley.Results;

namespace Parley.Reports.Wording;

/// <summary>A failed condition in words: who stands in the way, and by how much.</summary>
public static class ConditionWords
{
    /// <summary>The tightest triggered condition of a package; null where none can bind.</summary>
    public static RowOutcome? Tightest(PackageOutcome outcome) =>
        outcome.Rows.Where(r => r.Value is not null).MinBy(r => r.Value);

    /// <summary>Who refuses, in the shortest words that say on what ground.</summary>
    public static string Refuser(RowOutcome row, CaseWords words) => row.Kind switch
    {
        RowKind.Consent => words.Party(row.Holder),
        RowKind.Ratification or RowKind.Votes => $"{words.Holder(row.Holder)} (ratification)",
        RowKind.RefusedTrade => $"{words.Holder(row.Holder)} ({Ground(row, words)})",
        RowKind.Floor => $"{words.Holder(row.Holder)} ({Ground(row, words)})",
        RowKind.RedLine => $"{words.Holder(row.Holder)} (red line: {Ground(row, words)})",
        RowKind.Precondition when row.Holder != row.Name => $"{words.Holder(row.Holder)} ({Ground(row, words)})",
        _ => Ground(row, words),
    };

    /// <summary>By how much: points of value, votes, or a dash for a rule that knows no degrees.</summary>
    public static string Shortfall(RowOutcome row) => row switch
    {
        { Slack: null } => "\u2013",
        { Kind: RowKind.Votes } => VoteCount(-row.Slack.Value),
        _ => NumberText.Fixed(-row.Slack.Value, 2),
    };

    /// <summary>The shortfall as a share of the range; a dash for a rule that knows no degrees.</summary>
    public static string ShareOfRange(RowOutcome row) =>
        row is { Slack: not null, Value: { } value } ? NumberText.Share(-value) : "\u2013";

    /// <summary>"8.6% of the range of what is at stake for Putin", "9 votes in the Commons".</summary>
    public static string Distance(RowOutcome row, Kernels.Exact.Rational share, CaseWords words) => row.Kind switch
    {
        RowKind.Votes when row.Slack is { } slack => $"{VoteCount(slack.Sign < 0 ? -slack : slack)} in {words.Holder(row.Holder)}",
        RowKind.Floor => $"{NumberText.Share(share)} of the range of {FloorDimension(row, words)} for {words.Holder(row.Holder)}",
        _ => $"{NumberText.Share(share)} of the range of what is at stake for {words.Holder(row.Holder)}",
    };

    /// <summary>The rule's own title, or what it says.</summary>
    public static string Ground(RowOutcome row, CaseWords words)
    {
        var rule = words.Model.Rules.FirstOrDefault(r => r.Name == row.Name);
        return rule switch
        {
            null => words.Rule(row.Name),
            { Title: { } title } => title,
            RefusesTradeRule r => $"will not trade {words.Dimension(r.Gives)} for {words.Dimension(r.Gets)}",
            FloorRule r => $"accepts no loss of {words.Dimension(r.Dimension)}",
            PreconditionRule r => $"only after {CaseWords.Listed([.. r.Unlocks.Select(words.Reference)], "or")}",
            TogetherRule r => $"only together: {CaseWords.Listed([.. r.Options.Select(words.Reference)])}",
            _ => words.Rule(row.Name),
        };
    }

    private static string FloorDimension(RowOutcome row, CaseWords words) =>
        words.Model.Rules.FirstOrDefault(r => r.Name == row.Name) is FloorRule floor
            ? words.Dimension(floor.Dimension)
            : words.Rule(row.Name);

    private static string VoteCount(Kernels.Exact.Rational votes)
    {
        var text = votes.Denominator.IsOne ? NumberText.Fixed(votes, 0) : NumberText.Fixed(votes, 1);
        return votes == 1 ? text + " vote" : text + " votes";
    }
}
