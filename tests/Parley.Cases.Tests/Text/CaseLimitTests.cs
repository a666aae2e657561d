using System.Diagnostics;
using System.Text;
using Parley.Cases.Text;
using Parley.Tests.Shared;

namespace Parley.Cases.Tests.Text;

public class CaseLimitTests
{
    [Fact]
    public void A_file_that_is_missing_is_told() =>
        Assert.Equal(["no-file"], CaseFile.Read(Path.Combine(RepositoryFolders.Root, "no-such-case.yaml")).Diagnostics.Select(d => d.Slug));

    [Fact]
    public void A_file_that_is_too_large_is_told()
    {
        Assert.Equal(["file-too-large"], CaseReader.Read("c", new string('a', CaseLimits.FileBytes + 1)).Diagnostics.Select(d => d.Slug));
        Assert.Equal(["file-too-large"], CaseFile.Decode("c", new byte[CaseLimits.FileBytes + 4]).Diagnostics.Select(d => d.Slug));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Nesting_beyond_the_limit_is_told_and_overflows_no_stack(string level)
    {
        var text = "case: " + string.Concat(Enumerable.Repeat(level, 1000));
        if (level is "- " or "? ") text = "case:\n  " + string.Concat(Enumerable.Repeat(level, 1000)) + "x";

        Assert.Contains(CaseReader.Read("c", text).Diagnostics, d => d.Slug == "too-deep");
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_told_quickly()
    {
        var clock = Stopwatch.StartNew();

        var found = CaseReader.Read("c", "case: " + new string('[', 100_000)).Diagnostics;

        Assert.Contains(found, d => d.Slug == "too-deep");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("a:\n", "\tb: 1\n", 150_000)]
    [InlineData("", "a: b: c\n", 100_000)]
    [InlineData("", "a: {\n", 200_000)]
    [InlineData("", "a:b\nb: c\n", 100_000)]
    [InlineData("a: ", "\"", 1_000_000)]
    [InlineData("case: {", "a,", 500_000)]
    public void A_large_text_full_of_mistakes_is_told_quickly(string head, string each, int count)
    {
        var clock = Stopwatch.StartNew();

        Assert.NotEmpty(CaseReader.Read("c", head + string.Concat(Enumerable.Repeat(each, count))).Errors);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Fact]
    public void The_list_of_findings_is_cut_with_a_line_that_says_so()
    {
        var text = Samples.Small + "\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"wrong{i}: 1\n"));

        var found = CaseReader.Read("c", text).Diagnostics;

        Assert.Equal(CaseLimits.Findings + 1, found.Length);
        Assert.Equal("too-many-findings", found[^1].Slug);
        Assert.StartsWith("100 more", found[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too-many-parties", "parties: {firm: {no_deal: 1}, worker: {}", ", p{0}: {{role: observer}}", "}", 63)]
    [InlineData("too-many-issues", "issues: {", "i{0}: {{o: {{firm: 1, worker: 1}}}}, ", "}", 65)]
    [InlineData("too-many-options", "issues: {i: {", "o{0}: {{firm: 1, worker: 1}}, ", "}}", 257)]
    [InlineData("too-many-rules", "rules: {", "r{0}: {{red_line: firm, never: salary.low}}, ", "}", 33)]
    public void Too_many_of_a_thing_is_told(string slug, string open, string each, string close, int count)
    {
        var section = open.Split(':')[0];
        var text = new StringBuilder("case: many\n");
        if (section != "parties") text.Append("parties: {firm: {}, worker: {}}\n");
        if (section != "issues") text.Append("issues: {salary: {low: {firm: 1, worker: 1}}}\n");
        text.Append(open);
        for (var i = 0; i < count; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, each, i)}");
        text.Append(close);

        Assert.Equal([slug], CaseReader.Read("c", text.ToString()).Errors.Select(d => d.Slug));
    }

    [Fact]
    public void Long_chains_of_parameters_are_read()
    {
        var chain = string.Concat(Enumerable.Range(1, 5000).Select(i => $"  p{i}: 1*p{i - 1}\n"));

        Assert.NotNull(Samples.Read(Samples.Small + "\nparams:\n  p0: 1\n" + chain));
        Assert.Contains(CaseReader.Read("c", Samples.Small + "\nparams:\n  p0: 1*p5000\n" + chain).Errors, d => d.Slug == "cyclic-parameters");
    }
}
