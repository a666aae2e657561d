namespace Parley.Cases.Text;

/// <summary>Characters that word processors put for ASCII ones.</summary>
internal static class Typography
{
    private const string Found = "\u201C\u201D\u201E\u00AB\u00BB\u2018\u2019\u201A\u2010\u2011\u2012\u2013\u2014\u2212\u00A0\u2009\u202F";
    private const string Ascii = "\"\"\"\"\"'''------   ";

    /// <summary>The text with those characters replaced.</summary>
    public static string ToAscii(string text)
    {
        if (FirstIn(text) < 0) return text;
        var replaced = string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var index = Found.IndexOf(from[i]);
                span[i] = index < 0 ? from[i] : Ascii[index];
            }
        });
        return replaced.Replace("\u2026", "..", StringComparison.Ordinal).Replace("\u00B1", "+-", StringComparison.Ordinal).Replace("\u00D7", "*", StringComparison.Ordinal);
    }

    /// <summary>Offset of the first such character; -1 when there is none.</summary>
    public static int FirstIn(string text) => text.AsSpan().IndexOfAny(Found + "\u2026\u00B1\u00D7");
}
