using System.Collections.Immutable;

namespace Parley.Cases.Documents;

/// <summary>Converts places of one text between UTF-16 units, in which .NET counts, and Unicode code points, in which W3C selectors count.</summary>
/// <remarks>A place inside a surrogate pair belongs to the pair's code point. Cost: the logarithm of the number of pairs.</remarks>
public sealed class TextUnits
{
    // UTF-16 offsets of the second halves of surrogate pairs, ascending: each makes the counts differ by one more.
    private readonly ImmutableArray<int> seconds;
    private readonly int length;

    public TextUnits(string text)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (var i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                found.Add(i);
        seconds = found.ToImmutable();
        length = text.Length;
    }

    /// <summary>Code points of the text.</summary>
    public int CodePointCount => length - seconds.Length;

    /// <summary>The code points before a UTF-16 offset.</summary>
    public int ToCodePoints(int utf16) => utf16 - Below(utf16);

    /// <summary>The UTF-16 offset of a code point; null outside the text.</summary>
    public int? ToUtf16(int codePoints)
    {
        if (codePoints < 0 || codePoints > CodePointCount) return null;
        var (low, high) = (0, seconds.Length);
        while (low < high)
        {
            // The k-th pair ends at code point seconds[k] - k.
            var middle = (low + high) / 2;
            if (seconds[middle] - middle <= codePoints) low = middle + 1;
            else high = middle;
        }

        return codePoints + low;
    }

    // Pairs whose second half stands before the offset or at it: an offset inside a pair counts as its beginning.
    private int Below(int utf16)
    {
        var at = seconds.BinarySearch(utf16);
        return at < 0 ? ~at : at + 1;
    }
}
