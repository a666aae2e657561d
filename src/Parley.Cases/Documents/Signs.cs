namespace Parley.Cases.Documents;

/// <summary>Characters that are no words.</summary>
internal static class Signs
{
    /// <summary>The letters of a ligature; null for any other character.</summary>
    public static string? Ligature(char sign) => sign switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => null,
    };

    /// <summary>Why a character is left out; null when it is not. Joiners stay: some scripts cannot do without.</summary>
    public static CleaningKind? Ignorable(char sign) => sign switch
    {
        '\u00AD' => CleaningKind.SoftHyphen,
        '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => CleaningKind.Direction,
        '\u200B' or '\u2060' or '\uFEFF' => CleaningKind.Invisible,
        _ when char.IsControl(sign) => CleaningKind.Invisible,
        _ => null,
    };

    /// <summary>Length of the line end at a place; 0 where there is none. A form feed is one.</summary>
    public static int LineEnd(string text, int at) => text[at] switch
    {
        '\r' when at + 1 < text.Length && text[at + 1] == '\n' => 2,
        '\r' or '\n' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => 1,
        _ => 0,
    };

    public static bool IsDoubleQuote(char sign) => sign is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB';

    public static bool IsSingleQuote(char sign) => sign is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '`' or '\u00B4';

    public static bool IsDash(char sign) => sign is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';
}
