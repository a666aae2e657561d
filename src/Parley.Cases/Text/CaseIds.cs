namespace Parley.Cases.Text;

/// <summary>Makes names that a case file can use out of texts from elsewhere.</summary>
public static class CaseIds
{
    /// <summary>Names for parties; none is a word of the format.</summary>
    /// <param name="texts">What they are called elsewhere.</param>
    /// <param name="taken">Names in use already; the new ones are added.</param>
    public static IReadOnlyList<string> OfParties(IEnumerable<string> texts, ISet<string> taken) => Of(texts, taken, CaseFields.NotAParty, "party");

    /// <summary>Names for issues; none is a word of the format or a name in use.</summary>
    public static IReadOnlyList<string> OfIssues(IEnumerable<string> texts, ISet<string> taken) => Of(texts, taken, CaseFields.NotAnIssue, "issue");

    /// <summary>Names for the options of an issue; none is a key of issues.</summary>
    public static IReadOnlyList<string> OfOptions(IEnumerable<string> texts) => Of(
        texts,
        new HashSet<string>(StringComparer.Ordinal),
        [.. CaseFields.Issue.Keys, .. CaseFields.Issue.Fields.SelectMany(f => f.Formerly)],
        "option");

    private static List<string> Of(IEnumerable<string> texts, ISet<string> taken, IReadOnlyList<string> reserved, string prefix)
    {
        var names = new List<string>();
        foreach (var text in texts)
        {
            var word = Word(text, prefix);
            if (reserved.Contains(word)) word += "_";
            var name = word;
            for (var n = 2; !taken.Add(name); n++) name = $"{word}_{n}";
            names.Add(name);
        }

        return names;
    }

    // Letters and digits stay; what stands between them becomes one underscore.
    private static string Word(string text, string prefix)
    {
        var kept = new string(Array.ConvertAll(text.ToCharArray(), c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c : '_'));
        var word = string.Join('_', kept.Split('_', StringSplitOptions.RemoveEmptyEntries)).Trim('-');
        if (word.Length > 60) word = word[..60];
        return word.Length == 0 ? prefix : char.IsAsciiDigit(word[0]) && prefix != "option" ? $"{prefix}_{word}" : word;
    }
}
