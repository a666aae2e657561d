using System.Collections.Immutable;
using System.Text;

namespace Parley.Cases.Documents;

/// <summary>A text as it is compared: white space, quote marks and dashes of one style; and where each character comes from.</summary>
internal sealed class FoldedText
{
    private readonly ImmutableArray<int> starts;
    private readonly ImmutableArray<int> ends;

    private FoldedText(string text, ImmutableArray<int> starts, ImmutableArray<int> ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public string Text { get; }

    /// <summary>Where a range of the folded text comes from.</summary>
    public TextRange Origin(int start, int length) => new(starts[start], ends[start + length - 1]);

    /// <summary>Folds a text: runs of white space to one space, quote marks to ' and ", dashes and the space around them to one hyphen.</summary>
    public static FoldedText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var from = ImmutableArray.CreateBuilder<int>(text.Length);
        var to = ImmutableArray.CreateBuilder<int>(text.Length);
        void Add(char sign, int start, int end)
        {
            folded.Append(sign);
            from.Add(start);
            to.Add(end);
        }

        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (char.IsWhiteSpace(sign))
            {
                if (folded.Length > 0 && folded[^1] is not (' ' or '-')) Add(' ', at, at + 1);
            }
            else if (Signs.IsDash(sign))
            {
                if (folded.Length > 0 && folded[^1] == ' ')
                {
                    folded.Length--;
                    from.Count--;
                    to.Count--;
                }

                if (folded.Length == 0 || folded[^1] != '-') Add('-', at, at + 1);
                else to[^1] = at + 1;
            }
            else if (Signs.Ignorable(sign) is null)
            {
                var letters = Signs.Ligature(sign) ?? Folded(sign);
                foreach (var letter in letters) Add(letter, at, at + 1);
            }
        }

        return new(folded.ToString(), from.ToImmutable(), to.ToImmutable());
    }

    private static string Folded(char sign) =>
        Signs.IsDoubleQuote(sign) ? "\"" : Signs.IsSingleQuote(sign) ? "'" : sign == '\u2026' ? "..." : sign.ToString();
}
