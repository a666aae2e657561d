using System.Collections.Immutable;

namespace Parley.Cases.Claims;

/// <summary>A word of an <c>expect</c> and where it stands in it.</summary>
internal readonly record struct PhraseWord(string Text, int Start)
{
    /// <summary>True for words that nothing can be called.</summary>
    public bool IsMark => Text is "," or ";" or "<" or "<=" or ">" or ">=" or "+";

    public bool IsComparison => Text is "<" or "<=" or ">" or ">=";

    /// <summary>Splits a text at white space and marks.</summary>
    public static ImmutableArray<PhraseWord> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<PhraseWord>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (IsMarkAt(text, at)) at += text[at] is '<' or '>' && at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
            else while (at < text.Length && !char.IsWhiteSpace(text[at]) && !IsMarkAt(text, at)) at++;
            words.Add(new(text[start..at], start));
        }

        return words.ToImmutable();
    }

    /// <summary>The words with single blanks, commas and semicolons close to what they follow.</summary>
    public static string Join(IEnumerable<PhraseWord> words) =>
        string.Join(' ', words.Select(w => w.Text)).Replace(" ,", ",", StringComparison.Ordinal);

    private static bool IsMarkAt(string text, int at) => text[at] is ',' or ';' or '<' or '>' or '+';
}
