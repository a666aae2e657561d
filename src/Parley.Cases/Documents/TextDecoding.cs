using System.Text;

namespace Parley.Cases.Documents;

/// <summary>The text that a file's bytes stand for, and in which encoding.</summary>
/// <param name="Text">The text, without a byte-order mark.</param>
/// <param name="Encoding">utf-8, utf-16le, utf-16be or windows-1252.</param>
/// <param name="HadMark">True when the bytes begin with a byte-order mark.</param>
/// <param name="IsCertain">False when the encoding is a guess.</param>
public sealed record DecodedText(string Text, string Encoding, bool HadMark, bool IsCertain);

/// <summary>Decodes the bytes of documents.</summary>
public static class TextDecoding
{
    // What Windows-1252 has at 0x80 to 0x9F; the five unused bytes are controls, as in the WHATWG encoding standard.
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of some bytes; never fails.</summary>
    /// <remarks>
    /// A byte-order mark decides; else bytes of which nearly every second is zero are UTF-16; else bytes that are valid UTF-8 are
    /// that; else Windows-1252, a guess. Half a UTF-16 unit at the end and lone surrogates become U+FFFD.
    /// </remarks>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) return Utf8(bytes[3..], hadMark: true);
        if (bytes.StartsWith((byte[])[0xFF, 0xFE])) return new(Encoding.Unicode.GetString(bytes[2..]), "utf-16le", true, true);
        if (bytes.StartsWith((byte[])[0xFE, 0xFF])) return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be", true, true);
        var (even, odd) = Zeros(bytes);
        var most = bytes.Length / 2 * 3 / 4;
        if (bytes.Length >= 4 && odd > most && even == 0) return new(Encoding.Unicode.GetString(bytes), "utf-16le", false, false);
        if (bytes.Length >= 4 && even > most && odd == 0) return new(Encoding.BigEndianUnicode.GetString(bytes), "utf-16be", false, false);
        return Utf8(bytes, hadMark: false);
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, bool hadMark)
    {
        try
        {
            return new(Strict.GetString(bytes), "utf-8", hadMark, true);
        }
        catch (DecoderFallbackException)
        {
            var text = new StringBuilder(bytes.Length);
            foreach (var b in bytes) text.Append(b is >= 0x80 and < 0xA0 ? Upper[b - 0x80] : (char)b);
            return new(text.ToString(), "windows-1252", hadMark, false);
        }
    }

    private static (int Even, int Odd) Zeros(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        return (even, odd);
    }
}
