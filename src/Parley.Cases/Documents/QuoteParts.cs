using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>A part of a quote where a document has it, and the share of its words that agree.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuotePart(TextRange Range, double Score);

/// <summary>Pieces a quote together that leaves words out ("...", "…", "[...]").</summary>
/// <remarks>
/// Its parts stand in their order, in one paragraph, and at each ellipsis at most <see cref="MostLeftOut"/> characters are left out. Where
/// no more than <see cref="FewWords"/> words are, none of them is a negation: leaving out "not" is no quote.
/// Cost: occurrences of each part times those of the part before it that are near enough.
/// </remarks>
internal static partial class QuoteParts
{
    /// <summary>Characters at most that one ellipsis leaves out.</summary>
    public const int MostLeftOut = 1_000;

    /// <summary>Words left out up to which a negation among them is looked for.</summary>
    public const int FewWords = 3;

    private const int MostOccurrences = 2_000;
    private const int MostPlaces = 10;

    /// <summary>The parts between the ellipses of a folded quote, without empty ones; the quote itself where it has none.</summary>
    public static List<string> Split(string quote) => [.. Ellipsis().Split(quote).Select(p => p.Trim()).Where(p => p.Length > 0)];

    /// <summary>Where the parts stand together: from the first to the last, each place once, at most ten, the first in the text first.</summary>
    /// <param name="clean">The text that the ranges are of.</param>
    /// <param name="parts">By part, where it stands, in the order of the text.</param>
    /// <returns>Ranges over all parts with the least score of one; empty when a part is missing, out of order or too far off.</returns>
    public static List<QuotePart> Join(string clean, IReadOnlyList<List<QuotePart>> parts)
    {
        if (parts.Count == 0 || parts.Any(p => p.Count is 0 or > MostOccurrences)) return [];
        if (parts.Count > 1) parts = [.. parts.Select(p => p.FindAll(part => !clean.AsSpan(part.Range.Start, part.Range.Length).Contains('\n')))];
        var reached = parts[0].ConvertAll(p => new List<QuotePart> { p });
        for (var k = 1; k < parts.Count; k++)
        {
            var (before, next) = (reached, new List<List<QuotePart>>());
            foreach (var part in parts[k]) next.Add(Reach(clean, parts[k - 1], before, part));
            reached = next;
        }

        return [.. reached.SelectMany(r => r).OrderBy(p => p.Range.Start).ThenBy(p => p.Range.End).DistinctBy(p => p.Range).Take(MostPlaces)];
    }

    private static List<QuotePart> Reach(string clean, List<QuotePart> earlier, List<List<QuotePart>> reached, QuotePart part)
    {
        var joined = new List<QuotePart>();
        for (var j = 0; j < earlier.Count && joined.Count < MostPlaces; j++)
        {
            if (reached[j].Count == 0 || !CanLeaveOut(clean, earlier[j].Range.End, part.Range.Start)) continue;
            foreach (var chain in reached[j])
                if (!joined.Exists(c => c.Range.Start == chain.Range.Start))
                    joined.Add(new(new(chain.Range.Start, part.Range.End), Math.Min(chain.Score, part.Score)));
        }

        return joined;
    }

    private static bool CanLeaveOut(string clean, int from, int to)
    {
        if (to < from || to - from > MostLeftOut || clean.AsSpan(from, to - from).Contains('\n')) return false;
        var words = Word().Matches(clean[from..to]);
        return words.Count > FewWords || !words.Any(w => Negation().IsMatch(w.Value));
    }

    [GeneratedRegex(@"\[ ?(?:\.{3,}|\. \. \.) ?\]|\( ?(?:\.{3,}|\. \. \.) ?\)|\.{3,}|\. \. \.", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*|\p{Nd}+(?:[.,]\p{Nd}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:not|no|nor|none|never|nothing|nobody|neither|nowhere|cannot|without|hardly|barely|rarely|unless|except|.*n['\u2019]t)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
