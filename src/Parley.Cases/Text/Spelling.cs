namespace Parley.Cases.Text;

/// <summary>Finds the known word a mistyped one was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The nearest known word, at most two edits away (one for words of up to four letters); null when none is near.</summary>
    /// <remarks>Ties and edge cases: the first listed of equally near words; case alone counts as no edit.</remarks>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = (word.Length <= 4 ? 1 : 2) + 1;
        if (word.Length > 64) return null;
        foreach (var candidate in known)
        {
            if (candidate == word || Math.Abs(candidate.Length - word.Length) >= bestDistance) continue;
            var distance = string.Equals(word, candidate, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(word, candidate);
            if (distance >= bestDistance || distance >= word.Length) continue;
            bestDistance = distance;
            best = candidate;
        }
        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        }
        return rows[a.Length, b.Length];
    }
}
