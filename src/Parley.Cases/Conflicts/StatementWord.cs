namespace Parley.Cases.Conflicts;

internal enum StatementWordKind
{
    Word,
    Not,
    And,
    Or,
    If,
    Iff,
    Open,
    Close,
    End,
}

/// <summary>One word of a statement and where it begins.</summary>
internal readonly record struct StatementWord(StatementWordKind Kind, string Text, int At)
{
    /// <summary>Words that join statements and so name no option.</summary>
    public static StatementWordKind? Connective(string word) => word.ToLowerInvariant() switch
    {
        "not" => StatementWordKind.Not,
        "and" => StatementWordKind.And,
        "or" => StatementWordKind.Or,
        "if" => StatementWordKind.If,
        "iff" => StatementWordKind.Iff,
        _ => null,
    };

    /// <summary>The words of a text, the end last.</summary>
    public static List<StatementWord> Split(string text)
    {
        var words = new List<StatementWord>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            var kind = text[at] switch
            {
                '(' => StatementWordKind.Open,
                ')' => StatementWordKind.Close,
                '&' => StatementWordKind.And,
                '|' => StatementWordKind.Or,
                '-' or '!' => StatementWordKind.Not,
                _ => StatementWordKind.Word,
            };
            if (kind == StatementWordKind.Word)
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '&' or '|' or '!')) end++;
                kind = Connective(text[at..end]) ?? StatementWordKind.Word;
            }
            else if (text[at] is '&' or '|' && end < text.Length && text[end] == text[at])
            {
                end++;
            }
            words.Add(new StatementWord(kind, text[at..end], at));
            at = end;
        }
        words.Add(new StatementWord(StatementWordKind.End, string.Empty, text.Length));
        return words;
    }
}
