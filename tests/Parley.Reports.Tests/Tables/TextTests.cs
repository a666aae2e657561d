using Parley.Reports.Answers;
using Parley.Reports.Tables;
using Parley.Reports.Tests.Samples;
using Parley.Shared;

namespace Parley.Reports.Tests.Tables;

public class TextTests
{
    [Theory]
    [InlineData("two-powers", 80)]
    [InlineData("two-powers", 120)]
    [InlineData("three-rivers", 80)]
    [InlineData("three-rivers", 120)]
    public void Analysis_reads_as_it_was_accepted(string sample, int width)
    {
        var text = Render(width, sheet =>
        {
            var answers = Sample(sample);
            AnalyzeText.Header(sheet, answers);
            AnalyzeText.Verdict(sheet, answers);
            AnalyzeText.Rest(sheet, answers);
        });

        Golden.Match(text, $"{sample}.analyze.{width}.txt");
    }

    [Fact]
    public void Deals_read_as_they_were_accepted() =>
        Golden.Match(Render(80, s => DealsSection.WriteAll(s, TwoPowers.Answers)), "two-powers.deals.txt");

    [Fact]
    public void Options_read_as_they_were_accepted() =>
        Golden.Match(Render(80, s => TradeSection.WriteAll(s, TwoPowers.Answers)), "two-powers.options.txt");

    [Fact]
    public void Frontier_reads_as_it_was_accepted() =>
        Golden.Match(Render(80, s => FrontierSection.WriteAll(s, ThreeRivers.Answers)), "three-rivers.frontier.txt");

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_sheet_or_ends_in_blanks(int width)
    {
        foreach (var answers in new[] { TwoPowers.Answers, ThreeRivers.Answers })
        {
            var text = Render(width, sheet =>
            {
                AnalyzeText.Header(sheet, answers);
                AnalyzeText.Verdict(sheet, answers);
                AnalyzeText.Rest(sheet, answers);
                TradeSection.WriteAll(sheet, answers);
                FrontierSection.WriteAll(sheet, answers);
            });

            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width && line == line.TrimEnd(), line));
        }
    }

    [Fact]
    public void Without_colour_there_is_no_escape_sequence_and_with_it_there_is()
    {
        Assert.DoesNotContain('\e', Render(80, s => s.Line("text", Ink.Bad)));
        Assert.Contains('\e', Render(80, s => s.Line("text", Ink.Bad), colour: true));
    }

    private static CaseAnswers Sample(string name) => name == "two-powers" ? TwoPowers.Answers : ThreeRivers.Answers;

    private static string Render(int width, Action<Sheet> write, bool colour = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new Sheet(output, width, colour));
        return output.ToString();
    }
}
