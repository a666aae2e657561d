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
        if (path == "substantive_from") return "the size from which an agreement counts as more than a gesture";
        if (parts.Length == 1) return CaseWords.Plain(path);
        if (model.Parties.Any(p => p.Name == parts[0])) return OfParty(parts, words);
        if (model.Rules.Any(r => r.Name == parts[0])) return $"{words.Rule(parts[0])}: the loss it overlooks";
        if (model.Issues.FirstOrDefault(i => i.Name == parts[0]) is not { } issue) return path;
        if (issue.Scale is not null) return $"{words.Issue(issue.Name)} at {string.Join('.', parts[2..])}: worth to {words.Party(parts[1])}";
        var option = words.Option(issue.IdOf(parts[1]));
        return parts[2..] switch
        {
            ["size"] => $"{option}: its size",
            ["delivery"] => $"{option}: the chance that it is carried out",
            ["delivery", var channel] => $"{option}: the chance that it is carried out, by {CaseWords.Plain(channel)}",
            ["at_once", .. var rest] => $"{option}: {Effect(rest, words)}, once promised",
            ["if_delivered", .. var rest] => $"{option}: {Effect(rest, words)}, if carried out",
            var rest => $"{option}: {Effect(rest, words)}",
        };
    }

    private static string OfParty(string[] parts, CaseWords words)
    {
        var party = words.Party(parts[0]);
        return parts[1..] switch
        {
            ["no_deal"] => $"what no deal is worth to {party}",
            ["min_gain"] => $"what a deal must be worth to {party} beyond no deal",
            ["weights", var dimension] => $"how much {party} cares about {words.Dimension(dimension)}",
            ["votes"] => $"the votes of {party}",
            ["votes_needed"] => $"the votes that {party} needs",
            _ => string.Join('.', parts),
        };
    }

    private static string Effect(string[] rest, CaseWords words) => rest switch
    {
        [var party, var dimension] => $"effect on {words.Party(party)}, {words.Dimension(dimension)}",
        [var party] => $"worth to {words.Party(party)}",
        _ => string.Join('.', rest),
    };
}
