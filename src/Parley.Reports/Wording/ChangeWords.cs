using Parley.Cases.Model;
using Parley.Comparisons;

namespace Parley.Reports.Wording;

/// <summary>What stands otherwise in two versions of a case, in words.</summary>
public static class ChangeWords
{
    /// <summary>What changed; a number in the words of <see cref="NumberWords"/>.</summary>
    public static string Of(ComparedChange change, CaseWords words)
    {
        var segments = change.Path.Split('.');
        return change.Kind switch
        {
            ChangeKind.RuleInForce => $"in force: {words.Rule(segments[0])}",
            ChangeKind.StatusQuo => $"what holds today: {words.Issue(segments[0])}",
            ChangeKind.OffTable => $"off the table: {words.Issue(segments[0])}",
            ChangeKind.Unilateral => $"a unilateral move: {words.Option($"{segments[0]}.{segments[1]}")}",
            _ => NumberWords.Of(change.Path, words),
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
}
