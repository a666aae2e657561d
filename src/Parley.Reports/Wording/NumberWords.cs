using Parley.Cases.Model;

namespace Parley.Reports.Wording;

/// <summary>A number of a case in words, from its path.</summary>
public static class NumberWords
{
    /// <summary>What the number at a path says.</summary>
    public static string Of(string path, CaseWords words)
    {
        var parts = path.Split('.');
        var model = words.Model;
        if (path == "substantive_from") return "the size from which an option is substantive";
        if (parts.Length == 1) return CaseWords.Plain(path);
        if (model.Parties.Any(p => p.Name == parts[0])) return OfParty(parts, words);
        if (model.Rules.Any(r => r.Name == parts[0])) return $"tolerance: {words.Rule(parts[0])}";
        if (model.Issues.FirstOrDefault(i => i.Name == parts[0]) is not { } issue) return path;
        if (issue.Scale is not null) return $"{words.Issue(issue.Name)} at {string.Join('.', parts[2..])}: worth to {words.Party(parts[1])}";
        var option = words.Option(issue.IdOf(parts[1]));
        return parts[2..] switch
        {
            ["size"] => $"{option}: size",
            ["delivery"] => $"{option}: chance of delivery",
            ["delivery", var channel] => $"{option}: chance of delivery ({CaseWords.Plain(channel)})",
            ["at_once", .. var rest] => $"{option}: at once, {Effect(rest, words)}",
            ["if_delivered", .. var rest] => $"{option}: if delivered, {Effect(rest, words)}",
            var rest => $"{option}: {Effect(rest, words)}",
        };
    }

    private static string OfParty(string[] parts, CaseWords words)
    {
        var party = words.Party(parts[0]);
        return parts[1..] switch
        {
            ["no_deal"] => $"{party}: value of no agreement",
            ["min_gain"] => $"{party}: least gain",
            ["weights", var dimension] => $"{party}: weight of {words.Dimension(dimension)}",
            ["votes"] => $"{party}: votes",
            ["votes_needed"] => $"{party}: votes needed",
            _ => string.Join('.', parts),
        };
    }

    private static string Effect(string[] rest, CaseWords words) => rest switch
    {
        [var party, var dimension] => $"{words.Dimension(dimension)} for {words.Party(party)}",
        [var party] => $"worth to {words.Party(party)}",
        _ => string.Join('.', rest),
    };
}
