using System.Text;
using Parley.Cases.Documents;

namespace Parley.Cases.Tests.Documents;

/// <summary>Bytes of any encoding become text, and a guess is called one.</summary>
public sealed class TextDecodingTests
{
    private const string Words = "“Café” – 5 €";

    [Theory]
    [InlineData("utf-8", false, true)]
    [InlineData("utf-8", true, true)]
    [InlineData("utf-16", true, true)]
    [InlineData("utf-16BE", true, true)]
    public void A_mark_or_valid_utf8_decides(string name, bool withMark, bool isCertain)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Words)];

        var decoded = TextDecoding.Decode(bytes);

        Assert.Equal(Words, decoded.Text);
        Assert.Equal((withMark, isCertain), (decoded.HadMark, decoded.IsCertain));
    }

    [Fact]
    public void Windows_1252_is_a_guess()
    {
        byte[] bytes = [0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80];

        var decoded = TextDecoding.Decode(bytes);

        Assert.Equal((Words, "windows-1252", false), (decoded.Text, decoded.Encoding, decoded.IsCertain));
    }

    [Theory]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    public void Utf16_without_a_mark_is_a_guess(string name, string called)
    {
        var decoded = TextDecoding.Decode(Encoding.GetEncoding(name).GetBytes("plain words and more of them"));

        Assert.Equal(("plain words and more of them", called, false), (decoded.Text, decoded.Encoding, decoded.IsCertain));
    }

    [Fact]
    public void Places_convert_between_units_both_ways()
    {
        var units = new TextUnits("a😀b😀");

        Assert.Equal(4, units.CodePointCount);
        Assert.Equal([0, 1, 1, 2, 3, 3, 4], Enumerable.Range(0, 7).Select(units.ToCodePoints));
        Assert.Equal([0, 1, 3, 4, 6], Enumerable.Range(0, 5).Select(c => units.ToUtf16(c)!.Value)); // all inside
        Assert.Null(units.ToUtf16(5));
    }
}
