using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Cases.Documents;

/// <summary>Finds passages that differ from a quote in slips only.</summary>
/// <remarks>
/// Words come in the same order. Two words may differ by one slip of the pen (two in words of nine letters or more) when neither
/// is a number, a name, a negation or short, both begin alike, and the quote's word is no other word of the document. An article
/// may be missing or too many. Punctuation and case may differ. At most one word in six may differ, and never below five words.
/// </remarks>
internal sealed partial class NearWords
{
    private const int FewestWords = 5;
    private const int MostOccurrences = 500;
    private const int Anchors = 4;
    private const double Threshold = 0.9;

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "an" };

    // Words whose change changes what is said.
    private static readonly HashSet<string> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "nor", "none", "never", "nothing", "nobody", "neither", "nowhere", "cannot", "without", "hardly", "barely", "rarely", "unless", "except",
        "more", "less", "most", "least", "fewer", "above", "below", "before", "after", "under", "over", "all", "some", "any", "only", "until", "since",
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion",
        "trillion", "dozen", "half", "quarter", "twice", "first", "second", "third", "could", "would", "should", "might", "will", "shall", "must",
    };

    private readonly List<Word> words;
    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public NearWords(string text)
    {
        words = Split(text);
        for (var k = 0; k < words.Count; k++)
        {
            var key = words[k].Key;
            if (!places.TryGetValue(key, out var at)) places.Add(key, at = []);
            at.Add(k);
            if (char.IsUpper(words[k].Text[0])) names.Add(key);
        }
    }

    /// <summary>The best passages and their score; none below the threshold, several when they are as good.</summary>
    public (List<TextRange> Matches, double Score) Find(string quote)
    {
        var wanted = Split(quote);
        if (wanted.Count < FewestWords) return ([], 0);
        var found = new Dictionary<int, (TextRange Range, double Score)>();
        foreach (var start in Starts(wanted))
        {
            if (start < 0 || start >= words.Count || found.ContainsKey(start)) continue;
            var (range, score) = Align(wanted, start);
            if (score >= Threshold) found.Add(start, (range, score));
        }

        if (found.Count == 0) return ([], 0);
        var best = found.Values.Max(f => f.Score);
        var apart = new List<TextRange>();
        foreach (var (range, _) in found.Values.OrderByDescending(f => f.Score).ThenBy(f => f.Range.Start))
            if (!apart.Exists(r => r.Overlaps(range)))
                apart.Add(range);
        return (apart, best);
    }

    // Where the passage would begin if one of the quote's rarest words stands where the document has it.
    private IEnumerable<int> Starts(List<Word> wanted)
    {
        var known = Enumerable.Range(0, wanted.Count)
            .Where(k => places.TryGetValue(wanted[k].Key, out var at) && at.Count <= MostOccurrences)
            .OrderBy(k => places[wanted[k].Key].Count)
            .Take(Anchors);
        foreach (var k in known)
            foreach (var at in places[wanted[k].Key])
                for (var shift = -2; shift <= 2; shift++)
                    yield return at - k + shift;
    }

    private (TextRange Range, double Score) Align(List<Word> wanted, int start)
    {
        var (slips, cost, at) = (0, 0.0, start);
        for (var k = 0; k < wanted.Count; k++)
        {
            var here = at < words.Count ? words[at] : default;
            if (here.Text is not null && IsSame(wanted[k], here))
            {
                if (wanted[k].Text != here.Text) cost += 0.1;
                at++;
            }
            else if (k > 0 && here.Text is not null && Articles.Contains(here.Text))
            {
                (slips, cost, at, k) = (slips + 1, cost + 0.5, at + 1, Articles.Contains(wanted[k].Text) ? k : k - 1);
            }
            else if (k > 0 && k < wanted.Count - 1 && Articles.Contains(wanted[k].Text))
            {
                (slips, cost) = (slips + 1, cost + 0.5);
            }
            else if (here.Text is not null && IsSlip(wanted[k], here))
            {
                (slips, cost, at) = (slips + 1, cost + 0.5, at + 1);
            }
            else
            {
                return (default, 0);
            }

            if (slips > Math.Max(1, wanted.Count / 6)) return (default, 0);
        }

        return (new(words[start].Start, words[at - 1].Start + words[at - 1].Text.Length), 1 - (cost / wanted.Count));
    }

    // In short words capitals matter: "us" is not "US".
    private static bool IsSame(Word quote, Word here) =>
        quote.Key == here.Key && (quote.Text == here.Text || quote.Text.Length > 3 || Articles.Contains(quote.Text));

    private bool IsSlip(Word quote, Word here)
    {
        var (a, b) = (quote.Key, here.Key);
        if (quote.IsNumber || here.IsNumber || Math.Min(a.Length, b.Length) < 4 || a[0] != b[0]) return false;
        if (IsName(quote.Text) || IsName(here.Text) || names.Contains(a) || names.Contains(b)) return false;
        if (Fixed.Contains(a) || Fixed.Contains(b) || a.Contains('\'', StringComparison.Ordinal) || b.Contains('\'', StringComparison.Ordinal)) return false;
        if (places.ContainsKey(a)) return false;
        return Distance(a, b) <= (Math.Min(a.Length, b.Length) >= 9 ? 2 : 1);
    }

    private static bool IsName(string word) => char.IsUpper(word[0]);

    // Letters put in, left out, changed, or two neighbours swapped.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return 3;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        }

        return rows[a.Length, b.Length];
    }

    private static List<Word> Split(string text) =>
        [.. WordOrNumber().Matches(text).Select(m => new Word(m.Value, m.Value.ToLower(CultureInfo.InvariantCulture), m.Index, m.Value.Any(char.IsDigit)))];

    private readonly record struct Word(string Text, string Key, int Start, bool IsNumber);

    [GeneratedRegex(@"[-+]?[$\u00A3\u20AC\u00A5]?\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:%|\u2030|\p{L}+)?|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+|\p{Nd}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordOrNumber();
}
