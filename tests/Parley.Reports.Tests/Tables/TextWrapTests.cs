using Parley.Reports.Tables;

namespace Parley.Reports.Tests.Tables;

public class TextWrapTests
{
    [Fact]
    public void A_text_that_fits_stays_as_it_is() => Assert.Equal("+3.00", TextWrap.Hanging("+3.00", 5));

    [Fact]
    public void What_runs_over_hangs() => Assert.Equal("one two\n  three\n  four", TextWrap.Hanging("one two three four", 8));

    [Fact]
    public void An_indented_line_keeps_its_indent() => Assert.Equal("  one\n    two", TextWrap.Hanging("  one two", 7));

    [Fact]
    public void A_word_wider_than_the_line_is_cut() => Assert.Equal("abcde\n  fgh", TextWrap.Hanging("abcdefgh", 5));

    [Fact]
    public void No_line_is_wider_than_asked() => Assert.All(
        TextWrap.Hanging("a bb ccc dddd eeeee ffffff ggggggg", 6).Split('\n'), line => Assert.True(line.Length <= 6, line));

    [Fact]
    public void Paragraphs_do_not_hang() => Assert.Equal(["one two", "three"], TextWrap.Plain("one two three", 8));
}
