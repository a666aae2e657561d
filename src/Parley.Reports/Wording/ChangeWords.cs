using Parley.Cases.Model;
using Parley.Comparisons;

namespace Parley.Reports.Wording;

/// <summary>What stands otherwise in two versions of a case, in words.</summary>
public static class ChangeWords
{
    /// <summary>"President Trump: weight of values"; the path itself where it cannot be put in words.</summary>
    public static string Of(ComparedChange change, CaseWords words)
    {
        var segments = change.Path.Split('.');
        return change.Kind switch
        {
            ChangeKind.Parameter => CaseWords.Plain(change.Path),
            ChangeKind.RuleInForce => $"in force: {words.Rule(segments[0])}",
            ChangeKind.StatusQuo => $"what holds today: {words.Issue(segments[0])}",
            ChangeKind.OffTable => $"off the table: {words.Issue(segments[0])}",
            ChangeKind.Unilateral => $"a unilateral move: {words.Option($"{segments[0]}.{segments[1]}")}",
            _ => Number(segments, words) ?? change.Path,
        };
    }

    /// <summary>What stands there, as it is written in a case, with a true minus.</summary>
    public static string Value(string? text, ComparedChange change, CaseWords words) => text switch
    {
        null => "\u2013",
        _ when change.Kind == ChangeKind.StatusQuo => OptionTitle(change.Path.Split('.')[0], text, words),
        ['-', .. var rest] => NumberText.Minus + rest.Replace("*", " × ", StringComparison.Ordinal),
        _ => text.Replace("*", " × ", StringComparison.Ordinal),
    };

    // Beside the issue, so without it.
    private static string OptionTitle(string issue, string option, CaseWords words) => words.Model.Issues
        .FirstOrDefault(i => i.Name == issue)?.Options.FirstOrDefault(o => o.Name == option)?.Title ?? CaseWords.Plain(option);

    private static string? Number(string[] segments, CaseWords words)
    {
        if (segments is ["substantive_from"]) return "the size from which an option is substantive";
        if (words.Model.Parties.Any(p => p.Name == segments[0])) return OfParty(segments, words);
        if (words.Model.Rules.Any(r => r.Name == segments[0])) return $"tolerance: {words.Rule(segments[0])}";
        return words.Model.Issues.FirstOrDefault(i => i.Name == segments[0]) is { } issue ? OfOption(issue, segments, words) : null;
    }

    private static string? OfParty(string[] segments, CaseWords words)
    {
        var party = words.Party(segments[0]);
        return segments[1..] switch
        {
            ["no_deal"] => $"{party}: value of no agreement",
            ["min_gain"] => $"{party}: least gain",
            ["votes"] => $"{party}: votes",
            ["votes_needed"] => $"{party}: votes needed",
            ["weights", var dimension] => $"{party}: weight of {words.Dimension(dimension)}",
            _ => null,
        };
    }

    private static string? OfOption(Issue issue, string[] segments, CaseWords words)
    {
        if (segments.Length < 3 || issue.Options.All(o => o.Name != segments[1])) return null;
        var option = words.Option(issue.IdOf(segments[1]));
        return segments[2..] switch
        {
            ["size"] => $"{option}: size",
            ["delivery"] => $"{option}: chance of delivery",
            ["delivery", var channel] => $"{option}: chance of delivery ({CaseWords.Plain(channel)})",
            ["at_once", .. var rest] => $"{option}: at once, {OfEffect(rest, words)}",
            ["if_delivered", .. var rest] => $"{option}: if delivered, {OfEffect(rest, words)}",
            var rest => $"{option}: {OfEffect(rest, words)}",
        };
    }

    private static string OfEffect(string[] segments, CaseWords words) => segments switch
    {
        [var party, var dimension] => $"{words.Dimension(dimension)} for {words.Party(party)}",
        [var party] => $"worth to {words.Party(party)}",
        _ => string.Join('.', segments),
    };
}
